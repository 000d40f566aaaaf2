/**
 * Exact decimals for quantities, prices and hours. Knows nothing of invoices; every rounding is a named function.
 * Wraps big.js so that the rest of the program depends on these few functions and not on a library.
 */
import Big from 'big.js';

/** An exact decimal number. Immutable; compare with `equals`, never with `===`. */
export type Decimal = Big;

export const ZERO: Decimal = new Big(0);

/** Thrown by `decimal` when a text is no plain decimal number. */
export class NotADecimal extends Error {
  constructor(text: string) {
    super(`"${text.slice(0, 80)}" is not a decimal number`);
    this.name = 'NotADecimal';
  }
}

/**
 * Makes a decimal of a plain number text (`-12.50`) or of a JavaScript number that came out of JSON.
 * A number is taken by its shortest text, which is the text in the JSON for every amount of up to 15 digits.
 */
export function decimal(value: string | number): Decimal {
  const text = String(value);
  try {
    return new Big(text);
  } catch {
    throw new NotADecimal(text);
  }
}

const DIGITS_MAX = 30;
const DOT_OR_NONE = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;
const COMMA = /^[+-]?(\d+(,\d*)?|,\d+)$/;
const DUTCH_THOUSANDS = /^[+-]?\d{1,3}(\.\d{3})+,\d*$/;
const ENGLISH_THOUSANDS = /^[+-]?\d{1,3}(,\d{3})+\.\d*$/;

/**
 * Reads a decimal as people and OutSmart write it: `12.50`, `12,50`, `1.495,00`, `1,495.00`.
 * A single separator is always the decimal one, so `1.495` is 1.495 (product.md, "Readings, settled").
 * Answers null for anything else; it never guesses.
 */
export function readDecimal(raw: string): Decimal | null {
  const text = raw.trim();
  if (text.length > DIGITS_MAX) return null;
  if (DOT_OR_NONE.test(text)) return decimal(plain(text));
  if (COMMA.test(text)) return decimal(plain(text.replace(',', '.')));
  if (DUTCH_THOUSANDS.test(text)) return decimal(plain(text.replaceAll('.', '').replace(',', '.')));
  if (ENGLISH_THOUSANDS.test(text)) return decimal(plain(text.replaceAll(',', '')));
  return null;
}

/** big.js takes neither a plus sign nor a bare dot at either end. */
function plain(text: string): string {
  const unsigned = text.replace(/^\+/, '');
  const leading = unsigned.replace(/^(-?)\./, '$10.');
  return leading.replace(/\.$/, '');
}

/** Text without exponent and without trailing zeros: `62.5`, `-1`, `0`. */
export function decimalText(value: Decimal): string {
  const fixed = value.toFixed();
  if (!fixed.includes('.')) return fixed === '-0' ? '0' : fixed;
  return fixed.replace(/\.?0+$/, '');
}

/** Text with a dot and at least two decimals, keeping all there are: `62.50`, `12.3456`. What OutSmart is sent. */
export function priceText(value: Decimal): string {
  const text = decimalText(value);
  const decimals = text.split('.')[1]?.length ?? 0;
  return decimals >= 2 ? text : value.toFixed(2);
}

/** Minutes as hours, rounded half up (away from zero) to 2 decimals: 130 minutes are 2.17 hours. */
export function hoursFromMinutes(minutes: number): Decimal {
  return new Big(minutes).div(60).round(2, Big.roundHalfUp);
}

/** An amount of money rounded half up (away from zero) to whole cents. For showing and adding up only. */
export function roundToCents(value: Decimal): Decimal {
  return value.round(2, Big.roundHalfUp);
}

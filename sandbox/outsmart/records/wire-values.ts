// How a JSON value that a client posts ends up in a text column, and how decimals are read and written.
// It does not know which field it is about.

import { Big } from 'big.js';

/** What a reply holds for a scalar: nearly everything is text. */
export type WireValue = string | null;

const plainDecimal = /^-?\d+(?:[.,]\d+)?$/;
const decimalsMin = 2;
const decimalsMax = 4;

/**
 * The text that a posted scalar becomes; undefined for an object or a list, which no text column takes. `false`
 * becomes empty (docs section 5), `true` becomes "1" as PHP casts it.
 */
export function wireText(value: unknown): WireValue | undefined {
  if (value === null) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return new Big(value).toFixed();
  if (typeof value === 'boolean') return value ? '1' : '';
  return undefined;
}

/** Reads a decimal with comma or dot, without thousands separators; undefined for anything else. */
export function readDecimal(text: string): Big | undefined {
  return plainDecimal.test(text) ? new Big(text.replace(',', '.')) : undefined;
}

/** Two to four decimals, the rest rounded half up, with the given sign. */
export function writeDecimal(value: Big, sign: '.' | ','): string {
  const rounded = value.round(decimalsMax, Big.roundHalfUp);
  const text = rounded.toFixed();
  const decimals = text.split('.')[1]?.length ?? 0;
  return (decimals < decimalsMin ? rounded.toFixed(decimalsMin) : text).replace('.', sign);
}

/**
 * Reads single members of OutSmart's answers, which come as text, as a number, as null or not at all.
 * Never throws and never guesses: what cannot be read is kept as found. Knows no field names.
 */
import { type Decimal, decimal, decimalText, readDecimal } from '../kernel/decimal.ts';
import { cutText, isBlank } from '../kernel/text.ts';
import type { ReadValue } from '../model/work-order.ts';

/** A member of another shape than it should have, shortened for a person to look at. */
export interface Misshapen {
  readonly found: string;
}

const FOUND_CHARACTERS_MAX = 200;
const FOUND_DEPTH_MAX = 3;
const FOUND_MEMBERS_MAX = 5;

/** A foreign value as a short text. Bounded in depth and width, so that no answer can make it run away. */
export function excerpt(value: unknown): string {
  const shortened = typeof value === 'string' ? value : JSON.stringify(shallow(value, FOUND_DEPTH_MAX));
  return cutText(shortened ?? '', FOUND_CHARACTERS_MAX);
}

function shallow(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return cutText(value, FOUND_CHARACTERS_MAX);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) return '…';
  if (Array.isArray(value)) return value.slice(0, FOUND_MEMBERS_MAX).map((item) => shallow(item, depth - 1));
  const members = Object.entries(value).slice(0, FOUND_MEMBERS_MAX);
  return Object.fromEntries(members.map(([name, member]) => [name, shallow(member, depth - 1)]));
}

/**
 * A scalar as the text it is, untrimmed. An integer too large for JSON's numbers has lost digits and is misshapen.
 *
 * @assumed (API notes 5) Null, an absent member and `false` all mean empty in OutSmart; `true` is its `"1"`.
 */
export function textOf(value: unknown): string | Misshapen {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined || value === false) return '';
  if (value === true) return '1';
  if (typeof value === 'number' && isExact(value)) return decimalText(decimal(value));
  return { found: excerpt(value) };
}

function isExact(value: number): boolean {
  return Number.isFinite(value) && (Number.isSafeInteger(value) || !Number.isInteger(value));
}

/**
 * A list. Absent, null and the empty text are the empty list; anything else that is no list is misshapen.
 *
 * @assumed (API notes 5) An order without lines has `[]`; the other forms of nothing are tolerated.
 */
export function listOf(value: unknown): readonly unknown[] | Misshapen {
  if (Array.isArray(value)) return value;
  if (value === null || value === undefined || value === '') return [];
  return { found: excerpt(value) };
}

/**
 * A quantity or price, with comma or dot, as text or as a JSON number.
 *
 * @assumed (API notes 5) Today's prices have a dot; the docs' samples have commas. Both are read.
 */
export function amountOf(value: unknown): ReadValue<Decimal> {
  return read(value, readDecimal);
}

const DURATION = /^(\d{1,4}):([0-5]\d)(?::[0-5]\d)?$/;
const WHOLE_MINUTES = /^\d{1,6}$/;

/**
 * Time worked in whole minutes: `H:i`, where hours may pass 24, or a whole number of minutes.
 *
 * @assumed (API notes 7.6) Hours may pass 24. Seconds are tolerated and left out, as in `H:i` they would be.
 */
export function durationOf(value: unknown): ReadValue<number> {
  return read(value, (text) => {
    if (WHOLE_MINUTES.test(text)) return Number(text);
    const match = DURATION.exec(text);
    return match ? Number(match[1]) * 60 + Number(match[2]) : null;
  });
}

const TIME_OF_DAY = /^(\d{1,2}):([0-5]\d)(?::[0-5]\d)?$/;
const MINUTES_PER_DAY = 24 * 60;

/** A time of day `H:i` as minutes since midnight; `24:00` is the end of the day. */
export function timeOfDayOf(value: unknown): ReadValue<number> {
  return read(value, (text) => {
    const match = TIME_OF_DAY.exec(text);
    if (!match) return null;
    const minutes = Number(match[1]) * 60 + Number(match[2]);
    return minutes <= MINUTES_PER_DAY ? minutes : null;
  });
}

/** A whole number of minutes of zero or more, also written with decimals that are zero (`15.00`). */
export function minutesOf(value: unknown): ReadValue<number> {
  return read(value, (text) => {
    const whole = text.replace(/[.,]0+$/, '');
    return WHOLE_MINUTES.test(whole) ? Number(whole) : null;
  });
}

/**
 * True for a flag that is set.
 *
 * @assumed (API notes 6.1) `Archived` is `"0"` or `"1"`. OutSmart's own former adapter took all but `"0"` for archived;
 * here an empty or absent flag is not set, so that no work order is left out for want of one.
 */
export function isYes(flag: string): boolean {
  return flag.trim() !== '' && !isNo(flag);
}

/** True for a flag that says no in so many words; an empty or absent flag does not. */
export function isNo(flag: string): boolean {
  return flag.trim() === '0';
}

/** A boolean is no amount and no time, though it can be a text. */
function read<T>(value: unknown, parse: (trimmed: string) => T | null): ReadValue<T> {
  if (typeof value === 'boolean') return { kind: 'unreadable', text: String(value) };
  const text = textOf(value);
  if (typeof text !== 'string') return { kind: 'unreadable', text: text.found };
  if (isBlank(text)) return { kind: 'empty' };
  const parsed = parse(text.trim());
  return parsed === null ? { kind: 'unreadable', text: excerpt(text) } : { kind: 'value', value: parsed, text };
}

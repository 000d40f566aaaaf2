// What the documentation says about one field: its type and size, and whether it must be posted. Checks one posted
// value against that; it does not know of records.

import { readDecimal, type WireValue, writeDecimal } from './wire-values.ts';

export type FieldKind =
  | 'text'
  | 'short'
  | 'long'
  | 'flag'
  | 'integer'
  | 'decimal'
  | 'comma-decimal'
  | 'float'
  | 'day'
  | 'iso-day'
  | 'time'
  | 'duration'
  | 'nullable';

export interface FieldSpec {
  name: string;
  kind: FieldKind;
  /** `reply`: present in replies, not accepted in a post. */
  need: 'required' | 'optional' | 'reply';
  /** What a record has that never got a value. */
  initial: WireValue;
}

export function required(name: string, kind: FieldKind = 'text'): FieldSpec {
  return { name, kind, need: 'required', initial: '' };
}

export function optional(name: string, kind: FieldKind = 'text', initial?: WireValue): FieldSpec {
  return { name, kind, need: 'optional', initial: initial === undefined ? emptyOf(kind) : initial };
}

export function reply(name: string, kind: FieldKind = 'text', initial?: WireValue): FieldSpec {
  return { ...optional(name, kind, initial), need: 'reply' };
}

function emptyOf(kind: FieldKind): WireValue {
  return kind === 'float' || kind === 'nullable' ? null : '';
}

/** A value as it is stored, or the message that says why it is refused. */
export type Judgement = { value: WireValue } | { problem: string };

const varcharMax = 255;
const shortMax = 55;
const textBytesMax = 65_535;

/** Judges one posted value. Empty is fine here: whether a field may be empty is the record's business. */
export function judgeValue(spec: FieldSpec, posted: WireValue, overLong: 'refuse' | 'cut'): Judgement {
  if (posted === null || posted === '') return { value: posted === null ? emptyOf(spec.kind) : posted };
  switch (spec.kind) {
    case 'flag':
      return posted === '0' || posted === '1' ? { value: posted } : { problem: `${spec.name} must be 0 or 1` };
    case 'integer':
      return /^-?\d{1,11}$/.test(posted) ? { value: posted } : { problem: `${spec.name} is not a whole number` };
    case 'decimal':
      return decimal(spec.name, posted, '.');
    case 'comma-decimal':
      return decimal(spec.name, posted, ',');
    case 'float':
      return readDecimal(posted) === undefined ? { problem: `${spec.name} is not a number` } : { value: posted };
    case 'day':
      return isDay(posted) ? { value: posted } : { problem: 'Date invalid. Format: 20-02-2016' };
    case 'iso-day':
      return isDay(posted.split('-').reverse().join('-'))
        ? { value: posted }
        : { problem: 'Date invalid. Format: 2016-02-20' };
    case 'time':
      return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(posted)
        ? { value: posted }
        : { problem: 'Time invalid. Format: 07:08' };
    case 'duration':
      return /^\d{2,3}:[0-5]\d$/.test(posted) ? { value: posted } : { problem: 'Time invalid. Format: 07:08' };
    default:
      return fitting(spec, posted, overLong);
  }
}

/** Whether this is a day of the calendar, written `d-m-Y` with leading zeros. */
export function isDay(text: string): boolean {
  const match = /^(\d{2})-(\d{2})-(\d{4})$/.exec(text);
  if (match === null) return false;
  const [day, month, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCDate() === day && date.getUTCMonth() === month - 1;
}

function decimal(name: string, posted: string, sign: '.' | ','): Judgement {
  const value = readDecimal(posted);
  return value === undefined ? { problem: `${name} is not a number` } : { value: writeDecimal(value, sign) };
}

function fitting(spec: FieldSpec, posted: string, overLong: 'refuse' | 'cut'): Judgement {
  if (spec.kind === 'long') {
    // A TEXT column counts bytes, a VARCHAR counts characters.
    const bytes = Buffer.from(posted);
    if (bytes.length <= textBytesMax) return { value: posted };
    if (overLong === 'cut')
      return {
        value: bytes
          .subarray(0, textBytesMax)
          .toString('utf8')
          .replace(/\uFFFD$/, ''),
      };
    return { problem: `${spec.name} is longer than 64 kB` };
  }
  const max = spec.kind === 'short' ? shortMax : varcharMax;
  if (posted.length <= max) return { value: posted };
  const characters = [...posted];
  if (characters.length <= max) return { value: posted };
  if (overLong === 'cut') return { value: characters.slice(0, max).join('') };
  return { problem: `${spec.name} is longer than ${max} characters` };
}

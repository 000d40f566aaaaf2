/**
 * How single values of Asperion's JSON are read: numbers and texts for one another, null and a missing member for empty.
 * What cannot be read makes the schema fail; nothing is guessed.
 */
import { z } from 'zod';
import { dayInAmsterdam, type IsoDate, readIsoDate } from '../kernel/dates.ts';
import { type Decimal, decimal, readDecimal, ZERO } from '../kernel/decimal.ts';

/** Longer than any, with room; and without a character that a database does not hold. */
const ID = /^[^\0]{1,100}$/;

/** An id as text, whatever its wire type. An integer beyond what JSON numbers carry exactly is no id. */
export const wireId = z.union([z.string().trim().regex(ID), z.int()]).transform((value) => String(value));

/** An id that is an integer, also when it was sent as text. */
export const wireIntegerId = z.union([
  z.int(),
  z
    .string()
    .trim()
    .regex(/^-?\d{1,15}$/)
    .transform(Number),
]);

/** A text; null, a missing member and an empty text are one. */
export const wireText = z
  .union([z.string(), z.number(), z.boolean()])
  .nullish()
  .transform((value) => (value === null || value === undefined ? '' : String(value)));

/** A decimal; null, a missing member and an empty text are 0. */
export const wireDecimal = z
  .union([z.number(), z.string()])
  .nullish()
  .transform((value, context): Decimal => {
    if (value === null || value === undefined) return ZERO;
    if (typeof value === 'number') return decimal(value);
    if (value.trim() === '') return ZERO;
    const read = readDecimal(value);
    if (read) return read;
    context.addIssue({ code: 'custom', message: 'no number' });
    return z.NEVER;
  });

/** Yes or no, also as 0 and 1 or as words; null when the member is missing, null or empty. */
export const wireBoolean = z
  .union([z.boolean(), z.number(), z.string()])
  .nullish()
  .transform((value, context): boolean | null => {
    if (value === null || value === undefined || value === '') return null;
    const text = String(value).toLowerCase();
    if (text === 'true' || text === '1') return true;
    if (text === 'false' || text === '0') return false;
    context.addIssue({ code: 'custom', message: 'neither true nor false' });
    return z.NEVER;
  });

/** A calendar day; null when the member is missing, null, empty or .NET's way of saying "never" (the year 1). */
export const wireDay = z
  .string()
  .nullish()
  .transform((value, context): IsoDate | null => {
    if (value === null || value === undefined || value.trim() === '' || value.startsWith('0001-01-01')) return null;
    const day = dayOf(value.trim());
    if (day) return day;
    context.addIssue({ code: 'custom', message: 'no date' });
    return z.NEVER;
  });

const WITH_ZONE = /T[\d:.]+(Z|[+-]\d\d:?\d\d)$/i;

/** A time with a zone is the day it is then in Amsterdam; a time without one is Dutch time already. */
function dayOf(text: string): IsoDate | null {
  if (!WITH_ZONE.test(text)) return readIsoDate(text);
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) ? null : dayInAmsterdam(moment);
}

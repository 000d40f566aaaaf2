/**
 * Numbers, amounts, days and times as a Dutch reader writes them, always in Dutch local time. Exact: no floating point on the way.
 */
import type { IsoDate } from '../kernel/dates.ts';
import { dayInAmsterdam } from '../kernel/dates.ts';
import { type Decimal, decimalText, roundToCents } from '../kernel/decimal.ts';

const TIME_ZONE = 'Europe/Amsterdam';
/** More than any decimal the program reads. */
const DECIMALS_MAX = 20;

const wholeCents = new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' });
const allDecimals = new Intl.NumberFormat('nl-NL', {
  style: 'currency',
  currency: 'EUR',
  maximumFractionDigits: DECIMALS_MAX,
});
const dayOfMoment = new Intl.DateTimeFormat('nl-NL', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: TIME_ZONE,
});
const dayOfCalendar = new Intl.DateTimeFormat('nl-NL', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const timeOfDay = new Intl.DateTimeFormat('nl-NL', { hour: '2-digit', minute: '2-digit', timeZone: TIME_ZONE });
const list = new Intl.ListFormat('nl-NL', { style: 'long', type: 'conjunction' });

/** Intl reads a number text exactly, without going through floating point. */
function exact(value: Decimal): `${number}` {
  return decimalText(value) as `${number}`;
}

/** `€ 1.234,50`, with a no-break space, rounded half up to cents; with `all` every decimal of a unit price: `€ 0,0345`. */
export function euro(amount: Decimal, decimals: 'cents' | 'all' = 'cents'): string {
  return decimals === 'all' ? allDecimals.format(exact(amount)) : wholeCents.format(exact(roundToCents(amount)));
}

/** `1.234,5`: every decimal there is, and zeros up to `decimalsMin`. */
export function dutchNumber(value: Decimal | number, decimalsMin = 0): string {
  const format = new Intl.NumberFormat('nl-NL', {
    minimumFractionDigits: decimalsMin,
    maximumFractionDigits: DECIMALS_MAX,
  });
  return format.format(typeof value === 'number' ? value : exact(value));
}

/** `24 nov 2026`: a calendar day, or the day it is in the Netherlands at that moment. */
export function dutchDate(day: IsoDate | Date): string {
  if (typeof day === 'string') return dayOfCalendar.format(new Date(`${day}T00:00:00Z`));
  return dayOfMoment.format(day);
}

/** `10:15`. */
export function dutchTime(moment: Date): string {
  return timeOfDay.format(moment);
}

/** `24 nov 2026 10:15`; with `now`, a moment of that same day is `vandaag 10:15`. */
export function dutchDateTime(moment: Date, now?: Date): string {
  const isToday = now !== undefined && dayInAmsterdam(moment) === dayInAmsterdam(now);
  return `${isToday ? 'vandaag' : dutchDate(moment)} ${dutchTime(moment)}`;
}

/** `1 werkbon`, `1.204 werkbonnen`. */
export function counted(count: number, one: string, many: string): string {
  return `${dutchNumber(count)} ${count === 1 ? one : many}`;
}

/** `a`, `a en b`, `a, b en c`. */
export function dutchList(words: readonly string[]): string {
  return list.format(words);
}

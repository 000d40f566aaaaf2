/**
 * Calendar days as text, in Dutch local time. Uses the runtime's own time zone data; knows nothing of invoices.
 */

/** A calendar day as `YYYY-MM-DD`. */
export type IsoDate = string & { readonly __brand: 'IsoDate' };

const amsterdam = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day it is in Amsterdam at that moment. */
export function dayInAmsterdam(moment: Date): IsoDate {
  return amsterdam.format(moment) as IsoDate;
}

/** Reads `YYYY-MM-DD`, also with a time behind it; null when that is no day of the calendar. */
export function readIsoDate(text: string): IsoDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:$|[T ])/.exec(text.trim());
  if (!match) return null;
  return calendarDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Reads OutSmart's `d-m-Y`, with or without leading zeros; null when that is no day of the calendar. */
export function readDutchDate(text: string): IsoDate | null {
  const match = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(text.trim());
  if (!match) return null;
  return calendarDay(Number(match[3]), Number(match[2]), Number(match[1]));
}

function calendarDay(year: number, month: number, day: number): IsoDate | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isSame = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isSame ? (date.toISOString().slice(0, 10) as IsoDate) : null;
}

/** The calendar day so many days later. */
export function daysAfter(day: IsoDate, days: number): IsoDate {
  return daysBefore(day, -days);
}

/** The calendar day so many days earlier. */
export function daysBefore(day: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10) as IsoDate;
}

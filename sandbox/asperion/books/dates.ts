// Dates as the service writes them: a day is "YYYY-MM-DDT00:00:00" without zone, and "today" is the day in the
// Netherlands. Must not read the real clock.

const DAY = /^(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?$/;

const amsterdam = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** The day "YYYY-MM-DD" of a date as callers write it, or null when it is no date of the calendar. */
export function dayOf(text: string): string | null {
  const day = DAY.exec(text)?.[1];
  if (day === undefined) return null;
  const parsed = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== day ? null : day;
}

/** The wire form of a day. */
export const wireDay = (day: string): string => `${day}T00:00:00`;

/** The moment on Dutch clocks in wire form, without zone. */
export const wireMoment = (now: Date): string => amsterdam.format(now).replace(' ', 'T');

/** The Dutch day "YYYY-MM-DD" of a moment. */
export const dutchDay = (now: Date): string => amsterdam.format(now).slice(0, 10);

/** The day some days later, "YYYY-MM-DD". */
export function daysLater(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

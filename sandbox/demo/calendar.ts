// Days as text, counted from a day that the caller names. Nothing here reads the clock of the machine:
// the same `today` gives the same demo, whenever it is made.

const DAY_MS = 86_400_000;

/** The day `days` after `day` (before it when negative). Both are written YYYY-MM-DD. */
export function addDays(day: string, days: number): string {
  return new Date(midnightMs(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/**
 * The working day (Monday to Friday) that lies `workdays` working days before `today`; after it when negative.
 * A `today` in the weekend counts from the Friday before.
 */
export function workdayBefore(today: string, workdays: number): string {
  let day = today;
  while (isWeekend(day)) day = addDays(day, -1);
  const step = workdays < 0 ? 1 : -1;
  for (let left = Math.abs(workdays); left > 0; left -= 1) {
    do day = addDays(day, step);
    while (isWeekend(day));
  }
  return day;
}

/** A day as OutSmart writes it on work orders: `24-11-2026` for `2026-11-24`. */
export function dutchDay(day: string): string {
  return day.split('-').reverse().join('-');
}

/** Minutes since midnight of a time `H:i`. */
export function minutesOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** A duration as OutSmart writes it, `H:i`; the hours may pass 24. */
export function durationText(minutes: number): string {
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

/** A time of day `H:i`, `minutes` after midnight; runs on into the next day. */
export function timeText(minutes: number): string {
  return durationText(minutes % 1440);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function isWeekend(day: string): boolean {
  const weekday = new Date(midnightMs(day)).getUTCDay();
  return weekday === 0 || weekday === 6;
}

function midnightMs(day: string): number {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new Error(`"${day}" is not a day written as YYYY-MM-DD.`);
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight)) throw new Error(`"${day}" is not a day of the calendar.`);
  return midnight;
}

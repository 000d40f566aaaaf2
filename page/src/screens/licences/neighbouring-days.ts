/**
 * The day before and after a day of the calendar, both as `2026-12-14`.
 */
const DAY_MS = 86_400_000;

export function dayBefore(isoDate: string): string {
  return shifted(isoDate, -DAY_MS);
}

export function dayAfter(isoDate: string): string {
  return shifted(isoDate, DAY_MS);
}

function shifted(isoDate: string, byMs: number): string {
  // At noon in UTC no change of clock can move it to another day.
  return new Date(Date.parse(`${isoDate}T12:00:00Z`) + byMs).toISOString().slice(0, 10);
}

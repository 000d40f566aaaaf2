// OutSmart writes moments as Dutch local time without a zone (docs section 5, ASSUMED). This is the one place
// where that is done.

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** The moment as `Y-m-d H:i:s` on a Dutch wall clock. */
export function dutchTimestamp(moment: Date): string {
  return parts.format(moment).replace(', ', ' ');
}

/**
 * Euros, dates and times as people write them. Amounts arrive as exact text and are never computed with here.
 */
import type { Language } from './language.ts';

const LOCALE = { nl: 'nl-NL', en: 'en-GB' } as const;
const ZONE = 'Europe/Amsterdam';

/** `€ 1.234,50` with a space that does not break; minus as `€ -12,00`. */
export function euro(amount: string, language: Language): string {
  const rounded = roundedToCents(amount);
  const negative = rounded.startsWith('-');
  const [whole = '0', cents = '00'] = rounded.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'nl' ? '.' : ',');
  return `€\u00a0${negative ? '-' : ''}${grouped}${language === 'nl' ? ',' : '.'}${cents}`;
}

/** Half up, on the text itself: a floating-point number would lose cents of large amounts. */
function roundedToCents(amount: string): string {
  const [, sign = '', whole = '0', decimals = ''] = /^(-?)(\d+)(?:\.(\d*))?$/.exec(amount.trim()) ?? [];
  const scaled = BigInt(whole + decimals.padEnd(2, '0').slice(0, 2)) + (Number(decimals[2] ?? '0') >= 5 ? 1n : 0n);
  const text = scaled.toString().padStart(3, '0');
  const isZero = scaled === 0n;
  return `${isZero ? '' : sign}${text.slice(0, -2)}.${text.slice(-2)}`;
}

/** `1.234`; zero as `–` where normal is quiet. */
export function whole(count: number, language: Language): string {
  return new Intl.NumberFormat(LOCALE[language]).format(count);
}

export function wholeOrDash(count: number | null, language: Language): string {
  if (count === null) return '';
  return count === 0 ? '–' : whole(count, language);
}

/** `24 nov 2026`, of a day or a moment. */
export function day(value: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALE[language], { day: 'numeric', month: 'short', year: 'numeric', timeZone: ZONE })
    .format(momentOf(value))
    .replace('.', '');
}

/** `dinsdag 24 nov 2026`. */
export function weekday(value: string, language: Language): string {
  const name = new Intl.DateTimeFormat(LOCALE[language], { weekday: 'long', timeZone: ZONE }).format(momentOf(value));
  return `${name} ${day(value, language)}`;
}

/** `10:15`. */
export function time(value: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALE[language], { hour: '2-digit', minute: '2-digit', timeZone: ZONE }).format(
    momentOf(value),
  );
}

/** `10:15:04`. */
export function timeWithSeconds(value: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALE[language], {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZone: ZONE,
  }).format(momentOf(value));
}

/** `vandaag 09:45`, `gisteren 16:00`, `3 sep 2026 09:00`. */
export function dayAndTime(value: string, language: Language, now: Date = new Date()): string {
  const words = { nl: ['vandaag', 'gisteren'], en: ['today', 'yesterday'] }[language];
  const [today, yesterday] = [calendarDay(now), calendarDay(new Date(now.getTime() - 86_400_000))];
  const on = calendarDay(momentOf(value));
  const named = on === today ? words[0] : on === yesterday ? words[1] : day(value, language);
  return `${named} ${time(value, language)}`;
}

/** `november 2026` of `2026-11`. */
export function monthName(month: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALE[language], { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}

/** `2026-11-24` in Amsterdam. */
export function calendarDay(moment: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE }).format(moment);
}

function momentOf(value: string): Date {
  return new Date(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T12:00:00Z` : value);
}

/**
 * When something was or will be, as it is said within a sentence.
 */
import type { Language } from './language.ts';
import { calendarDay, day, monthName, time } from './numbers.ts';

const DAY_MS = 86_400_000;

/** `om 10:15` today, `gisteren om 16:00`, `morgen om 07:00`, else `op 3 sep 2026 om 09:00`. */
export function atMoment(value: string, language: Language, now: Date = new Date()): string {
  const on = calendarDay(new Date(value));
  const daysOff = (days: number) => calendarDay(new Date(now.getTime() + days * DAY_MS));
  const words = {
    nl: { today: '', yesterday: 'gisteren ', tomorrow: 'morgen ', on: 'op', at: 'om' },
    en: { today: '', yesterday: 'yesterday ', tomorrow: 'tomorrow ', on: 'on', at: 'at' },
  }[language];
  const when =
    on === daysOff(0)
      ? words.today
      : on === daysOff(-1)
        ? words.yesterday
        : on === daysOff(1)
          ? words.tomorrow
          : `${words.on} ${day(value, language)} `;
  return `${when}${words.at} ${time(value, language)}`;
}

/** With a capital, to begin a sentence. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `januari` of this year, `november 2025` of another. */
export function monthThisYear(month: string, language: Language, now: Date = new Date()): string {
  const name = monthName(month, language);
  return month.slice(0, 4) === calendarDay(now).slice(0, 4) ? name.replace(/ \d{4}$/, '') : name;
}

/** `mrt` of `2026-03`, for under a chart. */
export function monthShort(month: string, language: Language): string {
  return new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' })
    .format(new Date(`${month}-01T00:00:00Z`))
    .replace('.', '');
}

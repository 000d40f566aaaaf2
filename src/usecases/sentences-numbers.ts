/**
 * Numbers, amounts, days and times as a reader of either language writes them, always in Dutch local time. Exact: no
 * floating point on the way.
 */
import type { IsoDate } from '../kernel/dates.ts';
import { dayInAmsterdam } from '../kernel/dates.ts';
import { type Decimal, decimalText, roundToCents } from '../kernel/decimal.ts';
import type { Language } from './language.ts';

const TIME_ZONE = 'Europe/Amsterdam';
/** More than any decimal the program reads. */
const DECIMALS_MAX = 20;
const LOCALES: Readonly<Record<Language, string>> = { nl: 'nl-NL', en: 'en-GB' };

const formatsOf = (locale: string) => {
  const day = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  return {
    dayOfMoment: new Intl.DateTimeFormat(locale, { ...day, timeZone: TIME_ZONE }),
    dayOfCalendar: new Intl.DateTimeFormat(locale, { ...day, timeZone: 'UTC' }),
    timeOfDay: new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: TIME_ZONE }),
    money: new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: DECIMALS_MAX }),
    list: new Intl.ListFormat(locale, { style: 'long', type: 'conjunction' }),
  };
};
const formats = { nl: formatsOf(LOCALES.nl), en: formatsOf(LOCALES.en) };
const TODAY: Readonly<Record<Language, string>> = { nl: 'vandaag', en: 'today' };

/** Intl reads a number text exactly, without going through floating point. */
function exact(value: Decimal): `${number}` {
  return decimalText(value) as `${number}`;
}

/** `€ 1.234,50`, with a no-break space, rounded half up to cents; with `all` every decimal of a unit price: `€ 0,0345`. */
export function euro(amount: Decimal, decimals: 'cents' | 'all' = 'cents', language: Language = 'nl'): string {
  return `€\u00a0${formats[language].money.format(exact(decimals === 'all' ? amount : roundToCents(amount)))}`;
}

/** `1.234,5`: every decimal there is, and zeros up to `decimalsMin`. */
export function dutchNumber(value: Decimal | number, decimalsMin = 0, language: Language = 'nl'): string {
  const format = new Intl.NumberFormat(LOCALES[language], {
    minimumFractionDigits: decimalsMin,
    maximumFractionDigits: DECIMALS_MAX,
  });
  return format.format(typeof value === 'number' ? value : exact(value));
}

/** `24 nov 2026`: a calendar day, or the day it is in the Netherlands at that moment. */
export function dutchDate(day: IsoDate | Date, language: Language = 'nl'): string {
  const { dayOfCalendar, dayOfMoment } = formats[language];
  return typeof day === 'string' ? dayOfCalendar.format(new Date(`${day}T00:00:00Z`)) : dayOfMoment.format(day);
}

/** `10:15`. */
export function dutchTime(moment: Date, language: Language = 'nl'): string {
  return formats[language].timeOfDay.format(moment);
}

/** `24 nov 2026 10:15`; with `now`, a moment of that same day is `vandaag 10:15`. */
export function dutchDateTime(moment: Date, now?: Date, language: Language = 'nl'): string {
  const isToday = now !== undefined && dayInAmsterdam(moment) === dayInAmsterdam(now);
  return `${isToday ? TODAY[language] : dutchDate(moment, language)} ${dutchTime(moment, language)}`;
}

/** `1 werkbon`, `1.204 werkbonnen`. */
export function counted(count: number, one: string, many: string, language: Language = 'nl'): string {
  return `${dutchNumber(count, 0, language)} ${count === 1 ? one : many}`;
}

/** `a`, `a en b`, `a, b en c`. */
export function dutchList(words: readonly string[], language: Language = 'nl'): string {
  return formats[language].list.format(words);
}

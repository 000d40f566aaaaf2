/**
 * What a person asks of the log and the list of runs: days that exist, results that there are.
 */
import { type IsoDate, readIsoDate } from '../kernel/dates.ts';
import type { LogSearch } from '../store/log-pages.ts';
import type { Period } from '../store/period.ts';
import type { LogResult } from '../store/records.ts';
import type { Language } from './language.ts';
import { refusal } from './sentences-refusals.ts';

interface AskedPeriod {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** Refusal log.day for a day that is not in the calendar. */
export function periodOf({ from, until }: AskedPeriod, language: Language): Period {
  return { from: dayOf('from', from, language), until: dayOf('until', until, language) };
}

/** Refusal log.day. A result that there is not finds nothing. */
export function logSearchOf(
  { search, result, ...period }: AskedPeriod & { readonly search: string; readonly result: string },
  language: Language,
): LogSearch {
  return { search, result: result === '' ? undefined : (result as LogResult), ...periodOf(period, language) };
}

function dayOf(field: string, text: string | undefined, language: Language): IsoDate | undefined {
  if (text === undefined) return undefined;
  const day = readIsoDate(text);
  if (day !== null) return day;
  throw refusal('log.day', { day: text }, [{ field, text: refusal('log.day', { day: text }).messageIn(language) }]);
}

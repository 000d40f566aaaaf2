/**
 * Values that the audit trail keeps as texts, read back. Knows no language.
 */
import { type IsoDate, readIsoDate } from '../kernel/dates.ts';
import type { JobName } from '../store/records.ts';

/** Null for an empty text, and for one that is no day. */
export function dayIn(text: string): IsoDate | null {
  return text === '' ? null : readIsoDate(text);
}

const JOBS: Readonly<Record<JobName, true>> = {
  full: true,
  debtors: true,
  articles: true,
  hourtypes: true,
  export: true,
};

/** Another version of the program may have other jobs. */
export function isJobName(text: string): text is JobName {
  return Object.hasOwn(JOBS, text);
}

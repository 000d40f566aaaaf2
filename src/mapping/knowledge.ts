/**
 * What mapping is told about both systems: records by the folded form of their number or code. Settles which record
 * counts when two share one form. Fetches nothing.
 */
import { foldCode } from '../kernel/text.ts';
import type { Article, Debtor, SalesType, VatCode } from '../model/accounting.ts';
import type { RecordChoices } from '../model/record-choices.ts';
import type { HourType } from '../model/work-order.ts';

/** Keys are made with `foldCode`; see `debtorsByNumber`, `articlesByCode` and `hourTypesByCode`. */
export interface Knowledge {
  readonly debtors: ReadonlyMap<string, Debtor>;
  /** Inactive ones included, so that none is created beside them. */
  readonly articles: ReadonlyMap<string, Article>;
  readonly salesTypes: readonly SalesType[];
  /** In the order of Asperion, since the first usable default counts. */
  readonly vatCodes: readonly VatCode[];
  /** The hour types as OutSmart keeps them. */
  readonly hourTypes: ReadonlyMap<string, HourType>;
  /** People's word about single codes: it goes before everything else. */
  readonly choices: RecordChoices;
}

/** Debtors by folded number; of two with one number the first that is not blocked. */
export function debtorsByNumber(debtors: Iterable<Debtor>): ReadonlyMap<string, Debtor> {
  return byFolded(
    debtors,
    (debtor) => debtor.customerNumber,
    (debtor) => !debtor.isBlocked,
  );
}

/** Articles by folded code; of two with one code the first that is active. */
export function articlesByCode(articles: Iterable<Article>): ReadonlyMap<string, Article> {
  return byFolded(
    articles,
    (article) => article.code,
    (article) => article.isActive,
  );
}

/** Hour types by folded code; of two with one code the first that is active. */
export function hourTypesByCode(hourTypes: Iterable<HourType>): ReadonlyMap<string, HourType> {
  return byFolded(
    hourTypes,
    (hourType) => hourType.code,
    (hourType) => hourType.isActive,
  );
}

function byFolded<T>(
  records: Iterable<T>,
  codeOf: (record: T) => string,
  isPreferred: (record: T) => boolean,
): ReadonlyMap<string, T> {
  const byCode = new Map<string, T>();
  for (const record of records) {
    const key = foldCode(codeOf(record));
    const earlier = byCode.get(key);
    if (key !== '' && (earlier === undefined || (isPreferred(record) && !isPreferred(earlier))))
      byCode.set(key, record);
  }
  return byCode;
}

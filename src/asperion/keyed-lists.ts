/**
 * The lists in which records are found by a key, with the filters that find them.
 */
import type { AdministrationId } from '../model/ids.ts';
import type { Query } from './call.ts';
import type { KeyedList } from './find-by-key.ts';
import { type ArticleRecord, articleRecord, type DebtorRecord, debtorRecord } from './records.ts';

export const DEBTORS_PATH = '/v1/debtors';
export const ARTICLES_PATH = '/v1/articles';

/** @assumed The value that makes a list of articles include inactive ones. The parameter itself is confirmed. */
const INACTIVE_TOO: Query = { ActiveState: 'All' };

/** Debtors by customer number. */
export function debtorsWithNumber(administrationId: AdministrationId): KeyedList<DebtorRecord> {
  return {
    path: DEBTORS_PATH,
    filter: {},
    administrationId,
    schema: debtorRecord,
    keyFilter: 'CustomerNumber',
    keyKind: 'text',
    keyOf: (row) => row.customerNumber,
  };
}

/**
 * Articles by code, inactive ones included.
 * @assumed The filters `Code` and `Id` of articles, by the convention that is known of debtors.
 */
export function articlesWithCode(administrationId: AdministrationId): KeyedList<ArticleRecord> {
  return { ...articlesWithId(administrationId), keyFilter: 'Code', keyKind: 'text', keyOf: (row) => row.code };
}

/** Articles by id, inactive ones included. */
export function articlesWithId(administrationId: AdministrationId): KeyedList<ArticleRecord> {
  return {
    path: ARTICLES_PATH,
    filter: INACTIVE_TOO,
    administrationId,
    schema: articleRecord,
    keyFilter: 'Id',
    keyKind: 'id',
    keyOf: (row) => row.id,
  };
}

/**
 * The lists in which records are found by a key or by a part of their text, with the filters that find them.
 */
import type { AdministrationId } from '../model/ids.ts';
import type { Query } from './call.ts';
import type { KeyedList } from './find-by-key.ts';
import { type ArticleRecord, articleRecord, type DebtorRecord, debtorRecord } from './records.ts';
import type { TextSearch } from './search.ts';

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

/** Debtors by the start of their number or a part of their name. */
export function debtorsWithText(administrationId: AdministrationId): TextSearch<DebtorRecord> {
  return {
    path: DEBTORS_PATH,
    filter: {},
    administrationId,
    schema: debtorRecord,
    by: [
      { filter: 'CustomerNumber', comparison: 'StartsWith' },
      { filter: 'Name', comparison: 'Contains' },
    ],
    textsOf: (row) => [row.customerNumber, row.name],
  };
}

/**
 * Active articles by the start of their code or a part of their description.
 * @assumed The filters `Code` and `Description` of articles, by the convention that is known of debtors.
 */
export function articlesWithText(administrationId: AdministrationId): TextSearch<ArticleRecord> {
  return {
    path: ARTICLES_PATH,
    filter: {},
    administrationId,
    schema: articleRecord,
    by: [
      { filter: 'Code', comparison: 'StartsWith' },
      { filter: 'Description', comparison: 'Contains' },
    ],
    textsOf: (row) => [row.code, row.description],
  };
}

/**
 * Looking for records by a part of their text, for a person who chooses one: a few pages at most, whatever the list is long.
 * Knows no particular list.
 */
import { foldCode } from '../kernel/text.ts';
import type { AsperionApi, Query } from './call.ts';
import { type ListRequest, readPages } from './lists.ts';

export interface TextSearch<Row> extends ListRequest<Row> {
  /** Query parameters that look at one text each, with how they compare. */
  readonly by: readonly { readonly filter: string; readonly comparison: 'StartsWith' | 'Contains' }[];
  /** The texts that those look at. */
  readonly textsOf: (row: Row) => readonly string[];
}

export interface Searched<Row> {
  readonly rows: readonly Row[];
  /** There are or may be more. */
  readonly isCut: boolean;
}

/** Of a filter that Asperion does not know every page holds anything; a person who types more gets there as well. */
const PAGES_PER_FILTER_MAX = 3;

/**
 * Up to `limit` rows of which one of the texts holds `text`, without regard to case; for an empty text the first ones. What
 * begins with it comes first. Faults: those of a read.
 */
export async function searchList<Row extends { readonly id: unknown }>(
  api: AsperionApi,
  list: TextSearch<Row>,
  text: string,
  limit: number,
): Promise<Searched<Row>> {
  const wanted = foldCode(text);
  const isWanted = (row: Row) => list.textsOf(row).some((one) => foldCode(one).includes(wanted));
  const filters: Query[] =
    wanted === ''
      ? [{}]
      : list.by.map(({ filter, comparison }) => ({ [filter]: text.trim(), [`${filter}_comparison`]: comparison }));
  const parts = await Promise.all(
    filters.map((filter) => firstRows(api, list, { ...list.filter, ...filter }, isWanted, limit)),
  );
  const rows = [...new Map(parts.flatMap(({ rows }) => rows).map((row) => [row.id, row])).values()];
  const begins = (row: Row) => list.textsOf(row).some((one) => foldCode(one).startsWith(wanted));
  const inOrder = [...rows.filter(begins), ...rows.filter((row) => !begins(row))];
  return { rows: inOrder.slice(0, limit), isCut: inOrder.length > limit || parts.some(({ isCut }) => isCut) };
}

async function firstRows<Row extends { readonly id: unknown }>(
  api: AsperionApi,
  list: TextSearch<Row>,
  filter: Query,
  isWanted: (row: Row) => boolean,
  limit: number,
): Promise<Searched<Row>> {
  const rows: Row[] = [];
  let pages = 0;
  for await (const page of readPages(api, { ...list, filter })) {
    if (pages === PAGES_PER_FILTER_MAX || rows.length > limit) return { rows, isCut: true };
    rows.push(...page.rows.filter(isWanted));
    pages += 1;
  }
  return { rows, isCut: false };
}

/**
 * The records that are imported and exported: plain ones in bulk, all of which can go. Fills the foreign systems with them.
 */
import { demoSalesTypes, demoVatCodes } from '#sandbox/demo/administration-lists.ts';
import { bulkArticles, bulkDebtors, bulkWorkOrders } from '#sandbox/demo/bulk.ts';
import type { ForeignSystems } from './foreign-systems.ts';
import type { BenchSizes, Masters } from './options.ts';

/** The five hour types come first in the bulk; work orders need some of them. */
const HOUR_TYPES = 5;
/** Records in one seeding call: a body of a few megabytes. */
const SEED_RECORDS_MAX = 5_000;

/** The day that the records are made for; any day does. */
const TODAY = '2026-11-24';

/** Puts that many records in bulk into Asperion; what is there already stays as it is. */
export async function seedMasters(systems: ForeignSystems, { articles, debtors }: Masters): Promise<void> {
  await systems.seedAsperion({ salesTypes: demoSalesTypes(), vatCodes: demoVatCodes() });
  for (const part of parts(bulkArticles(articles, TODAY))) await systems.seedAsperion({ articles: part });
  for (const part of parts(bulkDebtors(debtors, TODAY))) await systems.seedAsperion({ debtors: part });
}

/** Ready work orders, spread evenly over the debtors and articles that the sizes say, which lie evenly among all. */
export function readyWorkOrders(sizes: BenchSizes, masters: Masters): object[] {
  const articles = [...bulkArticles(masters.articles, TODAY)];
  const hourTypes = articles.slice(0, HOUR_TYPES);
  const goods = evenly(articles.slice(HOUR_TYPES), sizes.orderArticles - HOUR_TYPES);
  const debtors = evenly([...bulkDebtors(masters.debtors, TODAY)], sizes.orderDebtors);
  return [...bulkWorkOrders(sizes.orders, { debtors, articles: [...hourTypes, ...goods], today: TODAY })];
}

function evenly<T>(all: readonly T[], count: number): T[] {
  return all.filter(
    (_, index) => Math.floor((index * count) / all.length) !== Math.floor(((index - 1) * count) / all.length),
  );
}

function* parts<T>(records: Iterable<T>): Generator<T[]> {
  let part: T[] = [];
  for (const record of records) {
    part.push(record);
    if (part.length < SEED_RECORDS_MAX) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

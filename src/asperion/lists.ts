/**
 * Reading Asperion's lists: page after page, the next one already under way while this one is worked on. Checks that the
 * administration that answered is the one that was meant. Knows no particular list.
 */
import { setImmediate as turnOfEventLoop } from 'node:timers/promises';
import type { z } from 'zod';
import { Fault } from '../kernel/fault.ts';
import type { AdministrationId } from '../model/ids.ts';
import type { ApiAnswer, AsperionApi, Query } from './call.ts';
import { contractBroken } from './faults.ts';
import { nextQuery } from './page-links.ts';
import { listEnvelope, type MetaRecord } from './records.ts';

/** A list of records of one kind, as far as a filter lets them through. */
export interface ListRequest<Row> {
  readonly path: string;
  readonly filter: Query;
  /** Null for the list of administrations itself, which is not about one of them. */
  readonly administrationId: AdministrationId | null;
  readonly schema: z.ZodType<Row>;
}

export interface Page<Row> {
  /** Rows that no earlier page had. */
  readonly rows: readonly Row[];
  /** Length of the answer. */
  readonly characters: number;
}

/** No list of ours is longer; a server whose pages never end is stopped here. */
const PAGES_MAX = 10_000;
const ROWS_MAX = 1_000_000;
/** What is kept of one list at once: a hundred times what a long one takes. */
const KEPT_CHARACTERS_MAX = 32 * 1024 * 1024;

/**
 * The pages of a list, each row once by id (a row that is added meanwhile shifts others to the next page). One page is
 * read ahead; it is stopped when the reader leaves.
 * Faults: those of a read, and asperion.wrong_administration, asperion.contract_broken (naming the row).
 */
export async function* readPages<Row extends { readonly id: unknown }>(
  api: AsperionApi,
  request: ListRequest<Row>,
): AsyncGenerator<Page<Row>, void, undefined> {
  const left = new AbortController();
  try {
    yield* followPages(api, request, await readFirstPage(api, request, left.signal), left.signal);
  } finally {
    left.abort();
  }
}

/**
 * The wanted rows of the whole list at once; without `isWanted` all of them, for lists that are short by nature.
 * Faults: those of `readPages`.
 */
export async function readList<Row extends { readonly id: unknown }>(
  api: AsperionApi,
  request: ListRequest<Row>,
  isWanted: (row: Row) => boolean = () => true,
): Promise<readonly Row[]> {
  return kept(request, readPages(api, request), isWanted);
}

async function kept<Row>(
  { path }: ListRequest<Row>,
  pages: AsyncIterable<Page<Row>>,
  isWanted: (row: Row) => boolean,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let characters = 0;
  for await (const page of pages) {
    const wanted = page.rows.filter(isWanted);
    if (wanted.length > 0) characters += page.characters;
    if (characters > KEPT_CHARACTERS_MAX) throw contractBroken(`GET ${path}`, '_data', 'the list is far too long');
    rows.push(...wanted);
  }
  return rows;
}

/**
 * The wanted rows of a list, or null when it has more than `pagesMax` pages: then only its first page was asked for.
 * A list that does not tell its length counts as long. Faults: those of `readPages`.
 */
export async function readShortList<Row extends { readonly id: unknown }>(
  api: AsperionApi,
  request: ListRequest<Row>,
  pagesMax: number,
  isWanted: (row: Row) => boolean,
): Promise<readonly Row[] | null> {
  const left = new AbortController();
  try {
    const first = await readFirstPage(api, request, left.signal);
    if (first.next && (first.pageCount === null || first.pageCount > pagesMax)) return null;
    return await kept(request, followPages(api, request, first, left.signal), isWanted);
  } finally {
    left.abort();
  }
}

/**
 * From the first page on. The page after the one handed out is always under way, and is so before the rows of this one are
 * read: what a list costs beyond its calls is done while waiting for them.
 */
async function* followPages<Row extends { readonly id: unknown }>(
  api: AsperionApi,
  request: ListRequest<Row>,
  first: LinkedPage,
  signal: AbortSignal,
): AsyncGenerator<Page<Row>, void, undefined> {
  const seenIds = new Set<unknown>();
  const seenPages = new Set<string | undefined>();
  for (let page: LinkedPage | null = first, pages = 1; page; pages++) {
    // A link to a page that we had would go round for ever.
    if (page.next && (pages === PAGES_MAX || !isNew(seenPages, page.next.page))) {
      throw contractBroken(page.answer.call, '_meta.nextPage', page.nextPage);
    }
    const coming: Promise<LinkedPage> | null = page.next && readPage(api, request, page.next, signal);
    // Its failure is thrown when its turn comes; until then it has an owner.
    coming?.catch(() => undefined);
    if (coming) await letRequestLeave();
    if (seenIds.size > ROWS_MAX) throw contractBroken(page.answer.call, '_meta.nextPage', page.nextPage);
    const rows = readRows(page, request.schema).filter((row) => isNew(seenIds, row.id));
    yield { rows, characters: page.answer.text.length };
    page = await coming;
  }
}

/**
 * undici looks for a whole turn of the event loop whether its idle connection is still good, and only then sends. Reading
 * two hundred rows before that turn would keep the request back for as long.
 */
async function letRequestLeave(): Promise<void> {
  await turnOfEventLoop();
  await turnOfEventLoop();
}

interface LinkedPage {
  readonly answer: ApiAnswer;
  /** As they came. */
  readonly wireRows: readonly unknown[];
  readonly pageCount: number | null;
  readonly nextPage: string;
  readonly next: Query | null;
}

/** The first page is asked for without a number, since whether pages count from 0 or from 1 is not known. */
async function readFirstPage<Row>(
  api: AsperionApi,
  request: ListRequest<Row>,
  signal: AbortSignal,
): Promise<LinkedPage> {
  return readPage(api, request, { ...request.filter, pageSize: String(api.connection.pageSize) }, signal);
}

async function readPage<Row>(
  api: AsperionApi,
  request: ListRequest<Row>,
  query: Query,
  signal: AbortSignal,
): Promise<LinkedPage> {
  const { path, administrationId } = request;
  const answer = await api.call({ method: 'GET', path, query, administrationId, effect: 'read', signal });
  const envelope = listEnvelope.safeParse(answer.json);
  if (!envelope.success) throw contractBroken(answer.call, pathOf(envelope.error.issues), answer.text);
  const { _data: data, _meta: meta } = envelope.data;
  if (administrationId !== null) assertAdministration(answer, meta, administrationId);
  const nextPage = meta?.nextPage.trim() ?? '';
  const next = nextPage === '' ? null : nextQuery(query, nextPage);
  // Without a page number the list would seem to end here.
  if (nextPage !== '' && next === null) throw contractBroken(answer.call, '_meta.nextPage', nextPage);
  return { answer, wireRows: data, pageCount: meta?.pageCount ?? null, nextPage, next };
}

function readRows<Row>({ answer, wireRows }: LinkedPage, schema: z.ZodType<Row>): Row[] {
  return wireRows.map((row, index) => readRow(answer, schema, row, index));
}

function readRow<Row>(answer: ApiAnswer, schema: z.ZodType<Row>, row: unknown, index: number): Row {
  const read = schema.safeParse(row);
  if (read.success) return read.data;
  const inRow = pathOf(read.error.issues);
  throw contractBroken(answer.call, `_data[${index}]${inRow === '' ? '' : `.${inRow}`}`, JSON.stringify(row));
}

/**
 * Throws asperion.wrong_administration when the answer says it comes from another administration than was meant: a
 * tenant header that is misspelt is ignored, and the user's default administration answers. An answer that does not say
 * is let through.
 */
export function assertAdministration(answer: ApiAnswer, meta: MetaRecord, meant: AdministrationId): void {
  const answered = meta?.administrationId ?? null;
  if (answered === null || answered === meant) return;
  throw new Fault('asperion.wrong_administration', {
    retry: 'never',
    system: 'asperion',
    call: answer.call,
    field: '_meta.administrationId',
    messages: [`meant ${meant}, answered ${answered} ${meta?.administrationName ?? ''}`.trim()],
  });
}

function pathOf(issues: readonly { readonly path: readonly PropertyKey[] }[]): string {
  return (issues[0]?.path ?? []).map(String).join('.');
}

function isNew<T>(seen: Set<T>, value: T): boolean {
  if (seen.has(value)) return false;
  seen.add(value);
  return true;
}

/**
 * Looks in the log of one account: by text, result and day, a page at a time or all of it in order.
 */
import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { AccountId, RunId, WorkOrderRowId } from '../model/ids.ts';
import type { StoreParts } from './database.ts';
import type { LogLine } from './log.ts';
import { lineFromRow } from './log-row.ts';
import { type Period, within } from './period.ts';
import type { LogResult } from './records.ts';
import type { Tables } from './tables.ts';

export interface LogSearch extends Period {
  /** Part of a key, code or name, letter case aside; or the number of a debtor, for its work orders. Empty: anything. */
  readonly search: string;
  readonly result?: LogResult | undefined;
}

/** A line with the work order that it is about; null when it is about something else. */
export interface FoundLine extends LogLine {
  readonly workOrderRowId: WorkOrderRowId | null;
}

export interface LogPages {
  /** Newest first. */
  search(
    search: LogSearch,
    page: { readonly limit: number; readonly offset: number },
  ): Promise<{ readonly lines: readonly FoundLine[]; readonly total: number }>;
  /** All that `search` finds, newest first, read in parts; lines that come in meanwhile are left out. */
  all(search: LogSearch): AsyncGenerator<readonly LogLine[]>;
  /** In the order in which it happened. */
  ofRun(
    runId: RunId,
    page: { readonly limit: number; readonly offset: number },
  ): Promise<{ readonly lines: readonly FoundLine[]; readonly total: number }>;
}

const LINES_PER_PART = 1_000;
const ORDERS_OF_DEBTOR_MAX = 1_000;

export function logPagesOf(parts: StoreParts, accountId: AccountId): LogPages {
  const { guarded: db } = parts;
  const own = () => db.selectFrom('log_line').where('account_id', '=', accountId);
  const total = async (query: ReturnType<typeof own>): Promise<number> =>
    Number((await query.select((eb) => eb.fn.countAll<string>().as('total')).executeTakeFirstOrThrow()).total);
  /** The lines of these ids; asked for apart, so that finding them reads nothing but an index. */
  const linesOf = async (ids: readonly string[]): Promise<LogLine[]> => {
    if (ids.length === 0) return [];
    const rows = await own()
      .selectAll()
      .where((eb) => eb('id', '=', eb.fn.any(eb.val([...ids]))))
      .execute();
    const byId = new Map(rows.map((row) => [row.id, lineFromRow(row)]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  };
  const matching = async (search: LogSearch) =>
    matcherOf(search, await ordersOfDebtor(parts, accountId, search.search));
  return {
    async search(search, { limit, offset }) {
      const matches = await matching(search);
      // One pass finds the page and counts all: for a text that is rare each would pass every line by itself.
      const ids = await matches(own())
        .select((eb) => ['id', eb.fn.countAll<string>().over().as('total')])
        .orderBy('id', 'desc')
        .limit(limit)
        .offset(offset)
        .execute();
      const isPastEnd = ids.length === 0 && offset > 0;
      const lines = await linesOf(ids.map((row) => row.id));
      return {
        lines: await withWorkOrders(parts, accountId, lines),
        total: isPastEnd ? await total(matches(own())) : Number(ids[0]?.total ?? 0),
      };
    },
    async *all(search) {
      const matches = await matching(search);
      for (let before: string | null = null; ; ) {
        let query = matches(own()).select('id').orderBy('id', 'desc').limit(LINES_PER_PART);
        if (before !== null) query = query.where('id', '<', before);
        const ids = (await query.execute()).map((row) => row.id);
        before = ids.at(-1) ?? null;
        if (before === null) return;
        yield await linesOf(ids);
        if (ids.length < LINES_PER_PART) return;
      }
    },
    async ofRun(runId, { limit, offset }) {
      const ofThis = own().where('run_id', '=', runId);
      const [rows, found] = await Promise.all([
        ofThis.selectAll().orderBy('id').limit(limit).offset(offset).execute(),
        total(ofThis),
      ]);
      return { lines: await withWorkOrders(parts, accountId, rows.map(lineFromRow)), total: found };
    },
  };
}

type Lines = SelectQueryBuilder<Tables, 'log_line', object>;

function matcherOf({ search, result, ...period }: LogSearch, ordersOfDebtor: readonly string[]) {
  return (lines: Lines): Lines => {
    let kept = within(lines, 'at', period);
    if (result !== undefined) kept = kept.where('result', '=', result);
    if (search !== '') kept = kept.where((eb) => hasText(eb, search, ordersOfDebtor));
    return kept;
  };
}

function hasText(eb: ExpressionBuilder<Tables, 'log_line'>, text: string, orders: readonly string[]) {
  // Also where letters change their length in lower case, the database compares like with like.
  const isPart = eb(sql<number>`strpos(search_text, lower(${text}))`, '>', 0);
  if (orders.length === 0) return isPart;
  return eb.or([
    isPart,
    eb.and([eb('subject_kind', '=', 'work-order'), eb('subject_key', '=', eb.fn.any(eb.val([...orders])))]),
  ]);
}

/** How the log calls the work orders of the debtor of that number. */
async function ordersOfDebtor({ guarded: db }: StoreParts, accountId: AccountId, number: string): Promise<string[]> {
  if (number === '') return [];
  const rows = await db
    .selectFrom('work_order')
    .select(['order_number', 'row_id'])
    .where('account_id', '=', accountId)
    .where('debtor_number', '=', number)
    .orderBy('first_seen_at', 'desc')
    .limit(ORDERS_OF_DEBTOR_MAX)
    .execute();
  return rows.map((row) => row.order_number || row.row_id);
}

async function withWorkOrders(
  { guarded: db }: StoreParts,
  accountId: AccountId,
  lines: readonly LogLine[],
): Promise<FoundLine[]> {
  const keys = [...new Set(lines.filter((line) => line.subjectKind === 'work-order').map((line) => line.subjectKey))];
  const rows =
    keys.length === 0
      ? []
      : await db
          .selectFrom('work_order')
          .select(['order_number', 'row_id'])
          .where('account_id', '=', accountId)
          .where((eb) =>
            eb.or([
              eb('order_number', '=', eb.fn.any(eb.val(keys))),
              eb('row_id', '=', eb.fn.any(eb.val(keys as WorkOrderRowId[]))),
            ]),
          )
          // Of several that share a number, the newest stays in the map.
          .orderBy('first_seen_at')
          .orderBy('row_id')
          .execute();
  const byKey = new Map(
    rows.flatMap((row) => [
      [row.row_id as string, row.row_id],
      [row.order_number, row.row_id],
    ]),
  );
  return lines.map((line) => ({
    ...line,
    workOrderRowId: line.subjectKind === 'work-order' ? (byKey.get(line.subjectKey) ?? null) : null,
  }));
}

/**
 * Work orders as people look at them: by place, by cause, by month, with sums. Only reads. Amounts are added up by the
 * database, exactly.
 */
import { type SelectQueryBuilder, sql } from 'kysely';
import type { IsoDate } from '../kernel/dates.ts';
import { type Decimal, decimal, ZERO } from '../kernel/decimal.ts';
import type { Finding } from '../model/finding.ts';
import type { AccountId } from '../model/ids.ts';
import { PLACES, placeOf, statesOfPlace, type WorkOrderPlace, type WorkOrderState } from '../model/work-order-state.ts';
import type { StoreParts } from './database.ts';
import { type KnownWorkOrder, knownFromRow } from './known-work-order.ts';
import { jsonText, withoutNul } from './log.ts';
import type { Tables } from './tables.ts';

/** How many and for how much, excluding VAT. */
export interface Tally {
  readonly count: number;
  readonly amount: Decimal;
}

export type TallyByPlace = Readonly<Record<WorkOrderPlace, Tally>>;

/** What makes findings of several work orders one cause. */
export type CauseKey = Pick<Finding, 'reason' | 'causeKey'>;

export interface OrderFilter {
  readonly place: WorkOrderPlace | null;
  /** Part of the order number, the customer's name or the debtor number; empty for all. */
  readonly search: string;
  /** Of those that wait. */
  readonly cause: CauseKey | null;
  /** `2026-11`, of the work. */
  readonly month: string | null;
}

/** A cause with one of its findings, by preference one that nothing stands in the way of mending. */
export interface WaitingCause {
  readonly finding: Finding;
  readonly tally: Tally;
  /** Of one of the work orders. */
  readonly orderNumber: string;
}

export interface WorkOrderLists {
  /** Newest work first, with the tally of all that the filter lets through. Those that were withdrawn are in no list. */
  page(
    filter: OrderFilter,
    page: { readonly limit: number; readonly offset: number },
  ): Promise<{ readonly orders: readonly KnownWorkOrder[]; readonly found: Tally }>;
  /** By place: those first seen complete from that day of Amsterdam on, and those of before. */
  balance(since: IsoDate): Promise<{ readonly since: TallyByPlace; readonly before: TallyByPlace }>;
  /** By day of Amsterdam, from that day on: what got its invoice, and what waits since then. Days with neither are left out. */
  days(since: IsoDate): Promise<readonly { day: IsoDate; invoiced: number; waiting: number }[]>;
  /** Most money first. A work order with several causes counts under each of them. */
  causes(): Promise<readonly WaitingCause[]>;
}

export function workOrderListsOf({ guarded: db }: StoreParts, accountId: AccountId): WorkOrderLists {
  const own = (): Rows => db.selectFrom('work_order').where('account_id', '=', accountId);
  return {
    async page(filter, { limit, offset }) {
      const filtered = filteredBy(own(), filter);
      const [{ count, amount }, orders] = await Promise.all([
        filtered
          .select((eb) => [eb.fn.countAll<string>().as('count'), eb.fn.sum<string | null>('amount').as('amount')])
          .executeTakeFirstOrThrow(),
        // Only keys are put in order; whole rows would not fit in memory, and a late page would be sorted on disk.
        newestFirst(own().where('row_id', 'in', newestFirst(filtered.select('row_id')).limit(limit).offset(offset)))
          .selectAll()
          .execute(),
      ]);
      return { orders: orders.map(knownFromRow), found: tallyOf(count, amount) };
    },
    async balance(since) {
      const rows = await own()
        .select((eb) => [
          'state',
          sql<boolean>`first_seen_at >= ${since}::timestamp at time zone 'Europe/Amsterdam'`.as('is_since'),
          eb.fn.countAll<string>().as('count'),
          eb.fn.sum<string>('amount').as('amount'),
        ])
        .groupBy(['state', 'is_since'])
        .execute();
      return {
        since: byPlace(rows.filter((row) => row.is_since)),
        before: byPlace(rows.filter((row) => !row.is_since)),
      };
    },
    async days(since) {
      const invoiced = [...statesOfPlace('invoiced')];
      return own()
        .where('state', 'in', [...invoiced, 'waiting'])
        .where('state_since', '>=', sql<Date>`${since}::timestamp at time zone 'Europe/Amsterdam'`)
        .select([
          sql<IsoDate>`(state_since at time zone 'Europe/Amsterdam')::date`.as('day'),
          sql<number>`(count(*) filter (where state <> 'waiting'))::integer`.as('invoiced'),
          sql<number>`(count(*) filter (where state = 'waiting'))::integer`.as('waiting'),
        ])
        .groupBy('day')
        .orderBy('day')
        .execute();
    },
    causes: () => waitingCauses(db, accountId),
  };
}

async function waitingCauses(db: StoreParts['guarded'], accountId: AccountId): Promise<readonly WaitingCause[]> {
  const rows = await db
    .with('told', (query) =>
      query
        .selectFrom('work_order')
        .where('account_id', '=', accountId)
        .where('state', 'in', [...statesOfPlace('waiting')])
        .select(['row_id', 'order_number', 'amount', sql<Finding>`jsonb_array_elements(findings)`.as('finding')]),
    )
    // Two lines without a code make one work order wait once.
    .selectFrom((eb) =>
      eb
        .selectFrom('told')
        .distinctOn([sql`row_id`, sql`finding->>'reason'`, sql`finding->>'causeKey'`])
        .selectAll()
        .orderBy(sql`row_id`)
        .orderBy(sql`finding->>'reason'`)
        .orderBy(sql`finding->>'causeKey'`)
        .orderBy(sql`finding->>'obstacle'`)
        .as('once'),
    )
    .select((eb) => [
      sql<Finding>`(array_agg(finding order by finding->>'obstacle', row_id))[1]`.as('finding'),
      sql<string>`(array_agg(order_number order by finding->>'obstacle', row_id))[1]`.as('order_number'),
      eb.fn.countAll<string>().as('count'),
      eb.fn.sum<string>('amount').as('amount'),
    ])
    .groupBy([sql`finding->>'reason'`, sql`finding->>'causeKey'`])
    .orderBy(sql`sum(amount)`, 'desc')
    .orderBy(sql`finding->>'reason'`)
    .orderBy(sql`finding->>'causeKey'`)
    .execute();
  return rows.map((row) => ({
    finding: row.finding,
    orderNumber: row.order_number,
    tally: tallyOf(row.count, row.amount),
  }));
}

function newestFirst<O>(query: SelectQueryBuilder<Tables, 'work_order', O>) {
  return query
    .orderBy('work_date', (order) => order.desc().nullsLast())
    .orderBy('order_number', 'desc')
    .orderBy('row_id');
}

type Rows = SelectQueryBuilder<Tables, 'work_order', object>;

function filteredBy(rows: Rows, { place, search, cause, month }: OrderFilter): Rows {
  const states = place === null ? PLACES.flatMap(statesOfPlace) : statesOfPlace(place);
  let query = rows.where(
    'state',
    'in',
    cause === null ? [...states] : states.filter((state) => placeOf(state) === 'waiting'),
  );
  if (search !== '') {
    const pattern = `%${withoutNul(search).replaceAll(/[\\%_]/g, '\\$&')}%`;
    // Together, since comparing costs more than reading.
    query = query.where(
      sql<boolean>`order_number || chr(10) || debtor_number || chr(10) || customer_name ilike ${pattern}`,
    );
  }
  if (cause !== null) query = query.where(sql<boolean>`findings @> ${jsonText([cause])}::jsonb`);
  if (month !== null) {
    const first = `${month}-01`;
    query = query
      .where('work_date', '>=', first)
      .where('work_date', '<', sql<string>`(${first}::date + interval '1 month')::date`);
  }
  return query;
}

function byPlace(
  rows: readonly { readonly state: WorkOrderState; readonly count: string; readonly amount: string }[],
): TallyByPlace {
  const sum = (place: WorkOrderPlace): Tally =>
    rows
      .filter(({ state }) => placeOf(state) === place)
      .map(({ count, amount }) => tallyOf(count, amount))
      .reduce<Tally>((one, other) => addTallies(one, other), NOTHING);
  return Object.fromEntries(PLACES.map((place) => [place, sum(place)])) as unknown as TallyByPlace;
}

const NOTHING: Tally = { count: 0, amount: ZERO };

export function addTallies(one: Tally, other: Tally): Tally {
  return { count: one.count + other.count, amount: one.amount.plus(other.amount) };
}

function tallyOf(count: string, amount: string | null): Tally {
  return { count: Number(count), amount: decimal(amount ?? '0') };
}

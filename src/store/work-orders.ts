/**
 * What is known of each work order and in which state it is. Transitions that go with an intent are in intents.ts.
 */
import { type RawBuilder, sql } from 'kysely';
import type { IsoDate } from '../kernel/dates.ts';
import { type Decimal, decimal, decimalText } from '../kernel/decimal.ts';
import type { Finding } from '../model/finding.ts';
import type { AccountId, AdministrationId, WorkOrderRowId } from '../model/ids.ts';
import { INVOICE_DELETED } from '../model/invoice-deleted.ts';
import { DECIDED_BY_START_DATE, statesBefore, type WorkOrderState } from '../model/work-order-state.ts';
import { addAuditEntry } from './audit.ts';
import type { DatabaseTransaction, StoreParts } from './database.ts';
import { type KnownWorkOrder, knownFromRow } from './known-work-order.ts';
import { heldLease, type Lease, requireLease } from './lease.ts';
import { jsonText, withoutNul } from './log.ts';

/** A work order as one run judged it. */
export interface Judgement {
  readonly rowId: WorkOrderRowId;
  readonly state: 'ready' | 'waiting' | 'skipped';
  readonly administrationId: AdministrationId;
  readonly orderNumber: string;
  readonly customerName: string;
  readonly debtorNumber: string;
  readonly workDate: IsoDate | null;
  /** Excluding VAT. */
  readonly amount: Decimal;
  readonly findings: readonly Finding[];
  /** Key of the reasons as told in the log; null when there is nothing to tell. */
  readonly told: string | null;
  /** Who or what skipped it. */
  readonly decidedBy: string | null;
}

export interface WorkOrderFilter {
  readonly states?: readonly WorkOrderState[];
  readonly limit: number;
  readonly offset: number;
}

export interface WorkOrders {
  find(rowIds: readonly WorkOrderRowId[]): Promise<ReadonlyMap<WorkOrderRowId, KnownWorkOrder>>;
  findByOrderNumber(orderNumber: string): Promise<readonly KnownWorkOrder[]>;
  /** Newest work first. */
  list(filter: WorkOrderFilter): Promise<readonly KnownWorkOrder[]>;
  /** How many in each state, and their amounts. */
  totals(): Promise<readonly { state: WorkOrderState; count: number; amount: Decimal }[]>;
  /** Stores judgements whose transition is legal; others, such as one that is being sent, are left as they are. */
  judge(lease: Lease, judgements: readonly Judgement[]): Promise<void>;
  /** Marks ready and waiting work orders that are no longer offered. Answers those. */
  withdrawUnseen(lease: Lease, seen: readonly WorkOrderRowId[]): Promise<readonly KnownWorkOrder[]>;
  /** OutSmart knows: invoiced becomes acknowledged. */
  acknowledged(lease: Lease, rowId: WorkOrderRowId): Promise<void>;
  /** Remembers what was told about a work order, so that it is told once. */
  setTold(lease: Lease, rowId: WorkOrderRowId, told: string): Promise<void>;
  /** A person's decision to handle it, or to take that back, with its entry in the audit trail. Answers whether the state allowed it. */
  skip(rowId: WorkOrderRowId, decidedBy: string): Promise<boolean>;
  unskip(rowId: WorkOrderRowId, decidedBy: string): Promise<boolean>;
}

const ROWS_PER_STATEMENT_MAX = 500;
/** For this transaction alone. */
const WITHOUT_WAITING_FOR_DISK = sql`set_config('synchronous_commit', 'off', true)`;

export function workOrdersOf(parts: StoreParts, accountId: AccountId): WorkOrders {
  const { guarded: db, clock } = parts;
  const rows = () => db.selectFrom('work_order').selectAll().where('account_id', '=', accountId);
  const update = (trx: typeof db) => trx.updateTable('work_order').where('account_id', '=', accountId);
  const underLease = <T>(lease: Lease, write: (trx: DatabaseTransaction) => Promise<T>): Promise<T> =>
    db.transaction().execute(async (trx) => {
      await requireLease(trx, lease);
      return write(trx);
    });
  return {
    async find(rowIds) {
      if (rowIds.length === 0) return new Map();
      const found = await rows()
        .where((eb) => eb('row_id', '=', eb.fn.any(eb.val([...rowIds]))))
        .execute();
      return new Map(found.map((row) => [row.row_id, knownFromRow(row)]));
    },
    async findByOrderNumber(orderNumber) {
      return (await rows().where('order_number', '=', orderNumber).orderBy('row_id').execute()).map(knownFromRow);
    },
    async list({ states, limit, offset }) {
      let query = rows();
      if (states) query = query.where('state', 'in', [...states]);
      const found = await query
        .orderBy('work_date', (order) => order.desc().nullsLast())
        .orderBy('order_number', 'desc')
        .orderBy('row_id')
        .limit(limit)
        .offset(offset)
        .execute();
      return found.map(knownFromRow);
    },
    totals: () => totalsOf(db, accountId),
    async judge(lease, judgements) {
      for (let start = 0; start < judgements.length; start += ROWS_PER_STATEMENT_MAX) {
        const part = judgements.slice(start, start + ROWS_PER_STATEMENT_MAX);
        await underLease(lease, (trx) => upsertJudgements(trx, accountId, part, clock.now()));
      }
    },
    async withdrawUnseen(lease, seen) {
      const withdrawn = await underLease(lease, (trx) =>
        update(trx)
          .set({ state: 'withdrawn', state_since: clock.now(), findings: '[]', told: null })
          .where('state', 'in', ['ready', 'waiting'])
          .where((eb) => eb.not(eb('row_id', '=', eb.fn.any(eb.val([...seen])))))
          .returningAll()
          .execute(),
      );
      return withdrawn.map(knownFromRow);
    },
    async acknowledged(lease, rowId) {
      // It happens after every single invoice: one round trip, and no waiting for the disk. Should the machine fail at this
      // moment the work order is still `invoiced`, and the next run tells OutSmart once more, which changes nothing there.
      const moved = await db
        .with('held', (query) => heldLease(query, lease).where(sql<boolean>`${WITHOUT_WAITING_FOR_DISK} = 'off'`))
        .updateTable('work_order')
        .set({ state: 'acknowledged', state_since: clock.now(), deadline: null })
        .where('account_id', '=', accountId)
        .where('row_id', '=', rowId)
        .where('state', 'in', [...statesBefore('acknowledged')])
        .where(sql<boolean>`exists (select from held)`)
        .executeTakeFirst();
      if (moved.numUpdatedRows === 0n) await requireLease(db, lease);
    },
    async setTold(lease, rowId, told) {
      await underLease(lease, (trx) => update(trx).set({ told }).where('row_id', '=', rowId).execute());
    },
    ...decisionsOf(parts, accountId),
  };
}

/** What people decide about a work order, whoever holds the lease. */
function decisionsOf({ guarded: db, clock }: StoreParts, accountId: AccountId): Pick<WorkOrders, 'skip' | 'unskip'> {
  type Decided = {
    readonly state: WorkOrderState | RawBuilder<WorkOrderState>;
    readonly findings: string | RawBuilder<string>;
  };
  const decide = (
    { rowId, by, action }: { readonly rowId: WorkOrderRowId; readonly by: string; readonly action: string },
    from: readonly WorkOrderState[],
    to: Decided,
  ): Promise<boolean> =>
    db.transaction().execute(async (trx) => {
      const moved = await trx
        .updateTable('work_order')
        .set({ ...to, told: null, state_since: clock.now(), decided_by: by })
        .where('account_id', '=', accountId)
        .where('row_id', '=', rowId)
        .where('state', 'in', [...from])
        .returning('order_number')
        .executeTakeFirst();
      if (!moved) return false;
      await addAuditEntry(trx, accountId, clock.now(), {
        by,
        action,
        parameters: { rowId, orderNumber: moved.order_number },
      });
      return true;
    });
  const hadInvoice = sql`invoice_id is not null`;
  return {
    skip: (rowId, by) =>
      decide({ rowId, by, action: 'work-order.skipped' }, statesBefore('skipped'), {
        state: 'skipped',
        findings: '[]',
      }),
    unskip: (rowId, by) =>
      // One whose invoice was deleted is the same question again.
      decide({ rowId, by, action: 'work-order.unskipped' }, ['skipped'], {
        state: sql<WorkOrderState>`case when ${hadInvoice} then 'deleted' else 'ready' end`,
        findings: sql<string>`case when ${hadInvoice} then ${jsonText([INVOICE_DELETED])}::jsonb else '[]' end`,
      }),
  };
}

async function totalsOf(db: StoreParts['guarded'], accountId: AccountId): ReturnType<WorkOrders['totals']> {
  const found = await db
    .selectFrom('work_order')
    .where('account_id', '=', accountId)
    .select((eb) => ['state', eb.fn.countAll<string>().as('count'), eb.fn.sum<string>('amount').as('amount')])
    .groupBy('state')
    .orderBy('state')
    .execute();
  return found.map((row) => ({ state: row.state, count: Number(row.count), amount: decimal(row.amount) }));
}

async function upsertJudgements(
  trx: StoreParts['guarded'],
  accountId: AccountId,
  judgements: readonly Judgement[],
  now: Date,
): Promise<void> {
  await trx
    .insertInto('work_order')
    .values(
      judgements.map((judgement) => ({
        account_id: accountId,
        row_id: judgement.rowId,
        state: judgement.state,
        state_since: now,
        administration_id: judgement.administrationId,
        order_number: withoutNul(judgement.orderNumber),
        customer_name: withoutNul(judgement.customerName),
        debtor_number: withoutNul(judgement.debtorNumber),
        work_date: judgement.workDate,
        amount: decimalText(judgement.amount),
        findings: jsonText(judgement.findings),
        told: judgement.told,
        first_seen_at: now,
        seen_at: now,
        decided_by: judgement.decidedBy,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['account_id', 'row_id'])
        .doUpdateSet((eb) => ({
          state: eb.ref('excluded.state'),
          state_since: sql<Date>`case when work_order.state = excluded.state then work_order.state_since else excluded.state_since end`,
          administration_id: eb.ref('excluded.administration_id'),
          order_number: eb.ref('excluded.order_number'),
          customer_name: eb.ref('excluded.customer_name'),
          debtor_number: eb.ref('excluded.debtor_number'),
          work_date: eb.ref('excluded.work_date'),
          amount: eb.ref('excluded.amount'),
          findings: eb.ref('excluded.findings'),
          told: eb.ref('excluded.told'),
          seen_at: eb.ref('excluded.seen_at'),
          decided_by: eb.ref('excluded.decided_by'),
        }))
        .where((eb) =>
          eb.or([
            eb('work_order.state', 'in', ['ready', 'waiting', 'withdrawn']),
            eb.and([eb('work_order.state', '=', 'skipped'), eb('work_order.decided_by', '=', DECIDED_BY_START_DATE)]),
          ]),
        ),
    )
    .execute();
}

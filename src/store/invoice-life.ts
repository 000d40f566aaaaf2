/**
 * What becomes of an invoice after it was made (product.md 4.5), and what a person says about it. What the accounting system
 * tells is written under the lease; what people decide is written whoever holds it.
 */
import { sql } from 'kysely';
import { dayInAmsterdam, daysBefore, type IsoDate } from '../kernel/dates.ts';
import { decimalText } from '../kernel/decimal.ts';
import type { InvoiceNow } from '../model/accounting.ts';
import type { AccountId, AdministrationId, RunId, WorkOrderRowId } from '../model/ids.ts';
import { INVOICE_DELETED } from '../model/invoice-deleted.ts';
import type { MemberChange } from '../model/work-order.ts';
import { statesBefore } from '../model/work-order-state.ts';
import { addAuditEntry } from './audit.ts';
import type { DatabaseTransaction, StoreParts } from './database.ts';
import { withEvidence } from './evidence.ts';
import { type KnownWorkOrder, knownFromRow } from './known-work-order.ts';
import { type Lease, requireLease } from './lease.ts';
import { insertLogLines, jsonText, type LogEntry, withoutNul } from './log.ts';

/** A work order whose invoice is to be looked at. */
export interface FollowedInvoice extends KnownWorkOrder {
  readonly administrationId: AdministrationId;
  readonly print: string | null;
  /** The invoice's date is not before that day, unless somebody changed it. */
  readonly since: IsoDate;
}

export interface FollowDue {
  /** Drafts that were last looked at before that moment. */
  readonly draftsBefore: Date;
  /** Final invoices that were last looked at before that moment. */
  readonly finalsBefore: Date;
  /** Final invoices that have been so since before that moment are not followed any more. */
  readonly finalsSince: Date;
}

export interface InvoiceLife {
  /** Invoices that are due, oldest look first; with them go those that would be due soon, so that one look does for many. */
  due(due: FollowDue): Promise<readonly FollowedInvoice[]>;
  /** These are as they were. */
  looked(lease: Lease, rowIds: readonly WorkOrderRowId[]): Promise<void>;
  /** Stores the invoice as it is now, with the log lines that tell what is new. */
  learn(lease: Lease, runId: RunId, rowId: WorkOrderRowId, now: InvoiceNow, log: readonly LogEntry[]): Promise<void>;
  /** It is gone: a question to a person. Answers whether the state allowed it; the log lines go with that. */
  deleted(lease: Lease, runId: RunId, rowId: WorkOrderRowId, log: readonly LogEntry[]): Promise<boolean>;
  /** The work order differs from what was invoiced; stands until a person says that it may. */
  orderChanged(lease: Lease, rowId: WorkOrderRowId, changes: readonly MemberChange[]): Promise<void>;
  /** Work orders that were changed after their invoice and about which nobody decided, newest first. */
  changedOrders(limit: number): Promise<readonly KnownWorkOrder[]>;
  /** Work orders whose invoice a person wants made again and which wait for that. */
  toMakeAgain(): Promise<readonly WorkOrderRowId[]>;
  /** A person's word: the deleted invoice is made again by the next export. Answers whether the state allowed it. */
  makeAgain(rowId: WorkOrderRowId, by: string): Promise<boolean>;
  /** A person's word: the invoice stays as it is though the work order changed. */
  keepInvoice(rowId: WorkOrderRowId, by: string): Promise<boolean>;
}

const DUE_MAX = 5_000;

export function invoiceLifeOf(parts: StoreParts, accountId: AccountId): InvoiceLife {
  const { guarded: db, clock } = parts;
  const underLease = <T>(lease: Lease, write: (trx: DatabaseTransaction) => Promise<T>): Promise<T> =>
    db.transaction().execute(async (trx) => {
      await requireLease(trx, lease);
      return write(trx);
    });
  const update = (trx: DatabaseTransaction, rowId: WorkOrderRowId) =>
    trx.updateTable('work_order').where('account_id', '=', accountId).where('row_id', '=', rowId);
  return {
    due: (due) => dueInvoices(parts, accountId, due),
    async looked(lease, rowIds) {
      if (rowIds.length === 0) return;
      await underLease(lease, (trx) =>
        trx
          .updateTable('work_order')
          .set({ invoice_looked_at: clock.now() })
          .where('account_id', '=', accountId)
          .where((eb) => eb('row_id', '=', eb.fn.any(eb.val([...rowIds]))))
          .execute(),
      );
    },
    async learn(lease, runId, rowId, invoice, log) {
      await underLease(lease, async (trx) => {
        const now = clock.now();
        await update(trx, rowId)
          .set({
            invoice_id: withoutNul(invoice.id),
            invoice_stage: invoice.stage,
            invoice_total: invoice.total && decimalText(invoice.total),
            invoice_print: invoice.print,
            invoice_looked_at: now,
            ...(invoice.invoiceNumber === null ? {} : { invoice_number: withoutNul(invoice.invoiceNumber) }),
            ...(log.some(({ code }) => code === INVOICE_CHANGED) ? { invoice_changed_at: now } : {}),
          })
          .where('state', 'in', ['invoiced', 'acknowledged'])
          .execute();
        await insertLogLines(trx, accountId, runId, log, now);
      });
    },
    deleted: (lease, runId, rowId, log) =>
      underLease(lease, async (trx) => {
        const now = clock.now();
        const moved = await update(trx, rowId)
          .set({
            state: 'deleted',
            state_since: now,
            deadline: null,
            findings: jsonText([INVOICE_DELETED]),
            told: null,
          })
          .where('state', 'in', [...statesBefore('deleted')])
          .where('state', '!=', 'skipped')
          .executeTakeFirst();
        if (moved.numUpdatedRows === 0n) return false;
        await insertLogLines(trx, accountId, runId, log, now);
        return true;
      }),
    async orderChanged(lease, rowId, changes) {
      await underLease(lease, (trx) =>
        update(trx, rowId)
          .set({ order_changes: jsonText(changes) })
          .execute(),
      );
    },
    ...questionsOf(parts, accountId),
    ...decisionsOf(parts, accountId),
  };
}

/** What waits for a person, or for what a person asked. */
function questionsOf(
  { guarded: db }: StoreParts,
  accountId: AccountId,
): Pick<InvoiceLife, 'changedOrders' | 'toMakeAgain'> {
  return {
    async changedOrders(limit) {
      const found = await db
        .selectFrom('work_order')
        .selectAll()
        .where('account_id', '=', accountId)
        .where('order_changes', 'is not', null)
        .where('state', 'in', ['invoiced', 'acknowledged'])
        .orderBy('state_since', 'desc')
        .orderBy('row_id')
        .limit(limit)
        .execute();
      return found.map(knownFromRow);
    },
    async toMakeAgain() {
      const found = await db
        .selectFrom('work_order')
        .select('row_id')
        .where('account_id', '=', accountId)
        .where('state', 'in', ['ready', 'waiting'])
        .where('remake_by', 'is not', null)
        .orderBy('row_id')
        .execute();
      return found.map((row) => row.row_id);
    },
  };
}

/** The code of the log line that tells of a changed invoice; the store remembers when it was told. */
export const INVOICE_CHANGED = 'invoice.changed';

async function dueInvoices(
  { guarded: db, clock }: StoreParts,
  accountId: AccountId,
  { draftsBefore, finalsBefore, finalsSince }: FollowDue,
): Promise<readonly FollowedInvoice[]> {
  const lookedAt = sql<Date>`coalesce(invoice_looked_at, state_since)`;
  const isDue = (drafts: Date) =>
    sql<boolean>`case when invoice_stage = 'final'
      then ${lookedAt} <= ${finalsBefore} and state_since >= ${finalsSince} else ${lookedAt} <= ${drafts} end`;
  const followed = () =>
    db
      .selectFrom('work_order')
      .where('account_id', '=', accountId)
      .where('state', 'in', ['invoiced', 'acknowledged'])
      .where(sql<boolean>`invoice_stage is distinct from 'paid'`);
  const first = await followed().select('row_id').where(isDue(draftsBefore)).limit(1).executeTakeFirst();
  if (!first) return [];
  const halfWay = new Date((clock.now().getTime() + draftsBefore.getTime()) / 2);
  const found = await followed()
    .selectAll()
    .where(isDue(halfWay))
    .where('administration_id', 'is not', null)
    .orderBy(lookedAt)
    .orderBy('row_id')
    .limit(DUE_MAX)
    .execute();
  return found.map((row) => ({
    ...knownFromRow(row),
    administrationId: row.administration_id as AdministrationId,
    print: row.invoice_print,
    since: daysBefore(dayInAmsterdam(row.state_since), 1),
  }));
}

function decisionsOf(
  { guarded: db, clock }: StoreParts,
  accountId: AccountId,
): Pick<InvoiceLife, 'makeAgain' | 'keepInvoice'> {
  const audit = (trx: DatabaseTransaction, action: string, by: string, rowId: WorkOrderRowId, orderNumber: string) =>
    addAuditEntry(trx, accountId, clock.now(), { by, action, parameters: { rowId, orderNumber } });
  return {
    makeAgain: (rowId, by) =>
      db.transaction().execute(async (trx) => {
        const now = clock.now();
        // The intent first, as everywhere.
        await trx
          .updateTable('intent')
          .set({ state: 'absent', evidence: withEvidence({ what: 'decided', text: `make again, by ${by}` }, now) })
          .where('account_id', '=', accountId)
          .where('kind', '=', 'invoice')
          .where('subject', '=', rowId)
          .where('state', '=', 'done')
          .where(
            sql<boolean>`exists (select from work_order where work_order.account_id = intent.account_id
              and work_order.row_id = intent.subject and work_order.state = 'deleted')`,
          )
          .execute();
        const moved = await trx
          .updateTable('work_order')
          .set({
            ...{ state: 'ready', state_since: now, findings: '[]', told: null, remake_by: by, decided_by: by },
            ...{ invoice_id: null, invoice_number: null, invoice_stage: null, invoice_total: null },
          })
          .where('account_id', '=', accountId)
          .where('row_id', '=', rowId)
          .where('state', '=', 'deleted')
          .returning('order_number')
          .executeTakeFirst();
        if (!moved) return false;
        await audit(trx, 'work-order.make-again', by, rowId, moved.order_number);
        return true;
      }),
    keepInvoice: (rowId, by) =>
      db.transaction().execute(async (trx) => {
        const kept = await trx
          .updateTable('work_order')
          .set({ order_changes: null })
          .where('account_id', '=', accountId)
          .where('row_id', '=', rowId)
          .where('order_changes', 'is not', null)
          .returning('order_number')
          .executeTakeFirst();
        if (!kept) return false;
        await audit(trx, 'work-order.kept', by, rowId, kept.order_number);
        return true;
      }),
  };
}

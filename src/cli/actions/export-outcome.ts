/**
 * What an export left behind: invoices made in this run, work orders that wait, and those nobody is certain of.
 */
import type { InvoiceId, RunId, WorkOrderRowId } from '../../model/ids.ts';
import type { KnownWorkOrder } from '../../store/known-work-order.ts';
import type { LogLine } from '../../store/log.ts';
import type { Run } from '../../store/runs.ts';
import type { AccountStore } from '../../store/store.ts';

export interface ExportOutcome {
  readonly waiting: readonly KnownWorkOrder[];
  readonly uncertain: readonly KnownWorkOrder[];
  readonly invoiced: readonly KnownWorkOrder[];
}

/** More than an account has; the rest is in `orders`. */
const ORDERS_MAX = 10_000;

/** Empty for a run that exported nothing, such as an import. */
export async function exportOutcomeOf(store: AccountStore, { id, counts }: Run): Promise<ExportOutcome> {
  if (counts.offered === undefined) return { waiting: [], uncertain: [], invoiced: [] };
  const [waiting, uncertain, invoiced] = await Promise.all([
    store.workOrders.list({ states: ['waiting'], limit: ORDERS_MAX, offset: 0 }),
    store.workOrders.list({ states: ['uncertain'], limit: ORDERS_MAX, offset: 0 }),
    invoicedIn(store, id),
  ]);
  return { waiting, uncertain, invoiced };
}

const LINES_AT_ONCE = 1_000;
const IMPORTED: ReadonlySet<string> = new Set(['relation', 'material', 'hour-type']);

/** From the run's log, newest first; the export comes after the imports, so their lines need not be read. */
async function invoicedIn(store: AccountStore, runId: RunId): Promise<KnownWorkOrder[]> {
  const invoiced: KnownWorkOrder[] = [];
  let beforeId: string | undefined;
  for (;;) {
    const lines = await store.log.read({
      runId,
      limit: LINES_AT_ONCE,
      ...(beforeId === undefined ? {} : { beforeId }),
    });
    for (const line of lines) {
      const order = await invoicedOrder(store, line);
      if (order) invoiced.push(order);
    }
    const last = lines.at(-1);
    if (lines.length < LINES_AT_ONCE || !last || IMPORTED.has(last.subjectKind)) return invoiced.reverse();
    beforeId = last.id;
  }
}

/** The work order that a line says was invoiced, or found to be; null for any other line. */
async function invoicedOrder(
  store: AccountStore,
  { subjectKind, subjectKey, result, parameters }: LogLine,
): Promise<KnownWorkOrder | null> {
  if (subjectKind !== 'work-order' || !(result === 'invoiced' || result === 'adopted')) return null;
  const invoiceId = parameters?.invoiceId as InvoiceId | undefined;
  const byNumber = await store.workOrders.findByOrderNumber(subjectKey);
  const found = byNumber.find((order) => order.invoiceId === invoiceId);
  return (
    found ?? (await store.workOrders.find([subjectKey as WorkOrderRowId])).get(subjectKey as WorkOrderRowId) ?? null
  );
}

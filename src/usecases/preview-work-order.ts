/**
 * The invoice of one work order as it would be now, or why it waits, with the origin of every value (product.md 5.2).
 * Reads both systems, changes neither.
 */
import { dayInAmsterdam } from '../kernel/dates.ts';
import { invoiceFromWorkOrder } from '../mapping/invoice-from-work-order.ts';
import type { InvoiceOutcome } from '../mapping/invoice-outcome.ts';
import type { FieldService } from '../model/field-service.ts';
import type { WorkOrderRowId } from '../model/ids.ts';
import type { WorkOrder } from '../model/work-order.ts';
import type { Intent } from '../store/intents.ts';
import type { KnownWorkOrder } from '../store/known-work-order.ts';
import type { AccountStore } from '../store/store.ts';
import { lookUpKnowledge } from '../sync/look-up-knowledge.ts';
import { preconditionsOf } from '../sync/preconditions.ts';
import type { Refusal, UseCaseParts } from './parts.ts';
import { refusal } from './sentences-refusals.ts';

export interface WorkOrderPreview {
  readonly workOrder: WorkOrder;
  readonly outcome: InvoiceOutcome;
  /** What we know of it already; null when no run has seen it. */
  readonly known: KnownWorkOrder | null;
  /** What was asked of Asperion and answered; null when nothing was. */
  readonly intent: Intent | null;
  /** Why it does not qualify for export; null when it does. */
  readonly notQualifying: 'not-complete' | 'other-work-status' | 'archived' | null;
  /** Asperion's objections to the invoice; null when it was not asked. */
  readonly objections: readonly string[] | null;
}

/** By order number, else by row id; or by row id alone. Refusals: work-order.unknown, work-order.several. Faults of both systems. */
export async function previewWorkOrder(
  parts: UseCaseParts,
  account: AccountStore,
  which: string | { readonly rowId: WorkOrderRowId },
  options: { readonly askAsperion: boolean },
): Promise<WorkOrderPreview> {
  const { settings, administrationId, workStatusCode, outsmartKey } = await preconditionsOf(account, 'full');
  const { signal } = new AbortController();
  const fieldService = await parts.doors.openFieldService(account, signal);
  const workOrder =
    typeof which === 'string'
      ? await findWorkOrder(account, fieldService, which.trim())
      : ((await fieldService.readWorkOrder(which.rowId)) ?? unknown(which.rowId));
  const books = (await parts.doors.openAccounting(account, signal)).books(administrationId);
  const choices = await account.recordChoices(administrationId).current();
  const knowledge = await lookUpKnowledge({ books, fieldService }, settings, choices, [workOrder]);
  const context = { date: dayInAmsterdam(parts.clock.now()), outsmartKey };
  const outcome = invoiceFromWorkOrder(workOrder, settings, knowledge, context);
  const known = (await account.workOrders.find([workOrder.rowId])).get(workOrder.rowId) ?? null;
  const intents = await account.intents.find(known?.administrationId ?? administrationId, 'invoice', [workOrder.rowId]);
  const isAskable =
    options.askAsperion &&
    outcome.kind === 'create' &&
    outcome.creates.debtors.length + outcome.creates.articles.length === 0;
  return {
    workOrder,
    outcome,
    known,
    intent: intents.get(workOrder.rowId) ?? null,
    notQualifying: whyNotQualifying(workOrder, workStatusCode),
    objections: isAskable && outcome.kind === 'create' ? await books.target.checkAcceptable(outcome.draft) : null,
  };
}

async function findWorkOrder(
  account: AccountStore,
  fieldService: FieldService,
  numberOrRowId: string,
): Promise<WorkOrder> {
  const known = await account.workOrders.findByOrderNumber(numberOrRowId);
  const [only, another] = known;
  if (another)
    throw several(
      numberOrRowId,
      known.map(({ rowId }) => rowId),
    );
  if (only) return (await fieldService.readWorkOrder(only.rowId)) ?? unknown(numberOrRowId);
  const found = await fieldService.findWorkOrders(numberOrRowId);
  const [first, second] = found;
  if (second)
    throw several(
      numberOrRowId,
      found.map(({ rowId }) => rowId),
    );
  if (first) return first;
  if (/^\d+$/.test(numberOrRowId))
    return (await fieldService.readWorkOrder(numberOrRowId as WorkOrderRowId)) ?? unknown(numberOrRowId);
  return unknown(numberOrRowId);
}

function unknown(numberOrRowId: string): never {
  throw refusal('work-order.unknown-in-outsmart', { number: numberOrRowId });
}

function several(numberOrRowId: string, rowIds: readonly string[]): Refusal {
  return refusal('work-order.several', { number: numberOrRowId, rowIds: rowIds.join(', ') });
}

function whyNotQualifying(workOrder: WorkOrder, workStatusCode: string | null): WorkOrderPreview['notQualifying'] {
  if (workOrder.status !== 'Compleet') return 'not-complete';
  if (workOrder.isArchived) return 'archived';
  return workOrder.workStatus.trim() === workStatusCode ? null : 'other-work-status';
}

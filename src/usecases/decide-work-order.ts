/**
 * A person's word about one work order: handled by hand, back again, or what to do with an invoice in the wrong place.
 */
import { isFault } from '../kernel/fault.ts';
import type { Books } from '../model/accounting.ts';
import type { AdministrationId, InvoiceId } from '../model/ids.ts';
import type { KnownWorkOrder } from '../store/known-work-order.ts';
import type { AccountStore } from '../store/store.ts';
import type { Refusal, UseCaseParts } from './parts.ts';
import { refusal } from './sentences-refusals.ts';

/** *Zelf afgehandeld*: it is not exported any more. Refusal work-order.state when it is on its way or has its invoice. */
export async function skipWorkOrder(
  account: AccountStore,
  numberOrRowId: string,
  decidedBy: string,
): Promise<KnownWorkOrder> {
  const order = await knownWorkOrder(account, numberOrRowId);
  if (!(await account.workOrders.skip(order.rowId, decidedBy))) throw wrongState(order);
  return order;
}

/** Takes *zelf afgehandeld* back: the next export judges it afresh. Refusal work-order.state when it was not skipped. */
export async function unskipWorkOrder(
  account: AccountStore,
  numberOrRowId: string,
  decidedBy: string,
): Promise<KnownWorkOrder> {
  const order = await knownWorkOrder(account, numberOrRowId);
  if (!(await account.workOrders.unskip(order.rowId, decidedBy))) throw wrongState(order);
  return order;
}

/**
 * Lifts the stop after an invoice landed in another administration than meant: `keep` leaves it there as the invoice of its
 * work order, `delete` deletes it in Asperion and lets the work order go again. Refusal account.not-stopped.
 */
export async function resolveMisplaced(
  parts: UseCaseParts,
  account: AccountStore,
  decision: 'keep' | 'delete',
  decidedBy: string,
): Promise<void> {
  const stop = await account.stop.read();
  if (!stop) throw refusal('account.not-stopped');
  // Of every administration: which one is meant may have been changed since.
  const misplaced = await account.intents.misplaced();
  const accounting = await parts.doors.openAccounting(account, new AbortController().signal);
  for (const intent of misplaced) {
    const landedIn = Number(stop.parameters.landedIn) as AdministrationId;
    const isDeleted = decision === 'delete' && intent.kind === 'invoice' && intent.foreignId !== null;
    if (isDeleted) await deleteInvoice(accounting.books(landedIn), intent.foreignId as InvoiceId);
    // Debtors and articles cannot be deleted by any call we know of; a person does that in Asperion.
    const outcome = decision === 'keep' ? 'keep' : isDeleted ? 'delete' : 'delete-by-hand';
    await account.intents.settle(intent, null, {
      // A debtor or an article over there is of no use to the books that were meant: it is made there when it is needed.
      end:
        decision === 'keep' && intent.kind === 'invoice' && intent.foreignId !== null
          ? { kind: 'done', foreignId: intent.foreignId, invoiceNumber: null }
          : { kind: 'absent' },
      evidence: { what: 'decided', text: `${decision} by ${decidedBy}` },
      log: [
        {
          subjectKind: 'account',
          subjectKey: intent.mark,
          subjectName: '',
          result: 'notice',
          code: `export.misplaced-${outcome}`,
          parameters: { decidedBy },
        },
      ],
    });
  }
  await account.stop.lift();
  const parameters = { decision, landedIn: stop.parameters.landedIn ?? '', meant: stop.parameters.meant ?? '' };
  await account.audit.add({ by: decidedBy, action: 'misplaced.decided', parameters });
}

/** Deletes it. One that is gone already, by hand or by an earlier try whose answer was lost, is what was asked for. */
async function deleteInvoice(books: Books, id: InvoiceId): Promise<void> {
  try {
    await books.target.delete(id);
  } catch (error) {
    if (!isFault(error, 'asperion.not_found')) throw error;
  }
}

/** The work order with that number, or that row id. Refusal work-order.unknown. */
export async function knownWorkOrder(account: AccountStore, numberOrRowId: string): Promise<KnownWorkOrder> {
  const byNumber = await account.workOrders.findByOrderNumber(numberOrRowId);
  const found =
    byNumber[0] ?? [...(await account.workOrders.find([numberOrRowId as KnownWorkOrder['rowId']])).values()][0];
  if (!found) throw refusal('work-order.unknown', { number: numberOrRowId });
  return found;
}

function wrongState(order: KnownWorkOrder): Refusal {
  return refusal('work-order.state', { number: order.orderNumber || order.rowId, state: order.state });
}

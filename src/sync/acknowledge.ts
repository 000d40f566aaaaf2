/**
 * Tells OutSmart that a work order is handled, after its invoice id is stored, and notices when the work order was changed
 * in between. Safe to repeat; a failure leaves the work order `invoiced`, and the next run tries again.
 */
import { isFault } from '../kernel/fault.ts';
import type { WorkOrderRowId } from '../model/ids.ts';
import type { WorkOrder } from '../model/work-order.ts';
import type { LogEntry } from '../store/log.ts';
import type { KnownWorkOrder } from '../store/work-orders.ts';
import type { RunContext } from './run-context.ts';
import { changedMembers, contentOf } from './work-order-content.ts';

/** Acknowledges one work order whose invoice is stored. Faults that concern the whole account are thrown. */
export async function acknowledgeInvoiced(
  context: RunContext,
  order: { readonly rowId: WorkOrderRowId; readonly orderNumber: string; readonly customerName: string },
  contentAtInvoice: Readonly<Record<string, unknown>> | null,
): Promise<void> {
  const { account, fieldService, lease, runId, meter } = context;
  const line = (result: LogEntry['result'], code: string, parameters: Record<string, unknown>): LogEntry => ({
    subjectKind: 'work-order',
    subjectKey: order.orderNumber || order.rowId,
    subjectName: order.customerName,
    result,
    code,
    parameters,
  });
  let answered: WorkOrder | null;
  try {
    answered = await fieldService.acknowledgeWorkOrder(order.rowId);
  } catch (error) {
    if (!isFault(error) || error.retry === 'after-reconnect' || error.code.startsWith('sync.')) throw error;
    meter.count('unacknowledged');
    await account.foreignFaults.keep(error);
    await account.log.add(runId, [line('failed', 'export.not-acknowledged', { fault: error.code })]);
    return;
  }
  await account.workOrders.acknowledged(lease, order.rowId);
  meter.count('acknowledged');
  if (answered === null) await account.log.add(runId, [line('notice', 'export.gone-from-outsmart', {})]);
  else if (contentAtInvoice) {
    const changes = changedMembers(contentAtInvoice, contentOf(answered));
    if (changes.length > 0) await account.log.add(runId, [line('notice', 'werkbon-gewijzigd-na-factuur', { changes })]);
  }
}

/** Acknowledges what an earlier run could not. */
export async function acknowledgeLeftovers(context: RunContext): Promise<void> {
  const { account } = context;
  const leftovers = await account.workOrders.list({ states: ['invoiced'], limit: LEFTOVERS_MAX, offset: 0 });
  for (const order of leftovers) {
    const intent = await invoiceIntentOf(context, order);
    const content = intent?.request.content;
    await acknowledgeInvoiced(context, order, isRecord(content) ? content : null);
    await context.meter.tick();
  }
}

/** More than any run leaves behind; the rest goes next time. */
const LEFTOVERS_MAX = 1_000;

async function invoiceIntentOf({ account, administrationId }: RunContext, order: KnownWorkOrder) {
  const found = await account.intents.find(order.administrationId ?? administrationId, 'invoice', [order.rowId]);
  return found.get(order.rowId);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

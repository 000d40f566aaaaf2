/**
 * Tells OutSmart that a work order is handled, after its invoice id is stored, and notices when the work order was changed
 * in between. Safe to repeat; a failure leaves the work order `invoiced`, and the next run tries again.
 */
import { isFault } from '../kernel/fault.ts';
import type { WorkOrderRowId } from '../model/ids.ts';
import type { WorkOrder } from '../model/work-order.ts';
import type { KnownWorkOrder } from '../store/known-work-order.ts';
import type { LogEntry } from '../store/log.ts';
import type { CreateGate } from './create-gate.ts';
import type { RunContext } from './run-context.ts';
import { changedMembers, contentOf } from './work-order-content.ts';

/** After so many failures in a row OutSmart is taken to be down, and the rest waits for the next run. */
const FAILURES_IN_A_ROW_MAX = 3;
/** More than any run leaves behind; the rest goes next time. */
const LEFTOVERS_MAX = 1_000;

interface InvoicedOrder {
  readonly rowId: WorkOrderRowId;
  readonly orderNumber: string;
  readonly customerName: string;
}

/** The acknowledgements of one run. */
export class Acknowledgements {
  readonly #context: RunContext;
  readonly #gate: CreateGate;
  #failuresInARow = 0;

  constructor(context: RunContext, gate: CreateGate) {
    this.#context = context;
    this.#gate = gate;
  }

  /**
   * Acknowledges one work order whose invoice this run stored, unless OutSmart failed at the ones before it: then it is
   * left to the next run. Faults that concern the whole account are thrown.
   */
  acknowledge(order: InvoicedOrder, contentAtInvoice: Readonly<Record<string, unknown>>): Promise<void> {
    return this.#gate.acknowledge(async () => {
      if (this.#failuresInARow >= FAILURES_IN_A_ROW_MAX) return this.#context.meter.count('unacknowledged');
      const isKnown = await acknowledgeInvoiced(this.#context, { ...order, told: null }, contentAtInvoice);
      this.#failuresInARow = isKnown ? 0 : this.#failuresInARow + 1;
    });
  }

  /** Acknowledges what earlier runs could not; what failed before comes last, so that it keeps nothing else from OutSmart. */
  async leftovers(): Promise<void> {
    const { account, meter } = this.#context;
    const leftovers = await account.workOrders.list({ states: ['invoiced'], limit: LEFTOVERS_MAX, offset: 0 });
    const [failed, others] = [leftovers.filter(hasFailed), leftovers.filter((order) => !hasFailed(order))];
    let failuresInARow = 0;
    for (const order of [...others, ...failed]) {
      if (failuresInARow >= FAILURES_IN_A_ROW_MAX) {
        meter.count('unacknowledged');
        continue;
      }
      const isKnown = await acknowledgeInvoiced(this.#context, order, await contentAtInvoice(this.#context, order));
      failuresInARow = isKnown ? 0 : failuresInARow + 1;
      await meter.tick();
    }
  }
}

/** Answers whether OutSmart knows now. A failure is told once for as long as it is the same. */
async function acknowledgeInvoiced(
  context: RunContext,
  order: InvoicedOrder & { readonly told: string | null },
  contentAtInvoice: Readonly<Record<string, unknown>> | null,
): Promise<boolean> {
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
    const told = `${FAILED}${error.code}`;
    if (order.told === told) return false;
    await account.log.add(runId, [line('failed', 'export.not-acknowledged', { fault: error.code })]);
    await account.workOrders.setTold(lease, order.rowId, told);
    return false;
  }
  await account.workOrders.acknowledged(lease, order.rowId);
  meter.count('acknowledged');
  if (answered === null) await account.log.add(runId, [line('notice', 'export.gone-from-outsmart', {})]);
  else if (contentAtInvoice) {
    const changes = changedMembers(contentAtInvoice, contentOf(answered));
    if (changes.length > 0) {
      await account.log.add(runId, [line('notice', 'werkbon-gewijzigd-na-factuur', { changes })]);
      await account.invoiceLife.orderChanged(lease, order.rowId, changes);
    }
  }
  return true;
}

/** Begins what is remembered as told about a work order that OutSmart could not be told of. */
const FAILED = 'not-acknowledged ';

function hasFailed({ told }: KnownWorkOrder): boolean {
  return told?.startsWith(FAILED) ?? false;
}

/** The work order as it was when its invoice was made; null when that was not kept. */
export async function contentAtInvoice(
  { account, administrationId }: RunContext,
  order: KnownWorkOrder,
): Promise<Readonly<Record<string, unknown>> | null> {
  const found = await account.intents.find(order.administrationId ?? administrationId, 'invoice', [order.rowId]);
  const content = found.get(order.rowId)?.request.content;
  return isRecord(content) ? content : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

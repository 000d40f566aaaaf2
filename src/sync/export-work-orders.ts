/**
 * The main job: work orders that are Compleet with the right work status become invoices, once each (E1-E9, product.md 4).
 */
import pMap from 'p-map';
import { dayInAmsterdam, daysBefore, type IsoDate } from '../kernel/dates.ts';
import { markOfOrigin } from '../mapping/mark-of-origin.ts';
import type { WorkOrderRowId } from '../model/ids.ts';
import type { WorkOrder } from '../model/work-order.ts';
import type { KnownWorkOrder } from '../store/known-work-order.ts';
import type { LogEntry } from '../store/log.ts';
import { Acknowledgements, contentAtInvoice } from './acknowledge.ts';
import { CreateGate } from './create-gate.ts';
import { MissingRecords } from './create-missing.ts';
import { followInvoices } from './follow-invoices.ts';
import { judgeWorkOrders, mayBeJudged, type ReadyWorkOrder } from './judge-work-orders.ts';
import { lookUpInParts } from './look-up-in-parts.ts';
import { GrowingKnowledge } from './look-up-knowledge.ts';
import { type OfferedWorkOrders, offeredWorkOrders } from './offered-work-orders.ts';
import { refusedBefore } from './refused-before.ts';
import type { RunContext } from './run-context.ts';
import { type Sending, sendInvoice } from './send-invoice.ts';
import { settleOpenIntents } from './settle-open-intents.ts';
import { changedMembers, contentOf } from './work-order-content.ts';

export type ExportEnd = 'done' | 'unconfirmed';

/**
 * One export of one account, and a look at what became of earlier invoices. Faults that concern the whole account are
 * thrown.
 */
export async function exportWorkOrders(
  context: RunContext,
  workStatusCode: string,
  outsmartKey: string,
): Promise<ExportEnd> {
  const end = await exportReady(context, workStatusCode, outsmartKey);
  await followInvoices(context, outsmartKey);
  return end;
}

/**
 * Nothing is sent while the first export is not confirmed by a person; everything is read and
 * judged all the same, so that there is something to confirm.
 */
async function exportReady(context: RunContext, workStatusCode: string, outsmartKey: string): Promise<ExportEnd> {
  const { account, fieldService, meter, lease, settings, administrationId } = context;
  await meter.enter('reading');
  const list = offeredWorkOrders(await fieldService.readReadyWorkOrders(workStatusCode));
  const { rowIds, ...offered } = await withThoseToMakeAgain(context, list);
  // Judged by what was so when the list was read: what is acknowledged from here on still stands in it.
  await reportReoffered(context, offered.workOrders, await account.workOrders.find(rowIds));
  await settleOpenIntents(context);
  const gate = new CreateGate(context.limits.sendConcurrency, context.signal, context);
  const acknowledgements = new Acknowledgements(context, gate);
  await acknowledgements.leftovers();
  await reportWithdrawn(context, await account.workOrders.withdrawUnseen(lease, rowIds));
  const known = await account.workOrders.find(rowIds);
  const first = await account.settings.firstExport(administrationId);
  const startDate = first?.startDate ?? null;
  const workOrders = offered.workOrders.filter((order) =>
    mayBeJudged(known.get(order.rowId), order.workDate, startDate),
  );
  const unreadable = offered.unreadable.filter((row) => mayBeJudged(known.get(row.rowId), null, startDate));
  meter.set('offered', rowIds.length);
  if (workOrders.length === 0 && unreadable.length === 0) return 'done';
  await meter.enter('looking-up');
  const lookedUp = await lookUpInParts(context, settings, workOrders);
  const knowledge = new GrowingKnowledge(lookedUp.knowledge);
  const ready = await judgeWorkOrders(context, {
    workOrders,
    refused: lookedUp.refused,
    unreadable,
    known,
    knowledge: knowledge.current,
    outsmartKey,
    startDate,
    refusedBefore: await refusedBefore(context, known),
  });
  if (ready.length === 0) return 'done';
  if (!first) return 'unconfirmed';
  const toSend = await withoutMarked(context, outsmartKey, ready);
  if (toSend.length < ready.length) await acknowledgements.leftovers();
  const missing = new MissingRecords(context, knowledge, gate);
  await sendAll({ context, outsmartKey, knowledge, missing, acknowledgements, gate }, toSend);
  return 'done';
}

/** Those whose deleted invoice a person wants made again need not be offered any more: OutSmart has them as handled. */
async function withThoseToMakeAgain(context: RunContext, list: OfferedWorkOrders): Promise<OfferedWorkOrders> {
  const { account, fieldService } = context;
  const offered = new Set(list.rowIds);
  const missing = (await account.invoiceLife.toMakeAgain()).filter((rowId) => !offered.has(rowId));
  const workOrders = [...list.workOrders];
  const rowIds = [...list.rowIds];
  for (const rowId of missing) {
    const order = await fieldService.readWorkOrder(rowId);
    // One that is not there any more is withdrawn, as every other that is no longer offered.
    if (order === null) continue;
    workOrders.push(order);
    rowIds.push(rowId);
  }
  return { ...list, workOrders, rowIds };
}

/** Adopts invoices that carry the mark already (a restored database, another installation); answers the rest. */
async function withoutMarked(
  context: RunContext,
  outsmartKey: string,
  ready: readonly ReadyWorkOrder[],
): Promise<readonly ReadyWorkOrder[]> {
  const { account, books, lease, runId, administrationId, meter } = context;
  await meter.enter('looking-up');
  const marks = ready.map(({ workOrder }) => markOfOrigin(outsmartKey, workOrder.rowId));
  const found = await books.target.findMarked(marks, oldestDay(ready));
  const rest: ReadyWorkOrder[] = [];
  for (const [index, order] of ready.entries()) {
    const { workOrder } = order;
    const [invoice, ...others] = found.get(workOrder.rowId) ?? [];
    const mark = marks[index];
    if (!invoice || !mark) {
      rest.push(order);
      continue;
    }
    const log: LogEntry = {
      subjectKind: 'work-order',
      subjectKey: workOrder.orderNumber.trim() || workOrder.rowId,
      subjectName: workOrder.workParty.name.trim(),
      result: 'adopted',
      code: others.length > 0 ? 'export.found-several' : 'export.found-by-mark',
      parameters: { invoiceId: invoice.id, others: String(others.length) },
    };
    const intent = {
      administrationId,
      kind: 'invoice' as const,
      subject: workOrder.rowId,
      mark: mark.text,
      request: {},
      lookAgainAt: context.clock.now(),
    };
    const adopted = { foreignId: invoice.id, invoiceNumber: invoice.invoiceNumber };
    if (await account.intents.adopt(lease, runId, intent, adopted, [log])) meter.count('adopted');
  }
  return rest;
}

/** A bookkeeper may date an invoice earlier than its work order was typed in; not by more than this. */
const EARLIER_DAYS_MAX = 120;

/** No invoice of these work orders is dated before that day; null when one of them does not tell when it was made. */
function oldestDay(ready: readonly ReadyWorkOrder[]): IsoDate | null {
  const days = ready.map(({ workOrder }) => workOrder.createdOn);
  const oldest = [...days].sort()[0];
  return days.includes(null) || !oldest ? null : daysBefore(oldest, EARLIER_DAYS_MAX);
}

/** While what came of one work order is being stored, the call of another can be under way. */
const WORK_ORDERS_PER_CALL = 2;

/**
 * Sends at the account's concurrency. The first fault that concerns the whole account ends it, after all on their way are
 * back.
 */
async function sendAll(sending: Sending, ready: readonly ReadyWorkOrder[]): Promise<void> {
  const { context, gate } = sending;
  await context.meter.enter('sending');
  await pMap(
    ready,
    async (order) => {
      if (gate.isClosed) return;
      try {
        await context.meter.tick();
        await sendInvoice(sending, order);
      } catch (error) {
        gate.close(error);
      }
    },
    { concurrency: context.limits.sendConcurrency * WORK_ORDERS_PER_CALL },
  );
  gate.assertOpen();
}

async function reportWithdrawn(
  { account, runId, meter }: RunContext,
  withdrawn: readonly KnownWorkOrder[],
): Promise<void> {
  meter.count('withdrawn', withdrawn.length);
  await account.log.add(
    runId,
    withdrawn.map((order) => ({
      subjectKind: 'work-order',
      subjectKey: order.orderNumber || order.rowId,
      subjectName: order.customerName,
      result: 'withdrawn',
      code: 'export.withdrawn',
    })),
  );
}

const REOFFERED = 'reoffered';

/** A work order that has its invoice and is offered once more: never made again silently, told once. */
async function reportReoffered(
  context: RunContext,
  workOrders: readonly WorkOrder[],
  known: ReadonlyMap<WorkOrderRowId, KnownWorkOrder>,
): Promise<void> {
  const { account, lease, runId, meter, clock } = context;
  for (const workOrder of workOrders) {
    const { rowId } = workOrder;
    const order = known.get(rowId);
    if (order?.state !== 'acknowledged') continue;
    meter.count('reoffered');
    // Changed once more, it is news once more.
    const told = `${REOFFERED} ${workOrder.changedAt}`;
    if (order.told === told) continue;
    const parameters = {
      invoiceId: order.invoiceId ?? '',
      on: dayInAmsterdam(order.stateSince),
      seen: dayInAmsterdam(clock.now()),
    };
    await account.log.add(runId, [
      {
        subjectKind: 'work-order',
        subjectKey: order.orderNumber || rowId,
        subjectName: order.customerName,
        result: 'notice',
        code: 'export.reoffered',
        parameters,
      },
    ]);
    await account.workOrders.setTold(lease, rowId, told);
    const invoiced = await contentAtInvoice(context, order);
    const changes = invoiced ? changedMembers(invoiced, contentOf(workOrder)) : [];
    if (changes.length > 0) await account.invoiceLife.orderChanged(lease, rowId, changes);
  }
}

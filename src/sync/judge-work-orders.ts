/**
 * Maps every work order that is offered, stores whether it is ready or waits, and tells about a waiting one once.
 */
import { Breath } from '../kernel/breath.ts';
import type { IsoDate } from '../kernel/dates.ts';
import { dayInAmsterdam } from '../kernel/dates.ts';
import { ZERO } from '../kernel/decimal.ts';
import type { Fault } from '../kernel/fault.ts';
import { invoiceFromWorkOrder } from '../mapping/invoice-from-work-order.ts';
import type { InvoiceOutcome, InvoiceToCreate } from '../mapping/invoice-outcome.ts';
import type { Knowledge } from '../mapping/knowledge.ts';

import type { Finding } from '../model/finding.ts';
import type { WorkOrderRowId } from '../model/ids.ts';
import type { WorkOrder } from '../model/work-order.ts';
import { DECIDED_BY_START_DATE } from '../model/work-order-state.ts';
import type { KnownWorkOrder } from '../store/known-work-order.ts';
import type { LogEntry } from '../store/log.ts';
import type { Judgement } from '../store/work-orders.ts';
import type { UnreadableOrder } from './offered-work-orders.ts';
import { refusal } from './refusal.ts';
import type { RefusedBefore } from './refused-before.ts';
import type { RunContext } from './run-context.ts';
import { toldKey } from './told.ts';

/** A work order that can go, with the invoice it would become. */
export interface ReadyWorkOrder {
  readonly workOrder: WorkOrder;
  readonly invoice: InvoiceToCreate;
}

/** The outcome of mapping one work order today, in this account. */
export function mapWorkOrder(
  context: RunContext,
  outsmartKey: string,
  knowledge: Knowledge,
  workOrder: WorkOrder,
): InvoiceOutcome {
  const date = dayInAmsterdam(context.clock.now());
  return invoiceFromWorkOrder(workOrder, context.settings, knowledge, { date, outsmartKey });
}

/** Judges these work orders; answers the ready ones in the order given. Those from before `startDate` are set aside. */
export async function judgeWorkOrders(
  context: RunContext,
  input: {
    readonly workOrders: readonly WorkOrder[];
    /** Those for which nothing could be looked up: they wait. */
    readonly refused: ReadonlyMap<WorkOrderRowId, Fault>;
    readonly unreadable: readonly UnreadableOrder[];
    readonly known: ReadonlyMap<WorkOrderRowId, KnownWorkOrder>;
    readonly knowledge: Knowledge;
    readonly outsmartKey: string;
    readonly startDate: IsoDate | null;
    readonly refusedBefore: RefusedBefore;
  },
): Promise<readonly ReadyWorkOrder[]> {
  const { account, lease, runId, meter } = context;
  const judgements: Judgement[] = [];
  const news: LogEntry[] = [];
  const ready: ReadyWorkOrder[] = [];
  const breath = new Breath();
  for (const workOrder of input.workOrders) {
    await breath.take();
    const outcome = mapWorkOrder(context, input.outsmartKey, input.knowledge, workOrder);
    const known = input.known.get(workOrder.rowId);
    const takenBackBy = personBehind(known);
    const isBeforeStart = takenBackBy === null && isBefore(workOrder.workDate, input.startDate);
    const fault = input.refused.get(workOrder.rowId);
    const reasons = fault ? [refusal(fault)] : reasonsToWait(workOrder.rowId, outcome, input.refusedBefore);
    const findings = isBeforeStart ? [] : reasons;
    const before = known?.told ?? null;
    // A ready one keeps what was told: should Asperion refuse it again for the same reason, that is no news.
    const told = findings.length > 0 ? toldKey(findings) : before;
    if (findings.length > 0 && told !== before) news.push(waitingLine(workOrder, findings));
    judgements.push({
      ...about(context, workOrder),
      state: isBeforeStart ? 'skipped' : findings.length > 0 ? 'waiting' : 'ready',
      amount: outcome.amount,
      findings,
      told,
      decidedBy: isBeforeStart ? DECIDED_BY_START_DATE : takenBackBy,
    });
    if (!isBeforeStart && findings.length === 0 && outcome.kind === 'create')
      ready.push({ workOrder, invoice: outcome });
  }
  for (const row of input.unreadable) judgements.push(unreadableJudgement(context, row, input.known, news));
  // Told before it counts as told: broken off in between, it is told twice and not never.
  await account.log.add(runId, news);
  await account.workOrders.judge(lease, judgements);
  meter.set('waiting', judgements.filter((judgement) => judgement.state === 'waiting').length);
  meter.set('ready', ready.length);
  return ready;
}

function reasonsToWait(
  rowId: WorkOrderRowId,
  outcome: InvoiceOutcome,
  refusedBefore: RefusedBefore,
): readonly Finding[] {
  return outcome.kind === 'waits' ? outcome.findings : (refusedBefore(rowId, outcome) ?? []);
}

/**
 * Whether a run has a say about it: not while it is on its way, has its invoice, or was set aside by a person. One that the
 * start date set aside comes back when that date, or its own, no longer does.
 */
export function mayBeJudged(
  known: KnownWorkOrder | undefined,
  workDate: IsoDate | null,
  startDate: IsoDate | null,
): boolean {
  if (known?.state === 'skipped') return known.decidedBy === DECIDED_BY_START_DATE && !isBefore(workDate, startDate);
  return known === undefined || known.state === 'ready' || known.state === 'waiting' || known.state === 'withdrawn';
}

function isBefore(workDate: IsoDate | null, startDate: IsoDate | null): boolean {
  return startDate !== null && workDate !== null && workDate < startDate;
}

/** The person who let a work order that was set aside go after all; their word goes before the start date. */
function personBehind(known: KnownWorkOrder | undefined): string | null {
  return known && known.decidedBy !== DECIDED_BY_START_DATE ? known.decidedBy : null;
}

function about({ administrationId }: RunContext, workOrder: WorkOrder) {
  const party = workOrder.invoiceParty.debtorNumber.trim() === '' ? workOrder.workParty : workOrder.invoiceParty;
  return {
    rowId: workOrder.rowId,
    administrationId,
    orderNumber: workOrder.orderNumber.trim(),
    customerName: (party.name || workOrder.workParty.name).trim(),
    debtorNumber: party.debtorNumber.trim(),
    workDate: workOrder.workDate,
  };
}

/** The log line of a work order that waits, with all its reasons. */
export function waitingLine(
  workOrder: Pick<WorkOrder, 'rowId' | 'orderNumber' | 'workParty'>,
  findings: readonly Finding[],
): LogEntry {
  return {
    subjectKind: 'work-order',
    subjectKey: workOrder.orderNumber.trim() || workOrder.rowId,
    subjectName: workOrder.workParty.name.trim(),
    result: 'waiting',
    code: findings[0]?.reason ?? 'geen-regels',
    parameters: { findings },
  };
}

/** A row of the list that is no work order at all: it waits. */
function unreadableJudgement(
  { administrationId }: RunContext,
  row: UnreadableOrder,
  known: ReadonlyMap<WorkOrderRowId, KnownWorkOrder>,
  news: LogEntry[],
): Judgement {
  const finding: Finding = {
    reason: 'waarde-onleesbaar',
    causeKey: '',
    field: row.field,
    code: '',
    name: '',
    found: row.text,
    obstacle: '',
    messages: [],
  };
  const { rowId } = row;
  const subjectKey = row.orderNumber || rowId;
  const line: LogEntry = {
    subjectKind: 'work-order',
    subjectKey,
    subjectName: '',
    result: 'waiting',
    code: finding.reason,
    parameters: { findings: [finding] },
  };
  const told = toldKey([finding]);
  if (known.get(rowId)?.told !== told) news.push(line);
  return {
    rowId,
    state: 'waiting',
    administrationId,
    orderNumber: row.orderNumber ?? '',
    customerName: '',
    debtorNumber: '',
    workDate: null,
    amount: ZERO,
    findings: [finding],
    told,
    decidedBy: personBehind(known.get(rowId)),
  };
}

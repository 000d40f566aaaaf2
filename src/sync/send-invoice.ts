/**
 * One ready work order becomes one invoice: create what it needs, commit the intent, create, store the id, acknowledge.
 * Every way this can end is written down here and nowhere else.
 */
import { decimalText } from '../kernel/decimal.ts';
import type { Fault } from '../kernel/fault.ts';
import { foldCode } from '../kernel/text.ts';
import type { InvoiceToCreate } from '../mapping/invoice-outcome.ts';
import { markOfOrigin } from '../mapping/mark-of-origin.ts';
import type { Finding } from '../model/finding.ts';
import type { Intent, IntentEnd, NewIntent } from '../store/intents.ts';
import type { LogEntry } from '../store/log.ts';
import type { Evidence } from '../store/records.ts';
import type { Acknowledgements } from './acknowledge.ts';
import type { CreateGate } from './create-gate.ts';
import type { MissingRecords, NotCreated } from './create-missing.ts';
import { mapWorkOrder, type ReadyWorkOrder, waitingLine } from './judge-work-orders.ts';
import type { GrowingKnowledge } from './look-up-knowledge.ts';
import { refusal } from './refusal.ts';
import type { RunContext } from './run-context.ts';
import { firstLook, nextLook, SENDINGS_MAX, unsent } from './send-within.ts';
import { toldKey } from './told.ts';
import { contentOf } from './work-order-content.ts';
import { stopForWrongAdministration } from './wrong-administration.ts';

export interface Sending {
  readonly context: RunContext;
  readonly outsmartKey: string;
  readonly knowledge: GrowingKnowledge;
  readonly missing: MissingRecords;
  readonly acknowledgements: Acknowledgements;
  readonly gate: CreateGate;
}

/**
 * Sends one work order as far as it goes, and stores how it ended. A Fault that concerns the whole account is thrown, after
 * what is known about this work order was stored.
 */
export async function sendInvoice(sending: Sending, ready: ReadyWorkOrder): Promise<void> {
  const invoice = await withMissingRecords(sending, ready);
  if (invoice === null) return;
  for (let sendings = 1; ; sendings += 1) {
    const unsent = await sendOnce(sending, ready, invoice, sendings === SENDINGS_MAX);
    if (unsent === null || (await isFoundAfterAll(sending, ready, unsent))) return;
  }
}

/** Before a create is repeated: whether the one that was turned away made the invoice all the same. Stores it then. */
async function isFoundAfterAll({ context, acknowledgements }: Sending, ready: ReadyWorkOrder, unsent: Intent) {
  const { account, books, runId, meter } = context;
  const { rowId } = ready.workOrder;
  const [invoice, ...others] = (await books.target.findMarked([{ text: unsent.mark, rowId }], null)).get(rowId) ?? [];
  if (!invoice) return false;
  const code = others.length > 0 ? 'export.found-several' : 'export.found-after-all';
  const parameters = { invoiceId: invoice.id, others: String(others.length) };
  const isStored = await account.intents.settle(unsent, runId, {
    end: { kind: 'done', foreignId: invoice.id, invoiceNumber: invoice.invoiceNumber },
    evidence: { what: 'found', text: `found as ${invoice.id}` },
    log: [lineOf(ready, 'adopted', code, parameters)],
  });
  if (!isStored) return false;
  meter.count('adopted');
  await acknowledgements.acknowledge(describe(ready), contentOf(ready.workOrder));
  return true;
}

/** Null when it ended, one way or the other. The intent when the create was turned away or too late, and may be repeated. */
async function sendOnce(
  { context, outsmartKey, acknowledgements, gate }: Sending,
  ready: ReadyWorkOrder,
  invoice: InvoiceToCreate,
  isLast: boolean,
): Promise<Intent | null> {
  const { account, administrationId, lease } = context;
  const { workOrder } = ready;
  const content = contentOf(workOrder);
  const wanted = (): NewIntent => ({
    administrationId,
    kind: 'invoice',
    subject: workOrder.rowId,
    mark: markOfOrigin(outsmartKey, workOrder.rowId).text,
    request: { draft: invoice.draft, content, amount: decimalText(invoice.amount) },
    lookAgainAt: firstLook(context),
  });
  const passed = await gate.create({
    begin: () => account.intents.begin(lease, wanted()),
    async call(intent, maySend) {
      const created = await context.books.target.create(invoice.draft, maySend);
      if (created.administrationId !== null && created.administrationId !== administrationId)
        throw await stopForWrongAdministration(context, intent, created.id, created.administrationId);
      return created;
    },
    unsend: async (intent) => void (await account.intents.settle(intent, context.runId, unsent('waited for its turn'))),
  });
  if (passed === null) return null;
  const { intent, created } = passed;
  if (created === null) return settleFailure(context, ready, { ...passed, isLast });
  // What another worker settled is that worker's to acknowledge.
  if (await storeInvoice(context, ready, invoice, intent, created)) {
    await acknowledgements.acknowledge(describe(ready), content);
  }
  return null;
}

/** Creates the debtor and articles that are missing and maps again; null when the work order waits after all. */
async function withMissingRecords(sending: Sending, ready: ReadyWorkOrder): Promise<InvoiceToCreate | null> {
  const { debtors, articles } = ready.invoice.creates;
  if (debtors.length === 0 && articles.length === 0) return ready.invoice;
  const obstacles: NotCreated[] = [];
  for (const debtor of debtors) obstacles.push(...optional(await sending.missing.debtor(debtor)));
  // An article is of no use to anybody when the debtor could not be made.
  if (obstacles.length === 0)
    for (const article of articles) obstacles.push(...optional(await sending.missing.article(article)));
  if (obstacles.length > 0) {
    await makeWait(sending.context, ready, obstacles.map(findingOf));
    return null;
  }
  const outcome = mapWorkOrder(sending.context, sending.outsmartKey, sending.knowledge.current, ready.workOrder);
  if (outcome.kind === 'create' && outcome.creates.debtors.length + outcome.creates.articles.length === 0)
    return outcome;
  if (outcome.kind === 'waits') await makeWait(sending.context, ready, outcome.findings);
  return null;
}

function optional<T>(value: T | null): T[] {
  return value === null ? [] : [value];
}

function findingOf(obstacle: NotCreated): Finding {
  return {
    reason:
      obstacle.obstacle === 'refused'
        ? 'geweigerd-door-asperion'
        : obstacle.kind === 'debtor'
          ? 'relatie-onbekend'
          : 'materiaal-onbekend',
    causeKey: foldCode(obstacle.code),
    field: obstacle.kind,
    code: obstacle.code,
    name: obstacle.name,
    found: '',
    obstacle: obstacle.obstacle,
    messages: obstacle.messages,
  };
}

async function makeWait(context: RunContext, ready: ReadyWorkOrder, findings: readonly Finding[]): Promise<void> {
  const { account, lease, runId, administrationId, meter } = context;
  const told = toldKey(findings);
  const { rowId, orderNumber, customerName } = describe(ready);
  const known = (await account.workOrders.find([rowId])).get(rowId);
  if (known?.told !== told) await account.log.add(runId, [waitingLine(ready.workOrder, findings)]);
  await account.workOrders.judge(lease, [
    {
      rowId,
      state: 'waiting',
      administrationId,
      orderNumber,
      customerName,
      debtorNumber: known?.debtorNumber ?? '',
      workDate: ready.workOrder.workDate,
      amount: ready.invoice.amount,
      findings,
      told,
      decidedBy: known?.decidedBy ?? null,
    },
  ]);
  meter.count('waiting');
}

/** Answers false when another worker settled the intent meanwhile. */
async function storeInvoice(
  context: RunContext,
  ready: ReadyWorkOrder,
  invoice: InvoiceToCreate,
  intent: Intent,
  created: { readonly id: string; readonly invoiceNumber: string | null },
): Promise<boolean> {
  const { account, runId, meter } = context;
  const parameters = {
    invoiceId: created.id,
    debtor: invoice.draft.debtorNumber.value,
    debtorName: invoice.draft.debtorName,
    amount: decimalText(invoice.amount),
    lines: invoice.draft.lines.length,
    notices: invoice.notices,
  };
  const isStored = await account.intents.settle(intent, runId, {
    end: { kind: 'done', foreignId: created.id, invoiceNumber: created.invoiceNumber },
    evidence: { what: 'found', text: `made as ${created.id}` },
    log: [lineOf(ready, 'invoiced', 'export.invoiced', parameters)],
  });
  if (isStored) meter.count('invoiced');
  // Another worker settled this intent while we were away: two invoices may exist, and a person must know.
  else if (!(await isKnownAs(context, intent, created.id)))
    await account.log.add(runId, [lineOf(ready, 'failed', 'export.possible-double', { invoiceId: created.id })]);
  return isStored;
}

/** Whether what was made is what the other worker found and adopted. */
async function isKnownAs({ account }: RunContext, { administrationId, subject }: Intent, foreignId: string) {
  return (await account.intents.find(administrationId, 'invoice', [subject])).get(subject)?.foreignId === foreignId;
}

/** Stores what a failed create means for this work order; throws on when the fault concerns the whole account. */
async function settleFailure(
  context: RunContext,
  ready: ReadyWorkOrder,
  { intent, fault, isLast }: { readonly intent: Intent; readonly fault: Fault; readonly isLast: boolean },
): Promise<Intent | null> {
  if (fault.code === 'asperion.wrong_administration') throw fault;
  const { account, runId, meter } = context;
  const settle = (end: IntentEnd, evidence: Omit<Evidence, 'at'>, log: LogEntry[]) =>
    account.intents.settle(intent, runId, { end, evidence, log });
  if (fault.code === 'asperion.refused') {
    const findings = [refusal(fault)];
    const told = toldKey(findings);
    const known = (await account.workOrders.find([ready.workOrder.rowId])).get(ready.workOrder.rowId);
    await settle(
      { kind: 'refused', findings, told },
      { what: 'refused', text: fault.message },
      known?.told === told ? [] : [waitingLine(ready.workOrder, findings)],
    );
    meter.count('waiting');
    return null;
  }
  if (fault.retry === 'after-lookup') {
    const lookAgainAt = nextLook(context);
    const parameters = { lookAgainAt: lookAgainAt.toISOString(), fault: fault.code };
    await settle({ kind: 'uncertain', lookAgainAt }, { what: 'unclear', text: fault.message }, [
      lineOf(ready, 'uncertain', 'export.uncertain', parameters),
    ]);
    await account.foreignFaults.keep(fault);
    meter.count('uncertain');
    return null;
  }
  await account.intents.settle(intent, runId, unsent(fault.code));
  if (fault.code === 'asperion.too_late_to_send' && !isLast && !context.signal.aborted) return intent;
  throw fault;
}

function describe({ workOrder }: ReadyWorkOrder) {
  return {
    rowId: workOrder.rowId,
    orderNumber: workOrder.orderNumber.trim(),
    customerName: workOrder.workParty.name.trim(),
  };
}

function lineOf(
  ready: ReadyWorkOrder,
  result: LogEntry['result'],
  code: string,
  parameters: Record<string, unknown>,
): LogEntry {
  const { rowId, orderNumber, customerName } = describe(ready);
  return {
    subjectKind: 'work-order',
    subjectKey: orderNumber || rowId,
    subjectName: customerName,
    result,
    code,
    parameters,
  };
}

/**
 * Before anything new: what became of creates whose end nobody knows. Looks for the mark (an invoice), the number (a
 * debtor) or the code (an article) once the longest life of a request has passed; adopts what is there, frees what is
 * certainly absent, and otherwise leaves it uncertain with a new moment to look.
 */

import { decimalText } from '../kernel/decimal.ts';
import { type Fault, type FaultCode, isFault } from '../kernel/fault.ts';
import { foldCode } from '../kernel/text.ts';
import type { Books, MarkOfOrigin } from '../model/accounting.ts';
import type { WorkOrderRowId } from '../model/ids.ts';
import type { Intent, Settlement } from '../store/intents.ts';
import type { LogEntry } from '../store/log.ts';
import { likenessOf } from './invoice-likeness.ts';
import type { RunContext } from './run-context.ts';
import { nextLook } from './send-within.ts';

/** `likely`: it carries no mark of ours, but may be it; a person decides. */
interface Found {
  readonly kind: 'ours' | 'likely';
  readonly foreignId: string;
  readonly invoiceNumber: string | null;
  readonly others: number;
}

/** A look-up that fails so says something of these books or of what was looked for, and not of the account as a whole. */
const ABOUT_THESE_BOOKS: ReadonlySet<FaultCode> = new Set([
  'asperion.forbidden',
  'asperion.not_found',
  'asperion.wrong_administration',
]);
const ABOUT_WHAT_IS_LOOKED_FOR: ReadonlySet<FaultCode> = new Set(['asperion.refused', 'asperion.contract_broken']);

/**
 * Settles what can be settled now, in every administration that has something open. What cannot be looked up stays
 * uncertain, is told once and holds up nothing else; faults that concern the whole account are thrown.
 */
export async function settleOpenIntents(context: RunContext): Promise<void> {
  const { account, accounting, administrationId } = context;
  for (const administration of [administrationId, ...(await account.intents.openElsewhere(administrationId))]) {
    const books = administration === administrationId ? context.books : accounting.books(administration);
    const open = await account.intents.open(administration);
    // The lease is ours, so whoever committed these is gone: nobody will report back.
    const orphans = open.filter((intent) => intent.state === 'sending');
    for (const intent of orphans) {
      await account.intents.postpone(intent, { what: 'died', text: '' }, intent.lookAgainAt ?? context.clock.now());
    }
    const unsure = open.filter((intent) => intent.state === 'sending' || intent.state === 'uncertain');
    await lookUpDue(context, books, unsure);
  }
}

async function lookUpDue(context: RunContext, books: Books, unsure: readonly Intent[]): Promise<void> {
  const now = context.clock.now();
  const due = unsure.filter((intent) => intent.lookAgainAt === null || intent.lookAgainAt <= now);
  context.meter.count('uncertain', unsure.length - due.length);
  if (due.length === 0) return;
  await context.meter.enter('settling');
  await settleDue(context, books, due);
}

async function settleDue(context: RunContext, books: Books, due: readonly Intent[]): Promise<void> {
  const found = await lookUp(books, due).catch((error: unknown) => {
    if (!isFault(error)) throw error;
    return error;
  });
  if (!isFault(found)) {
    for (const intent of due) await settleOne(context, intent, found(intent));
    return;
  }
  if (due.length > 1 && ABOUT_WHAT_IS_LOOKED_FOR.has(found.code)) {
    for (const intent of due) await settleDue(context, books, [intent]);
    return;
  }
  for (const intent of due)
    await context.account.intents.postpone(intent, { what: 'look-up-failed', text: found.code }, nextLook(context));
  if (!ABOUT_THESE_BOOKS.has(found.code) && !ABOUT_WHAT_IS_LOOKED_FOR.has(found.code)) throw found;
  context.meter.count('uncertain', due.length);
  await tellLookUpFailed(context, due, found);
}

/** Told once for as long as it fails in the same way. */
async function tellLookUpFailed(context: RunContext, due: readonly Intent[], { code }: Fault): Promise<void> {
  const news = due.filter(
    ({ evidence }) => evidence.at(-1)?.what !== 'look-up-failed' || evidence.at(-1)?.text !== code,
  );
  const lines = await Promise.all(
    news.map((intent) => line(context, intent, 'uncertain', 'export.look-up-failed', { fault: code })),
  );
  await context.account.log.add(context.runId, lines);
}

/** One look-up for all of a kind; answers a function that says what was found for an intent. */
async function lookUp(books: Books, due: readonly Intent[]): Promise<(intent: Intent) => Found | null> {
  const of = (kind: Intent['kind']) => due.filter((intent) => intent.kind === kind);
  const marks = of('invoice').map(
    (intent): MarkOfOrigin => ({ text: intent.mark, rowId: intent.subject as WorkOrderRowId }),
  );
  const invoices = marks.length > 0 ? await books.target.findMarked(marks, null) : new Map();
  const likely = await likelyInvoices(
    books,
    of('invoice').filter(({ subject }) => !invoices.has(subject as WorkOrderRowId)),
  );
  const debtors = await books.findDebtors(of('debtor').map((intent) => intent.mark));
  const articles = await books.findArticles(of('article').map((intent) => intent.mark));
  return (intent) => {
    if (intent.kind === 'invoice') {
      const [first, ...others] = invoices.get(intent.subject as WorkOrderRowId) ?? [];
      if (!first) return likely.get(intent.id) ?? null;
      return { kind: 'ours', foreignId: first.id, invoiceNumber: first.invoiceNumber, others: others.length };
    }
    const record =
      intent.kind === 'debtor'
        ? debtors.find((debtor) => foldCode(debtor.customerNumber) === intent.subject)
        : articles.find((article) => foldCode(article.code) === intent.subject);
    return record ? { kind: 'ours', foreignId: record.id, invoiceNumber: null, others: 0 } : null;
  };
}

/**
 * Before an invoice counts as absent: one without any mark that has its debtor and its amount and was made since. Somebody
 * may have changed the description, and then it is there.
 */
async function likelyInvoices(books: Books, unmarked: readonly Intent[]): Promise<ReadonlyMap<string, Found>> {
  const found = new Map<string, Found>();
  for (const intent of unmarked) {
    const likeness = likenessOf(intent);
    const [first, ...others] = likeness === null ? [] : await books.target.findUnmarked(likeness);
    if (first)
      found.set(intent.id, { kind: 'likely', foreignId: first.id, invoiceNumber: null, others: others.length });
  }
  return found;
}

async function settleOne(context: RunContext, intent: Intent, found: Found | null): Promise<void> {
  if (found?.kind === 'likely') return askAPerson(context, intent, found.foreignId);
  const { account, runId, meter } = context;
  const settlement: Settlement = found
    ? {
        end: { kind: 'done', foreignId: found.foreignId, invoiceNumber: found.invoiceNumber },
        evidence: { what: 'found', text: `found as ${found.foreignId}` },
        log: [
          await line(context, intent, 'adopted', found.others > 0 ? 'export.found-several' : 'export.found-after-all', {
            invoiceId: found.foreignId,
            others: String(found.others),
          }),
        ],
      }
    : {
        end: { kind: 'absent' },
        evidence: { what: 'absent', text: '' },
        log: [await line(context, intent, 'notice', 'export.certainly-absent', {})],
      };
  if (await account.intents.settle(intent, runId, settlement)) meter.count(found ? 'adopted' : 'absent');
}

/** Told once for as long as it is the same one. It is looked for again all the same: the mark may come back, or it may go. */
async function askAPerson(context: RunContext, intent: Intent, candidateId: string): Promise<void> {
  const { account, runId, meter } = context;
  const isNews = intent.evidence.at(-1)?.what !== 'candidate' || intent.evidence.at(-1)?.text !== candidateId;
  await account.intents.postpone(intent, { what: 'candidate', text: candidateId }, nextLook(context));
  meter.count('uncertain');
  if (!isNews) return;
  const amount = likenessOf(intent)?.total;
  const parameters = { invoiceId: candidateId, ...(amount ? { amount: decimalText(amount) } : {}) };
  await account.log.add(runId, [await line(context, intent, 'uncertain', 'export.candidate', parameters)]);
}

async function line(
  context: RunContext,
  intent: Intent,
  result: LogEntry['result'],
  code: string,
  parameters: Readonly<Record<string, string>>,
): Promise<LogEntry> {
  if (intent.kind !== 'invoice')
    return { subjectKind: intent.kind, subjectKey: intent.mark, subjectName: '', result, code, parameters };
  const rowId = intent.subject as WorkOrderRowId;
  const known = (await context.account.workOrders.find([rowId])).get(rowId);
  return {
    subjectKind: 'work-order',
    subjectKey: known?.orderNumber || rowId,
    subjectName: known?.customerName ?? '',
    result,
    code,
    parameters,
  };
}

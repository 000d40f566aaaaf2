/**
 * Life after the draft (product.md 4.5): looks from time to time what became of the invoices we made, in few calls, and
 * tells what is new. A draft that somebody deleted becomes a question; nothing is ever made again here.
 */
import { decimalText } from '../kernel/decimal.ts';
import { isFault } from '../kernel/fault.ts';
import { markOfOrigin } from '../mapping/mark-of-origin.ts';
import type { Books, InvoiceNow } from '../model/accounting.ts';
import type { AdministrationId, InvoiceId } from '../model/ids.ts';
import { type FollowedInvoice, INVOICE_CHANGED } from '../store/invoice-life.ts';
import type { LogEntry } from '../store/log.ts';
import type { RunContext } from './run-context.ts';

const DAY_MS = 24 * 60 * 60_000;
/** Whether a final invoice was paid is looked at once a day, and not for ever. */
const FINALS_EVERY_MS = DAY_MS;
const FINALS_FOR_MS = 400 * DAY_MS;
/** Somebody who presses a button wants to see what is so now; not every few seconds, though. */
const BY_HAND_AFTER_MS = 60_000;

/**
 * Looks at the invoices that are due. What cannot be looked at is left for the next time and fails nothing; a connection
 * that ended is thrown.
 */
export async function followInvoices(context: RunContext, outsmartKey: string): Promise<void> {
  const { account, accounting, administrationId, clock, limits, isByHand, meter } = context;
  const now = clock.now().getTime();
  const due = await account.invoiceLife.due({
    draftsBefore: new Date(now - (isByHand ? Math.min(BY_HAND_AFTER_MS, limits.followEveryMs) : limits.followEveryMs)),
    finalsBefore: new Date(now - FINALS_EVERY_MS),
    finalsSince: new Date(now - FINALS_FOR_MS),
  });
  if (due.length === 0) return;
  await meter.enter('following');
  for (const administration of new Set(due.map((invoice) => invoice.administrationId))) {
    const books =
      administration === administrationId ? context.books : accounting.books(administration as AdministrationId);
    const theirs = due.filter((invoice) => invoice.administrationId === administration);
    try {
      await followIn(context, books, outsmartKey, theirs);
    } catch (error) {
      if (!isFault(error) || error.retry === 'after-reconnect' || error.code.startsWith('sync.')) throw error;
      await account.foreignFaults.keep(error);
      meter.count('notFollowed', theirs.length);
    }
  }
}

async function followIn(
  context: RunContext,
  books: Books,
  outsmartKey: string,
  due: readonly FollowedInvoice[],
): Promise<void> {
  const wanted = due.flatMap(({ invoiceId, since }) =>
    invoiceId === null ? [] : [{ id: invoiceId as InvoiceId, since }],
  );
  const found = await books.target.readInvoices(wanted, `(${outsmartKey}-`);
  const same: FollowedInvoice[] = [];
  const gone: FollowedInvoice[] = [];
  for (const order of due) {
    const invoice = order.invoiceId === null ? undefined : found.get(order.invoiceId as InvoiceId);
    if (!invoice) gone.push(order);
    else if (isAsItWas(order, invoice)) same.push(order);
    else await learn(context, order, invoice);
  }
  await context.account.invoiceLife.looked(
    context.lease,
    same.map(({ rowId }) => rowId),
  );
  await searchGone(context, books, outsmartKey, gone);
}

function isAsItWas(order: FollowedInvoice, invoice: InvoiceNow): boolean {
  return order.invoiceStage === invoice.stage && order.print === invoice.print;
}

/** Stores what is new about the invoice and tells it; `news` is what is to be told besides. */
async function learn(
  { account, lease, runId, meter }: RunContext,
  order: FollowedInvoice,
  invoice: InvoiceNow,
  news: LogEntry[] = [],
): Promise<void> {
  // At the first look nobody knows what it was like before, apart from what the answer itself tells.
  const isChanged =
    order.print === null ? invoice.isTouched && invoice.stage === 'draft' : order.print !== invoice.print;
  if (isChanged && invoice.stage === 'draft') {
    const before = order.invoiceTotal ?? order.amount;
    const isOfAmount = invoice.total !== null && !invoice.total.eq(before);
    const amounts = isOfAmount ? { before: decimalText(before), after: decimalText(invoice.total) } : {};
    news.push(line(order, INVOICE_CHANGED, amounts));
    meter.count('changedInvoices');
  }
  if (invoice.stage !== 'draft' && order.invoiceStage !== invoice.stage) {
    const code = invoice.stage === 'paid' ? 'invoice.paid' : 'invoice.final';
    news.push(line(order, code, { invoiceNumber: invoice.invoiceNumber ?? order.invoiceNumber ?? '' }));
    meter.count(invoice.stage === 'paid' ? 'paidInvoices' : 'finalInvoices');
  }
  await account.invoiceLife.learn(lease, runId, order.rowId, invoice, news);
}

/** Those whose id is gone: a copy that carries the mark takes their place; without one they were deleted. */
async function searchGone(
  context: RunContext,
  books: Books,
  outsmartKey: string,
  gone: readonly FollowedInvoice[],
): Promise<void> {
  if (gone.length === 0) return;
  const { account, lease, runId, meter } = context;
  const marked = await books.target.findMarked(
    gone.map(({ rowId }) => markOfOrigin(outsmartKey, rowId)),
    null,
  );
  const others = gone.flatMap(({ rowId, since }) => {
    const [other] = marked.get(rowId) ?? [];
    return other ? [{ id: other.id, since }] : [];
  });
  const found = await books.target.readInvoices(others, `(${outsmartKey}-`);
  for (const order of gone) {
    const [other] = marked.get(order.rowId) ?? [];
    if (other) {
      const invoice = found.get(other.id);
      const log = order.invoiceId === null ? [] : [line(order, 'invoice.found-elsewhere', { invoiceId: other.id })];
      // It is another invoice: how the one before it looked says nothing of it. One that is gone by now is for the next look.
      if (invoice) await learn(context, { ...order, print: null, invoiceTotal: null }, invoice, log);
    } else if (order.invoiceId === null) {
      // A person saw it; we cannot say that it is gone.
      await account.invoiceLife.looked(lease, [order.rowId]);
    } else {
      const log = [line(order, 'invoice.deleted', { amount: decimalText(order.invoiceTotal ?? order.amount) })];
      if (await account.invoiceLife.deleted(lease, runId, order.rowId, log)) meter.count('deletedInvoices');
    }
  }
}

function line(order: FollowedInvoice, code: string, parameters: Readonly<Record<string, string>>): LogEntry {
  return {
    subjectKind: 'work-order',
    subjectKey: order.orderNumber || order.rowId,
    subjectName: order.customerName,
    result: 'notice',
    code,
    parameters,
  };
}

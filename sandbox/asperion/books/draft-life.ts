// What a bookkeeper does with a draft inside the application: process it into a numbered invoice, note its payment,
// throw it away. Must not know of HTTP; its refusals are plain Errors in Dutch, for the page and the operator.
import type { Books } from './administration-books.ts';
import type { AsperionStore } from './asperion-store.ts';
import { daysLater, wireMoment } from './dates.ts';
import type { DraftInvoice, DraftLine, SalesInvoice, SalesInvoiceLine } from './records.ts';
import { vatGroups } from './totals.ts';

/** A wish that the state of the draft does not allow. */
export class DraftRefusal extends Error {}

/** The draft of this id. Throws DraftRefusal when there is none. */
export function draftOf(books: Books, id: number): DraftInvoice {
  const draft = books.drafts.get(id);
  if (draft === undefined) throw new DraftRefusal(`Conceptfactuur ${id} bestaat niet.`);
  return draft;
}

/**
 * Gives the draft its number, status 2 and a place in the sales journal; its id stays. Throws DraftRefusal when it is
 * no draft any more or its date lies in a closed period (`closedUntil`, a day).
 */
export function processDraft(
  store: AsperionStore,
  books: Books,
  id: number,
  { now, closedUntil }: { readonly now: Date; readonly closedUntil: string | null },
): DraftInvoice {
  const draft = draftOf(books, id);
  if (draft.status !== 1) throw new DraftRefusal(`Conceptfactuur ${id} is al verwerkt.`);
  const day = draft.date.slice(0, 10);
  if (closedUntil !== null && day <= closedUntil) throw new DraftRefusal(`De periode van ${day} is afgesloten.`);
  return store.together(() => {
    const year = day.slice(0, 4);
    const number = store.next(`invoiceNumber:${books.administration.id}:${year}`);
    const invoiceNumber = `${year}-${String(number).padStart(4, '0')}`;
    const processed: DraftInvoice = { ...draft, status: 2, invoiceNumber, dateLastChange: wireMoment(now) };
    books.drafts.put(processed);
    books.salesInvoices.put(bookingOf(store, books, processed, invoiceNumber));
    return processed;
  });
}

/** Status 7 on the processed draft and its booking. Throws DraftRefusal for a draft without a number. */
export function markPaid(store: AsperionStore, books: Books, id: number, now: Date): DraftInvoice {
  const draft = draftOf(books, id);
  if (draft.status === 1) throw new DraftRefusal(`Conceptfactuur ${id} is nog niet verwerkt.`);
  return store.together(() => {
    const paid: DraftInvoice = { ...draft, status: 7, dateLastChange: wireMoment(now) };
    books.drafts.put(paid);
    const booking = books.salesInvoices.all().find((invoice) => invoice.invoiceNumber === draft.invoiceNumber);
    if (booking !== undefined) books.salesInvoices.put({ ...booking, status: 7 });
    return paid;
  });
}

/** Throws the draft away. Throws DraftRefusal when it has been processed. */
export function deleteDraft(books: Books, id: number): void {
  const draft = draftOf(books, id);
  if (draft.status !== 1) throw new DraftRefusal(`Factuur ${draft.invoiceNumber} kan niet meer worden verwijderd.`);
  books.drafts.delete(id);
}

function bookingOf(store: AsperionStore, books: Books, draft: DraftInvoice, invoiceNumber: string): SalesInvoice {
  const { date, debtorCustomerNumber, description, paymentConditionId } = draft;
  const { amountExclVat, vatAmount, amountInclVat } = draft;
  const day = date.slice(0, 10);
  return {
    id: store.next('salesInvoices'),
    invoiceNumber,
    date,
    bookyear: Number(day.slice(0, 4)),
    bookperiod: Number(day.slice(5, 7)),
    journalId: draft.journalId ?? '70',
    debtorCustomerNumber,
    description: description ?? '',
    paymentConditionId,
    paymentDueDate: `${daysLater(day, 14)}T00:00:00`,
    status: 2,
    amountExclVat,
    vatAmount,
    amountInclVat,
    lines: draft.lines.flatMap((line) => bookingLine(store, books, line) ?? []),
  };
}

function bookingLine(store: AsperionStore, books: Books, line: DraftLine): SalesInvoiceLine | null {
  if (line.amount === null || line.vatCode === null) return null;
  const article = line.articleId === null ? undefined : books.articles.get(line.articleId);
  const salesType = books.salesTypes.get(line.salesTypeId ?? article?.salesTypeId ?? '');
  const percentage = books.vatCodes.get(line.vatCode)?.percentage ?? 0;
  const [group] = vatGroups([{ amount: line.amount, vatCode: line.vatCode, percentage }]);
  return {
    id: store.next('salesInvoiceLines'),
    description: line.description,
    amount: line.amount,
    ledgerAccountId: salesType?.ledgerAccountId ?? 8000,
    vatCode: line.vatCode,
    vatAmount: group?.vat ?? 0,
    costCenterId: line.costCenterId,
    costUnitId: null,
  };
}

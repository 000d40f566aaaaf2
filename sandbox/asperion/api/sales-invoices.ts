// Sales bookings: the caller chooses the number, lines carry ledger account and VAT code. /v1/salesinvoiceswithlines
// can be written, /v1/salesinvoices shows the headers. Must not know of drafts.
import { daysLater, wireDay } from '../books/dates.ts';
import type { SalesInvoice, SalesInvoiceLine } from '../books/records.ts';
import { isWithinRounding, sum, vatGroups } from '../books/totals.ts';
import { attachFile } from './attachments.ts';
import { BodyReader, objectBody } from './body-reader.ts';
import { type Call, visibleFromMs } from './call.ts';
import { readCostCenter, usableVatCode } from './draft-lines.ts';
import type { Filters } from './filters.ts';
import { answerDryRun, answerList, answerOne, type ListShape } from './listing.ts';
import { say, sayAbout } from './messages.ts';
import { existing, type Resource, readOnly } from './resource.ts';
import { readBuyer, readJournal, readPaymentCondition } from './sale-header.ts';
import { wireLines } from './wire-lines.ts';

const filters: Filters<SalesInvoice> = {
  Id: { kind: 'integer', read: (invoice) => invoice.id },
  InvoiceNumber: { kind: 'text', read: (invoice) => invoice.invoiceNumber },
  Date: { kind: 'day', read: (invoice) => invoice.date },
  Bookyear: { kind: 'integer', read: (invoice) => invoice.bookyear },
  Bookperiod: { kind: 'integer', read: (invoice) => invoice.bookperiod },
  JournalId: { kind: 'text', read: (invoice) => invoice.journalId },
  DebtorCustomerNumber: { kind: 'text', read: (invoice) => invoice.debtorCustomerNumber },
  Description: { kind: 'text', read: (invoice) => invoice.description },
  Status: { kind: 'integer', read: (invoice) => invoice.status },
  PaymentConditionId: { kind: 'integer', read: (invoice) => invoice.paymentConditionId },
  AmountExclVat: { kind: 'number', read: (invoice) => invoice.amountExclVat },
  AmountInclVat: { kind: 'number', read: (invoice) => invoice.amountInclVat },
  VatAmount: { kind: 'number', read: (invoice) => invoice.vatAmount },
};

const shape: ListShape<SalesInvoice> = {
  path: 'salesinvoiceswithlines',
  rows: (books) => books.salesInvoices,
  filters,
  present: (invoice) => ({ ...invoice, lines: wireLines(invoice.lines) }),
};

/** The headers alone. */
export const salesInvoices: Resource = readOnly({
  path: 'salesinvoices',
  rows: (books) => books.salesInvoices,
  filters,
  present: ({ lines: _lines, ...header }: SalesInvoice) => header,
});

/** Bookings with their lines. */
export const salesInvoicesWithLines: Resource = {
  path: shape.path,
  list: (call) => answerList(call, shape),
  read: (call, id) => answerOne(call, shape, existing(call, shape, id)),
  create(call, body, { validateOnly }) {
    const { header, lines } = readBooking(call, new BodyReader(objectBody(body)));
    if (validateOnly) return answerDryRun(call, { ...header, lines: wireLines(lines) });
    const invoice: SalesInvoice = {
      id: call.store.next('salesInvoices'),
      ...header,
      lines: lines.map((line) => ({ id: call.store.next('salesInvoiceLines'), ...line })),
    };
    call.books.salesInvoices.put(invoice, visibleFromMs(call));
    return answerOne(call, shape, invoice);
  },
  attach: (call, id, upload, mode) => attachFile(call, `salesInvoices:${existing(call, shape, id).id}`, upload, mode),
};

function readBooking(call: Call, reader: BodyReader) {
  const { books } = call;
  const debtor = readBuyer(books, reader);
  const day = reader.day('date') ?? '';
  if (!reader.has('date')) reader.refuse('date', say.required);
  const closed = call.settings.closedUntil;
  if (day !== '' && closed !== null && day <= closed) reader.refuse('date', say.periodClosed);
  const bookperiod = reader.requiredInteger('bookperiod');
  if (reader.has('bookperiod') && (bookperiod < 1 || bookperiod > 12)) reader.refuse('bookperiod', say.periodRange);
  const lines = readLines(call, reader, day);
  const amountExclVat = sum(lines.map((line) => line.amount));
  const vatAmount = sum(lines.map((line) => line.vatAmount));
  const totals = { amountExclVat, vatAmount, amountInclVat: sum([amountExclVat, vatAmount]) };
  const header: Omit<SalesInvoice, 'id' | 'lines'> = {
    invoiceNumber: reader.requiredText('invoiceNumber'),
    date: wireDay(day),
    bookyear: reader.requiredInteger('bookyear'),
    bookperiod,
    journalId: readJournal(books, reader) ?? reader.requiredText('journalId'),
    debtorCustomerNumber: debtor?.customerNumber ?? '',
    description: reader.text('description') ?? '',
    paymentConditionId: readPaymentCondition(books, reader, debtor),
    paymentDueDate: wireDay(reader.day('paymentDueDate') ?? (day === '' ? '' : daysLater(day, 14))),
    status: 2,
    ...totals,
  };
  checkTotals(reader, totals);
  checkNumber(call, reader, header);
  reader.finish();
  return { header, lines };
}

function readLines(call: Call, reader: BodyReader, day: string): Omit<SalesInvoiceLine, 'id'>[] {
  const items = reader.items('lines');
  if (items.length === 0) reader.refuse('lines', say.noLines);
  return items.map((item) => {
    const amount = item.requiredNumber('amount');
    const code = item.requiredText('vatCode');
    const vatCode = code === '' ? undefined : usableVatCode(call.books, item, code, day);
    const [group] = vatGroups([{ amount, vatCode: code, percentage: vatCode?.percentage ?? 0 }]);
    const vatAmount = item.number('vatAmount') ?? group?.vat ?? 0;
    if (!isWithinRounding(vatAmount, group?.vat ?? 0)) item.refuse('vatAmount', say.vatAmountOff);
    return {
      description: item.requiredText('description'),
      amount,
      ledgerAccountId: readLedgerAccount(call, item),
      vatCode: code,
      vatAmount,
      costCenterId: readCostCenter(call.books, item),
      costUnitId: item.integer('costUnitId'),
    };
  });
}

function readLedgerAccount(call: Call, item: BodyReader): number {
  const id = item.requiredInteger('ledgerAccountId');
  const account = call.books.ledgerAccounts.get(id);
  if (!item.has('ledgerAccountId')) return id;
  if (account === undefined) item.refuse('ledgerAccountId', sayAbout.unknown(id));
  else if (account.disabled) item.refuse('ledgerAccountId', sayAbout.inactive(id));
  return id;
}

function checkTotals(reader: BodyReader, totals: Readonly<Record<string, number>>): void {
  for (const [name, ours] of Object.entries(totals)) {
    const given = reader.number(name);
    if (given !== null && !isWithinRounding(given, ours)) reader.refuse(name, say.totalOff);
  }
}

function checkNumber(call: Call, reader: BodyReader, header: Omit<SalesInvoice, 'id' | 'lines'>): void {
  if (call.settings.duplicateInvoiceNumber === 'accepted' || header.invoiceNumber === '') return;
  const isTaken = call.books.salesInvoices
    .all()
    .some(
      (other) =>
        other.invoiceNumber === header.invoiceNumber &&
        other.journalId === header.journalId &&
        other.bookyear === header.bookyear,
    );
  if (isTaken) reader.refuse('invoiceNumber', sayAbout.taken(header.invoiceNumber));
}

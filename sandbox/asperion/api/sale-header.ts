// What draft invoices, bookings and orders have in common above their lines: the buyer, the journal, the payment
// condition. Must not know which of the three it reads.
import type { Books } from '../books/administration-books.ts';
import { dutchDay, wireDay } from '../books/dates.ts';
import type { Debtor } from '../books/records.ts';
import type { BodyReader } from './body-reader.ts';
import type { Call } from './call.ts';
import { sayAbout } from './messages.ts';

/** The debtor that `debtorCustomerNumber` names; refused when unknown or blocked. */
export function readBuyer(books: Books, reader: BodyReader): Debtor | undefined {
  const customerNumber = reader.requiredText('debtorCustomerNumber');
  if (customerNumber.trim() === '') return undefined;
  const debtor = books.debtors.byBusinessKey(customerNumber);
  if (debtor === undefined) reader.refuse('debtorCustomerNumber', sayAbout.unknown(customerNumber));
  else if (debtor.blocked) reader.refuse('debtorCustomerNumber', sayAbout.blocked(customerNumber));
  return debtor;
}

/** The day of `name` as "YYYY-MM-DD"; today in the Netherlands when it is left out. */
export function readDayOrToday(call: Call, reader: BodyReader, name: string): string {
  return reader.day(name) ?? dutchDay(call.clock.now());
}

/** A date in wire form, or null. */
export function readWireDay(reader: BodyReader, name: string): string | null {
  const day = reader.day(name);
  return day === null ? null : wireDay(day);
}

/** The given condition, else the one of the debtor. */
export function readPaymentCondition(books: Books, reader: BodyReader, debtor: Debtor | undefined): number | null {
  const id = reader.integer('paymentConditionId');
  if (id !== null && books.paymentConditions.get(id) === undefined) {
    reader.refuse('paymentConditionId', sayAbout.unknown(id));
  }
  return id ?? debtor?.paymentConditionId ?? null;
}

/** An existing journal or null. */
export function readJournal(books: Books, reader: BodyReader): string | null {
  const id = reader.text('journalId') || null;
  if (id !== null && books.journals.get(id) === undefined) reader.refuse('journalId', sayAbout.unknown(id));
  return id;
}

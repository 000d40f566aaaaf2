// Debtors: list, read, create, change. Number, name, address and an existing debtor kind are insisted on; the customer
// number is unique without regard to case. Must not know of invoices.
import type { Books } from '../books/administration-books.ts';
import { wireMoment } from '../books/dates.ts';
import { emptyDebtor } from '../books/empty-records.ts';
import type { Debtor } from '../books/records.ts';
import { BodyReader, objectBody } from './body-reader.ts';
import { type Call, visibleFromMs } from './call.ts';
import { checkDebtorFormats } from './debtor-formats.ts';
import type { Filter, Filters } from './filters.ts';
import { answerDryRun, answerList, answerOne, type ListShape } from './listing.ts';
import { sayAbout } from './messages.ts';
import { existing, type Resource, type WriteMode } from './resource.ts';

type TextField = {
  [K in keyof Debtor]: Debtor[K] extends string | null ? K : never;
}[keyof Debtor];

const PLAIN_TEXTS = [
  'postCode',
  'city',
  'countryCode',
  'attentionTo',
  'phoneNumber',
  'mobileNumber',
  'faxNumber',
  'emailAddress',
  'cocNumber',
  'vatNumber',
  'iban',
  'bic',
  'bban',
] as const satisfies readonly TextField[];

const NULLABLE_TEXTS = [
  'addressLine2',
  'addressLine3',
  'comments',
  'characteristic4',
  'characteristic5',
] as const satisfies readonly TextField[];

const text = (name: TextField): Filter<Debtor> => ({ kind: 'text', read: (debtor) => debtor[name] });
const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const shape: ListShape<Debtor> = {
  path: 'debtors',
  rows: (books) => books.debtors,
  businessKey: 'CustomerNumber',
  present: (debtor) => debtor,
  filters: {
    Id: { kind: 'integer', read: (debtor) => debtor.id },
    CustomerNumber: text('customerNumber'),
    Name: text('name'),
    Address: text('address'),
    DebtorKindId: text('debtorKindId'),
    PaymentMethodId: text('paymentMethodId'),
    PaymentConditionId: { kind: 'integer', read: (debtor) => debtor.paymentConditionId },
    DirectDebit: { kind: 'boolean', read: (debtor) => debtor.directDebit },
    Blocked: { kind: 'boolean', read: (debtor) => debtor.blocked },
    NoReminder: { kind: 'boolean', read: (debtor) => debtor.noReminder },
    DateAdded: { kind: 'day', read: (debtor) => debtor.dateAdded },
    ...(Object.fromEntries(
      [...PLAIN_TEXTS, ...NULLABLE_TEXTS].map((name) => [pascal(name), text(name)]),
    ) satisfies Filters<Debtor>),
  },
};

/** The resource at /v1/debtors. */
export const debtors: Resource = {
  path: shape.path,
  list: (call) => answerList(call, shape),
  read: (call, id) => answerOne(call, shape, existing(call, shape, id)),
  create(call, body, { validateOnly }) {
    const fields = readDebtor(call, new BodyReader(objectBody(body)), undefined);
    const added = { dateAdded: wireMoment(call.clock.now()), dateLastChange: null };
    if (validateOnly) return answerDryRun(call, { ...fields, ...added });
    const customerNumber = fields.customerNumber || freeNumber(call);
    const debtor: Debtor = { id: call.store.next('debtors'), ...fields, ...added, customerNumber };
    call.books.debtors.put(debtor, visibleFromMs(call));
    return answerOne(call, shape, debtor);
  },
  update(call, id, body, mode) {
    const known = existing(call, shape, id);
    const debtor = changedDebtor(call, known, body, mode);
    if (!mode.validateOnly) call.books.debtors.put(debtor);
    return answerOne(call, shape, debtor);
  },
};

function changedDebtor(call: Call, known: Debtor, body: unknown, { merge }: WriteMode): Debtor {
  const sent = objectBody(body);
  const fields = readDebtor(call, new BodyReader(merge ? { ...known, ...sent } : sent), known);
  return { id: known.id, ...fields, dateAdded: known.dateAdded, dateLastChange: wireMoment(call.clock.now()) };
}

function readDebtor(call: Call, reader: BodyReader, known: Debtor | undefined) {
  const plain = Object.fromEntries(PLAIN_TEXTS.map((name) => [name, reader.text(name) ?? '']));
  const nullable = Object.fromEntries(NULLABLE_TEXTS.map((name) => [name, reader.text(name)]));
  const fields: Omit<Debtor, 'id' | 'dateAdded' | 'dateLastChange'> = {
    ...emptyDebtor,
    customerNumber: readCustomerNumber(call.books, reader, known),
    name: reader.requiredText('name'),
    address: reader.requiredText('address'),
    ...plain,
    ...nullable,
    directDebit: reader.boolean('directDebit') ?? false,
    debtorKindId: reader.requiredText('debtorKindId'),
    paymentConditionId: reader.integer('paymentConditionId'),
    paymentMethodId: reader.text('paymentMethodId') || null,
    blocked: reader.boolean('blocked') ?? false,
    noReminder: reader.boolean('noReminder') ?? false,
  };
  checkReferences(call.books, reader, fields);
  if (call.settings.checkDebtorFormats) checkDebtorFormats(reader, fields);
  reader.finish();
  return fields;
}

function checkReferences(
  books: Books,
  reader: BodyReader,
  fields: Pick<Debtor, 'debtorKindId' | 'paymentConditionId' | 'paymentMethodId'>,
): void {
  const { debtorKindId, paymentConditionId, paymentMethodId } = fields;
  if (debtorKindId !== '' && books.debtorKinds.get(debtorKindId) === undefined) {
    reader.refuse('debtorKindId', sayAbout.unknown(debtorKindId));
  }
  if (paymentConditionId !== null && books.paymentConditions.get(paymentConditionId) === undefined) {
    reader.refuse('paymentConditionId', sayAbout.unknown(paymentConditionId));
  }
  if (paymentMethodId !== null && books.paymentMethods.get(paymentMethodId) === undefined) {
    reader.refuse('paymentMethodId', sayAbout.unknown(paymentMethodId));
  }
}

function readCustomerNumber(books: Books, reader: BodyReader, known: Debtor | undefined): string {
  if (books.administration.automaticDebtorNumbers && !reader.has('customerNumber')) return known?.customerNumber ?? '';
  const customerNumber = reader.requiredText('customerNumber');
  const holder = books.debtors.byBusinessKey(customerNumber);
  if (customerNumber !== '' && holder !== undefined && holder.id !== known?.id) {
    reader.refuse('customerNumber', sayAbout.taken(customerNumber));
  }
  return customerNumber;
}

function freeNumber(call: Call): string {
  let number = '';
  do number = String(call.store.next(`customerNumber:${call.books.administration.id}`, 10_001));
  while (call.books.debtors.byBusinessKey(number) !== undefined);
  return number;
}

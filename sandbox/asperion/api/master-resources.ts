// The lists that connectors read to choose from: administrations, kinds, conditions, types, codes, accounts. Read
// only. Must not know how they are filled.
import type { Collections } from '../books/administration-books.ts';
import type { Described } from '../books/records.ts';
import { answeredBy, type Call } from './call.ts';
import type { Filters } from './filters.ts';
import { answerRows, type ListShape } from './listing.ts';
import { say } from './messages.ts';
import { notFound } from './problem.ts';
import { type Resource, readOnly } from './resource.ts';

const described: Filters<Described> = {
  Id: { kind: 'text', read: (row) => row.id },
  Description: { kind: 'text', read: (row) => row.description },
};

function describedShape(path: string, name: 'debtorKinds' | 'paymentMethods'): ListShape<Described> {
  return { path, rows: (books) => books[name], filters: described, present: (row) => row };
}

function shapeOf<T extends { readonly id: number | string }>(
  path: string,
  rows: (books: Collections) => ReturnType<ListShape<T>['rows']>,
  filters: Filters<T>,
): ListShape<T> {
  return { path, rows, filters, present: (row) => row };
}

/** The administrations of the user, whichever the call is about. */
const administrations: Resource = {
  path: 'administrations',
  list: (call) => answerRows(call, administrationShape, ownAdministrations(call)),
  read(call, id) {
    const own = ownAdministrations(call).find((administration) => String(administration.id) === id);
    if (own === undefined) throw notFound(say.noSuchRecord);
    const { name, telephoneNumber, email } = own;
    const _meta = { ...answeredBy(call), self: `${call.linkBase}/v1/administrations/${id}` };
    return { id: own.id, name, telephoneNumber, email, _meta };
  },
};

type OwnAdministration = ReturnType<typeof ownAdministrations>[number];

const administrationShape = {
  path: 'administrations',
  filters: {
    Id: { kind: 'integer', read: (row) => row.id },
    Name: { kind: 'text', read: (row) => row.name },
    TelephoneNumber: { kind: 'text', read: (row) => row.telephoneNumber },
    Email: { kind: 'text', read: (row) => row.email },
  } satisfies Filters<OwnAdministration>,
  present: (row: OwnAdministration) => ({ id: row.id, name: row.name }),
};

function ownAdministrations(call: Call) {
  return call.user.administrations.flatMap((id) => call.store.books(id)?.administration ?? []);
}

/** All read-only resources. */
export const masterResources: readonly Resource[] = [
  administrations,
  readOnly(describedShape('debtorkinds', 'debtorKinds')),
  readOnly(describedShape('paymentmethods', 'paymentMethods')),
  readOnly(
    shapeOf('paymentconditions', (books) => books.paymentConditions, {
      Id: { kind: 'integer', read: (row) => row.id },
      Description: { kind: 'text', read: (row) => row.description },
    }),
  ),
  readOnly(
    shapeOf('salestypes', (books) => books.salesTypes, {
      Id: { kind: 'text', read: (row) => row.id },
      Description: { kind: 'text', read: (row) => row.description },
      LedgerAccountId: { kind: 'integer', read: (row) => row.ledgerAccountId },
      VatCode: { kind: 'text', read: (row) => row.vatCode },
      Disabled: { kind: 'boolean', read: (row) => row.disabled },
    }),
  ),
  readOnly(
    shapeOf('vatcodes', (books) => books.vatCodes, {
      Id: { kind: 'text', read: (row) => row.id },
      Description: { kind: 'text', read: (row) => row.description },
      SalesCode: { kind: 'boolean', read: (row) => row.salesCode },
      Percentage: { kind: 'number', read: (row) => row.percentage },
      IsDefault: { kind: 'boolean', read: (row) => row.isDefault },
      ValidFrom: { kind: 'day', read: (row) => row.validFrom },
      ValidUntil: { kind: 'day', read: (row) => row.validUntil },
      CountryCode: { kind: 'text', read: (row) => row.countryCode },
    }),
  ),
  readOnly(
    shapeOf('ledgeraccounts', (books) => books.ledgerAccounts, {
      Id: { kind: 'integer', read: (row) => row.id },
      Type: { kind: 'integer', read: (row) => row.type },
      Description: { kind: 'text', read: (row) => row.description },
    }),
  ),
  readOnly(
    shapeOf('journals', (books) => books.journals, {
      Id: { kind: 'text', read: (row) => row.id },
      Description: { kind: 'text', read: (row) => row.description },
      Type: { kind: 'text', read: (row) => row.type },
    }),
  ),
  readOnly(
    shapeOf('costcenters', (books) => books.costCenters, {
      Id: { kind: 'integer', read: (row) => row.id },
      Description: { kind: 'text', read: (row) => row.description },
    }),
  ),
];

// All records of one administration. Administrations share tables but never a record: every key starts with the id of
// the administration. Must not know of HTTP or of other administrations.
import type { Tables } from '../../kit/persistent-tables.ts';
import { Collection, type StoredRow } from './collection.ts';
import type {
  Administration,
  Article,
  CostCenter,
  Debtor,
  Described,
  DraftInvoice,
  Journal,
  LedgerAccount,
  PaymentCondition,
  SalesInvoice,
  SalesOrder,
  SalesType,
  StoredFile,
  VatCode,
} from './records.ts';

/** The kinds of record that an administration holds. */
export interface Collections {
  readonly debtors: Collection<Debtor>;
  readonly debtorKinds: Collection<Described>;
  readonly paymentConditions: Collection<PaymentCondition>;
  readonly paymentMethods: Collection<Described>;
  readonly articles: Collection<Article>;
  readonly salesTypes: Collection<SalesType>;
  readonly vatCodes: Collection<VatCode>;
  readonly ledgerAccounts: Collection<LedgerAccount>;
  readonly journals: Collection<Journal>;
  readonly costCenters: Collection<CostCenter>;
  readonly drafts: Collection<DraftInvoice>;
  readonly salesInvoices: Collection<SalesInvoice>;
  readonly salesOrders: Collection<SalesOrder>;
  readonly files: Collection<StoredFile>;
}

/** An administration with everything in it. */
export interface Books extends Collections {
  readonly administration: Administration;
}

export const COLLECTION_NAMES: readonly (keyof Collections)[] = [
  'debtors',
  'debtorKinds',
  'paymentConditions',
  'paymentMethods',
  'articles',
  'salesTypes',
  'vatCodes',
  'ledgerAccounts',
  'journals',
  'costCenters',
  'drafts',
  'salesInvoices',
  'salesOrders',
  'files',
];

/** Empty collections of one administration, writing to the shared tables. */
export function openCollections(tables: Tables, administrationId: number): Collections {
  function open<T extends { readonly id: number | string }>(
    name: keyof Collections,
    businessKey?: (row: T) => string,
  ): Collection<T> {
    const table = tables.table<StoredRow<T>>(name);
    const keyPrefix = `${administrationId}:`;
    return new Collection<T>(businessKey === undefined ? { table, keyPrefix } : { table, keyPrefix, businessKey });
  }
  return {
    debtors: open<Debtor>('debtors', (debtor) => debtor.customerNumber),
    debtorKinds: open<Described>('debtorKinds'),
    paymentConditions: open<PaymentCondition>('paymentConditions'),
    paymentMethods: open<Described>('paymentMethods'),
    articles: open<Article>('articles', (article) => article.code),
    salesTypes: open<SalesType>('salesTypes'),
    vatCodes: open<VatCode>('vatCodes'),
    ledgerAccounts: open<LedgerAccount>('ledgerAccounts'),
    journals: open<Journal>('journals'),
    costCenters: open<CostCenter>('costCenters'),
    drafts: open<DraftInvoice>('drafts'),
    salesInvoices: open<SalesInvoice>('salesInvoices'),
    salesOrders: open<SalesOrder>('salesOrders'),
    files: open<StoredFile>('files'),
  };
}

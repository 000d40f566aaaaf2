// Fills the sandbox from plain objects: what a seed leaves out gets a sensible value, what it repeats is changed. A
// seed may refer to things that do not exist, since it stands for years of use, not for calls of the API.
import type { Books } from './books/administration-books.ts';
import type { AsperionStore } from './books/asperion-store.ts';
import type { Collection } from './books/collection.ts';
import { wireMoment } from './books/dates.ts';
import * as empty from './books/empty-records.ts';
import type {
  Administration,
  Article,
  CostCenter,
  Debtor,
  Described,
  Journal,
  LedgerAccount,
  PaymentCondition,
  SalesType,
  SandboxClient,
  SandboxUser,
  VatCode,
} from './books/records.ts';
import * as standard from './books/standard-administration.ts';

type Seed<T, Required extends keyof T> = Pick<T, Required> & Partial<T>;

type DebtorSeed = Seed<Debtor, 'customerNumber' | 'name'>;
type ArticleSeed = Seed<Article, 'code'>;

/** What an administration shall hold. Kinds of record that are left out get the standard ones the first time. */
export interface AdministrationSeed {
  readonly name?: string;
  readonly inTrade?: boolean;
  readonly automaticDebtorNumbers?: boolean;
  readonly telephoneNumber?: string;
  readonly email?: string;
  readonly debtors?: readonly DebtorSeed[];
  readonly articles?: readonly ArticleSeed[];
  readonly salesTypes?: readonly Seed<SalesType, 'id'>[];
  readonly vatCodes?: readonly Seed<VatCode, 'id' | 'percentage'>[];
  readonly debtorKinds?: readonly Described[];
  readonly paymentConditions?: readonly PaymentCondition[];
  readonly paymentMethods?: readonly Described[];
  readonly ledgerAccounts?: readonly Seed<LedgerAccount, 'id'>[];
  readonly journals?: readonly Seed<Journal, 'id'>[];
  readonly costCenters?: readonly Seed<CostCenter, 'id'>[];
}

/** A whole sandbox. */
export interface AsperionSeed {
  readonly administrations: readonly (AdministrationSeed & { readonly id: number })[];
  readonly users?: readonly SandboxUser[];
  readonly clients?: readonly SandboxClient[];
}

/** Applies a whole seed at once. Throws an Error that names the record when two of them claim one number or code. */
export function applySeed(store: AsperionStore, seed: AsperionSeed, now: Date): void {
  store.together(() => {
    for (const { id, ...administration } of seed.administrations) seedAdministration(store, id, administration, now);
    for (const user of seed.users ?? []) store.putUser(user);
    for (const client of seed.clients ?? []) store.putClient(client);
  });
}

/** Adds to one administration, making it when it is new. */
export function seedAdministration(store: AsperionStore, id: number, seed: AdministrationSeed, now: Date): Books {
  return store.together(() => {
    const known = store.books(id);
    const books = store.putAdministration(administrationFrom(id, seed, known?.administration));
    seedMasterRecords(books, seed, known === undefined);
    for (const debtor of seed.debtors ?? []) seedDebtor(store, books, debtor, now);
    for (const article of seed.articles ?? []) seedArticle(store, books, article);
    return books;
  });
}

function administrationFrom(id: number, seed: AdministrationSeed, known: Administration | undefined): Administration {
  return {
    id,
    name: seed.name ?? known?.name ?? `Administratie ${id}`,
    telephoneNumber: seed.telephoneNumber ?? known?.telephoneNumber ?? '',
    email: seed.email ?? known?.email ?? '',
    inTrade: seed.inTrade ?? known?.inTrade ?? false,
    automaticDebtorNumbers: seed.automaticDebtorNumbers ?? known?.automaticDebtorNumbers ?? false,
  };
}

function seedMasterRecords(books: Books, seed: AdministrationSeed, isNew: boolean): void {
  function chosen<T>(given: readonly T[] | undefined, usual: readonly T[]): readonly T[] {
    return given ?? (isNew ? usual : []);
  }
  for (const row of chosen(seed.vatCodes, standard.STANDARD_VAT_CODES)) {
    putOver(books.vatCodes, { ...empty.emptyVatCode, id: row.id }, row);
  }
  for (const row of chosen(seed.salesTypes, standard.STANDARD_SALES_TYPES)) {
    putOver(books.salesTypes, { ...empty.emptySalesType, id: row.id, description: row.id }, row);
  }
  for (const row of chosen(seed.debtorKinds, standard.STANDARD_DEBTOR_KINDS)) books.debtorKinds.put(row);
  for (const row of chosen(seed.paymentConditions, standard.STANDARD_PAYMENT_CONDITIONS)) {
    books.paymentConditions.put(row);
  }
  for (const row of chosen(seed.paymentMethods, standard.STANDARD_PAYMENT_METHODS)) books.paymentMethods.put(row);
  for (const row of chosen(seed.ledgerAccounts, standard.STANDARD_LEDGER_ACCOUNTS)) {
    putOver(books.ledgerAccounts, { ...empty.emptyLedgerAccount, id: row.id }, row);
  }
  for (const row of chosen(seed.journals, standard.STANDARD_JOURNALS)) {
    putOver(books.journals, { id: row.id, description: '', type: 'V' }, row);
  }
  for (const row of chosen(seed.costCenters, standard.STANDARD_COST_CENTERS)) {
    putOver(books.costCenters, { id: row.id, description: '', conversionCode: null }, row);
  }
}

/** Stores the usual record with the seed's values over it, members in their usual order. */
function putOver<T extends { readonly id: number | string }>(
  collection: Collection<T>,
  usual: NoInfer<T>,
  seed: NoInfer<Partial<T>>,
): void {
  collection.put({ ...usual, ...seed });
}

function seedDebtor(store: AsperionStore, books: Books, seed: DebtorSeed, now: Date): void {
  const known = books.debtors.byBusinessKey(seed.customerNumber);
  const id = seed.id ?? known?.id ?? store.next('debtors');
  store.reserve('debtors', id);
  books.debtors.put({ id, ...empty.emptyDebtor, dateAdded: wireMoment(now), ...known, ...seed });
}

function seedArticle(store: AsperionStore, books: Books, seed: ArticleSeed): void {
  const known = books.articles.byBusinessKey(seed.code);
  const id = seed.id ?? known?.id ?? store.next('articles');
  store.reserve('articles', id);
  books.articles.put({ id, ...empty.emptyArticle, ...known, ...seed });
}

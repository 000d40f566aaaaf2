// The operator's hand on the sandbox, for tests in the same process: fill it, do what a bookkeeper does in the
// application, give and take access, and reach the switches. Must not know HTTP; operator/ serves the same to others.
import type { SandboxClock } from '../kit/clock.ts';
import type { FaultSwitches } from '../kit/faults.ts';
import type { Journal } from '../kit/journal.ts';
import { isObject, type JsonObject } from './api/body-reader.ts';
import type { Call } from './api/call.ts';
import { draftsAt } from './api/drafts.ts';
import type { Books, Collections } from './books/administration-books.ts';
import type { AsperionStore } from './books/asperion-store.ts';
import * as life from './books/draft-life.ts';
import type {
  Administration,
  Article,
  Debtor,
  DraftInvoice,
  SalesInvoice,
  SalesOrder,
  SandboxClient,
  SandboxUser,
} from './books/records.ts';
import type { IdentityServer, IssuedTokens } from './identity/identity-server.ts';
import { type AdministrationSeed, seedAdministration } from './seed.ts';
import type { AsperionSettings } from './settings.ts';

/** Everything an operator can do. Operations throw an Error when what they name does not exist. */
export interface AsperionControl {
  readonly settings: AsperionSettings;
  readonly clock: SandboxClock;
  readonly faults: FaultSwitches;
  readonly journal: Journal;
  readonly identityFaults: FaultSwitches;
  readonly identityJournal: Journal;

  /** Adds to an administration, made when new; records with a known number or code are changed. */
  seed(administrationId: number, seed: AdministrationSeed): void;
  administrations(): Administration[];
  debtors(administrationId: number): readonly Debtor[];
  articles(administrationId: number): readonly Article[];
  drafts(administrationId: number): readonly DraftInvoice[];
  salesInvoices(administrationId: number): readonly SalesInvoice[];
  salesOrders(administrationId: number): readonly SalesOrder[];
  draft(administrationId: number, id: number): DraftInvoice | undefined;

  /** Makes the draft an invoice with a number, as the bookkeeper does. */
  processDraft(administrationId: number, id: number): DraftInvoice;
  markPaid(administrationId: number, id: number): DraftInvoice;
  deleteDraft(administrationId: number, id: number): void;
  /** Changes members of the draft in wire form; `lines` may be a plain list. Checked like a call of the API. */
  editDraft(administrationId: number, id: number, changes: JsonObject): DraftInvoice;
  /** `which` is an id (number) or a customer number (text). Nothing is checked. */
  editDebtor(administrationId: number, which: number | string, changes: Partial<Debtor>): Debtor;
  /** `which` is an id (number) or a code (text). Nothing is checked. */
  editArticle(administrationId: number, which: number | string, changes: Partial<Article>): Article;
  removeSalesType(administrationId: number, id: string): void;
  /** Removes any record, e.g. `remove(1, 'vatCodes', '2')`. */
  remove(administrationId: number, kind: keyof Collections, id: number | string): void;

  users(): SandboxUser[];
  putUser(user: SandboxUser): void;
  putClient(client: SandboxClient): void;
  /** An access token without a browser; the client is the first one unless named. */
  issueToken(userName: string, clientId?: string): Promise<string>;
  issueTokens(userName: string, clientId?: string): Promise<IssuedTokens>;
  /** Ends every connection and session of the user; gives the number of connections. */
  revokeUser(userName: string): number;
  /** Ends the access tokens of the user; refresh tokens stay. Gives their number. */
  expireAccessTokens(userName: string): number;
}

export interface ControlParts {
  readonly store: AsperionStore;
  readonly settings: AsperionSettings;
  readonly clock: SandboxClock;
  readonly faults: FaultSwitches;
  readonly journal: Journal;
  readonly identity: IdentityServer;
}

/** The control of a running sandbox. */
export function makeControl(parts: ControlParts): AsperionControl {
  const { settings, clock, faults, journal, identity } = parts;
  return {
    settings,
    clock,
    faults,
    journal,
    identityFaults: identity.kit.faults,
    identityJournal: identity.kit.journal,
    ...recordControl(parts),
    ...draftControl(parts),
    ...accessControl(parts),
  };
}

const booksOf = (store: AsperionStore, administrationId: number): Books => {
  const books = store.books(administrationId);
  if (books === undefined) throw new Error(`there is no administration ${administrationId}`);
  return books;
};

function recordControl({ store, clock }: ControlParts) {
  const of = (administrationId: number): Books => booksOf(store, administrationId);
  const remove = (administrationId: number, kind: keyof Collections, id: number | string): void => {
    if (!of(administrationId)[kind].delete(id)) throw new Error(`there is no record ${id} in ${kind}`);
  };
  return {
    seed(administrationId: number, seed: AdministrationSeed): void {
      seedAdministration(store, administrationId, seed, clock.now());
    },
    administrations: () => store.administrations().map((books) => books.administration),
    debtors: (administrationId: number) => of(administrationId).debtors.all(),
    articles: (administrationId: number) => of(administrationId).articles.all(),
    drafts: (administrationId: number) => of(administrationId).drafts.all(),
    salesInvoices: (administrationId: number) => of(administrationId).salesInvoices.all(),
    salesOrders: (administrationId: number) => of(administrationId).salesOrders.all(),
    draft: (administrationId: number, id: number) => of(administrationId).drafts.get(id),
    editDebtor(administrationId: number, which: number | string, changes: Partial<Debtor>): Debtor {
      const { debtors } = of(administrationId);
      const known = typeof which === 'number' ? debtors.get(which) : debtors.byBusinessKey(which);
      if (known === undefined) throw new Error(`there is no debtor ${which}`);
      const changed = { ...known, ...changes, id: known.id };
      debtors.put(changed);
      return changed;
    },
    editArticle(administrationId: number, which: number | string, changes: Partial<Article>): Article {
      const { articles } = of(administrationId);
      const known = typeof which === 'number' ? articles.get(which) : articles.byBusinessKey(which);
      if (known === undefined) throw new Error(`there is no article ${which}`);
      const changed = { ...known, ...changes, id: known.id };
      articles.put(changed);
      return changed;
    },
    removeSalesType: (administrationId: number, id: string) => remove(administrationId, 'salesTypes', id),
    remove,
  };
}

function draftControl({ store, clock, settings }: ControlParts) {
  const of = (administrationId: number): Books => booksOf(store, administrationId);
  return {
    processDraft(administrationId: number, id: number): DraftInvoice {
      const { closedUntil } = settings;
      return life.processDraft(store, of(administrationId), id, { now: clock.now(), closedUntil });
    },
    markPaid: (administrationId: number, id: number) => life.markPaid(store, of(administrationId), id, clock.now()),
    deleteDraft: (administrationId: number, id: number) => life.deleteDraft(of(administrationId), id),
    editDraft(administrationId: number, id: number, changes: JsonObject): DraftInvoice {
      const books = of(administrationId);
      const call: Call = { store, settings, clock, books, user: bookkeeper(books), query: {}, linkBase: '' };
      const { lines } = changes;
      const wire = Array.isArray(lines) ? { ...changes, lines: { _data: lines } } : changes;
      draftsAt('').update?.(call, String(id), wire, { merge: true, validateOnly: false });
      return life.draftOf(books, id);
    },
  };
}

function bookkeeper({ administration }: Books): SandboxUser {
  const { id } = administration;
  return {
    userName: 'boekhouder',
    password: '',
    profileName: 'Boekhouder',
    administrations: [id],
    defaultAdministration: id,
  };
}

function accessControl({ store, identity }: ControlParts) {
  const accountId = (userName: string): string => {
    const user = store.user(userName);
    if (user === undefined) throw new Error(`there is no user ${userName}`);
    return user.userName;
  };
  const issueTokens = (userName: string, clientId = store.clients()[0]?.clientId ?? ''): Promise<IssuedTokens> =>
    identity.issueTokens(userName, clientId);
  return {
    users: () => store.users(),
    putUser: (user: SandboxUser) => store.putUser(user),
    putClient: (client: SandboxClient) => store.putClient(client),
    issueTokens,
    issueToken: async (userName: string, clientId?: string) => (await issueTokens(userName, clientId)).accessToken,
    revokeUser: (userName: string) => identity.records.endUser(accountId(userName)),
    expireAccessTokens: (userName: string) => identity.records.endAccessTokens(accountId(userName)),
  };
}

/** Changes of a draft as they come from outside. Throws an Error when they are no JSON object. */
export function draftChanges(body: unknown): JsonObject {
  if (!isObject(body)) throw new Error('the changes of a draft are a JSON object');
  return body;
}

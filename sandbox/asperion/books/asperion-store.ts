// Everything the sandbox remembers: administrations with their books, people who can sign in, programs that may ask
// for access, and the counters that hand out numbers. Ids are given out per kind over all administrations, as one
// database does, so that a record of the wrong administration is never found by accident. Must not know of HTTP.
import type { Tables } from '../../kit/persistent-tables.ts';
import { type Books, COLLECTION_NAMES, type Collections, openCollections } from './administration-books.ts';
import type { Collection, StoredRow } from './collection.ts';
import type { Administration, SandboxClient, SandboxUser } from './records.ts';

type AnyRow = { readonly id: number | string };

/** The state of the sandbox over its tables. */
export class AsperionStore {
  readonly #tables: Tables;
  readonly #books = new Map<number, Books>();

  constructor(tables: Tables) {
    this.#tables = tables;
    for (const administration of tables.table<Administration>('administrations').values()) this.#open(administration);
    for (const name of COLLECTION_NAMES) this.#load(name);
  }

  get isEmpty(): boolean {
    return this.#books.size === 0 && this.#users.size === 0;
  }

  get #users() {
    return this.#tables.table<SandboxUser>('users');
  }

  get #clients() {
    return this.#tables.table<SandboxClient>('clients');
  }

  /** Administrations in order of arrival. */
  administrations(): Books[] {
    return [...this.#books.values()];
  }

  books(administrationId: number): Books | undefined {
    return this.#books.get(administrationId);
  }

  /** Adds an administration or changes its name and modules; its records stay. */
  putAdministration(administration: Administration): Books {
    this.#tables.table<Administration>('administrations').set(String(administration.id), administration);
    return this.#open(administration);
  }

  users(): SandboxUser[] {
    return [...this.#users.values()];
  }

  /** The user of this name, compared without regard to case. */
  user(userName: string): SandboxUser | undefined {
    return this.#users.get(userName.toLowerCase());
  }

  putUser(user: SandboxUser): void {
    this.#users.set(user.userName.toLowerCase(), user);
  }

  clients(): SandboxClient[] {
    return [...this.#clients.values()];
  }

  client(clientId: string): SandboxClient | undefined {
    return this.#clients.get(clientId);
  }

  putClient(client: SandboxClient): void {
    this.#clients.set(client.clientId, client);
  }

  /** The next number of a series; starts at 1 unless `atLeast` is higher. */
  next(series: string, atLeast = 1): number {
    const counters = this.#tables.table<number>('counters');
    const value = Math.max((counters.get(series) ?? 0) + 1, atLeast);
    counters.set(series, value);
    return value;
  }

  /** Makes sure that a number which came from outside is not given out again. */
  reserve(series: string, value: number): void {
    const counters = this.#tables.table<number>('counters');
    if ((counters.get(series) ?? 0) < value) counters.set(series, value);
  }

  /** Stores all changes of `work` at once. */
  together<R>(work: () => R): R {
    return this.#tables.together(work);
  }

  #open(administration: Administration): Books {
    const known = this.#books.get(administration.id);
    const collections: Collections = known ?? openCollections(this.#tables, administration.id);
    const books: Books = { ...collections, administration };
    this.#books.set(administration.id, books);
    return books;
  }

  #load(name: keyof Collections): void {
    for (const [key, stored] of this.#tables.table<StoredRow<AnyRow>>(name).entries()) {
      const books = this.#books.get(Number(key.slice(0, key.indexOf(':'))));
      // The table and the collection have one name and so one type of record.
      (books?.[name] as Collection<AnyRow> | undefined)?.load(stored);
    }
  }
}

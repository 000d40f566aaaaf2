// All accounts of the server, with the tables they are kept in, and the numbers they share.

import type { Tables } from '../../kit/persistent-tables.ts';
import { Account, type AccountCard, type ServerNumbers } from './account.ts';
import { entities } from './entities.ts';
import type { StoredWorkOrder } from './work-order-list.ts';

/** What is needed to open an account. */
export interface NewAccount {
  /** The customer token. */
  token: string;
  name: string;
  /** The software tokens linked to it; left out: every one the server knows. */
  softwareTokens?: string[] | undefined;
}

export class AccountBook {
  readonly #tables: Tables;
  readonly #numbers: ServerNumbers;
  readonly #baseUrl: () => string;
  readonly #accounts = new Map<string, Account>();

  /** Takes up the accounts that the tables hold already. */
  constructor(tables: Tables, baseUrl: () => string) {
    this.#tables = tables;
    this.#baseUrl = baseUrl;
    this.#numbers = numbersIn(tables);
    for (const card of tables.table<AccountCard>('accounts').values()) this.#open(card);
  }

  /** Opens an account with the lists of a fresh one; one that exists gets the new name and software tokens. */
  add(given: NewAccount): Account {
    const known = this.#accounts.get(given.token);
    const softwareTokens = given.softwareTokens ?? null;
    if (known !== undefined) {
      known.card = { ...known.card, name: given.name, softwareTokens };
      return known;
    }
    return this.#tables.together(() => {
      const card: AccountCard = { token: given.token, name: given.name, isRevoked: false, softwareTokens };
      const account = this.#open(card);
      account.card = card;
      for (const entity of entities.values()) account.save(entity.endpoint, entity.startsWith, 0);
      return account;
    });
  }

  get(token: string): Account | undefined {
    return this.#accounts.get(token);
  }

  /** The account with this token. Throws when there is none. */
  required(token: string): Account {
    const account = this.#accounts.get(token);
    if (account === undefined) throw new RangeError(`no account has the token "${token}"`);
    return account;
  }

  all(): Account[] {
    return [...this.#accounts.values()];
  }

  /** The order behind a link to its PDF; such a link names no account. */
  withWorksheet(code: string): StoredWorkOrder | undefined {
    for (const account of this.#accounts.values()) {
      for (const stored of account.workOrders.all()) if (stored.order.WorksheetCode === code) return stored;
    }
    return undefined;
  }

  #open(card: AccountCard): Account {
    const account = new Account(card, this.#tables, this.#numbers, this.#baseUrl);
    this.#accounts.set(card.token, account);
    return account;
  }
}

function numbersIn(tables: Tables): ServerNumbers {
  const last = tables.table<number>('numbers');
  return {
    next(name, from) {
      const number = Math.max(last.get(name) ?? 0, from - 1) + 1;
      last.set(name, number);
      return number;
    },
    reserve(name, number, from) {
      if (number >= from && number > (last.get(name) ?? 0)) last.set(name, number);
    },
  };
}

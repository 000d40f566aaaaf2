// The operator of the sandbox inside the same process: fills accounts, does what the office does in the back office,
// and looks at what is there. It does not speak the API and leaves no trace in the journal.

import type { SandboxClock } from '../kit/clock.ts';
import type { FaultSwitches } from '../kit/faults.ts';
import type { Journal } from '../kit/journal.ts';
import { dutchTimestamp } from './dutch-time.ts';
import { officeUser } from './office-user.ts';
import type { AccountBook, NewAccount } from './records/account-book.ts';
import type { PartialWorkOrder } from './records/complete-work-order.ts';
import type { WireValue } from './records/wire-values.ts';
import type { WireWorkOrder } from './records/work-order-fields.ts';
import { type OfficeChange, patchOf, type StoredWorkOrder } from './records/work-order-list.ts';
import { type AccountSeed, seedAccount, seedLists } from './seed.ts';
import type { OutSmartSettings } from './settings.ts';

export type ListName = keyof typeof seedLists;
export type WireRecord = Record<string, WireValue>;

/** What the control stands on. */
export interface ControlParts {
  accounts: AccountBook;
  faults: FaultSwitches;
  journal: Journal;
  clock: SandboxClock;
  settings: OutSmartSettings;
}

/** All methods throw a RangeError for an account or work order that does not exist. Records returned are copies. */
export class OutSmartControl {
  readonly #accounts: AccountBook;
  readonly faults: FaultSwitches;
  readonly journal: Journal;
  readonly clock: SandboxClock;
  /** Live: changing a member changes the behaviour from the next request on. */
  readonly settings: OutSmartSettings;

  constructor(parts: ControlParts) {
    this.#accounts = parts.accounts;
    this.faults = parts.faults;
    this.journal = parts.journal;
    this.clock = parts.clock;
    this.settings = parts.settings;
  }

  accounts(): { token: string; name: string; isRevoked: boolean }[] {
    return this.#accounts.all().map(({ card: { token, name, isRevoked } }) => ({ token, name, isRevoked }));
  }

  addAccount(account: NewAccount): void {
    this.#accounts.add(account);
  }

  /** Adds to what is there; records with a known key are changed. Returns the ids of the work orders, in order. */
  seed(token: string, seed: AccountSeed): string[] {
    return seedAccount(this.#accounts.required(token), seed, this.#timestamp());
  }

  /** Adds one work order and returns it whole. */
  addWorkOrder(token: string, given: PartialWorkOrder): WireWorkOrder {
    const { workOrders } = this.#accounts.required(token);
    return workOrders.served(workOrders.add(given, { createdMs: 0, timestamp: this.#timestamp(), user: officeUser }));
  }

  workOrders(token: string): WireWorkOrder[] {
    const { workOrders } = this.#accounts.required(token);
    return [...workOrders.all()].map((stored) => workOrders.served(stored));
  }

  workOrder(token: string, id: string): WireWorkOrder {
    return this.#accounts.required(token).workOrders.served(this.#stored(token, id));
  }

  /** What the office does with an order: set its status, its work status, and whether it is archived. */
  setStatus(token: string, id: string, change: OfficeChange): WireWorkOrder {
    return this.editWorkOrder(token, id, patchOf(change));
  }

  /** Changes any fields of an order; lists are replaced whole. */
  editWorkOrder(token: string, id: string, patch: PartialWorkOrder): WireWorkOrder {
    this.#stored(token, id);
    const { workOrders } = this.#accounts.required(token);
    const changed = workOrders.change(id, patch, { timestamp: this.#timestamp(), user: officeUser });
    return workOrders.served(changed ?? this.#stored(token, id));
  }

  removeWorkOrder(token: string, id: string): void {
    this.#stored(token, id);
    this.#accounts.required(token).workOrders.delete(id);
  }

  /** Any list of the account. */
  list(token: string, name: ListName): WireRecord[] {
    const list = this.#accounts.required(token).list(seedLists[name]);
    return list.all().map(({ fields }) => ({ ...fields }));
  }

  relations(token: string): WireRecord[] {
    return this.list(token, 'relations');
  }

  materials(token: string): WireRecord[] {
    return this.list(token, 'materials');
  }

  hourTypes(token: string): WireRecord[] {
    return this.list(token, 'hourTypes');
  }

  workStatusses(token: string): WireRecord[] {
    return this.list(token, 'workStatusses');
  }

  /** Removes the record with this key from a list, as the office can; false when there was none. */
  removeRecord(token: string, name: ListName, key: string): boolean {
    const list = this.#accounts.required(token).list(seedLists[name]);
    const doomed = list.keyOf({ [list.entity.keys[0] ?? '']: key });
    return list.deleteWhere((record) => list.keyOf(record.fields) === doomed) > 0;
  }

  /** From now on the token is refused with 1004. */
  revokeToken(token: string): void {
    const account = this.#accounts.required(token);
    account.card = { ...account.card, isRevoked: true };
  }

  restoreToken(token: string): void {
    const account = this.#accounts.required(token);
    account.card = { ...account.card, isRevoked: false };
  }

  #timestamp(): string {
    return dutchTimestamp(this.clock.now());
  }

  #stored(token: string, id: string): StoredWorkOrder {
    const stored = this.#accounts.required(token).workOrders.get(id);
    if (stored === undefined) throw new RangeError(`the account has no work order ${id}`);
    return stored;
  }
}

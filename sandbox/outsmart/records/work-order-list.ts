// The work orders of one account: finding, making and changing them, with the dates, histories and row numbers that
// OutSmart keeps by itself. It knows nothing of HTTP.

import type { Table } from '../../kit/persistent-tables.ts';
import {
  type CompletionFacts,
  completeWorkOrder,
  type PartialWorkOrder,
  workOrderStatus,
} from './complete-work-order.ts';
import { comparedKey } from './record-list.ts';
import type { WireValue } from './wire-values.ts';
import type { WireWorkOrder, WorkOrderStatus } from './work-order-fields.ts';

/** A move of the process status or of the archive flag; work-status changes are in the order itself. */
export interface StatusMove {
  at: string;
  what: 'status' | 'Archived';
  from: string;
  to: string;
  user: string;
}

export interface StoredWorkOrder {
  /** When it was made, in milliseconds of the sandbox clock; 0 for what was there from the start. */
  createdMs: number;
  order: WireWorkOrder;
  moves: StatusMove[];
}

/** What a change needs to know besides the new values. */
export interface ChangeFacts {
  timestamp: string;
  user: string;
}

/** How a list turns a stored order into what is served; given by the account, which knows its free fields. */
export type ServeOrder = (order: WireWorkOrder) => WireWorkOrder;

type NewOrderFacts = ChangeFacts & { createdMs: number };
type Numbering = { nextId: () => string; reserveId: (id: string) => void; nextOrderNr: (timestamp: string) => string };

export class WorkOrderList {
  readonly #token: string;
  readonly #table: Table<StoredWorkOrder>;
  readonly #numbering: Numbering;
  readonly #serve: ServeOrder;
  // An order is replaced when it changes, so its JSON can be kept with it.
  #bytes = new WeakMap<StoredWorkOrder, Buffer>();

  constructor(token: string, table: Table<StoredWorkOrder>, numbering: Numbering, serve: ServeOrder) {
    this.#token = token;
    this.#table = table;
    this.#numbering = numbering;
    this.#serve = serve;
  }

  /** Adds a work order and returns it whole. Throws a RangeError for an unknown field or an id that is taken. */
  add(given: PartialWorkOrder, facts: NewOrderFacts): StoredWorkOrder {
    const id = given.id === undefined ? this.#numbering.nextId() : String(given.id);
    if (this.#table.has(id)) throw new RangeError(`work order ${id} exists already`);
    this.#numbering.reserveId(id);
    const orderNr = given.OrderNr === undefined ? this.#numbering.nextOrderNr(facts.timestamp) : '';
    const order = completeWorkOrder(given, this.#completion(id, orderNr, facts));
    const stored = { createdMs: facts.createdMs, order, moves: [] };
    this.#table.set(id, stored);
    return stored;
  }

  /**
   * Changes some fields of an order; lists are replaced whole. A new work status is added to `StatusChanges`, a new
   * status to the moves, and `MutationDate` is renewed unless given. Returns undefined for an unknown order.
   */
  change(id: string, patch: PartialWorkOrder, facts: ChangeFacts): StoredWorkOrder | undefined {
    const stored = this.#table.get(id);
    if (stored === undefined) return undefined;
    const before = stored.order;
    const given = { ...before, StatusChanges: before.StatusChanges, MutationDate: facts.timestamp, ...patch, id };
    const order = completeWorkOrder(given, this.#completion(id, '', facts));
    if (order.WorkStatus !== before.WorkStatus && patch.StatusChanges === undefined) {
      const change = { status: order.WorkStatus, timestamp: facts.timestamp, user: facts.user };
      order.StatusChanges = [...before.StatusChanges, change];
    }
    return this.#replace(stored, order, facts);
  }

  /** Moves the process status only: what fetching does to a completed order. Cheap, for long lists. */
  moveTo(stored: StoredWorkOrder, status: WorkOrderStatus, facts: ChangeFacts): StoredWorkOrder {
    return this.#replace(stored, { ...stored.order, status, MutationDate: facts.timestamp }, facts);
  }

  get(id: string): StoredWorkOrder | undefined {
    return this.#table.get(id);
  }

  /** The first order with this number of the external system; an empty number belongs to no order. */
  withWorkorderNo(workorderNo: string): StoredWorkOrder | undefined {
    const wanted = comparedKey(workorderNo);
    if (wanted === '') return undefined;
    for (const stored of this.#table.values()) {
      if (comparedKey(stored.order.WorkorderNo ?? '') === wanted) return stored;
    }
    return undefined;
  }

  all(): IterableIterator<StoredWorkOrder> {
    return this.#table.values();
  }

  get size(): number {
    return this.#table.size;
  }

  delete(id: string): boolean {
    return this.#table.delete(id);
  }

  /** The order in JSON, as replies show it. */
  bytesOf(stored: StoredWorkOrder): Buffer {
    let bytes = this.#bytes.get(stored);
    if (bytes === undefined) {
      bytes = Buffer.from(JSON.stringify(this.#serve(stored.order)));
      this.#bytes.set(stored, bytes);
    }
    return bytes;
  }

  /** A copy of the order as replies show it. */
  served(stored: StoredWorkOrder): WireWorkOrder {
    return JSON.parse(this.bytesOf(stored).toString('utf8')) as WireWorkOrder;
  }

  /** To be called when what `serve` depends on has changed. */
  forgetBytes(): void {
    this.#bytes = new WeakMap();
  }

  #completion(id: string, orderNr: string, facts: ChangeFacts): CompletionFacts {
    return { ...facts, token: this.#token, id, orderNr, nextPeriodId: this.#numbering.nextId };
  }

  #replace(stored: StoredWorkOrder, order: WireWorkOrder, facts: ChangeFacts): StoredWorkOrder {
    const move = (what: StatusMove['what'], from: WireValue, to: WireValue): StatusMove[] =>
      from === to ? [] : [{ at: facts.timestamp, what, from: from ?? '', to: to ?? '', user: facts.user }];
    const moves = [
      ...stored.moves,
      ...move('status', stored.order.status, order.status),
      ...move('Archived', stored.order.Archived, order.Archived),
    ];
    const replacement = { ...stored, order, moves };
    this.#table.set(order.id, replacement);
    return replacement;
  }
}

/** Reads what the office chooses: a status by name, a work status by code, archived or not. */
export interface OfficeChange {
  status?: string | undefined;
  workStatus?: string | null | undefined;
  archived?: boolean | undefined;
}

/** The same in wire names. Throws a RangeError for a status that does not exist. */
export function patchOf(change: OfficeChange): PartialWorkOrder {
  const patch: PartialWorkOrder = {};
  if (change.status !== undefined) patch.status = workOrderStatus(change.status);
  if (change.workStatus !== undefined) patch.WorkStatus = change.workStatus;
  if (change.archived !== undefined) patch.Archived = change.archived ? '1' : '0';
  return patch;
}

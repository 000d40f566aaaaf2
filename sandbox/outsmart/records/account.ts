// One OutSmart customer account: its lists, its work orders and whether its token works. Accounts never see each
// other's records: each has tables of its own.

import type { Tables } from '../../kit/persistent-tables.ts';
import { entities, entityOf } from './entities.ts';
import { RecordList, type StoredRecord } from './record-list.ts';
import type { WireValue } from './wire-values.ts';
import type { WireWorkOrder } from './work-order-fields.ts';
import { WorkOrderList } from './work-order-list.ts';

/** What is kept about an account itself. */
export interface AccountCard {
  token: string;
  name: string;
  isRevoked: boolean;
  /** The software tokens linked to it; null when every known one is. */
  softwareTokens: string[] | null;
}

/** Numbers that belong to the whole server, such as the next row id. */
export interface ServerNumbers {
  next(name: string, from: number): number;
  /** Makes sure that numbers up to and including this one are not handed out. */
  reserve(name: string, number: number, from: number): void;
}

const firstRowId = 2_417_001;

export class Account {
  #card: AccountCard;
  readonly #tables: Tables;
  readonly #lists = new Map<string, RecordList>();
  readonly workOrders: WorkOrderList;

  constructor(card: AccountCard, tables: Tables, numbers: ServerNumbers, baseUrl: () => string) {
    this.#card = card;
    this.#tables = tables;
    const nextRowId = (): number => numbers.next('row', firstRowId);
    for (const entity of entities.values()) {
      const table = tables.table<StoredRecord>(`${entity.endpoint}/${card.token}`);
      this.#lists.set(entity.endpoint, new RecordList(entity, table, nextRowId));
    }
    const numbering = {
      nextId: () => String(nextRowId()),
      reserveId: (id: string) => {
        if (/^\d{1,15}$/.test(id)) numbers.reserve('row', Number(id), firstRowId);
      },
      nextOrderNr: (timestamp: string) => {
        const year = timestamp.slice(2, 4);
        return `W${year}-${String(numbers.next(`order ${card.token} ${year}`, 1)).padStart(5, '0')}`;
      },
    };
    const serve = (order: WireWorkOrder): WireWorkOrder => this.#served(order, baseUrl());
    this.workOrders = new WorkOrderList(card.token, tables.table(`workorders/${card.token}`), numbering, serve);
  }

  get token(): string {
    return this.#card.token;
  }

  get card(): AccountCard {
    return this.#card;
  }

  set card(card: AccountCard) {
    this.#card = card;
    this.#tables.table<AccountCard>('accounts').set(card.token, card);
  }

  /** The list behind an endpoint. Throws for a name that no list has. */
  list(endpoint: string): RecordList {
    const list = this.#lists.get(entityOf(endpoint).endpoint);
    if (list === undefined) throw new Error(`the account has no list ${endpoint}`);
    return list;
  }

  /** Saves records in a list; fields are taken as they are. */
  save(endpoint: string, records: readonly Record<string, WireValue>[], createdMs: number): void {
    const list = this.list(endpoint);
    this.#tables.together(() => {
      for (const fields of records) list.upsert(fields, createdMs);
    });
    // How an order shows its free fields depends on which ones the account has.
    if (endpoint === 'freefields') this.workOrders.forgetBytes();
  }

  /** Several changes of this account, written as one. */
  together<R>(work: () => R): R {
    return this.#tables.together(work);
  }

  /** The highest number of a free field on work orders; 0 when the account has none. */
  #freeFieldCount(): number {
    let count = 0;
    for (const { fields } of this.list('freefields').all()) {
      if (fields.fld_entity?.toUpperCase() === 'WORKORDER') count = Math.max(count, Number(fields.fld_order));
    }
    return count;
  }

  #served(order: WireWorkOrder, baseUrl: string): WireWorkOrder {
    const here = (url: unknown): unknown => (typeof url === 'string' && url.startsWith('/') ? baseUrl + url : url);
    const served: WireWorkOrder = { ...order, PdfUrl: here(order.PdfUrl), WordUrl: here(order.WordUrl) };
    const count = this.#freeFieldCount();
    const values: Record<string, WireValue> = {};
    for (let number = 1; number <= count; number += 1) values[`val_value_${number}`] = null;
    Object.assign(values, order.FreeFields);
    served.FreeFields = Object.keys(values).length === 0 ? [] : values;
    return served;
  }
}

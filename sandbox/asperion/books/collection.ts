// The records of one kind in one administration: in memory for speed, written through to the sandbox's tables so that
// a restart keeps them. Lists are served from arrays that are rebuilt only after a change, which is what makes a page
// out of 50,000 articles cheap. Must not know what a record means.
import type { Table } from '../../kit/persistent-tables.ts';

/** What is kept of a record. */
export interface StoredRow<T> {
  readonly row: T;
  /** Sandbox time from which lists show it; absent: from the start. */
  readonly visibleFromMs?: number;
}

export interface CollectionOptions<T> {
  readonly table: Table<StoredRow<T>>;
  /** Start of every table key, so that administrations can share a table. */
  readonly keyPrefix: string;
  /** A second unique key, compared without regard to case, e.g. the customer number. */
  readonly businessKey?: (row: T) => string;
}

/** Folds letter case as the service's database does. */
export const fold = (text: string): string => text.toLowerCase();

/** Records in order of arrival, reachable by id and by business key. */
export class Collection<T extends { readonly id: number | string }> {
  readonly #options: CollectionOptions<T>;
  readonly #rows: T[] = [];
  readonly #positions = new Map<string, number>();
  readonly #idByBusinessKey = new Map<string, string>();
  readonly #late = new Map<string, number>();
  readonly #subsets = new Map<string, { version: number; rows: readonly T[] }>();
  #version = 0;

  constructor(options: CollectionOptions<T>) {
    this.#options = options;
  }

  /** Takes a row that is in the table already; for opening only. */
  load(stored: StoredRow<T>): void {
    this.#remember(stored.row);
    if (stored.visibleFromMs !== undefined) this.#late.set(String(stored.row.id), stored.visibleFromMs);
  }

  get size(): number {
    return this.#rows.length;
  }

  /** All records, late ones too. */
  all(): readonly T[] {
    return this.#rows;
  }

  get(id: number | string): T | undefined {
    const position = this.#positions.get(String(id));
    return position === undefined ? undefined : this.#rows[position];
  }

  byBusinessKey(key: string): T | undefined {
    const id = this.#idByBusinessKey.get(fold(key));
    return id === undefined ? undefined : this.get(id);
  }

  /** Adds a record or replaces the one with its id. Throws when another record has its business key. */
  put(row: T, visibleFromMs?: number): void {
    const id = String(row.id);
    const key = this.#options.businessKey?.(row);
    if (key !== undefined && key !== '') {
      const holder = this.#idByBusinessKey.get(fold(key));
      if (holder !== undefined && holder !== id) throw new Error(`"${key}" is already used by record ${holder}`);
    }
    this.#remember(row);
    if (visibleFromMs !== undefined) this.#late.set(id, visibleFromMs);
    const late = this.#late.get(id);
    const stored: StoredRow<T> = late === undefined ? { row } : { row, visibleFromMs: late };
    this.#options.table.set(this.#options.keyPrefix + id, stored);
  }

  /** Removes a record; false when there is none. */
  delete(id: number | string): boolean {
    const position = this.#positions.get(String(id));
    const row = position === undefined ? undefined : this.#rows[position];
    if (position === undefined || row === undefined) return false;
    this.#rows.splice(position, 1);
    this.#positions.delete(String(id));
    for (let i = position; i < this.#rows.length; i += 1) this.#positions.set(String(this.#rows[i]?.id), i);
    this.#forgetBusinessKey(row);
    this.#late.delete(String(id));
    this.#version += 1;
    this.#options.table.delete(this.#options.keyPrefix + String(id));
    return true;
  }

  /** Whether lists show the record at this sandbox time. */
  isVisible(row: T, nowMs: number): boolean {
    const from = this.#late.get(String(row.id));
    return from === undefined || from <= nowMs;
  }

  /** What a list shows at this sandbox time, in order of arrival; `subset` names a predicate worth remembering. */
  visible(nowMs: number, subset?: { readonly name: string; readonly has: (row: T) => boolean }): readonly T[] {
    const rows = subset === undefined ? this.#rows : this.#subset(subset.name, subset.has);
    for (const [id, from] of this.#late) if (from <= nowMs) this.#late.delete(id);
    return this.#late.size === 0 ? rows : rows.filter((row) => this.isVisible(row, nowMs));
  }

  #subset(name: string, has: (row: T) => boolean): readonly T[] {
    const known = this.#subsets.get(name);
    if (known !== undefined && known.version === this.#version) return known.rows;
    const rows = this.#rows.filter(has);
    this.#subsets.set(name, { version: this.#version, rows });
    return rows;
  }

  #remember(row: T): void {
    const id = String(row.id);
    const position = this.#positions.get(id);
    const former = position === undefined ? undefined : this.#rows[position];
    if (position === undefined || former === undefined) {
      this.#positions.set(id, this.#rows.length);
      this.#rows.push(row);
    } else {
      this.#forgetBusinessKey(former);
      this.#rows[position] = row;
    }
    const key = this.#options.businessKey?.(row);
    if (key !== undefined && key !== '') this.#idByBusinessKey.set(fold(key), id);
    this.#version += 1;
  }

  #forgetBusinessKey(row: T): void {
    const key = this.#options.businessKey?.(row);
    if (key !== undefined) this.#idByBusinessKey.delete(fold(key));
  }
}

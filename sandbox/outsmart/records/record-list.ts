// One list of one account (relations, materials ...): upsert by key, replies as JSON. It takes judged fields only
// and knows nothing of HTTP.

import type { Table } from '../../kit/persistent-tables.ts';
import type { Entity } from './entities.ts';
import type { WireValue } from './wire-values.ts';

export interface StoredRecord {
  /** The row number inside OutSmart; no reply shows it. */
  rowId: number;
  /** When it was made, in milliseconds of the sandbox clock; 0 for what was there from the start. */
  createdMs: number;
  fields: Record<string, WireValue>;
}

/** The key as it is compared: letter case and blanks at the end do not count, as in MySQL (docs section 14). */
export function comparedKey(text: string): string {
  return text.trimEnd().toLowerCase();
}

export class RecordList {
  readonly entity: Entity;
  readonly #table: Table<StoredRecord>;
  readonly #nextRowId: () => number;
  readonly #initial: Record<string, WireValue> = {};
  // A record is replaced when it changes, so its JSON can be kept with it.
  readonly #bytes = new WeakMap<StoredRecord, Buffer>();

  constructor(entity: Entity, table: Table<StoredRecord>, nextRowId: () => number) {
    this.entity = entity;
    this.#table = table;
    this.#nextRowId = nextRowId;
    for (const spec of entity.fields.list) {
      // Free-field values show once they were set, not as fifty empty members.
      if (!spec.name.startsWith('val_value_')) this.#initial[spec.name] = spec.initial;
    }
  }

  /** Makes or changes the record with this key; fields that are not named keep their value. */
  upsert(fields: Record<string, WireValue>, createdMs: number): void {
    const key = this.keyOf(fields);
    const known = this.#table.get(key);
    if (known === undefined) {
      this.#table.set(key, { rowId: this.#nextRowId(), createdMs, fields: { ...this.#initial, ...fields } });
    } else {
      this.#table.set(key, { ...known, fields: { ...known.fields, ...fields } });
    }
  }

  keyOf(fields: Record<string, WireValue>): string {
    return this.entity.keys.map((name) => comparedKey(fields[name] ?? '')).join('\u0000');
  }

  /** Records in the order in which they were made; only those made at or before `untilMs`. */
  *visible(untilMs: number): Generator<StoredRecord> {
    for (const record of this.#table.values()) if (record.createdMs <= untilMs) yield record;
  }

  all(): StoredRecord[] {
    return [...this.#table.values()];
  }

  get size(): number {
    return this.#table.size;
  }

  /** The record in JSON, as replies show it. */
  bytesOf(record: StoredRecord): Buffer {
    let bytes = this.#bytes.get(record);
    if (bytes === undefined) {
      bytes = Buffer.from(JSON.stringify(record.fields));
      this.#bytes.set(record, bytes);
    }
    return bytes;
  }

  /** Deletes what matches and returns how many that were. */
  deleteWhere(matches: (record: StoredRecord) => boolean): number {
    let count = 0;
    for (const [key, record] of [...this.#table.entries()]) {
      if (matches(record) && this.#table.delete(key)) count += 1;
    }
    return count;
  }
}

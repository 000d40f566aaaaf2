// Where a sandbox keeps its records: Maps in memory, and each change as one line at the end of a file, so that
// records outlive the process, also when it is killed. It does not know what the records mean.
// One file belongs to one process at a time; there is no lock.

import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** A keyed collection in insertion order. A value is stored by `set`; changing it in place is not noticed. */
export interface Table<T> {
  get(key: string): T | undefined;
  has(key: string): boolean;
  set(key: string, value: T): void;
  delete(key: string): boolean;
  values(): IterableIterator<T>;
  entries(): IterableIterator<[string, T]>;
  readonly size: number;
}

export interface Tables {
  /** The table of this name; made when it does not exist. The same name must always carry the same type. */
  table<T>(name: string): Table<T>;
  /** All changes made by `work` (synchronous) reach the file as one line: after a crash all are there, or none. */
  together<R>(work: () => R): R;
  /** Releases the file. Changes after this throw when there is a file. */
  close(): void;
}

type Change = [table: string, key: string, value?: unknown];

/**
 * Opens the tables kept in `file` (made when absent, with its folder), or tables in memory only for `null`.
 * A torn last line, left by a kill in the middle of a write, is dropped. Throws when any other line is unreadable.
 */
export function openTables(file: string | null): Tables {
  const maps = new Map<string, Map<string, unknown>>();
  const log = file === null ? null : new ChangeLog(file, maps);
  return {
    table<T>(name: string): Table<T> {
      return new LoggedTable<T>(name, mapNamed(maps, name) as Map<string, T>, log);
    },
    together<R>(work: () => R): R {
      return log === null ? work() : log.together(work);
    },
    close() {
      log?.close();
    },
  };
}

function mapNamed(maps: Map<string, Map<string, unknown>>, name: string): Map<string, unknown> {
  let map = maps.get(name);
  if (map === undefined) {
    map = new Map();
    maps.set(name, map);
  }
  return map;
}

class LoggedTable<T> implements Table<T> {
  readonly #name: string;
  readonly #map: Map<string, T>;
  readonly #log: ChangeLog | null;

  constructor(name: string, map: Map<string, T>, log: ChangeLog | null) {
    this.#name = name;
    this.#map = map;
    this.#log = log;
  }

  get(key: string): T | undefined {
    return this.#map.get(key);
  }

  has(key: string): boolean {
    return this.#map.has(key);
  }

  set(key: string, value: T): void {
    this.#log?.append([this.#name, key, value]);
    this.#map.set(key, value);
  }

  delete(key: string): boolean {
    if (!this.#map.has(key)) return false;
    this.#log?.append([this.#name, key]);
    return this.#map.delete(key);
  }

  values(): IterableIterator<T> {
    return this.#map.values();
  }

  entries(): IterableIterator<[string, T]> {
    return this.#map.entries();
  }

  get size(): number {
    return this.#map.size;
  }
}

class ChangeLog {
  #descriptor: number | null;
  #gathering: string[] | null = null;

  constructor(file: string, maps: Map<string, Map<string, unknown>>) {
    mkdirSync(dirname(file), { recursive: true });
    if (existsSync(file)) {
      replay(readFileSync(file, 'utf8'), maps, file);
      compact(file, maps);
    }
    this.#descriptor = openSync(file, 'a');
  }

  append(change: Change): void {
    if (this.#descriptor === null) throw new Error('the tables of this sandbox are closed');
    const text = JSON.stringify(change);
    if (this.#gathering === null) this.#write(`[${text}]\n`);
    else this.#gathering.push(text);
  }

  together<R>(work: () => R): R {
    if (this.#gathering !== null) return work();
    const gathered: string[] = [];
    this.#gathering = gathered;
    try {
      return work();
    } finally {
      // Also after a throw: memory already holds these changes, and the file must say the same.
      this.#gathering = null;
      if (gathered.length > 0) this.#write(`[${gathered.join(',')}]\n`);
    }
  }

  close(): void {
    if (this.#descriptor !== null) closeSync(this.#descriptor);
    this.#descriptor = null;
  }

  #write(line: string): void {
    if (this.#descriptor === null) throw new Error('the tables of this sandbox are closed');
    const bytes = Buffer.from(line);
    for (let offset = 0; offset < bytes.length; ) offset += writeSync(this.#descriptor, bytes, offset);
  }
}

function replay(text: string, maps: Map<string, Map<string, unknown>>, file: string): void {
  const lines = text.split('\n');
  // A whole file ends in a newline, so what follows the last one is either empty or torn.
  lines.pop();
  for (const [index, line] of lines.entries()) {
    for (const [name, key, value] of readLine(line, index, file)) {
      const map = mapNamed(maps, name);
      if (value === undefined) map.delete(key);
      else map.set(key, value);
    }
  }
}

function readLine(line: string, index: number, file: string): Change[] {
  try {
    return JSON.parse(line) as Change[];
  } catch (cause) {
    throw new Error(`line ${index + 1} of ${file} is unreadable`, { cause });
  }
}

/** Rewrites the file with one line per record, so that it does not grow with every restart. */
function compact(file: string, maps: Map<string, Map<string, unknown>>): void {
  const lines: string[] = [];
  for (const [name, map] of maps) {
    for (const [key, value] of map) lines.push(`${JSON.stringify([[name, key, value]])}\n`);
  }
  const fresh = `${file}.new`;
  writeFileSync(fresh, lines.join(''));
  renameSync(fresh, file);
}

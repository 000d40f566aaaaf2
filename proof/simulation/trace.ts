/**
 * What happened in a history, line by line, and a hash of it all: two runs of one seed must have the same. Holds nothing that
 * differs between runs, such as ids that the database made up.
 */
import { createHash } from 'node:crypto';

export class Trace {
  readonly #startMs: number;
  readonly #hash = createHash('sha256');
  readonly #lines: string[] = [];

  constructor(startMs: number) {
    this.#startMs = startMs;
  }

  tell(nowMs: number, what: string): void {
    const line = `${((nowMs - this.#startMs) / 1000).toFixed(3).padStart(10)}  ${what}`;
    this.#lines.push(line);
    this.#hash.update(line).update('\n');
  }

  get lines(): readonly string[] {
    return this.#lines;
  }

  /** Of everything told so far; short enough to compare by eye. */
  digest(): string {
    return this.#hash.copy().digest('hex').slice(0, 16);
  }
}

/**
 * Lets at most so many pieces of work run at once, first come first served. Knows nothing of what the work is.
 */
export class Slots {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(count: number) {
    if (!Number.isInteger(count) || count < 1) throw new Error(`${count} is no number of slots`);
    this.#free = count;
  }

  /** Runs the work as soon as there is a slot, and gives the slot to the next one whatever becomes of it. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await work();
    } finally {
      // The slot goes straight to the next in line, so that nobody who comes later can slip in between.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }
}

/**
 * Lets the other work of the process go on during a long piece of computing: an account with very many records must not
 * hold up the others that share the process.
 */
import { setImmediate as turnOfEventLoop } from 'node:timers/promises';

/**
 * Another's export waits for this at each of its fifty answers from the database and from foreign systems, and all of that
 * together must stay below what anybody notices. Far above what a turn of the event loop costs.
 */
const WITHOUT_BREATH_MS = 5;

/** To be asked between two records. */
export class Breath {
  #since = performance.now();

  /** Waits for a turn of the event loop when the last one is too long ago. */
  async take(): Promise<void> {
    if (performance.now() - this.#since < WITHOUT_BREATH_MS) return;
    await turnOfEventLoop();
    this.#since = performance.now();
  }
}

/**
 * One process of the program as a history has it: it can be killed, frozen and woken, and told to stop. Time reaches it
 * through its clock and timer here; the network and the database have files of their own.
 */
import type { SeededRandom } from '#sandbox/demo/seeded-random.ts';
import type { Clock, Timer } from '#src/kernel/clock.ts';
import type { Host, Scheduler } from './scheduler.ts';

/** What is to happen to a process in the middle of its work. */
export interface Mishap {
  /** After so many of its statements and exchanges. */
  readonly afterOperations: number;
  /** Only those count that make or settle something. */
  readonly isAtTurningPoint: boolean;
  readonly happen: () => void | Promise<void>;
}

export class SimulatedProcess implements Host {
  readonly name: string;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly random: () => number;
  /** SIGTERM: between two records. */
  readonly windDown = new AbortController();
  /** The end of its patience after SIGTERM: everything at once. */
  readonly stop = new AbortController();
  #isAlive = true;
  #pausedUntilMs = 0;
  #sleptMs = 0;
  #mishap: Mishap | null = null;

  /** `clockOffMs`: by how much the clock of its machine is wrong. */
  constructor(name: string, scheduler: Scheduler, random: SeededRandom, clockOffMs: number) {
    this.name = name;
    this.clock = { now: () => new Date(scheduler.readMs() + clockOffMs) };
    this.random = () => random.whole(0, 999_999) / 1_000_000;
    this.timer = {
      elapsedMs: () => scheduler.nowMs - this.#sleptMs,
      sleep: (ms, signal) => this.#sleep(scheduler, ms, signal),
    };
  }

  get isAlive(): boolean {
    return this.#isAlive;
  }

  get pausedUntilMs(): number {
    return this.#pausedUntilMs;
  }

  /** Nothing reaches it any more. What it had sent may still arrive. */
  kill(): void {
    this.#isAlive = false;
  }

  /** `isSuspended`: the machine sleeps, so that the monotonic clock stands still too. */
  pause(nowMs: number, ms: number, isSuspended: boolean): void {
    this.#pausedUntilMs = nowMs + ms;
    if (isSuspended) this.#sleptMs += ms;
  }

  expect(mishap: Mishap | null): void {
    this.#mishap = mishap;
  }

  /** To be called for each statement and exchange it asks for. */
  countOperation(scheduler: Scheduler, isTurningPoint: boolean): void {
    const mishap = this.#mishap;
    if (!mishap || (mishap.isAtTurningPoint && !isTurningPoint)) return;
    this.#mishap = mishap.afterOperations > 1 ? { ...mishap, afterOperations: mishap.afterOperations - 1 } : null;
    if (!this.#mishap) scheduler.after(0, '', this, mishap.happen);
  }

  #sleep(scheduler: Scheduler, ms: number, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const wake = scheduler.after(Math.max(1, Math.ceil(ms)), '', this, () => {
        signal?.removeEventListener('abort', giveUp);
        resolve();
      });
      const giveUp = () => {
        wake.isCancelled = true;
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', giveUp, { once: true });
    });
  }
}

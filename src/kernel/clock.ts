/**
 * The time and its passing, handed in wherever they decide something, so that a test can say what time it is and a
 * simulation can let hours pass in a moment.
 */
import { setTimeout as wait } from 'node:timers/promises';

export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** How time passes, whatever the clock is set to. */
export interface Timer {
  /** Milliseconds since some moment of its own. Never goes back; may stand still while the machine sleeps. */
  elapsedMs(): number;
  /** Resolves after so many milliseconds. Rejects as soon as the signal is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export const systemTimer: Timer = {
  elapsedMs: () => performance.now(),
  sleep: (ms, signal) => wait(ms, undefined, { signal }),
};

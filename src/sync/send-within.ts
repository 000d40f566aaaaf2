/**
 * When a create may still leave, and when to look whether it happened: the one place that ties the two together. A process
 * that was paused between its intent and its call must not send any more, because another may have looked and created.
 */
import { type Clock, systemClock, systemTimer, type Timer } from '../kernel/clock.ts';
import type { MaySend } from '../model/accounting.ts';
import type { Settlement } from '../store/intents.ts';
import type { RunContext } from './run-context.ts';

/** Far below the waiting time before anybody looks whether it happened; ample for the milliseconds it normally takes. */
const SEND_WITHIN_MS = 10_000;

/** The two clocks that a permission is held against. */
export interface Watches {
  readonly timer: Timer;
  readonly clock: Clock;
}

export const SYSTEM_WATCHES: Watches = { timer: systemTimer, clock: systemClock };

/**
 * A permission for a create whose intent is about to be committed: to leave once, soon. Looks at two clocks: the monotonic
 * one misses a suspended machine, the wall clock may be set. Turned away at the door (a rate limit, a token that ended), it
 * may not leave again before somebody looked: before every create, also a repeated one.
 */
export function sendWithin(signal: AbortSignal, { timer, clock }: Watches = SYSTEM_WATCHES): MaySend {
  const monotonic = timer.elapsedMs();
  const wall = clock.now().getTime();
  let isUsed = false;
  return () => {
    const isSoon = timer.elapsedMs() - monotonic < SEND_WITHIN_MS && clock.now().getTime() - wall < SEND_WITHIN_MS;
    if (isUsed || !isSoon || signal.aborted) return false;
    isUsed = true;
    return true;
  };
}

/** When to look what became of a create that may leave from now on, should nobody ever report back. */
export function firstLook({ clock, limits }: Pick<RunContext, 'clock' | 'limits'>): Date {
  return new Date(clock.now().getTime() + SEND_WITHIN_MS + limits.uncertainWaitMs);
}

/** When to look after an answer that was unclear, or a look-up that failed, just now. */
export function nextLook({ clock, limits }: Pick<RunContext, 'clock' | 'limits'>): Date {
  return new Date(clock.now().getTime() + limits.uncertainWaitMs);
}

/** How often a create is begun in one run, when it is turned away at the door or has to wait for too long. */
export const SENDINGS_MAX = 6;

/** How an intent ends whose call never left; it may be begun again. */
export function unsent(why: string): Settlement {
  return { end: { kind: 'unsent' }, evidence: { what: 'unsent', text: why }, log: [] };
}

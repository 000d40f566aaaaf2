/**
 * The last look at the clock before a create leaves: a process that was paused between its intent and its call must not
 * send any more, because another may have looked and created meanwhile.
 */
import type { MaySend } from '../model/accounting.ts';

/** Far below the waiting time before anybody looks whether it happened; ample for the milliseconds it normally takes. */
const SEND_WITHIN_MS = 10_000;

/**
 * A permission for a create whose intent was committed just now. Looks at two clocks: the monotonic one misses a
 * suspended machine, the wall clock may be set.
 */
export function sendWithin(signal: AbortSignal): MaySend {
  const monotonic = performance.now();
  const wall = Date.now();
  return () => !signal.aborted && performance.now() - monotonic < SEND_WITHIN_MS && Date.now() - wall < SEND_WITHIN_MS;
}

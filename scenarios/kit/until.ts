// Waiting for something to become so, with a deadline and a sentence about what was waited for.

import { setTimeout as wait } from 'node:timers/promises';

const LOOK_EVERY_MS = 50;
/** Long, since a machine that runs all tests at once is slow; what is right takes none of it. */
const WITHIN_MS = 180_000;

/**
 * Answers what `look` answers as soon as that is not null, undefined or false. Throws an Error that names `what` when late. A
 * look that is a whole command is worth a longer pause.
 */
export async function until<T>(
  what: string,
  look: () => T | Promise<T>,
  withinMs = WITHIN_MS,
  lookEveryMs = LOOK_EVERY_MS,
): Promise<Exclude<T, null | undefined | false>> {
  const giveUpAt = performance.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (seen !== null && seen !== undefined && seen !== false) return seen as Exclude<T, null | undefined | false>;
    if (performance.now() > giveUpAt) throw new Error(`Waited ${withinMs / 1_000} s in vain for ${what}.`);
    await wait(lookEveryMs);
  }
}

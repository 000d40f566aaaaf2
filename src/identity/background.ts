/**
 * Work that nobody waits for but closing. What fails is logged.
 */
import type { Logger } from '../kernel/logger.ts';

export interface Background {
  run(work: () => Promise<void>): void;
  /** Resolves when all of it ended. */
  settled(): Promise<void>;
}

export function openBackground(logger: Logger): Background {
  const going = new Set<Promise<void>>();
  return {
    run(work) {
      const running = work()
        .catch((error: unknown) => {
          // A message of the database or mail server may name people.
          const { name, code } = error as { name?: string; code?: string };
          logger.error({ part: 'identity', error: name, code }, 'background work failed');
        })
        .finally(() => going.delete(running));
      going.add(running);
    },
    async settled() {
      while (going.size > 0) await Promise.all(going);
    },
  };
}

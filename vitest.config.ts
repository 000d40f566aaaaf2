import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { PlainSummaryReporter } from './tools/test/plain-summary-reporter.ts';

// Four kinds of tests. `plain` needs nothing. `postgres` (`*.pg.test.ts`) shares one throw-away cluster, a database a
// file. `scenarios` runs the whole program, `page` does so with a browser; these come last, each on ports and folders of
// its own. All keep what they imported from one file to the next (`isolate: false`), which is half the time of the first two:
// no module there may remember anything of a test, and a hook belongs in a test file, not in what it imports.

/** At once. One more than there are processors, since some of them only wait; not more than a laptop's memory holds. */
const filesAtOnce = Math.min(availableParallelism() + 1, 8);
/** Whole programs keep the processors busy by themselves. */
const programsAtOnce = Math.min(Math.max(2, availableParallelism()), 3);

/**
 * A password costs 32 MB to hash, by design. Taken from the system and given back each time, that doubles its time; with
 * these words to the C library of Linux a worker keeps it. Elsewhere they mean nothing.
 */
const keptMemory = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: String(256 * 1024 * 1024),
  MALLOC_TRIM_THRESHOLD_: String(512 * 1024 * 1024),
};

export default defineConfig({
  test: {
    reporters: ['default', new PlainSummaryReporter()],
    projects: [
      {
        test: {
          name: 'plain',
          include: ['{src,sandbox,tools,bench,page,proof}/**/*.test.ts', 'scripts/**/*.test.mjs'],
          exclude: ['**/*.pg.test.ts'],
          testTimeout: 60_000,
          isolate: false,
          maxWorkers: filesAtOnce,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'postgres',
          include: ['{src,sandbox,tools,bench,proof,promises}/**/*.pg.test.ts'],
          globalSetup: './tools/test/postgres-cluster.ts',
          env: keptMemory,
          testTimeout: 90_000,
          hookTimeout: 120_000,
          isolate: false,
          maxWorkers: filesAtOnce,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'scenarios',
          include: ['scenarios/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          isolate: false,
          maxWorkers: programsAtOnce,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'page',
          include: ['page-tests/**/*.test.ts'],
          globalSetup: './page-tests/kit/chromium-early.ts',
          testTimeout: 300_000,
          hookTimeout: 300_000,
          isolate: false,
          maxWorkers: programsAtOnce,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});

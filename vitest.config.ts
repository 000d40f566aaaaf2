import { defineConfig } from 'vitest/config';
import { PlainSummaryReporter } from './tools/test/plain-summary-reporter.ts';

// Four kinds of tests. `plain` needs nothing. `postgres` (`*.pg.test.ts`) shares one throw-away cluster, a database a
// file. `scenarios` runs the whole program, one after the other; `page` does so with a browser, and comes last.
export default defineConfig({
  test: {
    reporters: ['default', new PlainSummaryReporter()],
    projects: [
      {
        test: {
          name: 'plain',
          include: ['{src,sandbox,tools,bench,page,proof}/**/*.test.ts', 'scripts/**/*.test.mjs'],
          exclude: ['**/*.pg.test.ts'],
          testTimeout: 20_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'postgres',
          include: ['{src,sandbox,tools,bench,proof,promises}/**/*.pg.test.ts'],
          globalSetup: './tools/test/postgres-cluster.ts',
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'scenarios',
          include: ['scenarios/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'page',
          include: ['page-tests/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 240_000,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});

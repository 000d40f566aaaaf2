import { defineConfig } from 'vitest/config';
import { PlainSummaryReporter } from './tools/test/plain-summary-reporter.ts';

// Three kinds of tests. `plain` needs nothing. `postgres` (`*.pg.test.ts`) shares one throw-away cluster, a database a
// file. `scenarios` runs the whole program and comes last, one after the other.
export default defineConfig({
  test: {
    reporters: ['default', new PlainSummaryReporter()],
    projects: [
      {
        test: {
          name: 'plain',
          include: ['{src,sandbox,tools,bench}/**/*.test.ts', 'scripts/**/*.test.mjs'],
          exclude: ['**/*.pg.test.ts'],
          testTimeout: 20_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'postgres',
          include: ['{src,sandbox,tools,bench}/**/*.pg.test.ts'],
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
    ],
  },
});

import { defineConfig } from 'vitest/config';

// Two kinds of tests: those that need PostgreSQL carry `.pg.test.ts` and share one throw-away cluster; the rest need nothing.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'plain',
          include: ['src/**/*.test.ts', 'sandbox/**/*.test.ts', 'tools/**/*.test.ts'],
          exclude: ['**/*.pg.test.ts'],
          testTimeout: 20_000,
        },
      },
    ],
  },
});

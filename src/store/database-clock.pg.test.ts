import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tools/test/test-database.ts';
import { DatabaseClock } from './database-clock.ts';
import { openPool } from './pool.ts';

const MINUTE_MS = 60_000;
/** Neither clock stands still while they are compared. */
const NEARLY_MS = 5_000;

describe('the clock of the database', () => {
  let database: TestDatabase;
  let pool: ReturnType<typeof openPool>;
  beforeAll(async () => {
    database = await testDatabase();
    pool = openPool(database.poolConfig);
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  test.each([-45, 45])('is followed by a machine whose own clock is %i minutes off', async (minutes) => {
    const clock = new DatabaseClock({ now: () => new Date(Date.now() + minutes * MINUTE_MS) });
    await clock.align(pool);
    expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(NEARLY_MS);
    expect(Math.round(clock.offMs / MINUTE_MS)).toBe(-minutes);
  });

  test('is not taken from an answer during which the machine was frozen', async () => {
    let sleptMs = 0;
    let looks = 0;
    const clock = new DatabaseClock({ now: () => new Date(Date.now() + sleptMs) });
    const frozenOnce = {
      async query() {
        const rows = [{ now: new Date(Date.now() + sleptMs) }];
        looks += 1;
        if (looks === 1) sleptMs = 20 * MINUTE_MS;
        return { rows };
      },
    };
    await clock.align(frozenOnce as never);
    expect(Math.abs(clock.offMs)).toBeLessThan(NEARLY_MS);
  });
});

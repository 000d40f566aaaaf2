/**
 * The schedule over changes that it does not see coming.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenedStore, openTestStore } from './store.test-kit.ts';

const QUARTER_MS = 900_000;

describe('the schedule', () => {
  let opened: OpenedStore;
  beforeAll(async () => {
    opened = await openTestStore();
  });
  afterAll(async () => {
    await opened.close();
  });

  test('an account does not stand still when the cycle is made shorter, or after the clock stood wrong', async () => {
    const { store } = opened;
    const { accountId } = await opened.newAccount();
    await store.schedule.add(accountId, QUARTER_MS);
    await store.pool.query(`update schedule set next_run_at = now() + interval '30 days'`);
    expect(await store.schedule.takeDue(QUARTER_MS, 500)).toEqual([accountId]);
    const next = (await store.schedule.next(accountId))?.getTime() ?? 0;
    expect(next).toBeGreaterThan(Date.now());
    expect(next).toBeLessThanOrEqual(Date.now() + QUARTER_MS);
    expect(await store.schedule.takeDue(QUARTER_MS, 500)).toEqual([]);
  });
});

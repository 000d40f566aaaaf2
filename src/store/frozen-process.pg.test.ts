/**
 * A process that stands still in the middle of a transaction keeps its locks for a while and not for ever.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPool } from './pool.ts';
import { type OpenedStore, openTestStore } from './store.test-kit.ts';

describe('a process that is frozen in the middle of a transaction', () => {
  let opened: OpenedStore;
  beforeAll(async () => {
    opened = await openTestStore();
  });
  afterAll(async () => {
    await opened.close();
  });

  test('keeps the lock of an account no longer than a lease, so that another can take the work over', async () => {
    const account = await opened.newAccount();
    await account.leases.acquire('frozen', 1);
    const pool = openPool({ ...opened.database.poolConfig, max: 1 });
    const client = await pool.connect();
    const { rows } = await client.query('show idle_in_transaction_session_timeout');
    expect(rows).toEqual([{ idle_in_transaction_session_timeout: '30s' }]);

    // The same in short: the lock is held, and nothing more is heard of who holds it.
    await client.query('begin');
    await client.query(`set local idle_in_transaction_session_timeout = 300`);
    await client.query('select from account_lease where account_id = $1 for share', [account.accountId]);
    expect(await account.leases.acquire('another', 30_000)).toMatchObject({ fence: '2' });
    client.release(true);
    await pool.end();
  });
});

/**
 * A database that goes away and comes back, as at a restart or a failover, ends work under way and not the program.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPool } from './pool.ts';
import { type OpenedStore, openTestStore, tokensNamed } from './store.test-kit.ts';

describe('a database connection that is lost', () => {
  let opened: OpenedStore;
  const strays: unknown[] = [];
  const onStray = (error: unknown) => void strays.push(error);
  beforeAll(async () => {
    opened = await openTestStore();
    process.on('uncaughtException', onStray);
  });
  afterAll(async () => {
    process.off('uncaughtException', onStray);
    await opened.close();
  });

  const endConnections = async () => {
    const pool = openPool({ ...opened.database.poolConfig, max: 1 });
    await pool.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    await pool.end();
  };

  test('while a token is being renewed fails that renewal and leaves the program running', async () => {
    const account = await opened.newAccount();
    await account.tokens.save(tokensNamed('0'), 'test');
    const { version } = await account.tokens.read();
    const renewing = account.tokens.renew(version, async () => {
      await endConnections();
      await new Promise((resolve) => setTimeout(resolve, 100));
      return tokensNamed('1');
    });
    await expect(renewing).rejects.toThrow();
    expect(strays).toEqual([]);
    await expect.poll(async () => (await account.tokens.read()).tokens.accessToken, { timeout: 30_000 }).toBe('a-0');
  });

  test('in the middle of a statement fails that statement and leaves the program running', async () => {
    const slow = opened.store.pool.connect().then(async (client) => {
      try {
        await client.query('select pg_sleep(60)');
      } finally {
        client.release(true);
      }
    });
    const outcome = expect(slow).rejects.toThrow();
    const sleeping =
      "select from pg_stat_activity where datname = current_database() and query = 'select pg_sleep(60)'";
    await expect.poll(async () => (await opened.store.pool.query(sleeping)).rowCount).toBe(1);
    await endConnections();
    await outcome;
    expect(strays).toEqual([]);
  });
});

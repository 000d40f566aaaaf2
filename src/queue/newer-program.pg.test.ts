/**
 * A newer program has upgraded the database beside one that is at work: the older one leaves everything to it, and says so.
 */
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { openTestStore } from '../store/store.test-kit.ts';
import { openQueue, type RunHandler } from './queue.ts';

test('a program that has become older than its database takes no work any more, says so once and loses nothing', async () => {
  const opened = await openTestStore();
  const { store, database } = opened;
  const lines: string[] = [];
  const logger = pino({ level: 'error' }, { write: (line: string) => void lines.push(line) });
  const begun: string[] = [];
  const handle: RunHandler = async ({ accountId, runId }) => {
    begun.push(runId);
    await store.forAccount(accountId).runs.begin(runId);
  };
  const older = await openQueue({ store, connection: database.poolConfig, logger, everyMs: 900_000 });
  onTestFinished(async () => {
    await older.stop(2_000);
    await opened.close();
  });
  await older.work({ exports: 2, exportsMax: 2, imports: 2 }, handle);
  const [account, other] = [await opened.newAccount(), await opened.newAccount()];
  await store.schedule.add(other.accountId, 1);

  await store.pool.query(`insert into kysely_migration (name, timestamp) values ('9999-later', '2030')`);
  const left = await older.ask(account.accountId, 'export', 'person', 'kantoor');
  const stateOfJob = async () => {
    const { rows } = await store.pool.query<{ state: string }>('select state from pgboss.job where id = $1', [left.id]);
    return rows[0]?.state;
  };
  // The queue keeps it for whoever comes.
  await expect.poll(stateOfJob, { timeout: 30_000 }).toBe('retry');
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({ migrations: ['9999-later'], msg: expect.stringContaining('newer program') }),
  ]);
  expect(await older.tick()).toBe(0);
  expect(await older.laterMigrations()).toEqual(['9999-later']);
  expect(begun).toEqual([]);
  expect((await account.runs.find(left.id))?.state).toBe('queued');
});

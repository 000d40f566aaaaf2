/**
 * A run that was asked for is done, whatever became of the job that was to do it: else the account would stand still, since
 * one that waits keeps the next one from being asked for.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tools/test/test-database.ts';
import { systemClock } from '../kernel/clock.ts';
import { createLogger } from '../kernel/logger.ts';
import type { AccountId, RunId } from '../model/ids.ts';
import { TRIAL_UNTIL } from '../store/store.test-kit.ts';
import { openStore, type Store } from '../store/store.ts';
import { openQueue, type Queue } from './queue.ts';

const AGO = `now() - interval '5 minutes'`;

describe('a run without a job', () => {
  let database: TestDatabase;
  let store: Store;
  let queue: Queue;
  let id: AccountId;
  const done: RunId[] = [];
  beforeEach(async () => {
    database = await testDatabase();
    store = openStore({ connection: database.poolConfig, secretKey: new Uint8Array(32), clock: systemClock });
    queue = await openQueue({
      store,
      connection: database.poolConfig,
      logger: createLogger('silent'),
      everyMs: 900_000,
    });
    id = (await store.accounts.create('a', TRIAL_UNTIL)).id;
    done.splice(0);
  });
  afterEach(async () => {
    await queue.stop(2_000);
    await store.close();
    await database.drop();
  });

  const work = () =>
    queue.work({ exports: 1, exportsMax: 1, imports: 1 }, async ({ accountId, runId }) => {
      const { runs } = store.forAccount(accountId);
      if (!(await runs.begin(runId))) return;
      await runs.finish(runId, {
        state: 'done',
        progress: { phase: 'x', counts: {}, calls: 0 },
        faultCode: null,
        faultParameters: null,
      });
      done.push(runId);
    });

  test('because its process died between the two is done within a cycle', async () => {
    const { run } = await store.forAccount(id).runs.ask('export', 'person', 'test');
    await store.pool.query(`update run set queued_at = ${AGO}, touched_at = ${AGO}`);
    await queue.tick();
    await work();
    await expect.poll(() => done, { timeout: 30_000 }).toEqual([run.id]);
  });

  test('because the account was busy elsewhere for longer than the job was tried is done once it is free', async () => {
    const run = await queue.ask(id, 'export', 'schedule', 'schedule');
    await store.pool.query(`update pgboss.job set state = 'failed', completed_on = now() where id = $1`, [run.id]);
    await store.pool.query(`update run set queued_at = ${AGO}, touched_at = ${AGO}`);
    expect((await queue.ask(id, 'export', 'person', 'test')).id).toBe(run.id);
    await queue.tick();
    await work();
    await expect.poll(() => done, { timeout: 30_000 }).toEqual([run.id]);
  });

  test('that a killed command left running is taken over within a cycle', async () => {
    const account = store.forAccount(id);
    const { run } = await account.runs.ask('debtors', 'person', 'test');
    const lease = await account.leases.acquire('killed', 1);
    await account.runs.begin(run.id);
    await store.pool.query(`update run set touched_at = ${AGO}`);
    expect(lease).not.toBeNull();
    await queue.tick();
    await work();
    await expect.poll(() => done, { timeout: 30_000 }).toEqual([run.id]);
  });

  test('that somebody is at work on is left alone', async () => {
    const account = store.forAccount(id);
    const { run } = await account.runs.ask('debtors', 'person', 'test');
    await account.leases.acquire('alive', 60_000);
    await account.runs.begin(run.id);
    await store.pool.query(`update run set touched_at = ${AGO}`);
    await queue.tick();
    expect((await store.pool.query('select 1 from pgboss.job where id = $1', [run.id])).rowCount).toBe(0);
  });
});

import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tools/test/test-database.ts';
import { systemClock } from '../kernel/clock.ts';
import { createLogger } from '../kernel/logger.ts';
import type { AccountId, RunId } from '../model/ids.ts';
import { ASPERION_CONNECTOR } from '../model/licence.ts';
import { TRIAL_UNTIL } from '../store/store.test-kit.ts';
import { openStore, type Store } from '../store/store.ts';
import { openQueue, type Queue } from './queue.ts';

const EVERY_MS = 900_000;

describe('the queue', () => {
  let database: TestDatabase;
  let store: Store;
  const queues: Queue[] = [];
  const open = async () => {
    const queue = await openQueue({
      store,
      connection: database.poolConfig,
      logger: createLogger('silent'),
      everyMs: EVERY_MS,
    });
    queues.push(queue);
    return queue;
  };
  beforeEach(async () => {
    database = await testDatabase();
    store = openStore({ connection: database.poolConfig, secretKey: new Uint8Array(32), clock: systemClock });
  });
  afterEach(async () => {
    for (const queue of queues.splice(0)) await queue.stop(2_000);
    await store.close();
    await database.drop();
  });
  const account = async (name: string) => {
    const { id } = await store.accounts.create(name, TRIAL_UNTIL);
    await store.forAccount(id).licences.order(ASPERION_CONNECTOR, 'test');
    return id;
  };
  /** A handler that ends its runs and tells which accounts were at work at once. */
  const recorder = (durationMs: number) => {
    const active = new Map<AccountId, number>();
    const done: AccountId[] = [];
    let mostPerAccount = 0;
    const handle = async ({ accountId, runId }: { accountId: AccountId; runId: RunId }) => {
      active.set(accountId, (active.get(accountId) ?? 0) + 1);
      mostPerAccount = Math.max(mostPerAccount, active.get(accountId) ?? 0);
      await store.forAccount(accountId).runs.begin(runId);
      await new Promise((resolve) => setTimeout(resolve, durationMs));
      await store.forAccount(accountId).runs.finish(runId, {
        state: 'done',
        progress: { phase: 'x', counts: {}, calls: 0 },
        faultCode: null,
        faultParameters: null,
      });
      active.set(accountId, (active.get(accountId) ?? 1) - 1);
      done.push(accountId);
    };
    return { handle, done, most: () => mostPerAccount };
  };

  test('two processes give one account one run of a lane at a time', async () => {
    const id = await account('a');
    const record = recorder(50);
    const [one, two] = [await open(), await open()];
    await one.work({ exports: 3, exportsMax: 3, imports: 3 }, record.handle);
    await two.work({ exports: 3, exportsMax: 3, imports: 3 }, record.handle);
    // An export has the other lane; that it waits for these is the lease's work.
    for (const job of ['debtors', 'articles', 'hourtypes', 'full'] as const) await one.ask(id, job, 'person', 'test');
    await expect.poll(() => record.done.length, { timeout: 20_000 }).toBe(4);
    expect(record.most()).toBe(1);
  });

  test('accounts that are slow keep no other waiting: there are more workers while they last', async () => {
    const slow = await Promise.all(Array.from({ length: 9 }, (_one, index) => account(`traag ${index}`)));
    const quick = await account('snel');
    const record = recorder(0);
    const quickDone = Promise.withResolvers<void>();
    const queue = await open();
    for (const id of [...slow, quick]) await queue.ask(id, 'export', 'person', 'test');
    // Nine slow ones come first, and end only after the quick one behind them: with two workers nothing would ever end.
    await queue.work({ exports: 2, exportsMax: 16, imports: 1 }, async (job) => {
      if (job.accountId !== quick) await quickDone.promise;
      await record.handle(job);
      if (job.accountId === quick) quickDone.resolve();
    });
    await expect.poll(() => record.done.length, { timeout: 30_000 }).toBe(10);
    expect(record.done[0]).toBe(quick);
  });

  test('a long import keeps no export waiting, of another account', async () => {
    const [importing, exporting] = [await account('import'), await account('export')];
    const record = recorder(0);
    const exported = Promise.withResolvers<void>();
    const queue = await open();
    await queue.ask(importing, 'full', 'person', 'test');
    await queue.ask(exporting, 'export', 'person', 'test');
    await queue.work({ exports: 1, exportsMax: 1, imports: 1 }, async (job) => {
      if (job.accountId === importing) await exported.promise;
      await record.handle(job);
      exported.resolve();
    });
    await expect.poll(() => record.done, { timeout: 30_000 }).toEqual([exporting, importing]);
  });

  test('an account with much to do does not keep others waiting', async () => {
    const busy = await account('druk');
    const others = await Promise.all(['b', 'c', 'd'].map(account));
    const record = recorder(20);
    const othersDone = Promise.withResolvers<void>();
    const queue = await open();
    for (const job of ['export', 'debtors', 'articles', 'hourtypes', 'full'] as const)
      await queue.ask(busy, job, 'person', 'test');
    for (const id of others) await queue.ask(id, 'export', 'person', 'test');
    // The busy one ends nothing before the others are done: could it take both workers, nothing would ever end.
    await queue.work({ exports: 2, exportsMax: 2, imports: 2 }, async (job) => {
      if (job.accountId === busy) await othersDone.promise;
      await record.handle(job);
      if (others.every((id) => record.done.includes(id))) othersDone.resolve();
    });
    await expect.poll(() => record.done.length, { timeout: 30_000 }).toBe(8);
    expect(record.done.slice(0, 3).sort()).toEqual([...others].sort());
  });

  test('the tick asks for the export of every due account, once', async () => {
    const ids = await Promise.all(['e', 'f', 'g'].map(account));
    for (const id of ids) await store.schedule.add(id, 0);
    const queue = await open();
    expect(await queue.tick()).toBe(3);
    expect(await queue.tick()).toBe(0);
    for (const id of ids)
      expect((await store.forAccount(id).runs.list(5)).map(({ job, trigger }) => [job, trigger])).toEqual([
        ['export', 'schedule'],
      ]);
  });

  test('the job of a process that was killed is done by another within a cycle', async () => {
    const id = await account('h');
    const queue = await open();
    await queue.ask(id, 'export', 'person', 'test');
    const child = fork(fileURLToPath(new URL('./hold-a-job.test-program.ts', import.meta.url)), [database.url], {
      execArgv: [],
    });
    await new Promise<void>((resolve) => child.once('message', () => resolve()));
    child.kill('SIGKILL');
    const record = recorder(10);
    await queue.work({ exports: 1, exportsMax: 1, imports: 1 }, record.handle);
    await expect.poll(() => record.done, { timeout: 60_000 }).toEqual([id]);
  }, 90_000);
});

// Accounts share processes: what is slow in one of them is not felt by another.
import { expect, onTestFinished, test } from 'vitest';
import { openQueue } from '../queue/queue.ts';
import { createAccount } from '../usecases/accounts.ts';
import { runJob } from './run-job.ts';
import { startTestWorld, type TestWorld, TOKEN, workOrder } from './test-world.test-kit.ts';

/** The queue of one process, with one worker to begin with, that runs what is asked. */
async function startWorking(world: TestWorld) {
  const { parts, connection } = world;
  const queue = await openQueue({ store: parts.store, connection, logger: parts.logger, everyMs: 900_000 });
  const stopping = new AbortController();
  onTestFinished(async () => {
    stopping.abort();
    await queue.stop(2_000);
    await world.close();
  });
  await queue.work({ exports: 1, exportsMax: 8, imports: 1 }, async ({ accountId, runId }) => {
    await runJob(parts, accountId, runId, { waitMs: 0, signal: stopping.signal });
  });
  return queue;
}

test('while one company waits for slow answers, those behind it go on', async () => {
  const world = await startTestWorld({ timeoutMs: 60_000 });
  const queue = await startWorking(world);
  const { account } = world;
  // The slow one: each answer of Asperion to it takes longer than all the rest of this test.
  world.outsmart.control.seed(TOKEN, { workOrders: [workOrder('TRAAG')] as never });
  world.asperion.control.faults.add({ path: '/v1/', kind: 'delay', delayMs: 30_000, times: 0 });
  const slow = await queue.ask(account.accountId, 'export', 'person', 'test');
  const runOf = async (id: typeof slow.id) => (await account.runs.find(id))?.state;
  await expect.poll(() => runOf(slow.id), { timeout: 10_000 }).toBe('running');
  // Companies without settings end their runs at once; that they do, while the slow one is still at it, is the point.
  const others = await Promise.all(
    ['a', 'b', 'c', 'd'].map(async (name) => {
      const { id } = await createAccount(world.parts, name);
      return { id, run: await queue.ask(id, 'export', 'person', 'test') };
    }),
  );
  for (const { id, run } of others) {
    const other = world.store.forAccount(id);
    await expect.poll(async () => (await other.runs.find(run.id))?.state, { timeout: 20_000 }).toBe('failed');
  }
  expect(await runOf(slow.id)).toBe('running');
}, 60_000);

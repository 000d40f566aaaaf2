/**
 * How a run ends, and who may say so: the one that is at work on it, once, and in time for the next to be asked for.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runJob } from './run-job.ts';
import { startTestWorld, type TestWorld, TOKEN, workOrder } from './test-world.test-kit.ts';

const DRAFTS = '/v1/draftsalesinvoiceswithlines';

describe('a run', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await startTestWorld();
  });
  afterEach(async () => {
    await world.close();
  });

  const give = (count: number) =>
    world.outsmart.control.seed(TOKEN, {
      workOrders: Array.from({ length: count }, (_, index) => workOrder(`W${index}`)) as never,
    });
  const drafts = () => world.asperion.control.drafts(101);
  const slowly = () =>
    world.asperion.control.faults.add({ kind: 'delay', method: 'POST', path: DRAFTS, delayMs: 500, times: 0 });

  test('that a person stopped before it began is over, and does not stop the next one', async () => {
    const { runs } = world.account;
    const { run } = await runs.ask('export', 'person', 'test');
    await runs.askCancel(run.id);
    expect(await runs.find(run.id)).toMatchObject({ state: 'cancelled', finishedAt: expect.any(Date) });
    give(1);
    expect(await world.run('export')).toMatchObject({ state: 'done', counts: { invoiced: 1 } });
  });

  test('that a person broke off is over, also when the program was told to stop; it is not handed over', async () => {
    give(40);
    slowly();
    const { runs } = world.account;
    const { run } = await runs.ask('export', 'person', 'test');
    const stopping = new AbortController();
    const ending = runJob(world.parts, world.account.accountId, run.id, { waitMs: 0, signal: stopping.signal });
    await expect.poll(() => drafts().length, { timeout: 30_000 }).toBeGreaterThan(2);
    await runs.askCancel(run.id);
    stopping.abort();
    expect(await ending).toMatchObject({ kind: 'finished', run: { state: 'cancelled' } });
  });

  test('that another worker took over is not ended by the one that was away', async () => {
    give(40);
    slowly();
    const { runs, leases } = world.account;
    const { run } = await runs.ask('export', 'person', 'test');
    const signal = new AbortController().signal;
    const away = runJob(world.parts, world.account.accountId, run.id, { waitMs: 0, signal });
    await expect.poll(() => drafts().length, { timeout: 30_000 }).toBeGreaterThan(2);
    await world.loseLease();
    const lease = await leases.acquire('successor', 30_000);
    if (!lease) throw new Error('the lease is taken');
    await runs.begin(run.id, lease);
    expect(await away).toEqual({ kind: 'gone' });
    expect(await runs.find(run.id)).toMatchObject({ state: 'running', finishedAt: null });
    expect(await world.told(run.id)).not.toContain('failed sync.lease_lost ');
  });

  test('that fails by itself in the same way each cycle is told once, whatever else is asked for meanwhile', async () => {
    const { runs, log } = world.account;
    world.asperion.control.revokeUser('kantoor');
    const byItself = async () => {
      const { run } = await runs.ask('export', 'schedule', 'schedule');
      // Somebody presses a button at that moment; it waits for its turn.
      await runs.ask('debtors', 'person', 'kantoor');
      await runJob(world.parts, world.account.accountId, run.id, { waitMs: 0, signal: new AbortController().signal });
    };
    give(1);
    await byItself();
    await byItself();
    await byItself();
    const told = (await log.read({ limit: 99 })).filter(({ code }) => code === 'asperion.connection_ended');
    expect(told).toHaveLength(1);
  });
});

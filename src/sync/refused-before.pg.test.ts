// Old refusals do not make every run longer, and keep nobody from being tried again.
import { expect, onTestFinished, test } from 'vitest';
import { runJob } from './run-job.ts';
import { ADMINISTRATION, startTestWorld, TOKEN, workOrder } from './test-world.test-kit.ts';

const DRAFTS = '/v1/draftsalesinvoiceswithlines';

test('an invoice that Asperion refuses is tried again less and less often, at once when it changed, and when a person asks', async () => {
  const world = await startTestWorld();
  onTestFinished(() => world.close());
  const { account, parts, clock } = world;
  const [rowId = ''] = world.outsmart.control.seed(TOKEN, { workOrders: [workOrder('W1')] as never });
  world.asperion.control.faults.add({ method: 'POST', path: DRAFTS, kind: 'status', status: 400, times: 0 });
  const tries = () => world.asperion.control.journal.count({ method: 'POST', path: DRAFTS });
  const cycle = async () => {
    clock.advance(15 * 60_000);
    const { run } = await account.runs.ask('export', 'schedule', 'schedule');
    await runJob(parts, account.accountId, run.id, { waitMs: 0, signal: new AbortController().signal });
    return (await account.runs.find(run.id))?.counts;
  };
  const triesOfCycles = [];
  for (let round = 0; round < 10; round++) {
    expect(await cycle()).toMatchObject({ waiting: 1 });
    triesOfCycles.push(tries());
  }
  expect(triesOfCycles).toEqual([1, 2, 2, 3, 3, 3, 4, 4, 4, 4]);
  world.outsmart.control.editWorkOrder(TOKEN, rowId, { CustomerName: 'Bakkerij Blom en Zn' });
  await cycle();
  expect(tries()).toBe(5);
  await world.run('export');
  expect(tries()).toBe(6);
  world.asperion.control.faults.clear();
  await world.run('export');
  expect(world.asperion.control.drafts(ADMINISTRATION)).toHaveLength(1);
});

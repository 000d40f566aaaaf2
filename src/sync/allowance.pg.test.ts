// What automatic runs of a company may still do when a system does not answer it, or when it asked for very much already.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runJob } from './run-job.ts';
import { startTestWorld, type TestWorld, TOKEN, workOrder } from './test-world.test-kit.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await startTestWorld();
});
afterEach(async () => {
  await world.close();
});
const runBySchedule = async () => {
  const { run } = await world.account.runs.ask('export', 'schedule', 'schedule');
  await runJob(world.parts, world.account.accountId, run.id, { waitMs: 0, signal: new AbortController().signal });
  return (await world.account.runs.find(run.id)) ?? run;
};
const give = (number: string) => world.outsmart.control.seed(TOKEN, { workOrders: [workOrder(number)] as never });

test('a system that does not answer three runs in a row is left alone, is tried again later, and by a person at once', async () => {
  world.outsmart.control.faults.add({ kind: 'status', status: 503, times: 0 });
  for (let round = 0; round < 3; round++)
    expect(await runBySchedule()).toMatchObject({ faultCode: 'outsmart.unreachable', state: 'failed' });
  expect(await runBySchedule()).toMatchObject({ faultCode: 'sync.circuit_open', calls: 0 });
  world.clock.advance(31 * 60_000);
  expect(await runBySchedule()).toMatchObject({ faultCode: 'outsmart.unreachable' });
  // It was away once more, so the next time comes later.
  world.clock.advance(31 * 60_000);
  expect(await runBySchedule()).toMatchObject({ faultCode: 'sync.circuit_open', calls: 0 });
  world.outsmart.control.faults.clear();
  give('W1');
  expect(await world.run('export')).toMatchObject({ state: 'done', counts: { invoiced: 1 } });
  expect(await runBySchedule()).toMatchObject({ state: 'done' });
});

test('a connection that a person has to mend opens no circuit: the backlog goes with the first run after it', async () => {
  world.asperion.control.revokeUser('kantoor');
  give('W1');
  for (let round = 0; round < 4; round++)
    expect(await runBySchedule()).toMatchObject({ faultCode: 'asperion.connection_ended' });
  const { accessToken, refreshToken } = await world.asperion.control.issueTokens('kantoor');
  await world.account.tokens.save({ accessToken, refreshToken, expiresAt: new Date(Date.now() + 3_600_000) }, 'test');
  expect(await runBySchedule()).toMatchObject({ state: 'done', counts: { invoiced: 1 } });
});

test('automatic runs make no more calls in a day than they may, lose nothing, and go on the next day; a person may', async () => {
  const parts = { ...world.parts, limits: { ...world.parts.limits, callsPerDay: 12 } };
  Object.assign(world, { parts });
  for (let number = 0; number < 40; number++) give(`W${number}`);
  const stopped = await runBySchedule();
  expect(stopped).toMatchObject({ state: 'failed', faultCode: 'sync.call_budget' });
  expect(await runBySchedule()).toMatchObject({ faultCode: 'sync.call_budget', calls: 0 });
  const made = world.asperion.control.drafts(101).length;
  expect(made).toBeLessThan(40);
  world.clock.advance(25 * 60 * 60_000);
  expect((await runBySchedule()).calls).toBeGreaterThan(0);
  expect(await world.run('export', parts)).toMatchObject({ state: 'done' });
  expect(world.asperion.control.drafts(101)).toHaveLength(40);
});

/**
 * How long an unclear answer is waited out, and how much of an account it may hold up.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AdministrationId } from '../model/ids.ts';
import { ADMINISTRATION, startTestWorld, type TestWorld, TOKEN, workOrder } from './test-world.test-kit.ts';

const UNCERTAIN_WAIT_MS = 15 * 60_000;
const WAIT_MS = 16 * 60_000;
const TIMEOUT_MS = 3_000;
const DRAFTS = '/v1/draftsalesinvoiceswithlines';

describe('after an unclear answer', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await startTestWorld({ timeoutMs: TIMEOUT_MS });
  });
  afterEach(async () => {
    await world.close();
  });

  const give = (...orders: ReturnType<typeof workOrder>[]) =>
    world.outsmart.control.seed(TOKEN, { workOrders: orders as never });
  const drafts = (administration = ADMINISTRATION) => world.asperion.control.drafts(administration);
  const stateOf = async (id: string | undefined) =>
    (await world.account.workOrders.find([id as never])).get(id as never)?.state;

  test('the time until the next look begins when the answer failed to come, not when the request left', async () => {
    const [id] = give(workOrder('W1'));
    world.asperion.control.faults.add({ kind: 'delay', method: 'POST', path: DRAFTS, delayMs: TIMEOUT_MS + 2_000 });
    const run = await world.run('export');
    expect(await stateOf(id)).toBe('uncertain');
    const intents = await world.account.intents.find(ADMINISTRATION as AdministrationId, 'invoice', [id ?? '']);
    const waitMs = (intents.get(id ?? '')?.lookAgainAt?.getTime() ?? 0) - (run.finishedAt?.getTime() ?? 0);
    expect(waitMs).toBeGreaterThan(UNCERTAIN_WAIT_MS - TIMEOUT_MS + 500);
  });

  test('a work order that is uncertain in books that are closed to us holds up nothing in the books of today', async () => {
    const [id] = give(workOrder('W1'));
    world.asperion.control.faults.add({ kind: 'drop-after', method: 'POST', path: DRAFTS });
    await world.run('export');
    await world.save({ administrationId: 102 });
    await world.account.settings.confirmFirstExport(102 as AdministrationId, {
      ...{ confirmedBy: 'test', startDate: null, leaveBehind: [] },
    });
    const [user] = world.asperion.control.users();
    if (!user) throw new Error('there is no user');
    world.asperion.control.putUser({ ...user, administrations: [102] });
    world.clock.advance(WAIT_MS);
    give(workOrder('W2'));
    const run = await world.run('export');
    expect(run).toMatchObject({ state: 'done', counts: { invoiced: 1 } });
    expect(await world.told(run.id)).toContain('uncertain export.look-up-failed W1');
    expect(drafts(102)).toHaveLength(1);
    expect(await stateOf(id)).toBe('uncertain');
    world.clock.advance(WAIT_MS);
    expect(await world.told((await world.run('export')).id)).toEqual([]);
    world.asperion.control.putUser(user);
    world.clock.advance(WAIT_MS);
    await world.run('export');
    expect(await stateOf(id)).toBe('acknowledged');
    expect([...drafts(), ...drafts(102)]).toHaveLength(2);
  });

  test('to three debtors in a row, the rest waits for the next run', async () => {
    await world.save({ createRelations: true, debtorKindId: '1', paymentConditionId: 1 });
    const numbers = Array.from({ length: 30 }, (_, index) => `20${index + 100}`);
    give(
      ...numbers.map((number) =>
        workOrder(`W${number}`, { CustomerDebtorNr: number, CustomerDebtorNrInvoice: '', CustomerName: 'Nieuw' }),
      ),
    );
    world.asperion.control.faults.add({ kind: 'status', status: 500, method: 'POST', path: '/v1/debtors', times: 0 });
    expect(await world.run('export')).toMatchObject({ state: 'failed', faultCode: 'asperion.unreachable' });
    expect(world.asperion.control.journal.count({ method: 'POST', path: '/v1/debtors' })).toBeLessThanOrEqual(7);
    world.asperion.control.faults.clear();
    world.clock.advance(WAIT_MS);
    await world.run('export');
    expect(drafts()).toHaveLength(30);
  });

  test('to an acknowledgement, the invoices go on; it is told once and tried again each run', async () => {
    give(...Array.from({ length: 12 }, (_, index) => workOrder(`W${index}`)));
    world.outsmart.control.faults.add({ kind: 'status', status: 500, path: 'GetWorkorder/', times: 0 });
    const first = await world.run('export');
    expect(first).toMatchObject({ state: 'done', counts: { invoiced: 12 } });
    expect(world.outsmart.control.journal.count({ path: 'GetWorkorder/' })).toBeLessThanOrEqual(7 * 3);
    world.outsmart.control.journal.clear();
    const second = await world.run('export');
    const told = [...(await world.told(first.id)), ...(await world.told(second.id))];
    const complaints = told.filter((line) => line.startsWith('failed'));
    expect(new Set(complaints).size).toBe(complaints.length);
    expect(world.outsmart.control.journal.count({ path: 'GetWorkorder/' })).toBeLessThanOrEqual(3 * 3);
    world.outsmart.control.faults.clear();
    expect((await world.run('export')).counts).toMatchObject({ acknowledged: 12 });
    expect(drafts()).toHaveLength(12);
  });

  test('that turns a create away for a rate limit, and made it all the same: nothing is made twice', async () => {
    await world.save({ createRelations: true, debtorKindId: '1', paymentConditionId: 1 });
    give(workOrder('W1', { CustomerDebtorNr: '10999', CustomerDebtorNrInvoice: '', CustomerName: 'Nieuw' }));
    for (const path of [DRAFTS, '/v1/debtors']) {
      world.asperion.control.faults.add({ kind: 'status', status: 429, method: 'POST', path, afterWork: true });
    }
    const run = await world.run('export');
    expect(run).toMatchObject({ state: 'done', counts: { adopted: 1, acknowledged: 1 } });
    expect(drafts()).toHaveLength(1);
    const numbers = world.asperion.control.debtors(ADMINISTRATION).map(({ customerNumber }) => customerNumber);
    expect(numbers.filter((number) => number === '10999')).toHaveLength(1);
  });

  test('that says to come back in eleven seconds, the invoices go in the same run', async () => {
    give(workOrder('W1'), workOrder('W2'));
    world.asperion.control.faults.add({ kind: 'rate-limit', method: 'POST', path: DRAFTS, retryAfterSeconds: 11 });
    expect(await world.run('export')).toMatchObject({ state: 'done', counts: { invoiced: 2 } });
    expect(drafts()).toHaveLength(2);
  });
});

/**
 * Promises P1, P2 and P14 of docs/guarantees.md: whatever gets lost between Asperion and us, there is one draft.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ADMINISTRATION, startTestWorld, type TestWorld, TOKEN, workOrder } from '../src/sync/test-world.test-kit.ts';
import { exportAndDie } from './kit/dying-export.test-kit.ts';

const DRAFTS = '/v1/draftsalesinvoiceswithlines';
const WAIT_MS = 16 * 60_000;

describe('one draft', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await startTestWorld({ timeoutMs: 1_000 });
  });
  afterEach(() => world.close());

  const give = (count: number) =>
    world.outsmart.control.seed(TOKEN, {
      workOrders: Array.from({ length: count }, (_, index) => workOrder(`W${index}`)) as never,
    });
  const drafts = () => world.asperion.control.drafts(ADMINISTRATION);
  const orderNumbers = () => drafts().map(({ description }) => description?.split(' ')[1]);
  const posts = () => world.asperion.control.journal.count({ method: 'POST', path: DRAFTS });
  const state = async (id: string | undefined) =>
    (await world.account.workOrders.find([id as never])).get(id as never)?.state;
  const statuses = (ids: readonly string[]) =>
    new Set(ids.map((id) => world.outsmart.control.workOrder(TOKEN, id).status));

  test('P1: when the connection drops after Asperion booked, there is exactly one draft of each work order', async () => {
    const ids = give(100);
    world.asperion.control.faults.add({ kind: 'drop-after', method: 'POST', path: DRAFTS, times: 0 });
    await world.run('export');
    const bookedUnknown = drafts().length;
    expect(bookedUnknown).toBeGreaterThan(0);
    world.asperion.control.faults.clear();
    // The next run, at once: there it would book them again.
    await world.run('export');
    await world.run('export');
    expect(drafts()).toHaveLength(100);
    world.clock.advance(WAIT_MS);
    expect((await world.run('export')).counts).toMatchObject({ adopted: bookedUnknown });
    expect(new Set(orderNumbers()).size).toBe(100);
    expect([drafts().length, posts()]).toEqual([100, 100]);
    expect(statuses(ids)).toEqual(new Set(['Afgehandeld']));
  }, 90_000);

  test('P2: killed between the answer and our commit, the draft is found again and adopted', async () => {
    const ids = give(3);
    await exportAndDie(world, 'answered');
    expect(drafts()).toHaveLength(1);
    await world.run('export');
    expect(new Set(orderNumbers()).size).toBe(drafts().length);
    world.clock.advance(WAIT_MS);
    expect((await world.run('export')).counts).toMatchObject({ adopted: 1 });
    expect(orderNumbers().sort()).toEqual(['W0', 'W1', 'W2']);
    const known = await world.account.workOrders.find(ids as never);
    expect([...known.values()].map(({ invoiceId }) => invoiceId).sort()).toEqual(drafts().map(({ id }) => String(id)));
    expect(statuses(ids)).toEqual(new Set(['Afgehandeld']));
  }, 90_000);

  test('P14: a time-out is a question and not a failure: looked up, and never simply sent again', async () => {
    const [id, other] = give(2);
    world.asperion.control.faults.add({ kind: 'delay', method: 'POST', path: DRAFTS, delayMs: 3_000, times: 2 });
    expect(await world.run('export')).toMatchObject({ state: 'done', counts: { uncertain: 2 } });
    expect([await state(id), await state(other)]).toEqual(['uncertain', 'uncertain']);
    await world.run('export');
    await expect.poll(() => drafts().length, { timeout: 10_000 }).toBe(2);
    await world.run('export');
    world.clock.advance(WAIT_MS);
    await world.run('export');
    expect([await state(id), await state(other)]).toEqual(['acknowledged', 'acknowledged']);
    expect([drafts().length, posts()]).toEqual([2, 2]);
  });
});

/**
 * A code that Asperion will not even look up, or whose record it cannot show, is the trouble of its own work order alone.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ADMINISTRATION, startTestWorld, type TestWorld, TOKEN, workOrder } from './test-world.test-kit.ts';

describe('a look-up that Asperion refuses', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await startTestWorld();
  });
  afterEach(async () => {
    await world.close();
  });

  const material = (code: string) => [{ MaterialCode: code, MaterialName: 'x', MaterialNr: '1', MaterialPrice: '1' }];
  const give = (...orders: ReturnType<typeof workOrder>[]) =>
    world.outsmart.control.seed(TOKEN, { workOrders: orders as never });
  const drafts = () => world.asperion.control.drafts(ADMINISTRATION);

  test('makes its work order wait, told once; the others go', async () => {
    give(workOrder('W1'), workOrder('GIF', { Materials: material('GIF') }), workOrder('W3'));
    world.asperion.control.faults.add({ kind: 'status', status: 400, path: 'Code=GIF', times: 0 });
    const run = await world.run('export');
    expect(run).toMatchObject({ state: 'done', counts: { invoiced: 2, waiting: 1 } });
    expect(await world.told(run.id)).toContain('waiting geweigerd-door-asperion GIF');
    expect(await world.told((await world.run('export')).id)).toEqual([]);
    world.asperion.control.faults.clear();
    world.asperion.control.seed(ADMINISTRATION, {
      articles: [{ code: 'GIF', description: 'Gif', salesPrice: 1 as never, salesTypeId: '10' }],
    });
    await world.run('export');
    expect(drafts()).toHaveLength(3);
  });

  test('of every work order is no trouble of theirs: the run fails and says so, after few calls', async () => {
    give(...Array.from({ length: 40 }, (_, index) => workOrder(`W${index}`)));
    world.asperion.control.faults.add({ kind: 'status', status: 400, path: '/v1/vatcodes', times: 0 });
    const run = await world.run('export');
    expect(run).toMatchObject({ state: 'failed', faultCode: 'asperion.refused' });
    expect(run.calls).toBeLessThan(60);
    expect(drafts()).toHaveLength(0);
  });
});

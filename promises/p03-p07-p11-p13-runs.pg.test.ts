/**
 * Promises P3, P7, P11 and P13 of docs/guarantees.md: runs that stay short, end, go on where they were, and keep
 * administrations apart.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AdministrationId } from '../src/model/ids.ts';
import { ADMINISTRATION, startTestWorld, type TestWorld, TOKEN, workOrder } from '../src/sync/test-world.test-kit.ts';
import { saveSettings } from '../src/usecases/save-settings.ts';
import { exportAndDie } from './kit/dying-export.test-kit.ts';
import { watchRecordsInHand } from './kit/records-in-hand.test-kit.ts';

const DRAFTS = '/v1/draftsalesinvoiceswithlines';
const WAIT_MS = 16 * 60_000;

describe('runs', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await startTestWorld();
  });
  afterEach(() => world.close());

  const give = (...orders: ReturnType<typeof workOrder>[]) =>
    world.outsmart.control.seed(TOKEN, { workOrders: orders as never });
  const drafts = (administration = ADMINISTRATION) => world.asperion.control.drafts(administration);
  const of = async (id: string | undefined) => (await world.account.workOrders.find([id as never])).get(id as never);
  const withoutDebtor = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) =>
      workOrder(`OUD${from + index}`, { CustomerDebtorNr: `9${from + index}`, CustomerDebtorNrInvoice: '' }),
    );

  test('P3: the time of a run does not grow with the number of old errors, and a bad work order blocks only itself', async () => {
    give(...withoutDebtor(0, 5), workOrder('GOED1'));
    await world.run('export');
    give(workOrder('GOED2'));
    const { calls: callsWithFew } = await world.run('export');
    give(...withoutDebtor(5, 200));
    await world.run('export');
    give(workOrder('GOED3'));
    const withMany = await world.run('export');
    expect(withMany).toMatchObject({ state: 'done', counts: { waiting: 200, invoiced: 1 } });
    expect(withMany.calls).toBeLessThanOrEqual(callsWithFew);
    expect(await world.told(withMany.id)).toEqual(['invoiced export.invoiced GOED3']);
    expect(drafts()).toHaveLength(3);
  }, 90_000);

  test('P7: nothing is on its way without a moment at which somebody looks, and then it ends by itself', async () => {
    const [dead] = give(workOrder('DOOD'));
    await exportAndDie(world, 'asked');
    const latest = Date.now() + WAIT_MS;
    expect(await of(dead)).toMatchObject({ state: 'sending', deadline: expect.any(Date) });
    expect((await of(dead))?.deadline?.getTime()).toBeLessThan(latest);
    const [unclear] = give(workOrder('VAAG'));
    world.asperion.control.faults.add({ kind: 'drop-before', method: 'POST', path: DRAFTS });
    await world.run('export');
    expect(await of(unclear)).toMatchObject({ state: 'uncertain', deadline: expect.any(Date) });
    // What cannot be looked up gets another moment; it is never left without one.
    world.asperion.control.faults.add({ kind: 'status', status: 403, method: 'GET', path: DRAFTS, times: 0 });
    world.clock.advance(WAIT_MS);
    await world.run('export');
    for (const id of [dead, unclear]) {
      const order = await of(id);
      expect(order?.state).toBe('uncertain');
      expect(order?.deadline?.getTime()).toBeGreaterThan(world.clock.now().getTime());
    }
    world.asperion.control.faults.clear();
    world.clock.advance(WAIT_MS);
    await world.run('export');
    expect([(await of(dead))?.state, (await of(unclear))?.state]).toEqual(['acknowledged', 'acknowledged']);
    expect(drafts()).toHaveLength(2);
  }, 90_000);

  test('P11: a long list of articles goes with a few pages in hand, and goes on where it was broken off', async () => {
    const count = 3_000;
    const articles = Array.from({ length: count }, (_, index) => ({
      ...{ code: `A${index}`, description: `Artikel ${index}`, salesPrice: 1 as never, salesTypeId: '10' },
    }));
    world.asperion.control.seed(ADMINISTRATION, { articles });
    await world.save({ importArticles: true });
    const hand = watchRecordsInHand(world.parts);
    world.outsmart.control.faults.add({ kind: 'status', status: 500, path: 'materials', skip: 3, times: 0 });
    expect(await world.run('articles', hand.parts)).toMatchObject({
      state: 'failed',
      counts: { 'materials.new': 1_500 },
    });
    world.outsmart.control.faults.clear();
    const rest = await world.run('articles', hand.parts);
    expect(rest).toMatchObject({ state: 'done', counts: { 'materials.unchanged': 1_500 } });
    const [accepted] = [hand.accepted().filter((code) => /^A\d+$/.test(code))];
    expect([accepted.length, new Set(accepted).size]).toEqual([count, count]);
    expect(world.outsmart.control.materials(TOKEN).filter(({ code }) => /^A\d+$/.test(String(code)))).toHaveLength(
      count,
    );
    // A batch of 500 under way, one that fills, and the page that was read ahead.
    expect(hand.most()).toBeLessThanOrEqual(1_400);
  }, 90_000);

  test('P13: links belong to one administration of one account, and switching to another is a deliberate step', async () => {
    await world.save({ importDebtors: true });
    const inFirst = await world.run('debtors');
    expect(inFirst.counts).toMatchObject({ 'relations.new': 2 });
    const [id] = give(workOrder('W1'));
    await world.run('export');
    const other = { administrationId: 102, exportOn: true, vatCode: '1', importDebtors: true };
    const by = { savedBy: 'test', basedOn: null };
    await expect(
      saveSettings(world.parts, world.account, other, { ...by, mayChangeAdministration: false }),
    ).rejects.toMatchObject({ code: 'settings.administration-change' });
    await saveSettings(world.parts, world.account, other, { ...by, mayChangeAdministration: true });
    const links = (administration: number) =>
      world.account.links(administration as AdministrationId).unseen('relation', new Set());
    expect([(await links(ADMINISTRATION)).length, (await links(102)).length]).toEqual([2, 0]);
    // The same numbers over there are other debtors: nothing is taken for known.
    expect((await world.run('debtors')).counts).toMatchObject({ 'relations.new': 2 });
    await world.run('export');
    expect([drafts().length, drafts(102).length]).toEqual([1, 0]);
    expect(await of(id)).toMatchObject({ state: 'acknowledged', administrationId: ADMINISTRATION });
    await world.save({ importDebtors: true });
    const back = await world.run('debtors');
    expect(back.counts).toMatchObject({ 'relations.unchanged': 2 });
  });
});

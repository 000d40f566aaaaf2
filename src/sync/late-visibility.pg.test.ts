/**
 * What Asperion made and does not show in its lists yet is not made again.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ADMINISTRATION, startTestWorld, type TestWorld, TOKEN, workOrder } from './test-world.test-kit.ts';

const DRAFTS = '/v1/draftsalesinvoiceswithlines';
const HOUR_MS = 60 * 60_000;

describe('late visibility', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await startTestWorld();
  });
  afterEach(async () => {
    await world.close();
  });

  test('a debtor and an article that were made an hour ago are not made again; the work order waits, is told once, and goes', async () => {
    await world.save({
      createRelations: true,
      debtorKindId: '1',
      paymentConditionId: 1,
      createMaterials: true,
      salesTypeId: '10',
    });
    const made = (path: string) => world.asperion.control.journal.count({ method: 'POST', path });
    world.asperion.control.settings.lateVisibilityMs = HOUR_MS;
    world.outsmart.control.seed(TOKEN, {
      workOrders: [
        workOrder('W1', {
          CustomerDebtorNr: '10999',
          CustomerDebtorNrInvoice: '',
          CustomerName: 'VvE Kade 7',
          Materials: [{ MaterialCode: 'NIEUW', MaterialName: 'Nieuw ding', MaterialNr: '1', MaterialPrice: '9,95' }],
        }),
      ] as never,
    });
    world.asperion.control.faults.add({ kind: 'status', status: 400, method: 'POST', path: DRAFTS });
    await world.run('export');
    expect([made('/v1/debtors'), made('/v1/articles'), made(DRAFTS)]).toEqual([1, 1, 1]);
    const second = await world.run('export');
    expect(await world.told(second.id)).toEqual(['waiting relatie-onbekend W1']);
    expect(await world.told((await world.run('export')).id)).toEqual([]);
    expect([made('/v1/debtors'), made('/v1/articles'), made(DRAFTS)]).toEqual([1, 1, 1]);
    world.asperion.control.clock.advance(HOUR_MS);
    expect((await world.run('export')).counts).toMatchObject({ invoiced: 1 });
    expect(world.asperion.control.drafts(ADMINISTRATION)).toHaveLength(1);
    expect([made('/v1/debtors'), made('/v1/articles')]).toEqual([1, 1]);
  });
});

/**
 * What a person decides about work orders holds, and can be taken back, whatever the runs do meanwhile.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { confirmFirstExport } from '../usecases/confirm-first-export.ts';
import { resolveMisplaced, skipWorkOrder, unskipWorkOrder } from '../usecases/decide-work-order.ts';
import { ADMINISTRATION, startTestWorld, type TestWorld, TOKEN, workOrder } from './test-world.test-kit.ts';

const DRAFTS = '/v1/draftsalesinvoiceswithlines';

describe('a person decides', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await startTestWorld();
  });
  afterEach(async () => {
    await world.close();
  });

  const give = (...orders: ReturnType<typeof workOrder>[]) =>
    world.outsmart.control.seed(TOKEN, { workOrders: orders as never });
  const drafts = (administration = ADMINISTRATION) => world.asperion.control.drafts(administration);
  const stateOf = async (id: string | undefined) =>
    (await world.account.workOrders.find([id as never])).get(id as never)?.state;

  describe('about the start date', () => {
    test('one from before it that a person lets go after all is invoiced, also when it has to wait first', async () => {
      await confirmFirstExport(world.account, 'kantoor', '2026-01-01');
      const [id] = give(
        workOrder('OUD', { WorkDate: '11-06-2025', CustomerDebtorNr: '10999', CustomerDebtorNrInvoice: '10999' }),
      );
      await world.run('export');
      expect(await stateOf(id)).toBe('skipped');
      await unskipWorkOrder(world.account, 'OUD', 'kantoor');
      await world.run('export');
      await world.run('export');
      expect(await stateOf(id)).toBe('waiting');
      world.asperion.control.seed(ADMINISTRATION, { debtors: [{ customerNumber: '10999', name: 'Nieuw' }] });
      await world.run('export');
      expect(drafts()).toHaveLength(1);
    });

    test('one that was set aside by a date that is corrected later is not forgotten', async () => {
      await confirmFirstExport(world.account, 'kantoor', '2062-01-01');
      const [id] = give(workOrder('W1', { WorkDate: '11-06-2025' }), workOrder('W2', { WorkDate: '11-06-2024' }));
      await world.run('export');
      expect(await stateOf(id)).toBe('skipped');
      expect((await world.run('export')).calls).toBe(1);
      await confirmFirstExport(world.account, 'kantoor', '2025-01-01');
      await world.run('export');
      expect(drafts().map(({ description }) => description)).toEqual([expect.stringContaining('W1')]);
    });

    test('one that a person handles by hand stays with that person when the date changes', async () => {
      const [id] = give(
        workOrder('W1', { WorkDate: '11-06-2025', CustomerDebtorNr: '10999', CustomerDebtorNrInvoice: '10999' }),
      );
      await world.run('export');
      await skipWorkOrder(world.account, 'W1', 'kantoor');
      world.asperion.control.seed(ADMINISTRATION, { debtors: [{ customerNumber: '10999', name: 'Nieuw' }] });
      await confirmFirstExport(world.account, 'kantoor', '2024-01-01');
      await world.run('export');
      expect(await stateOf(id)).toBe('skipped');
      expect(drafts()).toHaveLength(0);
    });
  });

  describe('about an invoice in the wrong books', () => {
    const misplace = async () => {
      await world.save({ salesTypeId: '10' });
      const material = { MaterialCode: '', MaterialName: 'Klein materiaal', MaterialNr: '1', MaterialPrice: '5' };
      const [id] = give(workOrder('W1', { Materials: [material], Workperiods: [] }));
      const stray = await world.withStrayingCreates();
      await stray.run();
      await stray.close();
      expect(await stateOf(id)).toBe('misplaced');
      return id;
    };

    test('the decision reaches the work order also when the settings name another administration by then', async () => {
      const id = await misplace();
      await world.save({ administrationId: 102, salesTypeId: '10' });
      await resolveMisplaced(world.parts, world.account, 'keep', 'kantoor');
      expect(await stateOf(id)).toBe('invoiced');
      await world.run('export');
      expect(await stateOf(id)).toBe('acknowledged');
      expect([...drafts(), ...drafts(102)]).toHaveLength(1);
    });

    test('deleting it succeeds when it is gone already, and the work order goes again', async () => {
      await misplace();
      const [draft] = drafts(102);
      world.asperion.control.deleteDraft(102, draft?.id ?? 0);
      await resolveMisplaced(world.parts, world.account, 'delete', 'kantoor');
      await world.run('export');
      expect(drafts()).toHaveLength(1);
      expect(drafts(102)).toHaveLength(0);
    });

    test('a debtor that landed there is made in the right books afterwards, whatever is decided about it', async () => {
      await world.save({ createRelations: true, debtorKindId: '1', paymentConditionId: 1 });
      give(workOrder('W1', { CustomerDebtorNr: '10999', CustomerDebtorNrInvoice: '', CustomerName: 'VvE Kade 7' }));
      const stray = await world.withStrayingCreates();
      expect(await stray.run()).toMatchObject({ faultCode: 'asperion.wrong_administration' });
      await stray.close();
      await resolveMisplaced(world.parts, world.account, 'keep', 'kantoor');
      await world.run('export');
      expect(drafts()).toHaveLength(1);
      expect(world.asperion.control.journal.count({ method: 'POST', path: DRAFTS })).toBe(1);
    });
  });
});

/**
 * Lists of work orders as OutSmart should not answer them: one odd row blocks only itself and is told once.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FieldService, WorkOrderList } from '../model/field-service.ts';
import type { UseCaseParts } from '../usecases/parts.ts';
import { ADMINISTRATION, startTestWorld, type TestWorld, TOKEN, workOrder } from './test-world.test-kit.ts';

describe('an export of a list that is not as it should be', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await startTestWorld();
  });
  afterEach(async () => {
    await world.close();
  });

  const give = (...orders: ReturnType<typeof workOrder>[]) =>
    world.outsmart.control.seed(TOKEN, { workOrders: orders as never });
  const drafts = () => world.asperion.control.drafts(ADMINISTRATION);
  /** The same program, with a list that is changed on its way. */
  const withList = (change: (list: WorkOrderList) => WorkOrderList): UseCaseParts => ({
    ...world.parts,
    doors: {
      ...world.parts.doors,
      async openFieldService(account, signal) {
        const door = await world.parts.doors.openFieldService(account, signal);
        const readReadyWorkOrders: FieldService['readReadyWorkOrders'] = async (code) =>
          change(await door.readReadyWorkOrders(code));
        return Object.assign(Object.create(door) as FieldService, { readReadyWorkOrders });
      },
    },
  });

  test('a work order that stands in it twice becomes one invoice', async () => {
    give(workOrder('W1'), workOrder('W2'));
    const twice = withList((list) => ({ ...list, workOrders: [...list.workOrders, ...list.workOrders] }));
    expect(await world.run('export', twice)).toMatchObject({ state: 'done', counts: { offered: 2, invoiced: 2 } });
    expect(drafts()).toHaveLength(2);
  });

  test('a work order that can be read and not be read in one list goes, or waits, once', async () => {
    const [id] = give(workOrder('W1'), workOrder('W2'));
    const both = withList((list) => ({
      ...list,
      unreadable: [{ rowId: id ?? '', orderNumber: 'W1', field: 'status', text: '{}' }],
    }));
    expect(await world.run('export', both)).toMatchObject({ state: 'done' });
    expect(drafts().length).toBeLessThanOrEqual(2);
    await world.run('export');
    expect(drafts()).toHaveLength(2);
  });

  test('a row that is no work order waits, is told once, and is gone when the list is good again', async () => {
    give(workOrder('W1'));
    const odd = withList((list) => ({
      ...list,
      unreadable: [{ rowId: null, orderNumber: null, field: 'id', text: 'x' }],
    }));
    const first = await world.run('export', odd);
    expect((await world.told(first.id)).filter((line) => line.startsWith('waiting'))).toHaveLength(1);
    expect(await world.told((await world.run('export', odd)).id)).toEqual([]);
    expect(await world.account.workOrders.list({ states: ['waiting'], limit: 9, offset: 0 })).toHaveLength(1);
    await world.run('export');
    expect(await world.account.workOrders.list({ states: ['waiting'], limit: 9, offset: 0 })).toHaveLength(0);
    expect(drafts()).toHaveLength(1);
  });

  test('a row that cannot be read, of a work order that has its invoice, is not told again and again', async () => {
    const [id] = give(workOrder('W1'));
    await world.run('export');
    const odd = withList(() => ({
      workOrders: [],
      unreadable: [{ rowId: id ?? '', orderNumber: 'W1', field: 'status', text: '{}' }],
    }));
    await world.run('export', odd);
    expect(await world.told((await world.run('export', odd)).id)).toEqual([]);
  });

  test('a debtor number with a character that no database holds makes only that work order wait or go', async () => {
    await world.save({ createRelations: true, debtorKindId: '1', paymentConditionId: 1 });
    give(workOrder('W1'), workOrder('W2'));
    const odd = withList((list) => ({
      ...list,
      workOrders: list.workOrders.map((order) =>
        order.orderNumber === 'W1'
          ? { ...order, invoiceParty: { ...order.invoiceParty, debtorNumber: '10\u000077', name: 'Nul' } }
          : order,
      ),
    }));
    expect(await world.run('export', odd)).toMatchObject({ state: 'done' });
    expect(drafts().filter(({ description }) => description?.includes('W2'))).toHaveLength(1);
  });

  test('an empty list by mistake loses nothing: the work orders go when they are offered again', async () => {
    give(workOrder('W1', { CustomerDebtorNr: '10999', CustomerDebtorNrInvoice: '10999' }));
    await world.run('export');
    await world.run(
      'export',
      withList(() => ({ workOrders: [], unreadable: [] })),
    );
    world.asperion.control.seed(ADMINISTRATION, { debtors: [{ customerNumber: '10999', name: 'Nieuw' }] });
    await world.run('export');
    expect(drafts()).toHaveLength(1);
  });
});

// What becomes of drafts after they were made: followed in few calls, told once, and never made again by themselves.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WorkOrderRowId } from '../model/ids.ts';
import { ADMINISTRATION, startTestWorld, type TestWorld, TOKEN, workOrder } from './test-world.test-kit.ts';

describe('life after the draft', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await startTestWorld();
  });
  afterEach(async () => {
    await world.close();
  });
  const give = (...numbers: string[]) =>
    world.outsmart.control.seed(TOKEN, {
      workOrders: numbers.map((number) => workOrder(number)) as never,
    }) as unknown as WorkOrderRowId[];
  const drafts = () => world.asperion.control.drafts(ADMINISTRATION);
  const draftOf = (number: string) => {
    const draft = drafts().find(({ description }) => description?.includes(`Werkbon ${number} `));
    if (!draft) throw new Error(`no draft of ${number}`);
    return draft;
  };
  const stateOf = async (rowId: WorkOrderRowId | undefined) => {
    const order = (await world.account.workOrders.find([rowId as WorkOrderRowId])).get(rowId as WorkOrderRowId);
    if (!order) throw new Error('unknown');
    return order;
  };
  /** An hour later, as the schedule would. */
  const lookAgain = async () => {
    world.clock.advance(61 * 60_000);
    return world.run('export');
  };

  test('a draft that is made final and paid is told with its number, each once', async () => {
    const [rowId] = give('W1');
    await world.run('export');
    const { id } = draftOf('W1');
    expect(await world.told((await lookAgain()).id)).toEqual([]);
    const { invoiceNumber } = world.asperion.control.processDraft(ADMINISTRATION, id);
    expect(await world.told((await lookAgain()).id)).toEqual(['notice invoice.final W1']);
    expect(await stateOf(rowId)).toMatchObject({ state: 'acknowledged', invoiceStage: 'final', invoiceNumber });
    world.asperion.control.markPaid(ADMINISTRATION, id);
    world.clock.advance(24 * 60 * 60_000);
    expect(await world.told((await lookAgain()).id)).toEqual(['notice invoice.paid W1']);
    expect((await stateOf(rowId)).invoiceStage).toBe('paid');
    world.clock.advance(24 * 60 * 60_000);
    expect(await lookAgain()).toMatchObject({ calls: 1, state: 'done' });
  });

  test('a draft that somebody changes is told once, with both amounts', async () => {
    const [rowId] = give('W1');
    await world.run('export');
    await lookAgain();
    const { id, lines } = draftOf('W1');
    world.asperion.control.editDraft(ADMINISTRATION, id, {
      lines: lines.map((line) => (line.price === null ? line : { ...line, price: 10 })) as never,
    });
    const run = await lookAgain();
    expect(await world.told(run.id)).toEqual(['notice invoice.changed W1']);
    const [line] = await world.account.log.read({ runId: run.id, limit: 1 });
    expect(line?.parameters).toEqual({ before: '185.63', after: '61.7' });
    expect((await stateOf(rowId)).invoiceChangedAt).not.toBeNull();
    expect(await world.told((await lookAgain()).id)).toEqual([]);
  });

  test('a draft that somebody deletes becomes a question, and is not made again until a person says so', async () => {
    const [rowId] = give('W1', 'W2');
    await world.run('export');
    world.asperion.control.deleteDraft(ADMINISTRATION, draftOf('W1').id);
    const run = await lookAgain();
    expect(await world.told(run.id)).toEqual(['notice invoice.deleted W1']);
    expect(await stateOf(rowId)).toMatchObject({ state: 'deleted', findings: [{ reason: 'concept-verwijderd' }] });
    await lookAgain();
    await lookAgain();
    expect(drafts()).toHaveLength(1);
    expect(await world.account.invoiceLife.makeAgain(rowId as WorkOrderRowId, 'Marieke')).toBe(true);
    await world.run('export');
    expect(drafts()).toHaveLength(2);
    expect(await stateOf(rowId)).toMatchObject({ state: 'acknowledged', invoiceId: String(draftOf('W1').id) });
    await lookAgain();
    expect(drafts()).toHaveLength(2);
  });

  test('a person who handles a deleted draft can take that back, and it is the same question again', async () => {
    const [rowId] = give('W1');
    await world.run('export');
    world.asperion.control.deleteDraft(ADMINISTRATION, draftOf('W1').id);
    await lookAgain();
    const { workOrders } = world.account;
    expect(await workOrders.skip(rowId as WorkOrderRowId, 'Marieke')).toBe(true);
    await lookAgain();
    expect(await stateOf(rowId)).toMatchObject({ state: 'skipped', decidedBy: 'Marieke' });
    expect(await workOrders.unskip(rowId as WorkOrderRowId, 'Marieke')).toBe(true);
    await lookAgain();
    expect(await stateOf(rowId)).toMatchObject({ state: 'deleted', findings: [{ reason: 'concept-verwijderd' }] });
    expect(drafts()).toEqual([]);
  });

  test('a draft that cannot be read is no deleted draft', async () => {
    const [rowId] = give('W1');
    await world.run('export');
    const { faults } = world.asperion.control;
    for (const kind of ['html', 'status', 'truncated'] as const) {
      faults.add({ method: 'GET', path: `/v1/draftsalesinvoiceswithlines/${draftOf('W1').id}`, kind, times: 3 });
      const run = await lookAgain();
      expect(run).toMatchObject({ state: 'done', counts: { notFollowed: 1 } });
      faults.clear();
      expect((await stateOf(rowId)).state).toBe('acknowledged');
    }
  });

  test('sixty drafts of which two were deleted and three made final cost a handful of calls', async () => {
    give(...Array.from({ length: 60 }, (_one, index) => `W${index}`));
    await world.run('export');
    const all = drafts();
    for (const { id } of all.slice(0, 2)) world.asperion.control.deleteDraft(ADMINISTRATION, id);
    for (const { id } of all.slice(2, 5)) world.asperion.control.processDraft(ADMINISTRATION, id);
    const run = await lookAgain();
    expect(run.counts).toMatchObject({ deletedInvoices: 2, finalInvoices: 3 });
    // The list of OutSmart, one page of drafts, one of all, the two that are gone, and a last look for their marks.
    expect(run.calls).toBeLessThanOrEqual(7);
  });

  test('a copy that carries the mark takes the place of a deleted draft', async () => {
    const [rowId] = give('W1');
    await world.run('export');
    const { id, description, lines } = draftOf('W1');
    world.asperion.control.deleteDraft(ADMINISTRATION, id);
    const [line] = lines.filter(({ articleId }) => articleId !== null);
    const copy = await fetch(`${world.asperion.apiUrl}/v1/draftsalesinvoiceswithlines`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await world.asperion.control.issueToken('kantoor')}`,
        'content-type': 'application/json',
        'x-tenant-id': String(ADMINISTRATION),
      },
      body: JSON.stringify({
        ...{ debtorCustomerNumber: '10042', date: '2026-11-24T00:00:00', subject: 'Kopie', description },
        lines: { _data: [{ lineType: 'Article', articleId: line?.articleId, quantity: 1, price: 1, vatCode: '1' }] },
      }),
    });
    expect(copy.status).toBe(201);
    const run = await lookAgain();
    expect(await world.told(run.id)).toEqual(['notice invoice.found-elsewhere W1']);
    // It is as it was found, so there is nothing more to tell of it.
    expect(await world.told((await lookAgain()).id)).toEqual([]);
    expect((await stateOf(rowId)).state).toBe('acknowledged');
  });
});

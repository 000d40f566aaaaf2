// What a person is asked about an uncertain work order, and what their word does.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WorkOrderRowId } from '../model/ids.ts';
import { ADMINISTRATION, startTestWorld, type TestWorld, TOKEN, workOrder } from '../sync/test-world.test-kit.ts';
import { foreignPages } from './foreign-pages.ts';
import { decideUncertain, uncertainQuestions } from './uncertain-questions.ts';

const DRAFTS = '/v1/draftsalesinvoiceswithlines';

describe('an uncertain work order', () => {
  let world: TestWorld;
  let rowId: string;
  beforeEach(async () => {
    world = await startTestWorld();
    [rowId = ''] = world.outsmart.control.seed(TOKEN, { workOrders: [workOrder('W1')] as never });
    world.asperion.control.faults.add({ method: 'POST', path: DRAFTS, kind: 'drop-after' });
    await world.run('export');
  });
  afterEach(async () => {
    await world.close();
  });
  const order = async () => {
    const known = (await world.account.workOrders.find([rowId as WorkOrderRowId])).get(rowId as WorkOrderRowId);
    if (!known) throw new Error('unknown');
    return known;
  };
  const pages = foreignPages({ sandbox: null, outsmart: { apiUrl: '' }, asperion: { apiUrl: '' } });
  const question = async () => (await uncertainQuestions(world.account, [await order()], pages, 'nl'))[0];
  const decide = (decision: 'is-there' | 'make-again') => decideUncertain(world.account, rowId, decision, 'Marieke');
  const drafts = () => world.asperion.control.drafts(ADMINISTRATION);
  const afterTheWait = async () => {
    world.clock.advance(16 * 60_000);
    return world.run('export');
  };

  test('asks nobody before it was looked up', async () => {
    expect(await question()).toMatchObject({
      isForPerson: false,
      title: 'Werkbon W1: nog niet zeker of het concept er is.',
    });
    await expect(decide('make-again')).rejects.toThrow('We zoeken nog op of het concept van werkbon W1 er is');
  });

  test('whose draft lost its mark is put to a person, who says that it is the one', async () => {
    const [draft] = drafts();
    world.asperion.control.editDraft(ADMINISTRATION, draft?.id ?? 0, { description: 'Onderhoud Blom' });
    const run = await afterTheWait();
    expect(await world.told(run.id)).toEqual(['uncertain export.candidate W1']);
    expect(await question()).toMatchObject({
      isForPerson: true,
      text: 'Er staat een concept zonder ons kenmerk dat het kan zijn. Kijk in Asperion bij debiteur 10042. Staat daar een concept van €\u00a0185,63?',
    });
    // Asked once, and looked for again all the same.
    expect(await world.told((await afterTheWait()).id)).toEqual([]);
    await decide('is-there');
    await world.run('export');
    expect(await order()).toMatchObject({ state: 'acknowledged', invoiceId: String(draft?.id) });
    expect(drafts()).toHaveLength(1);
    expect(await decide('is-there').catch(({ message }) => message)).toContain('Gefactureerd');
    const { entries } = await world.account.audit.list({ limit: 1, offset: 0 });
    expect(entries[0]).toMatchObject({ by: 'Marieke', action: 'work-order.adopted' });
  });

  test('whose likely draft goes away is certainly absent, and is made again by itself', async () => {
    const [draft] = drafts();
    world.asperion.control.editDraft(ADMINISTRATION, draft?.id ?? 0, { description: 'Onderhoud Blom' });
    await afterTheWait();
    world.asperion.control.deleteDraft(ADMINISTRATION, draft?.id ?? 0);
    await afterTheWait();
    expect(drafts()).toHaveLength(1);
    expect((await order()).state).toBe('acknowledged');
  });

  test('that a person wants made again is looked for once more first', async () => {
    world.asperion.control.faults.add({ method: 'GET', path: DRAFTS, kind: 'status', status: 404, times: 1 });
    await afterTheWait();
    expect(await question()).toMatchObject({ isForPerson: true });
    await decide('make-again');
    await world.run('export');
    expect(drafts()).toHaveLength(1);
    expect(await order()).toMatchObject({ state: 'acknowledged', invoiceId: String(drafts()[0]?.id) });
  });

  test('of which a person alone sees the draft is handled, and its draft is found later', async () => {
    world.asperion.control.faults.add({ method: 'GET', path: DRAFTS, kind: 'status', status: 404, times: 1 });
    await afterTheWait();
    await decide('is-there');
    await world.run('export');
    expect(await order()).toMatchObject({ state: 'acknowledged', invoiceId: null });
    world.clock.advance(61 * 60_000);
    await world.run('export');
    expect(await order()).toMatchObject({ state: 'acknowledged', invoiceId: String(drafts()[0]?.id) });
    expect(drafts()).toHaveLength(1);
  });
});

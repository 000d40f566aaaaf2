/**
 * What people answer about drafts over the API: who may, what the state of the work order allows, and what is kept of it.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../../cli/typed-commands.test-kit.ts';
import { ADMINISTRATION, TOKEN, workOrder } from '../../sync/test-world.test-kit.ts';
import type { ApiClient } from './api-client.test-kit.ts';
import { type ApiWorld, startApiWorld } from './api-world.test-kit.ts';

const MAKE_AGAIN = 'POST /api/accounts/:accountId/work-orders/make-again';
const KEEP = 'POST /api/accounts/:accountId/work-orders/keep-invoice';
const UNCERTAIN = 'POST /api/accounts/:accountId/work-orders/:rowId/uncertain';
const HOUR_MS = 60 * 60_000;

let api: ApiWorld;
let office: ApiClient;
let params: { accountId: string };
/** Of a draft that was deleted, of a work order that was changed, of one nobody knows of. */
let deleted = '';
let changed = '';
let uncertain = '';

beforeAll(async () => {
  api = await startApiWorld();
  office = await api.signIn('office');
  params = { accountId: api.accountId };
  const { outsmart, asperion, clock } = api.world;
  const give = (number: string) => outsmart.control.seed(TOKEN, { workOrders: [workOrder(number)] as never })[0] ?? '';
  [deleted, changed] = [give('W1'), give('W2')];
  await api.world.run('export');
  asperion.control.deleteDraft(ADMINISTRATION, draftOf('W1')?.id ?? 0);
  outsmart.control.editWorkOrder(TOKEN, changed, { status: 'Compleet', WorkStatus: '1', CustomerName: 'Blom en Zoon' });
  uncertain = give('W3');
  asperion.control.faults.add({ kind: 'drop-after', method: 'POST', path: 'draftsales' });
  clock.advance(2 * HOUR_MS);
  await api.world.run('export');
});

afterAll(() => api?.close());

const draftsOf = (number: string) =>
  api.world.asperion.control.drafts(ADMINISTRATION).filter(({ description }) => description?.includes(number));
const draftOf = (number: string) => draftsOf(number)[0];
const overview = () => office.call('GET /api/accounts/:accountId/overview', { params });
const audited = async (action: string) =>
  (await api.world.account.audit.list({ limit: 100, offset: 0 })).entries.filter((entry) => entry.action === action);

describe('What is asked about drafts', () => {
  test('stands in the overview', async () => {
    const { causes, uncertainQuestions, changedOrders } = await overview();
    expect(causes).toMatchObject([{ reason: 'concept-verwijderd', repairs: ['make-again', 'skip'] }]);
    expect(uncertainQuestions).toMatchObject([{ rowId: uncertain, isForPerson: false }]);
    expect(changedOrders).toMatchObject([{ rowId: changed, differences: [{ after: 'Blom en Zoon' }] }]);
  });

  test.each([
    ['make-again', MAKE_AGAIN, () => ({ params, body: { rowIds: [deleted] } })],
    ['keep-invoice', KEEP, () => ({ params, body: { rowIds: [changed] } })],
    ['uncertain', UNCERTAIN, () => ({ params: { ...params, rowId: uncertain }, body: { decision: 'is-there' } })],
  ] as const)('is answered by who may decide, and by nobody who may only look (%s)', async (_name, route, request) => {
    const reader = await api.signIn('reader');
    expect(await reader.refused(route, request())).toMatchObject({ status: 403, code: 'access.role' });
    const stranger = await api.signIn('stranger');
    expect(await stranger.refused(route, request())).toMatchObject({ status: 404, code: 'access.not-found' });
  });
});

describe('A deleted draft', () => {
  test('is made again at once, and what is in another state is told of', async () => {
    const answer = await office.call(MAKE_AGAIN, { params, body: { rowIds: [deleted, changed, 'onbekend'] } });
    expect(answer).toMatchObject({
      ...{ done: 1, run: { job: 'export', startedBy: 'Persoon office' } },
      refused: [{ rowId: changed, text: expect.stringContaining('W2') }, { rowId: 'onbekend' }],
    });
    await until(() => draftsOf('W1').length === 1);
    const [entry] = await audited('work-order.make-again');
    expect(entry).toMatchObject({ by: 'Persoon office', parameters: { rowId: deleted, orderNumber: 'W1' } });
  });

  test('that was made again is not made a third time: nothing is done and no export is started', async () => {
    expect(await office.call(MAKE_AGAIN, { params, body: { rowIds: [deleted] } })).toMatchObject({
      done: 0,
      run: null,
    });
    expect(draftsOf('W1')).toHaveLength(1);
  });
});

describe('A work order that was changed after its invoice', () => {
  test('may stay so: the question is gone, once', async () => {
    expect(await office.call(KEEP, { params, body: { rowIds: [changed] } })).toEqual({ done: 1, refused: [] });
    expect((await overview()).changedOrders).toEqual([]);
    expect(await office.call(KEEP, { params, body: { rowIds: [changed] } })).toMatchObject({ done: 0 });
    expect(await audited('work-order.kept')).toMatchObject([{ by: 'Persoon office', parameters: { rowId: changed } }]);
  });
});

describe('An uncertain draft', () => {
  const decide = (rowId: string, decision: 'is-there' | 'make-again') => ({
    params: { ...params, rowId },
    body: { decision },
  });

  test('is not decided about while it is still looked up, nor what is not uncertain or not known', async () => {
    const looking = await office.refused(UNCERTAIN, decide(uncertain, 'make-again'));
    expect(looking).toMatchObject({ status: 422, code: 'work-order.still-looking' });
    const other = await office.refused(UNCERTAIN, decide(changed, 'is-there'));
    expect(other).toMatchObject({ status: 422, code: 'work-order.state' });
    expect((await office.refused(UNCERTAIN, decide('onbekend', 'is-there'))).code).toBe('work-order.unknown');
  });

  test('that was found without our mark becomes the invoice when a person says that it is', async () => {
    const draft = draftOf('W3');
    api.world.asperion.control.editDraft(ADMINISTRATION, draft?.id ?? 0, { description: 'Zonder kenmerk' });
    api.world.clock.advance(HOUR_MS);
    await api.world.run('export');
    expect((await overview()).uncertainQuestions).toMatchObject([{ rowId: uncertain, isForPerson: true }]);
    const { run } = await office.call(UNCERTAIN, decide(uncertain, 'is-there'));
    expect(run).toMatchObject({ job: 'export', startedBy: 'Persoon office' });
    const detail = await office.call('GET /api/accounts/:accountId/work-orders/:rowId', {
      params: { ...params, rowId: uncertain },
    });
    expect(detail).toMatchObject({ uncertain: null, invoice: { invoiceId: String(draft?.id) } });
    expect(await audited('work-order.adopted')).toMatchObject([
      { by: 'Persoon office', parameters: { rowId: uncertain, orderNumber: 'W3' } },
    ]);
    expect(api.world.asperion.control.drafts(ADMINISTRATION)).toHaveLength(3);
  });
});

/**
 * Promises P4, P9, P10 and P12 of docs/guarantees.md: what people press and decide, beside what goes by itself.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../src/cli/typed-commands.test-kit.ts';
import { openQueue } from '../src/queue/queue.ts';
import type { ApiClient } from '../src/server/api/api-client.test-kit.ts';
import { type ApiWorld, startApiWorld } from '../src/server/api/api-world.test-kit.ts';
import { runJob } from '../src/sync/run-job.ts';
import { ADMINISTRATION, TOKEN, withMaterial, workOrder } from '../src/sync/test-world.test-kit.ts';

const DRAFTS = '/v1/draftsalesinvoiceswithlines';

describe('people', () => {
  let api: ApiWorld;
  let manager: ApiClient;
  let office: ApiClient;
  let params: { accountId: string };
  beforeAll(async () => {
    api = await startApiWorld();
    [manager, office] = [await api.signIn('manager'), await api.signIn('office')];
    params = { accountId: api.accountId };
  });
  afterAll(() => api?.close());

  const give = (...orders: ReturnType<typeof workOrder>[]) =>
    api.world.outsmart.control.seed(TOKEN, { workOrders: orders as never });
  const drafts = (administration = ADMINISTRATION) => api.world.asperion.control.drafts(administration);
  const draftsOf = (start: string, administration = ADMINISTRATION) =>
    drafts(administration).filter(({ description }) => description?.startsWith(`Werkbon ${start}`));
  const press = () => office.call('POST /api/accounts/:accountId/runs', { params, body: { job: 'export' } });
  const ended = ({ runId }: { readonly runId: string }) =>
    until(async () => {
      const run = await office.call('GET /api/accounts/:accountId/runs/:runId', { params: { ...params, runId } });
      return run.finishedAt === null ? null : run;
    });
  const placeOf = async (number: string) => {
    const query = { search: number };
    const { items } = await office.call('GET /api/accounts/:accountId/work-orders', { params, query });
    return items.find(({ orderNumber }) => orderNumber === number)?.place;
  };
  const audit = async () =>
    (await manager.call('GET /api/accounts/:accountId/audit', { params, query: { pageSize: '100' } })).items;
  /** A second server on the same database: what its schedule asks for, its workers do. */
  const secondServer = async () => {
    const parts = api.world.secondProcess();
    const { store, logger, exportEveryMs } = parts;
    const queue = await openQueue({ store, logger, connection: api.world.connection, everyMs: exportEveryMs });
    await queue.work({ exports: 1, exportsMax: 1, imports: 1 }, async ({ accountId, runId }) => {
      await runJob(parts, accountId, runId, { waitMs: 20_000, signal: new AbortController().signal });
    });
    return queue;
  };

  test('P4: pressing export during the automatic run, on two servers, makes one draft of each work order', async () => {
    give(...Array.from({ length: 25 }, (_, index) => workOrder(`TW${index}`)));
    const { faults } = api.world.asperion.control;
    faults.add({ kind: 'delay', method: 'POST', path: DRAFTS, delayMs: 80, times: 0 });
    const queue = await secondServer();
    api.world.clock.advance(16 * 60_000);
    await queue.tick();
    await expect.poll(() => drafts().length, { timeout: 20_000 }).toBeGreaterThan(2);
    const pressed = [await press(), await press(), await press()];
    for (const run of pressed) expect(await ended(run)).toMatchObject({ state: 'done' });
    const runs = await until(async () => {
      const { items } = await office.call('GET /api/accounts/:accountId/runs', { params });
      return items.every(({ finishedAt }) => finishedAt !== null) ? items : null;
    });
    expect(new Set(runs.map(({ trigger }) => trigger))).toEqual(new Set(['schedule', 'person']));
    faults.clear();
    await queue.stop(5_000);
    const made = draftsOf('TW').map(({ description }) => description?.split(' ')[1]);
    expect([made.length, new Set(made).size]).toEqual([25, 25]);
  });

  test('P10: the cause is fixed once, and all work orders that waited for it go', async () => {
    const numbers = Array.from({ length: 12 }, (_, index) => `OZ${index}`);
    give(...numbers.map((number) => withMaterial(number, 'KT15', '2', '12.50')));
    await ended(await press());
    const { causes } = await office.call('GET /api/accounts/:accountId/causes', { params });
    expect(causes).toEqual([expect.objectContaining({ code: 'KT15', tally: { count: 12, amount: '300' } })]);
    const link = { kind: 'article', code: 'KT15', targetCode: 'KT-15' } as const;
    const run = await office.call('POST /api/accounts/:accountId/links', { params, body: link });
    expect(await ended(run)).toMatchObject({ columns: { exported: 12, waiting: 0 } });
    expect(draftsOf('OZ')).toHaveLength(12);
    expect((await office.call('GET /api/accounts/:accountId/causes', { params })).causes).toEqual([]);
  });

  test('P12: every decision can be taken back, does not stand in the way of others, and is in the audit trail', async () => {
    const [skipped = ''] = give(
      withMaterial('BS1', 'ONB', '1', '5'),
      withMaterial('BS2', 'ONB', '1', '5'),
      workOrder('BS3'),
    );
    await ended(await press());
    const body = { rowIds: [skipped] };
    await office.call('POST /api/accounts/:accountId/work-orders/skip', { params, body });
    const link = { kind: 'article', code: 'ONB', targetCode: 'KT-15' } as const;
    await ended(await office.call('POST /api/accounts/:accountId/links', { params, body: link }));
    expect([await placeOf('BS1'), await placeOf('BS2'), await placeOf('BS3')]).toEqual([
      ...['skipped', 'invoiced', 'invoiced'],
    ]);
    // Both taken back: it waits for the article again, as if nobody had decided anything.
    const known = { params: { ...params, kind: 'article' as const, code: 'ONB' } };
    await office.call('DELETE /api/accounts/:accountId/links/:kind/:code', known);
    await office.call('POST /api/accounts/:accountId/work-orders/unskip', { params, body });
    await ended(await press());
    expect(await placeOf('BS1')).toBe('waiting');
    await ended(await office.call('POST /api/accounts/:accountId/links', { params, body: link }));
    expect(await placeOf('BS1')).toBe('invoiced');
    expect(draftsOf('BS')).toHaveLength(3);
    const told = (await audit()).map(({ action, by }) => `${action} ${by}`);
    for (const action of ['work-order.skipped', 'work-order.unskipped', 'link.laid', 'link.removed'])
      expect(told).toContain(`${action} Persoon office`);
  });

  test('P9: what was finished before the start is shown first and asked about; only what a person lets go is invoiced', async () => {
    give(
      workOrder('VOOR1', { WorkDate: '03-10-2024' }),
      workOrder('VOOR2', { WorkDate: '05-11-2026' }),
      workOrder('VOOR3', { WorkDate: '06-11-2026' }),
    );
    const value = { administrationId: 102, exportOn: true, vatCode: '1' };
    const { saved } = await manager.call('GET /api/accounts/:accountId/settings', { params });
    await manager.call('PUT /api/accounts/:accountId/settings', {
      params,
      body: { value, basedOn: saved?.version ?? 0, mayChangeAdministration: true },
    });
    expect(await ended(await press())).toMatchObject({ faultCode: 'sync.first_export_unconfirmed' });
    await ended(await press());
    expect(drafts(102)).toHaveLength(0);
    const shown = await manager.call('GET /api/accounts/:accountId/first-export', { params });
    expect(shown.orders.map(({ orderNumber }) => orderNumber).sort()).toEqual(['VOOR1', 'VOOR2', 'VOOR3']);
    const byHand = shown.orders.find(({ orderNumber }) => orderNumber === 'VOOR3')?.rowId ?? '';
    const body = { startDate: '2026-01-01', leaveBehind: [byHand] };
    await manager.call('POST /api/accounts/:accountId/first-export', { params, body });
    await until(() => draftsOf('VOOR', 102).length > 0);
    await ended(await press());
    expect(draftsOf('VOOR', 102).map(({ description }) => description?.split(' ')[1])).toEqual(['VOOR2']);
    expect([await placeOf('VOOR1'), await placeOf('VOOR3')]).toEqual(['skipped', 'skipped']);
  });
});

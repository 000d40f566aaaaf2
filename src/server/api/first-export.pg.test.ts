import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../../cli/typed-commands.test-kit.ts';
import { TOKEN, workOrder } from '../../sync/test-world.test-kit.ts';
import type { ApiClient } from './api-client.test-kit.ts';
import { type ApiWorld, startApiWorld } from './api-world.test-kit.ts';

let api: ApiWorld;
let manager: ApiClient;
let params: { accountId: string };
beforeAll(async () => {
  api = await startApiWorld();
  manager = await api.signIn('manager');
  params = { accountId: api.accountId };
});
afterAll(() => api?.close());

const look = () => manager.call('GET /api/accounts/:accountId/first-export', { params });
const exportNow = async () => {
  const { runId } = await manager.call('POST /api/accounts/:accountId/runs', { params, body: { job: 'export' } });
  return until(async () => {
    const run = await manager.call('GET /api/accounts/:accountId/runs/:runId', { params: { ...params, runId } });
    return run.finishedAt === null ? null : run;
  });
};

describe('the first export', () => {
  test('shows what would go; what is left behind is handled by hand, and the rest becomes drafts at once', async () => {
    api.world.outsmart.control.seed(TOKEN, {
      workOrders: [
        workOrder('W1', { WorkDate: '03-10-2026' }),
        workOrder('W2', { WorkDate: '05-11-2026' }),
        workOrder('W3', { WorkDate: '06-11-2026', CustomerDebtorNr: '99', CustomerDebtorNrInvoice: '99' }),
      ] as never,
    });
    // Another administration has a first export of its own.
    await manager.call('PUT /api/accounts/:accountId/settings', {
      params,
      body: {
        value: { administrationId: 102, exportOn: true, vatCode: '1' },
        ...{ basedOn: 1, mayChangeAdministration: true },
      },
    });
    expect(await look()).toEqual({
      ...{ isConfirmed: false, confirmedBy: null, startDate: null, orders: [], months: [], lookedAt: null },
    });
    expect(await exportNow()).toMatchObject({ state: 'done', faultCode: 'sync.first_export_unconfirmed' });
    const shown = await look();
    expect(shown.lookedAt).not.toBeNull();
    expect(shown.orders.map(({ orderNumber, place }) => `${orderNumber} ${place}`)).toEqual([
      'W3 waiting',
      'W2 ready',
      'W1 ready',
    ]);
    expect(shown.months).toEqual([
      { month: '2026-10', count: 1, amount: shown.orders[2]?.amount },
      { month: '2026-11', count: 2, amount: expect.any(String) },
    ]);

    const left = shown.orders[2]?.rowId ?? '';
    const body = { startDate: null, leaveBehind: [left] };
    const wrong = { startDate: '2026-02-30', leaveBehind: [left] };
    const confirm = 'POST /api/accounts/:accountId/first-export';
    expect(await manager.refused(confirm, { params, body: wrong })).toMatchObject({ code: 'first-export.date' });
    expect(await manager.call(confirm, { params, body })).toEqual({ ok: true });
    await until(() => api.world.asperion.control.drafts(102).length === 1);
    const places = await until(async () => {
      const { items } = await manager.call('GET /api/accounts/:accountId/work-orders', { params });
      const told = items.map(({ orderNumber, place }) => `${orderNumber} ${place}`);
      return told.includes('W2 invoiced') ? told : null;
    });
    expect(places).toEqual(['W3 waiting', 'W2 invoiced', 'W1 skipped']);
    expect(await look()).toMatchObject({ isConfirmed: true, confirmedBy: 'Persoon manager' });
    const { items } = await manager.call('GET /api/accounts/:accountId/audit', { params });
    expect(items.map(({ text }) => text)).toContain(
      'Persoon manager heeft de eerste export bevestigd; 1 werkbon blijft staan.',
    );
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../../cli/typed-commands.test-kit.ts';
import type { ApiClient } from './api-client.test-kit.ts';
import { type ApiWorld, startApiWorld } from './api-world.test-kit.ts';

let api: ApiWorld;
let operator: ApiClient;
let params: { accountId: string };
beforeAll(async () => {
  api = await startApiWorld();
  operator = await api.signIn('operator');
  params = { accountId: api.accountId };
});
afterAll(() => api?.close());

const SUSPEND = 'POST /api/operator/accounts/:accountId/suspension';
const RESUME = 'DELETE /api/operator/accounts/:accountId/suspension';

describe('the operator', () => {
  test('sees how companies stand and nothing of their business; others see nothing of it', async () => {
    const { items, total } = await operator.call('GET /api/operator/accounts');
    expect(total).toBe(2);
    expect(items.find(({ accountId }) => accountId === api.accountId)).toMatchObject({
      ...{ licence: 'trial', outsmart: 'connected', asperion: 'connected', isExportOn: true, isSuspended: false },
    });
    expect(items.find(({ accountId }) => accountId === api.otherId)).toMatchObject({
      licence: 'none',
      outsmart: 'none',
    });
    const search = await operator.call('GET /api/operator/accounts', { query: { search: 'ELDERS' } });
    expect(search.items.map(({ name }) => name)).toEqual(['Loodgieter Elders']);
    expect((await operator.refused('GET /api/accounts/:accountId/audit', { params })).status).toBe(404);
    const manager = await api.signIn('manager');
    expect((await manager.refused('GET /api/operator/accounts')).status).toBe(404);
  });

  test('suspends a company: nothing is synchronised, its people can still look, and they see who did it', async () => {
    const manager = await api.signIn('manager');
    expect(await operator.call(SUSPEND, { params })).toEqual({ ok: true });
    expect((await operator.refused(SUSPEND, { params })).code).toBe('account.not-to-suspend');
    const { runId } = await manager.call('POST /api/accounts/:accountId/runs', { params, body: { job: 'export' } });
    const run = await until(async () => {
      const found = await manager.call('GET /api/accounts/:accountId/runs/:runId', { params: { ...params, runId } });
      return found.finishedAt === null ? null : found;
    });
    expect(run).toMatchObject({ state: 'failed', faultCode: 'sync.suspended', calls: 0 });
    await operator.call(RESUME, { params });
    const { items } = await manager.call('GET /api/accounts/:accountId/audit', { params });
    expect(items.map(({ action }) => action).filter((action) => action.startsWith('account.'))).toEqual([
      'account.resumed',
      'account.suspended',
    ]);
    expect(items.find(({ action }) => action === 'account.suspended')?.text).toContain('Persoon operator');
  });

  test('a company that does not exist is not found', async () => {
    const nobody = { accountId: '00000000-0000-4000-8000-000000000000' };
    expect((await operator.refused(SUSPEND, { params: nobody })).status).toBe(404);
  });
});

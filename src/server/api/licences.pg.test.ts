import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../../cli/typed-commands.test-kit.ts';
import { dayInAmsterdam, daysAfter } from '../../kernel/dates.ts';
import type { ApiClient } from './api-client.test-kit.ts';
import { type ApiWorld, startApiWorld } from './api-world.test-kit.ts';

let api: ApiWorld;
let manager: ApiClient;
let params: { accountId: string; connector: string };
const TODAY = dayInAmsterdam(new Date());

beforeAll(async () => {
  api = await startApiWorld();
  manager = await api.signIn('manager');
  params = { accountId: api.accountId, connector: 'asperion' };
});
afterAll(() => api?.close());

const exportNow = async () => {
  const { runId } = await manager.call('POST /api/accounts/:accountId/runs', { params, body: { job: 'export' } });
  return until(async () => {
    const run = await manager.call('GET /api/accounts/:accountId/runs/:runId', { params: { ...params, runId } });
    return run.finishedAt === null ? null : run;
  });
};

describe('the licence manager', () => {
  test('a company that ordered nothing sees what it costs, orders it, and has it free in the trial', async () => {
    const stranger = await api.signIn('stranger');
    const own = { accountId: api.otherId, connector: 'asperion' };
    const before = await stranger.call('GET /api/accounts/:accountId/licences', { params: own });
    const trialUntil = daysAfter(TODAY, 30);
    expect(before).toMatchObject({
      trialUntil,
      connectors: [
        {
          ...{
            connector: 'asperion',
            name: 'Asperion',
            once: '0',
            perYear: '120',
            perMonth: '10',
            vatPercentage: '21',
          },
          ...{ vatPerYear: '25.2', perYearWithVat: '145.2', licence: null },
          offer: { startsOn: TODAY, paidFrom: daysAfter(trialUntil, 1), firstInvoice: '145.2' },
        },
      ],
    });
    const ordered = await stranger.call('POST /api/accounts/:accountId/licences/:connector', {
      params: own,
      body: { isAgreed: true },
    });
    expect(ordered.connectors[0]?.licence).toEqual({
      ...{ state: 'trial', orderedBy: 'Persoon stranger', orderedOn: TODAY, runsUntil: trialUntil },
      ...{ cancelledBy: null, cancelledOn: null },
    });
    const again = await stranger.refused('POST /api/accounts/:accountId/licences/:connector', {
      params: own,
      body: { isAgreed: true },
    });
    expect(again).toMatchObject({ status: 422, code: 'licence.ordered' });
    const unknown = await stranger.refused('DELETE /api/accounts/:accountId/licences/:connector', {
      params: { ...own, connector: 'anders' },
      headers: { 'accept-language': 'en' },
    });
    expect(unknown).toMatchObject({
      code: 'licence.unknown',
      message: expect.stringContaining('There is no connector'),
    });
  });

  test('a cancelled licence works on until its last day, can be resumed, and nothing is synchronised once it has ended', async () => {
    const cancelled = await manager.call('DELETE /api/accounts/:accountId/licences/:connector', { params });
    expect(cancelled.connectors[0]?.licence).toMatchObject({ state: 'cancelled', cancelledBy: 'Persoon manager' });
    expect(await exportNow()).toMatchObject({ state: 'done' });
    const resumed = await manager.call('POST /api/accounts/:accountId/licences/:connector/resumption', { params });
    expect(resumed.connectors[0]?.licence).toMatchObject({ state: 'trial', cancelledOn: null });

    await manager.call('DELETE /api/accounts/:accountId/licences/:connector', { params });
    await api.world.store.pool.query(`update licence set ends_on = current_date - 2 where account_id = $1`, [
      api.accountId,
    ]);
    const failed = await exportNow();
    expect(failed).toMatchObject({ state: 'failed', faultCode: 'sync.no_licence', calls: 0 });
    expect(failed.sentence).toContain('De licentie voor Asperion liep tot en met');
    await manager.call('POST /api/accounts/:accountId/licences/:connector', { params, body: { isAgreed: true } });
    expect(await exportNow()).toMatchObject({ state: 'done' });
  });

  test('office and readers see it and change nothing', async () => {
    const office = await api.signIn('office');
    await office.call('GET /api/accounts/:accountId/licences', { params });
    const refused = await office.refused('DELETE /api/accounts/:accountId/licences/:connector', { params });
    expect(refused.status).toBe(403);
  });
});

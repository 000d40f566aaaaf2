import { describe, expect, test } from 'vitest';
import { answerOf, type TestSandbox, testSandbox } from '../test-sandbox.ts';

async function operate(sandbox: TestSandbox, method: string, path: string, body?: unknown) {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  return answerOf(await fetch(`${sandbox.url}/_sandbox${path}`, init));
}

const DRAFT = {
  debtorCustomerNumber: '10025',
  date: '2025-03-14',
  lines: { _data: [{ lineType: 'Article', articleId: 12, quantity: 1 }] },
};

describe('operating the sandbox from another process', () => {
  test('records are seeded, read, changed and removed', async () => {
    const sandbox = await testSandbox();
    const seeded = await operate(sandbox, 'POST', '/administrations/7/seed', {
      name: 'Nieuw',
      debtors: [{ customerNumber: '1', name: 'Een' }],
      articles: [{ code: 'A', description: 'Aa' }],
    });
    expect(seeded.status).toBe(200);
    const [debtor] = (await operate(sandbox, 'GET', '/administrations/7/debtors')).body as unknown as { id: number }[];
    const changed = await operate(sandbox, 'PATCH', `/administrations/7/debtors/${debtor?.id}`, { blocked: true });
    expect(changed.body.blocked).toBe(true);
    const [article] = (await operate(sandbox, 'GET', '/administrations/7/articles')).body as unknown as {
      id: number;
    }[];
    await operate(sandbox, 'PATCH', `/administrations/7/articles/${article?.id}`, { isActive: false });
    expect(sandbox.control.articles(7)).toMatchObject([{ isActive: false }]);
    expect((await operate(sandbox, 'DELETE', '/administrations/7/records/salesTypes/1')).status).toBe(200);
    expect((await operate(sandbox, 'DELETE', '/administrations/7/records/salesTypes/1')).status).toBe(400);
    expect((await operate(sandbox, 'DELETE', '/administrations/7/records/schoenen/1')).status).toBe(400);
    expect((await operate(sandbox, 'GET', '/administrations/99/debtors')).body.error).toContain('99');
  });

  test('drafts go through their life', async () => {
    const sandbox = await testSandbox();
    await sandbox.post('/v1/draftsalesinvoiceswithlines', DRAFT);
    await sandbox.post('/v1/draftsalesinvoiceswithlines', DRAFT);
    const base = '/administrations/1/drafts';
    expect((await operate(sandbox, 'PATCH', `${base}/5001`, { subject: 'Hand' })).body.subject).toBe('Hand');
    expect((await operate(sandbox, 'PATCH', `${base}/5001`, { lines: [] })).status).toBe(400);
    expect((await operate(sandbox, 'POST', `${base}/5001/process`)).body.invoiceNumber).toBe('2025-0001');
    expect((await operate(sandbox, 'POST', `${base}/5001/pay`)).body.status).toBe(7);
    expect((await operate(sandbox, 'POST', `${base}/5001/process`)).body.error).toContain('al verwerkt');
    expect((await operate(sandbox, 'DELETE', `${base}/5002`)).status).toBe(200);
    expect((await operate(sandbox, 'GET', `${base}/5002`)).status).toBe(404);
    expect((await operate(sandbox, 'GET', base)).body).toHaveLength(1);
    expect((await operate(sandbox, 'GET', '/administrations/1/sales-invoices')).body).toHaveLength(1);
  });

  test('access is given and taken', async () => {
    const sandbox = await testSandbox();
    const user = {
      userName: 'dirk',
      password: 'x',
      profileName: 'Dirk',
      administrations: [2],
      defaultAdministration: 2,
    };
    expect((await operate(sandbox, 'POST', '/users', user)).body).toHaveLength(2);
    await operate(sandbox, 'POST', '/clients', { clientId: 'ander', clientSecret: 'geheim', redirectUris: [] });
    const tokens = await operate(sandbox, 'POST', '/tokens', { userName: 'dirk', clientId: 'ander' });
    const authorization = `Bearer ${tokens.body.accessToken}`;
    expect((await sandbox.get('/v1/debtors', { authorization })).body._meta?.profileName).toBe('Dirk');
    expect((await operate(sandbox, 'POST', '/expire-access-tokens', { userName: 'dirk' })).body.ended).toBe(1);
    expect((await operate(sandbox, 'POST', '/revoke-user', { userName: 'dirk' })).body.ended).toBe(1);
    expect((await sandbox.get('/v1/debtors', { authorization })).status).toBe(401);
    expect((await operate(sandbox, 'POST', '/tokens', { userName: 'niemand' })).status).toBe(400);
    expect((await operate(sandbox, 'POST', '/users', { userName: 'half' })).status).toBe(400);
  });

  test('switches of the API and of the identity server are reached apart', async () => {
    const sandbox = await testSandbox();
    expect((await operate(sandbox, 'POST', '/settings', { pageSizeMax: 10, draftsPath: null })).body).toMatchObject({
      pageSizeMax: 10,
      draftsPath: null,
    });
    expect(sandbox.control.settings.pageSizeMax).toBe(10);
    expect((await operate(sandbox, 'POST', '/settings', { pageSizeMax: 'veel' })).status).toBe(400);
    expect((await operate(sandbox, 'POST', '/settings', { onbekend: 1 })).status).toBe(400);
    await operate(sandbox, 'POST', '/identity/faults', { kind: 'status', path: '/connect/token' });
    expect(sandbox.control.identityFaults.list()).toHaveLength(1);
    expect(sandbox.control.faults.list()).toEqual([]);
    await operate(sandbox, 'POST', '/clock', { set: '2030-01-01T00:00:00Z' });
    expect(sandbox.control.clock.now().getUTCFullYear()).toBe(2030);
    await sandbox.get('/v1/debtors', { 'X-Tenant-Id': '2' });
    expect((await operate(sandbox, 'GET', '/journal')).body.entries).toMatchObject([
      { path: '/v1/debtors', party: '2' },
    ]);
    expect((await operate(sandbox, 'GET', '/identity/journal')).status).toBe(200);
  });
});

import { describe, expect, test } from 'vitest';
import { answerOf, testSandbox } from '../test-sandbox.ts';

const name = (answer: { body: { _meta?: unknown } }): unknown =>
  (answer.body._meta as { administrationName?: string } | undefined)?.administrationName;

describe('who calls', () => {
  test('a call without a token, or with one that is no good, is refused with a challenge', async () => {
    const sandbox = await testSandbox();
    const without = await answerOf(await fetch(`${sandbox.apiUrl}/v1/debtors`));
    expect(without.status).toBe(401);
    expect(without.headers.get('www-authenticate')).toBe('Bearer');
    const wrong = await sandbox.get('/v1/debtors', { authorization: 'Bearer verzonnen' });
    expect(wrong.status).toBe(401);
    expect(wrong.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
    expect(wrong.text).toBe('');
  });
});

describe('which administration', () => {
  test('both spellings of the header choose, in any letter case', async () => {
    const sandbox = await testSandbox();
    for (const header of ['X-Tenant-Id', 'X-TenantId', 'x-tenant-ID', 'x-TENANTID']) {
      expect(name(await sandbox.get('/v1/debtors', { [header]: '2' }))).toBe('Loodgieter Vos');
    }
  });

  test('a missing or misspelt header silently means the default administration', async () => {
    const sandbox = await testSandbox();
    expect(name(await sandbox.get('/v1/debtors'))).toBe('Bakkerij Blom');
    expect(name(await sandbox.get('/v1/debtors', { 'X-Tennant-Id': '2' }))).toBe('Bakkerij Blom');
  });

  test('an unknown tenant is refused, or taken as the default when set so', async () => {
    const sandbox = await testSandbox();
    sandbox.control.seed(3, { name: 'Van een ander' });
    for (const tenant of ['3', '99', 'twee']) {
      const refused = await sandbox.get('/v1/debtors', { 'X-Tenant-Id': tenant });
      expect(refused).toMatchObject({ status: 403, body: { status: 403, title: 'Geen toegang' } });
    }
    sandbox.control.settings.unknownTenant = 'default';
    expect(name(await sandbox.get('/v1/debtors', { 'X-Tenant-Id': '3' }))).toBe('Bakkerij Blom');
  });

  test('the names of the header are a setting', async () => {
    const sandbox = await testSandbox({ settings: { tenantHeaders: ['X-TenantId'] } });
    expect(name(await sandbox.get('/v1/debtors', { 'X-Tenant-Id': '2' }))).toBe('Bakkerij Blom');
    expect(name(await sandbox.get('/v1/debtors', { 'X-TenantId': '2' }))).toBe('Loodgieter Vos');
  });

  test('a user sees only the own administrations, with phone and e-mail on the single one', async () => {
    const sandbox = await testSandbox();
    sandbox.control.seed(3, { name: 'Van een ander' });
    sandbox.control.seed(2, { telephoneNumber: '0201234567', email: 'vos@loodgieter.example' });
    const list = await sandbox.get('/v1/administrations');
    expect(list.body._data).toEqual([
      { id: 1, name: 'Bakkerij Blom', _meta: { self: '/v1/administrations/1' } },
      { id: 2, name: 'Loodgieter Vos', _meta: { self: '/v1/administrations/2' } },
    ]);
    expect((await sandbox.get('/v1/administrations/2')).body).toMatchObject({
      telephoneNumber: '0201234567',
      email: 'vos@loodgieter.example',
    });
    expect((await sandbox.get('/v1/administrations/3')).status).toBe(404);
  });

  test('records of one administration are never seen from another', async () => {
    const sandbox = await testSandbox();
    const tenant = { 'X-Tenant-Id': '2' };
    expect((await sandbox.get('/v1/debtors/1', tenant)).status).toBe(404);
    const other = await sandbox.get('/v1/debtors', tenant);
    expect(other.body._meta?.totalCount).toBe(1);
  });
});

describe('addresses', () => {
  test('letter case in a path does not matter', async () => {
    const sandbox = await testSandbox();
    expect((await sandbox.get('/V1/Debtors')).status).toBe(200);
    expect((await sandbox.get('/v1/VatCodes/1')).body.id).toBe('1');
  });

  test('unknown addresses and verbs are refused in the usual form', async () => {
    const sandbox = await testSandbox();
    expect((await sandbox.get('/v1/units')).body).toMatchObject({ status: 404 });
    expect((await sandbox.get('/v1/debtors/1/file/2')).status).toBe(404);
    expect((await sandbox.call('DELETE', '/v1/debtors/1')).body).toMatchObject({ status: 405 });
    expect((await sandbox.post('/v1/vatcodes', {})).status).toBe(405);
    expect((await sandbox.get('/v1/debtors/999')).body).toMatchObject({ status: 404, title: 'Niet gevonden' });
  });

  test('every list that a connector reads is there', async () => {
    const sandbox = await testSandbox();
    const counts: Record<string, unknown> = {};
    for (const path of [
      'debtorkinds',
      'paymentconditions',
      'paymentmethods',
      'salestypes',
      'vatcodes',
      'ledgeraccounts',
      'journals',
      'costcenters',
      'salesinvoices',
    ]) {
      counts[path] = (await sandbox.get(`/v1/${path}`)).body._meta?.totalCount;
    }
    expect(counts).toEqual({
      debtorkinds: 3,
      paymentconditions: 3,
      paymentmethods: 2,
      salestypes: 4,
      vatcodes: 9,
      ledgeraccounts: 5,
      journals: 3,
      costcenters: 2,
      salesinvoices: 0,
    });
  });

  test('a body that is no JSON, or of another kind, is refused in the usual form', async () => {
    const sandbox = await testSandbox();
    const authorization = `Bearer ${await sandbox.control.issueToken('carla')}`;
    const send = async (type: string, body: string) =>
      answerOf(
        await fetch(`${sandbox.apiUrl}/v1/debtors`, {
          method: 'POST',
          body,
          headers: { authorization, 'content-type': type },
        }),
      );
    expect((await send('application/json', '{"name":')).body).toMatchObject({ status: 400 });
    expect((await send('application/json', '[]')).body).toMatchObject({
      status: 400,
      errors: { $: [expect.any(String)] },
    });
    expect((await send('application/xml', '<a/>')).body).toMatchObject({ status: 415 });
  });
});

describe('language and form of a refusal', () => {
  test('messages are Dutch unless English is asked for', async () => {
    const sandbox = await testSandbox();
    const dutch = await sandbox.post('/v1/debtors', {});
    expect(dutch.body.errors?.name).toEqual(['Dit veld is verplicht.']);
    expect(dutch.body.title).toBe('Er zijn een of meer validatiefouten opgetreden.');
    expect(dutch.body.traceId).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
    const english = await sandbox.post('/v1/debtors', {}, { 'accept-language': 'en-US' });
    expect(english.body.errors?.name).toEqual(['This field is required.']);
  });

  test('the content type of a refusal is a setting', async () => {
    const sandbox = await testSandbox();
    expect((await sandbox.post('/v1/debtors', {})).headers.get('content-type')).toBe('application/json; charset=utf-8');
    sandbox.control.settings.errorContentType = 'application/problem+json';
    expect((await sandbox.post('/v1/debtors', {})).headers.get('content-type')).toMatch(/^application\/problem\+json/);
  });
});

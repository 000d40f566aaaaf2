import { describe, expect, test } from 'vitest';
import { testSandbox } from '../test-sandbox.ts';

const HOTEL = { customerNumber: '10519', name: 'Hotel De Gouden Leeuw', address: 'Markt 4', debtorKindId: '1' };

describe('creating a debtor', () => {
  test('a new debtor gets an id and can be read back with everything that was sent', async () => {
    const sandbox = await testSandbox();
    const sent = { ...HOTEL, paymentConditionId: 2, city: 'Hoorn', comments: 'Bellen voor bezoek', blocked: false };
    const created = await sandbox.post('/v1/debtors', { ...sent, _meta: {}, onbekend: 1 });
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({ ...sent, dateLastChange: null, faxNumber: '', addressLine2: null });
    expect(created.body._meta).toMatchObject({ administrationId: 1, administrationName: 'Bakkerij Blom' });
    const read = await sandbox.get(`/v1/debtors/${created.body.id}`);
    expect(read.body).toEqual(created.body);
  });

  test('number, name, address and debtor kind are insisted on, all told at once', async () => {
    const sandbox = await testSandbox();
    const answer = await sandbox.post('/v1/debtors', { name: '  ' });
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.errors ?? {}).toSorted()).toEqual([
      'address',
      'customerNumber',
      'debtorKindId',
      'name',
    ]);
    expect(sandbox.control.debtors(1)).toHaveLength(2);
  });

  test('debtor kind, payment condition and payment method must exist', async () => {
    const sandbox = await testSandbox();
    const answer = await sandbox.post('/v1/debtors', {
      ...HOTEL,
      debtorKindId: '9',
      paymentConditionId: 9,
      paymentMethodId: 'x',
    });
    expect(Object.keys(answer.body.errors ?? {})).toEqual(['debtorKindId', 'paymentConditionId', 'paymentMethodId']);
  });

  test('a customer number can be used once, letter case does not make another', async () => {
    const sandbox = await testSandbox();
    await sandbox.post('/v1/debtors', { ...HOTEL, customerNumber: 'K-7' });
    const again = await sandbox.post('/v1/debtors', { ...HOTEL, customerNumber: 'k-7' });
    expect(again).toMatchObject({ status: 400, body: { errors: { customerNumber: ['"k-7" bestaat al.'] } } });
  });

  test('values of the wrong kind are refused', async () => {
    const sandbox = await testSandbox();
    const answer = await sandbox.post('/v1/debtors', {
      ...HOTEL,
      debtorKindId: 1,
      paymentConditionId: '2',
      blocked: 'nee',
      city: 4,
    });
    expect(answer.body.errors).toEqual({
      city: ['Dit veld moet tekst zijn.'],
      debtorKindId: ['Dit veld moet tekst zijn.'],
      paymentConditionId: ['Dit veld moet een geheel getal zijn.'],
      blocked: ['Dit veld moet true of false zijn.'],
    });
  });

  test('with automatic numbering a debtor without a number gets a free one', async () => {
    const sandbox = await testSandbox();
    sandbox.control.seed(1, { automaticDebtorNumbers: true, debtors: [{ customerNumber: '10001', name: 'Bezet' }] });
    const { customerNumber: _customerNumber, ...unnumbered } = HOTEL;
    const created = await sandbox.post('/v1/debtors', unnumbered);
    expect(created.body.customerNumber).toBe('10002');
  });

  test('with the checks of the application on, wrong formats are refused', async () => {
    const sandbox = await testSandbox({ settings: { checkDebtorFormats: true } });
    const wrong = {
      emailAddress: 'info',
      phoneNumber: '123',
      iban: 'NL91ABNA0417164301',
      cocNumber: '123',
      vatNumber: 'NL1',
    };
    const refused = await sandbox.post('/v1/debtors', { ...HOTEL, ...wrong });
    expect(Object.keys(refused.body.errors ?? {}).toSorted()).toEqual(Object.keys(wrong).toSorted());
    const right = {
      emailAddress: 'info@hotel.example',
      phoneNumber: '0229-123456',
      iban: 'NL91 ABNA 0417 1643 00',
      cocNumber: '12345678',
      vatNumber: 'NL123456789B01',
    };
    expect((await sandbox.post('/v1/debtors', { ...HOTEL, ...right })).status).toBe(201);
  });
});

describe('a dry run', () => {
  test('checks everything and changes nothing', async () => {
    const sandbox = await testSandbox();
    const dry = await sandbox.post('/v1/debtors?validateOnly=true', HOTEL);
    expect(dry.status).toBe(200);
    expect(dry.body).toMatchObject({ customerNumber: '10519', _meta: { administrationId: 1 } });
    expect(dry.body.id).toBeUndefined();
    expect((await sandbox.post('/v1/debtors?validateOnly=true', {})).status).toBe(400);
    sandbox.control.settings.validateOnlyStatus = 204;
    const empty = await sandbox.post('/v1/debtors?validateOnly=true', HOTEL);
    expect(empty).toMatchObject({ status: 204, text: '' });
    expect(sandbox.control.debtors(1)).toHaveLength(2);
    const { id } = (await sandbox.post('/v1/debtors', HOTEL)).body;
    expect(id).toBe(4);
  });

  test('the status of a real create is a setting', async () => {
    const sandbox = await testSandbox({ settings: { createdStatus: 200 } });
    expect((await sandbox.post('/v1/debtors', HOTEL)).status).toBe(200);
  });
});

describe('changing a debtor', () => {
  test('PUT replaces, PATCH keeps what is not sent', async () => {
    const sandbox = await testSandbox();
    const { id } = (await sandbox.post('/v1/debtors', { ...HOTEL, city: 'Hoorn' })).body;
    const patched = await sandbox.call('PATCH', `/v1/debtors/${id}`, { body: { name: 'Hotel' } });
    expect(patched.body).toMatchObject({ name: 'Hotel', city: 'Hoorn', dateLastChange: expect.any(String) });
    const put = await sandbox.call('PUT', `/v1/debtors/${id}`, { body: HOTEL });
    expect(put.body).toMatchObject({ name: HOTEL.name, city: '' });
  });

  test('a change is checked like a create', async () => {
    const sandbox = await testSandbox();
    const { id } = (await sandbox.post('/v1/debtors', HOTEL)).body;
    const taken = await sandbox.call('PATCH', `/v1/debtors/${id}`, { body: { customerNumber: '10025' } });
    expect(taken.status).toBe(400);
    const same = await sandbox.call('PUT', `/v1/debtors/${id}?validateOnly=true`, {
      body: { ...HOTEL, name: 'Anders' },
    });
    expect(same.status).toBe(200);
    expect((await sandbox.get(`/v1/debtors/${id}`)).body.name).toBe(HOTEL.name);
    expect((await sandbox.call('PUT', '/v1/debtors/999', { body: HOTEL })).status).toBe(404);
  });
});

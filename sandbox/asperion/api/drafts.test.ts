import { describe, expect, test } from 'vitest';
import { type Answer, type TestSandbox, testSandbox } from '../test-sandbox.ts';

const DRAFTS = '/v1/draftsalesinvoiceswithlines';
const LINES = [
  { lineType: 'Text', description: 'Uitgevoerd op 12 maart\nZie bijlage' },
  {
    lineType: 'Article',
    articleId: 12,
    description: 'Monteur',
    quantity: 2.17,
    unit: 'uur',
    price: 62.5,
    vatCode: '1',
  },
  { lineType: 'SalesType', salesTypeId: '3', description: 'Kitten', quantity: 1, price: 12.3456 },
];
const draft = (changes: Record<string, unknown> = {}, lines: readonly unknown[] = LINES) => ({
  debtorCustomerNumber: '10025',
  date: '2025-03-14T00:00:00',
  description: 'Werkbon WO-4711 [k:abc]',
  reference: 'WO-4711',
  lines: { _data: lines },
  ...changes,
});

const errorsOf = async (sandbox: TestSandbox, body: unknown): Promise<unknown> => {
  const answer = await sandbox.post(DRAFTS, body);
  expect(answer.status).toBe(400);
  return answer.body.errors;
};

const line = (changes: Record<string, unknown>) => ({
  lineType: 'Article',
  articleId: 12,
  quantity: 1,
  price: 1,
  vatCode: '1',
  ...changes,
});
const total = (answer: Answer): unknown => answer.body._meta?.totalCount;

describe('creating a draft invoice', () => {
  test('it gets an id and exact totals, and no number', async () => {
    const sandbox = await testSandbox();
    const created = await sandbox.post(DRAFTS, draft());
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({
      id: 5001,
      status: 1,
      invoiceNumber: null,
      debtorCustomerNumber: '10025',
      date: '2025-03-14T00:00:00',
      amountExclVat: 147.98,
      vatAmount: 29.59,
      amountInclVat: 177.57,
      reference: 'WO-4711',
      lines: { _meta: { totalCount: 3 } },
      _meta: { administrationId: 1, self: `${DRAFTS}/5001` },
    });
    expect(created.body.lines?._data).toMatchObject([
      { lineType: 'Text', description: 'Uitgevoerd op 12 maart\nZie bijlage', amount: null, vatCode: null },
      { lineType: 'Article', articleId: 12, quantity: 2.17, price: 62.5, amount: 135.63, vatCode: '1' },
      { lineType: 'SalesType', salesTypeId: '3', price: 12.3456, amount: 12.35, vatCode: '2' },
    ]);
    expect((await sandbox.get(`${DRAFTS}/5001`)).body).toEqual(created.body);
  });

  test('date, price, text, VAT and payment condition have their usual values when left out', async () => {
    const sandbox = await testSandbox();
    sandbox.control.clock.set('2025-06-30T22:30:00Z');
    sandbox.control.editDebtor(1, '10025', { paymentConditionId: 2 });
    const created = await sandbox.post(DRAFTS, {
      debtorCustomerNumber: '10025',
      lines: { _data: [{ lineType: 'Article', articleId: 13, quantity: 2 }] },
    });
    expect(created.body).toMatchObject({ date: '2025-07-01T00:00:00', paymentConditionId: 2, subject: null });
    expect(created.body.lines?._data).toMatchObject([
      { description: 'Knelkoppeling 15 mm', price: 12.3456, vatCode: '1', amount: 24.69 },
    ]);
  });

  test('negative quantities and discounts count', async () => {
    const sandbox = await testSandbox();
    const lines = [line({ quantity: 3, price: 9.99, discountPercentage: 12.5 }), line({ quantity: -1, price: 10.005 })];
    const created = await sandbox.post(DRAFTS, draft({}, lines));
    expect(created.body).toMatchObject({ amountExclVat: 16.21, vatAmount: 3.4, amountInclVat: 19.61 });
  });

  test('the debtor must exist and not be blocked', async () => {
    const sandbox = await testSandbox();
    expect(await errorsOf(sandbox, draft({ debtorCustomerNumber: '99' }))).toEqual({
      debtorCustomerNumber: ['"99" bestaat niet.'],
    });
    expect(await errorsOf(sandbox, draft({ debtorCustomerNumber: '10026' }))).toEqual({
      debtorCustomerNumber: ['Debiteur 10026 is geblokkeerd.'],
    });
    expect(await errorsOf(sandbox, draft({ debtorCustomerNumber: null }))).toHaveProperty('debtorCustomerNumber');
    expect(await errorsOf(sandbox, draft({ debtorCustomerNumber: 10025 }))).toHaveProperty('debtorCustomerNumber');
  });

  test('journal, payment condition and date must make sense', async () => {
    const sandbox = await testSandbox();
    const errors = await errorsOf(sandbox, draft({ journalId: '1', paymentConditionId: 9, date: '2025-02-30' }));
    expect(Object.keys(errors as object).toSorted()).toEqual(['date', 'journalId', 'paymentConditionId']);
  });

  test('there must be lines, in _data', async () => {
    const sandbox = await testSandbox();
    expect(await errorsOf(sandbox, draft({}, []))).toHaveProperty('lines');
    expect(await errorsOf(sandbox, draft({ lines: LINES }))).toHaveProperty('lines');
    expect(await errorsOf(sandbox, draft({ lines: null }))).toHaveProperty('lines');
    expect(await errorsOf(sandbox, draft({}, ['tekst']))).toHaveProperty(['lines._data[0]']);
  });

  test('an article line needs an existing, active article and real numbers', async () => {
    const sandbox = await testSandbox();
    const errors = await errorsOf(
      sandbox,
      draft({}, [
        line({ articleId: 99 }),
        line({ articleId: 14 }),
        line({ articleId: null }),
        line({ quantity: '2' }),
        line({ quantity: null }),
        line({ price: '12,50' }),
        line({ salesTypeId: '1' }),
        line({ discountPercentage: 101 }),
        line({ costCenterId: 99 }),
      ]),
    );
    expect(Object.keys(errors as object)).toEqual([
      'lines._data[0].articleId',
      'lines._data[1].articleId',
      'lines._data[2].articleId',
      'lines._data[3].quantity',
      'lines._data[4].quantity',
      'lines._data[5].price',
      'lines._data[6].salesTypeId',
      'lines._data[7].discountPercentage',
      'lines._data[8].costCenterId',
    ]);
  });

  test('a sales-type line needs an existing sales type and a price; a text line only its text', async () => {
    const sandbox = await testSandbox();
    const errors = await errorsOf(
      sandbox,
      draft({}, [
        { lineType: 'SalesType', quantity: 1, price: 1, vatCode: '1' },
        { lineType: 'SalesType', salesTypeId: '99', quantity: 1, price: 1, vatCode: '1' },
        { lineType: 'SalesType', salesTypeId: '1', quantity: 1 },
        { lineType: 'Text', description: ' ' },
        { lineType: 'Text', description: 'Tekst', vatCode: '1', quantity: 1 },
        { lineType: 'text', description: 'Tekst' },
      ]),
    );
    expect(Object.keys(errors as object)).toEqual([
      'lines._data[0].salesTypeId',
      'lines._data[1].salesTypeId',
      'lines._data[2].price',
      'lines._data[3].description',
      'lines._data[4].quantity',
      'lines._data[4].vatCode',
      'lines._data[5].lineType',
    ]);
  });

  test('a VAT code must exist, be for sales and hold on the invoice date', async () => {
    const sandbox = await testSandbox();
    sandbox.control.seed(1, {
      vatCodes: [{ id: '7', percentage: 6, validFrom: '2012-01-01T00:00:00', validUntil: '2018-12-31T00:00:00' }],
      salesTypes: [{ id: 'zonder' }],
    });
    const lines = [line({ vatCode: '99' }), line({ vatCode: '11' }), line({ vatCode: '7' })];
    expect(await errorsOf(sandbox, draft({}, lines))).toEqual({
      'lines._data[0].vatCode': ['"99" bestaat niet.'],
      'lines._data[1].vatCode': ['Btw-code 11 is niet voor verkoop.'],
      'lines._data[2].vatCode': ['Btw-code 7 is niet geldig op 2025-03-14.'],
    });
    expect((await sandbox.post(DRAFTS, draft({ date: '2018-12-31' }, [line({ vatCode: '7' })]))).status).toBe(201);
    const none = [{ lineType: 'SalesType', salesTypeId: 'zonder', quantity: 1, price: 1 }];
    expect(await errorsOf(sandbox, draft({}, none))).toEqual({ 'lines._data[0].vatCode': ['Dit veld is verplicht.'] });
  });

  test('a dry run checks everything and leaves no draft and no used number', async () => {
    const sandbox = await testSandbox();
    const dry = await sandbox.post(`${DRAFTS}?validateOnly=true`, draft());
    expect(dry).toMatchObject({ status: 200, body: { amountInclVat: 177.57, status: 1 } });
    expect(dry.body.id).toBeUndefined();
    expect((await sandbox.post(`${DRAFTS}?validateOnly=true`, draft({}, []))).status).toBe(400);
    expect(sandbox.control.drafts(1)).toEqual([]);
    expect((await sandbox.post(DRAFTS, draft())).body.id).toBe(5001);
  });

  test('ids are never shared between administrations', async () => {
    const sandbox = await testSandbox();
    await sandbox.post(DRAFTS, draft());
    const text = [{ lineType: 'Text', description: 'x' }];
    const other = await sandbox.post(DRAFTS, draft({ debtorCustomerNumber: '500' }, text), { 'X-Tenant-Id': '2' });
    expect(other.body).toMatchObject({ id: 5002, _meta: { administrationId: 2 } });
    expect((await sandbox.get(`${DRAFTS}/5002`)).status).toBe(404);
  });
});

describe('finding a draft again', () => {
  test('by mark of origin, debtor, date and status', async () => {
    const sandbox = await testSandbox();
    await sandbox.post(DRAFTS, draft());
    await sandbox.post(DRAFTS, draft({ description: 'Werkbon WO-47 [k:def]', date: '2025-04-01' }));
    const find = async (query: string) => total(await sandbox.get(`${DRAFTS}?${query}`));
    expect(await find('Description=WO-47')).toBe(2);
    expect(await find('Description=[k:abc]')).toBe(1);
    expect(await find('Description=werkbon wo-47 [k:def]&Description_comparison=Equals')).toBe(1);
    expect(await find('DebtorCustomerNumber=10025&Date_from=2025-04-01&Date_to=2025-04-30')).toBe(1);
    expect(await find('Status=1')).toBe(2);
    expect(await find('Status=7')).toBe(0);
    expect(await find('Reference=bestaat-niet')).toBe(2);
  });
});

describe('the life of a draft', () => {
  test('it can be changed and deleted while it is a draft', async () => {
    const sandbox = await testSandbox();
    await sandbox.post(DRAFTS, draft());
    const put = await sandbox.call('PUT', `${DRAFTS}/5001`, {
      body: draft({ subject: 'Ketel' }, [line({ price: 10 })]),
    });
    expect(put.body).toMatchObject({
      id: 5001,
      subject: 'Ketel',
      amountExclVat: 10,
      dateLastChange: expect.any(String),
    });
    const patch = await sandbox.call('PATCH', `${DRAFTS}/5001`, { body: { reference: 'anders' } });
    expect(patch.body).toMatchObject({ subject: 'Ketel', reference: 'anders', amountExclVat: 10 });
    expect((await sandbox.call('DELETE', `${DRAFTS}/5001?validateOnly=true`)).status).toBe(204);
    expect((await sandbox.call('DELETE', `${DRAFTS}/5001`)).status).toBe(204);
    expect((await sandbox.get(`${DRAFTS}/5001`)).status).toBe(404);
    expect(sandbox.control.drafts(1)).toEqual([]);
  });

  test('the bookkeeper processes it: same id, a number, a booking; then it can no longer be changed', async () => {
    const sandbox = await testSandbox();
    await sandbox.post(DRAFTS, draft());
    await sandbox.post(DRAFTS, draft());
    sandbox.control.processDraft(1, 5002);
    sandbox.control.processDraft(1, 5001);
    const read = await sandbox.get(`${DRAFTS}/5001`);
    expect(read.body).toMatchObject({ id: 5001, status: 2, invoiceNumber: '2025-0002' });
    for (const method of ['PUT', 'PATCH', 'DELETE']) {
      expect((await sandbox.call(method, `${DRAFTS}/5001`, { body: draft() })).body.errors).toHaveProperty('status');
    }
    expect(() => sandbox.control.processDraft(1, 5001)).toThrow('al verwerkt');
    expect(() => sandbox.control.deleteDraft(1, 5001)).toThrow('2025-0002');
    const booking = await sandbox.get('/v1/salesinvoices?InvoiceNumber=2025-0002&InvoiceNumber_comparison=Equals');
    expect(booking.body._data).toMatchObject([{ status: 2, amountInclVat: 177.57, bookperiod: 3, journalId: '70' }]);
  });

  test('paid is status 7 on draft and booking, and only after processing', async () => {
    const sandbox = await testSandbox();
    await sandbox.post(DRAFTS, draft());
    expect(() => sandbox.control.markPaid(1, 5001)).toThrow('nog niet verwerkt');
    sandbox.control.processDraft(1, 5001);
    sandbox.control.markPaid(1, 5001);
    expect((await sandbox.get(`${DRAFTS}/5001`)).body.status).toBe(7);
    expect(total(await sandbox.get('/v1/salesinvoices?Status=7'))).toBe(1);
  });

  test('processing in a closed period is refused', async () => {
    const sandbox = await testSandbox({ settings: { closedUntil: '2025-03-31' } });
    await sandbox.post(DRAFTS, draft());
    expect(() => sandbox.control.processDraft(1, 5001)).toThrow('afgesloten');
  });

  test('the bookkeeper changes and deletes drafts too', async () => {
    const sandbox = await testSandbox();
    await sandbox.post(DRAFTS, draft());
    const changed = sandbox.control.editDraft(1, 5001, {
      subject: 'Met de hand',
      lines: [line({ quantity: 2, price: 5 })],
    });
    expect(changed).toMatchObject({ subject: 'Met de hand', reference: 'WO-4711', amountExclVat: 10 });
    expect(() => sandbox.control.editDraft(1, 5001, { lines: [] })).toThrow();
    sandbox.control.deleteDraft(1, 5001);
    expect(sandbox.control.draft(1, 5001)).toBeUndefined();
  });

  test('where drafts are, and whether they exist, is a setting', async () => {
    const sandbox = await testSandbox();
    await sandbox.post(DRAFTS, draft());
    sandbox.control.settings.draftsPath = 'ConceptInvoices';
    expect((await sandbox.get(DRAFTS)).status).toBe(404);
    const moved = await sandbox.get('/v1/conceptinvoices/5001');
    expect(moved.body._meta?.self).toBe('/v1/conceptinvoices/5001');
    sandbox.control.settings.draftsPath = null;
    expect((await sandbox.get('/v1/conceptinvoices/5001')).status).toBe(404);
  });

  test('a document can be attached', async () => {
    const sandbox = await testSandbox();
    await sandbox.post(DRAFTS, draft());
    const authorization = `Bearer ${await sandbox.control.issueToken('carla')}`;
    const upload = async (path: string, name: string) => {
      const form = new FormData();
      form.set(name, new File(['%PDF-1.7 inhoud'], 'werkbon.pdf', { type: 'application/pdf' }));
      return fetch(`${sandbox.apiUrl}${path}`, { method: 'POST', body: form, headers: { authorization } });
    };
    expect((await upload(`${DRAFTS}/5001/file?validateOnly=true`, 'File')).status).toBe(200);
    expect((await upload(`${DRAFTS}/5001/file`, 'bestand')).status).toBe(400);
    expect((await upload(`${DRAFTS}/9/file`, 'File')).status).toBe(404);
    expect((await upload('/v1/debtors/1/file', 'File')).status).toBe(404);
    const attached = await upload(`${DRAFTS}/5001/file`, 'File');
    expect(attached.status).toBe(201);
    const file = (await attached.json()) as { id: string; fileUrl: string };
    expect(file).toMatchObject({ id: '1', name: 'werkbon.pdf', type: 'application/pdf', extension: '.pdf', size: 15 });
    expect(await (await fetch(`${sandbox.url}${file.fileUrl}`)).text()).toBe('%PDF-1.7 inhoud');
  });
});

describe('when the connection breaks', () => {
  test('a lost answer leaves a draft, found by its mark of origin', async () => {
    const sandbox = await testSandbox();
    sandbox.control.faults.add({ kind: 'drop-after', method: 'POST', path: 'draftsalesinvoices' });
    await expect(sandbox.post(DRAFTS, draft())).rejects.toThrow();
    expect(total(await sandbox.get(`${DRAFTS}?Description=[k:abc]`))).toBe(1);
  });

  test('an answer lost before the work leaves nothing; one after an error page may leave a draft', async () => {
    const sandbox = await testSandbox();
    sandbox.control.faults.add({ kind: 'drop-before', method: 'POST' });
    await expect(sandbox.post(DRAFTS, draft())).rejects.toThrow();
    expect(sandbox.control.drafts(1)).toHaveLength(0);
    sandbox.control.faults.add({ kind: 'html', method: 'POST', afterWork: true });
    const page = await sandbox.post(DRAFTS, draft());
    expect(page.status).toBe(502);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(sandbox.control.drafts(1)).toHaveLength(1);
  });

  test('a fault can be for one administration only, and the journal tells what was asked', async () => {
    const sandbox = await testSandbox();
    sandbox.control.faults.add({ kind: 'rate-limit', party: '2', retryAfterSeconds: 7 });
    expect((await sandbox.get(DRAFTS, { 'X-Tenant-Id': '1' })).status).toBe(200);
    const limited = await sandbox.get(DRAFTS, { 'X-Tenant-Id': '2' });
    expect(limited.status).toBe(429);
    expect(limited.headers.get('retry-after')).toBe('7');
    expect(sandbox.control.journal.entries({ path: DRAFTS })).toMatchObject([
      { method: 'GET', party: '1', status: 200, fault: '' },
      { method: 'GET', party: '2', status: 429, fault: 'rate-limit' },
    ]);
  });
});

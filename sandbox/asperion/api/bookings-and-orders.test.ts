import { describe, expect, test } from 'vitest';
import { testSandbox } from '../test-sandbox.ts';

const LINE = { description: 'Arbeid', amount: 260, ledgerAccountId: 8000, vatCode: '1' };
const booking = (changes: Record<string, unknown> = {}, lines: readonly unknown[] = [LINE]) => ({
  debtorCustomerNumber: '10025',
  invoiceNumber: '2025-0117',
  date: '2025-03-14T00:00:00',
  bookyear: 2025,
  bookperiod: 3,
  journalId: '70',
  description: 'WO-4711 ketelonderhoud',
  paymentConditionId: 2,
  lines: { _data: lines },
  ...changes,
});
const BOOKINGS = '/v1/salesinvoiceswithlines';

describe('a sales booking', () => {
  test('is stored with computed VAT and totals, and shown with and without lines', async () => {
    const sandbox = await testSandbox();
    const created = await sandbox.post(BOOKINGS, booking());
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({
      status: 2,
      amountExclVat: 260,
      vatAmount: 54.6,
      amountInclVat: 314.6,
      paymentDueDate: '2025-03-28T00:00:00',
      lines: { _data: [{ amount: 260, vatAmount: 54.6 }], _meta: { totalCount: 1 } },
    });
    const header = await sandbox.get(`/v1/salesinvoices/${created.body.id}`);
    expect(header.body).toMatchObject({ invoiceNumber: '2025-0117', amountInclVat: 314.6 });
    expect(header.body.lines).toBeUndefined();
  });

  test('a number that is taken is refused or accepted, as set', async () => {
    const sandbox = await testSandbox();
    await sandbox.post(BOOKINGS, booking());
    expect((await sandbox.post(BOOKINGS, booking())).body.errors).toHaveProperty('invoiceNumber');
    expect((await sandbox.post(BOOKINGS, booking({ bookyear: 2024 }))).status).toBe(201);
    sandbox.control.settings.duplicateInvoiceNumber = 'accepted';
    expect((await sandbox.post(BOOKINGS, booking())).status).toBe(201);
  });

  test('everything it refers to must exist and add up', async () => {
    const sandbox = await testSandbox();
    const lines = [{ ...LINE, ledgerAccountId: 1, vatCode: '11' }, { ...LINE, vatAmount: 60 }, { amount: '2' }];
    const answer = await sandbox.post(
      BOOKINGS,
      booking(
        { debtorCustomerNumber: '10026', journalId: '1', bookperiod: 13, invoiceNumber: '', amountInclVat: 1 },
        lines,
      ),
    );
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.errors ?? {}).toSorted()).toEqual([
      'amountInclVat',
      'bookperiod',
      'debtorCustomerNumber',
      'invoiceNumber',
      'journalId',
      'lines._data[0].ledgerAccountId',
      'lines._data[0].vatCode',
      'lines._data[1].vatAmount',
      'lines._data[2].amount',
      'lines._data[2].description',
      'lines._data[2].ledgerAccountId',
      'lines._data[2].vatCode',
    ]);
    expect((await sandbox.post(`${BOOKINGS}?validateOnly=true`, booking())).status).toBe(200);
    expect(sandbox.control.salesInvoices(1)).toEqual([]);
  });

  test('nothing can be booked in a closed period', async () => {
    const sandbox = await testSandbox({ settings: { closedUntil: '2025-03-14' } });
    expect((await sandbox.post(BOOKINGS, booking())).body.errors).toHaveProperty('date');
    expect((await sandbox.post(BOOKINGS, booking({ date: '2025-03-15' }))).status).toBe(201);
  });
});

describe('a sales order', () => {
  const order = {
    debtorCustomerNumber: '500',
    orderDate: '2025-03-14',
    deliveryDate: '2025-03-20',
    customerReference: 'PO-9',
    lines: { _data: [{ lineType: 'SalesType', salesTypeId: '1', quantity: 2, price: 50 }] },
  };

  test('needs inTrade', async () => {
    const sandbox = await testSandbox();
    for (const path of ['/v1/SalesOrderWithLines/', '/v1/salesorderswithlines']) {
      expect((await sandbox.post(path, order)).status).toBe(403);
    }
  });

  test('gets a number and is reachable by both spellings', async () => {
    const sandbox = await testSandbox();
    sandbox.control.clock.set('2025-03-14T09:00:00Z');
    const tenant = { 'X-Tenant-Id': '2' };
    const dry = await sandbox.post('/v1/salesorderswithlines?validateOnly=true', order, tenant);
    expect(dry.status).toBe(200);
    const created = await sandbox.post('/v1/SalesOrderWithLines/', order, tenant);
    expect(created.body).toMatchObject({
      orderNumber: 'VO-2025-0001',
      amountInclVat: 121,
      deliveryDate: '2025-03-20T00:00:00',
    });
    const read = await sandbox.get(`/v1/salesorderswithlines/${created.body.id}`, tenant);
    expect(read.body).toMatchObject({ orderNumber: 'VO-2025-0001', customerReference: 'PO-9' });
    expect((await sandbox.post('/v1/salesorderwithlines', { ...order, lines: { _data: [] } }, tenant)).status).toBe(
      400,
    );
    expect(sandbox.control.salesOrders(2)).toHaveLength(1);
  });
});

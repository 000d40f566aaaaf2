import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultAccount, type OutSmartSandbox, startOutSmartSandbox } from '../start.ts';
import { type TestClient, testClient } from '../test-client.ts';

const { token } = defaultAccount;
const order = {
  WorkorderNo: 'EXT-1',
  CustomerName: 'Bakkerij Blom',
  CustomerNameInvoice: 'Vastgoed Meerzicht',
  CustomerDebtorNr: '10042',
  CustomerDebtorNrInvoice: '10015',
  CustomerStreet: 'Dorpsstraat',
  CustomerStreetInvoice: 'Kanaalweg',
  CustomerZIP: '3511AB',
  CustomerZIPInvoice: '3533HG',
  CustomerCity: 'Utrecht',
  CustomerCityInvoice: 'Utrecht',
  CustomerContactPerson: 'Mw. Blom',
  CustomerContactPersonInvoice: 'Administratie',
  TypeOfWork: 'Storing',
  PaymentMethod: 'op rekening',
};
const material = { MaterialCode: 'KT-15', MaterialName: 'Knelkoppeling', MaterialNr: '4', MaterialPrice: '12,50' };
const period = { WorkDate: '11-06-2025', BeginTime: '08:10', EndTime: '10:20', TotalTime: '02:10' };

let sandbox: OutSmartSandbox;
let client: TestClient;

beforeEach(async () => {
  sandbox = await startOutSmartSandbox();
  client = testClient(sandbox);
});

afterEach(() => sandbox.close());

describe('posting work orders', () => {
  test('makes them ready to be picked up, and answers number and row id', async () => {
    const posted = { ...order, Materials: [material], Workperiods: [period], WorkStatus: 1, EmployeeNr: 11 };
    const reply = await client.post('PostWorkorders', [posted, { ...order, WorkorderNo: 'EXT-2' }]);
    const made = reply.response as { workorder_no: string; row_id: number }[];
    expect(made).toEqual([
      { workorder_no: 'EXT-1', row_id: expect.any(Number) },
      { workorder_no: 'EXT-2', row_id: expect.any(Number) },
    ]);
    expect(sandbox.control.workOrder(token, String(made[0]?.row_id))).toMatchObject({
      ...order,
      status: 'Klaargezet',
      WorkStatus: '1',
      Employees: ['11'],
      Materials: [{ MaterialNr: '4.00', MaterialPrice: '12.50', MaterialTotalPrice: '50.00', MaterialUnit: '' }],
      Workperiods: [{ ...period, Break: '0' }],
      StatusChanges: [{ status: '1', user: 'openapi' }],
    });
  });

  test('makes a second order of a repeated number, unless told to skip', async () => {
    await client.post('PostWorkorders', [order]);
    await client.post('PostWorkorders', order);
    expect(sandbox.control.workOrders(token)).toHaveLength(2);
    const skip = { skip_duplicate_workorder_no: 'true' };
    const reply = await client.post(
      'PostWorkorders',
      [order, { ...order, WorkorderNo: 'NEW' }, { ...order, WorkorderNo: 'new' }],
      skip,
    );
    expect(reply.response).toMatchObject([{ workorder_no: 'NEW' }]);
    expect(sandbox.control.workOrders(token)).toHaveLength(3);
  });

  test('names every required field that is missing, and saves nothing of the batch', async () => {
    const refused = await client.post('PostWorkorders', [order, { ...order, CustomerName: '', TypeOfWork: undefined }]);
    expect(refused).toEqual({
      code: 1501,
      messages: ['Required field missing: CustomerName', 'Required field missing: TypeOfWork'],
      response: null,
    });
    expect(sandbox.control.workOrders(token)).toEqual([]);
  });

  test.each([
    [
      'a line without a name',
      { Materials: [{ ...material, MaterialName: '' }] },
      'Required field missing: MaterialName',
    ],
    ['a quantity that is none', { Materials: [{ ...material, MaterialNr: 'veel' }] }, 'MaterialNr is not a number'],
    ['a period without a total', { Workperiods: [{ ...period, TotalTime: '' }] }, 'Required field missing: TotalTime'],
    [
      'a long hour type',
      { Workperiods: [{ ...period, HourType: 'x'.repeat(56) }] },
      'HourType is longer than 55 characters',
    ],
    ['a day in another notation', { WorkDate: '2025-06-11' }, 'Date invalid. Format: 20-02-2016'],
    ['a status, which is not for posting', { status: 'Compleet' }, 'Unknown field: status'],
    ['materials that are no list', { Materials: 'KT-15' }, 'Materials must be a list'],
  ])('refuses %s', async (_title, change, message) => {
    expect(await client.post('PostWorkorders', [{ ...order, ...change }])).toEqual({
      code: 1501,
      messages: [message],
      response: null,
    });
  });
});

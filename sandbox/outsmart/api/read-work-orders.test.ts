import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultAccount, type OutSmartSandbox, startOutSmartSandbox } from '../start.ts';
import { type TestClient, testClient, workOrdersIn } from '../test-client.ts';

const { token } = defaultAccount;

let sandbox: OutSmartSandbox;
let client: TestClient;

beforeEach(async () => {
  sandbox = await startOutSmartSandbox();
  client = testClient(sandbox);
});

afterEach(() => sandbox.close());

/** Reads without changing anything, and gives the ids. */
async function ids(query: Record<string, string>): Promise<string[]> {
  const reply = await client.get('GetWorkorders', { update_status: 'false', ...query });
  return workOrdersIn(reply).map((order) => order.id);
}

function statusOf(id: string): string {
  return sandbox.control.workOrder(token, id).status;
}

describe('fetching work orders', () => {
  beforeEach(() => {
    sandbox.control.seed(token, {
      workOrders: [
        { id: '1', status: 'Klaargezet' },
        { id: '2', status: 'Opgehaald' },
        { id: '3', status: 'Compleet', WorkStatus: '1' },
        { id: '4', status: 'Compleet', WorkStatus: '5812441' },
        { id: '5', status: 'Afgehandeld', WorkStatus: '1' },
        { id: '6', status: 'Compleet', WorkStatus: null, Archived: '1' },
      ],
    });
  });

  test('a forgetful client loses its completed orders: they become Afgehandeld', async () => {
    expect(workOrdersIn(await client.get('GetWorkorders', { status: 'Compleet' })).map(({ id }) => id)).toEqual([
      '3',
      '4',
      '6',
    ]);
    expect(['3', '4', '6'].map(statusOf)).toEqual(['Afgehandeld', 'Afgehandeld', 'Afgehandeld']);
    expect(await ids({ status: 'Compleet' })).toEqual([]);
  });

  test.each(['true', '0', 'no', '', 'FALSCH'])('update_status "%s" moves the orders too', async (value) => {
    await client.get('GetWorkorders', { status: 'Compleet', update_status: value });
    expect(statusOf('3')).toBe('Afgehandeld');
  });

  test.each(['false', 'False'])('update_status "%s" leaves them alone', async (value) => {
    await client.get('GetWorkorders', { status: 'Compleet', update_status: value });
    await client.get('GetWorkorder', { row_id: '3', update_status: value });
    expect(statusOf('3')).toBe('Compleet');
  });

  test('only completed orders move, also when all are fetched', async () => {
    await client.get('GetWorkorders', { status: 'Alle' });
    expect(['1', '2', '3', '5'].map(statusOf)).toEqual(['Klaargezet', 'Opgehaald', 'Afgehandeld', 'Afgehandeld']);
  });

  test('an acknowledged order keeps its work status; time and mover are kept', async () => {
    sandbox.control.clock.set('2025-06-11T10:00:00Z');
    const reply = await client.get('GetWorkorder', { row_id: '3', update_status: 'true' });
    expect(reply).toMatchObject({ code: 200, response: { id: '3', status: 'Compleet' } });
    const after = sandbox.control.workOrder(token, '3');
    expect(after).toMatchObject({ status: 'Afgehandeld', WorkStatus: '1' });
    expect(after.MutationDate).toMatch(/^2025-06-11 12:00:0\d$/);
  });

  test('the reply of the acknowledge shows the new status when the sandbox is told so', async () => {
    sandbox.control.settings.statusInMovingReply = 'new';
    expect((await client.get('GetWorkorder', { row_id: '3' })).response).toMatchObject({ status: 'Afgehandeld' });
  });

  test('status and work status must both hold, and the code exactly', async () => {
    expect(await ids({ status: 'Compleet', workstatus: '1' })).toEqual(['3']);
    expect(await ids({ status: 'Alle', workstatus: '1' })).toEqual(['3', '5']);
    expect(await ids({ status: 'Compleet', workstatus: '58' })).toEqual([]);
    expect(await ids({ status: 'Compleet', workstatus: '' })).toEqual(['3', '4', '6']);
  });

  test('archived orders are among them, for the client to drop', async () => {
    const all = workOrdersIn(await client.get('GetWorkorders', { status: 'Compleet', update_status: 'false' }));
    expect(all.map((order) => order.Archived)).toEqual(['0', '0', '1']);
  });

  test('letter case of the status does not count; an unknown status is refused', async () => {
    expect(await ids({ status: 'compleet' })).toEqual(['3', '4', '6']);
    expect((await client.get('GetWorkorders', { status: 'Completed' })).code).toBe(1007);
  });

  test('the status may be left out by those who filter only', async () => {
    expect((await client.get('GetWorkorders')).code).toBe(1007);
    expect(await ids({ key: 'Id', value: '5', operator: 'eq' })).toEqual(['5']);
  });

  test('no orders are an empty list, or 1500 when the sandbox is told so', async () => {
    const none = { status: 'Compleet', workstatus: '99' };
    expect(await client.get('GetWorkorders', none)).toEqual({ code: 200, messages: [], response: [] });
    sandbox.control.settings.emptyListCode = 1500;
    expect(await client.get('GetWorkorders', none)).toEqual({ code: 1500, messages: [], response: null });
  });
});

describe('fetching one work order', () => {
  test('by row id, or by the number of the external system', async () => {
    sandbox.control.seed(token, { workOrders: [{ id: '1', WorkorderNo: 'EXT-7' }, { id: '2' }] });
    const fetchOne = async (query: Record<string, string>) =>
      await client.get('GetWorkorder', { ...query, update_status: 'false' });
    expect((await fetchOne({ row_id: '2' })).response).toMatchObject({ id: '2' });
    expect((await fetchOne({ workorder_no: 'ext-7' })).response).toMatchObject({ id: '1' });
    expect((await fetchOne({ row_id: '2', workorder_no: 'EXT-7' })).response).toMatchObject({ id: '2' });
  });

  test('that does not exist is 1500, and an empty number is nobody’s number', async () => {
    sandbox.control.seed(token, { workOrders: [{ id: '1' }] });
    for (const query of [
      { row_id: '9' },
      { row_id: '' },
      { workorder_no: '' },
      { workorder_no: ' ' },
      { workorder_no: 'X' },
      {},
    ]) {
      expect(await client.get('GetWorkorder', query)).toEqual({ code: 1500, messages: [], response: null });
    }
  });
});

describe('filters', () => {
  beforeEach(() => {
    sandbox.control.seed(token, {
      workOrders: [
        { id: '1', CustomerDebtorNr: '9', CustomerCity: 'Utrecht', WorkDate: '30-01-2025', Reference: '100% klaar' },
        { id: '2', CustomerDebtorNr: '10', CustomerCity: 'Zeist', WorkDate: '02-02-2025', Reference: null },
        { id: '3', CustomerDebtorNr: '10', CustomerCity: 'Nieuwegein', WorkDate: '01-03-2024', Reference: '100 euro' },
      ],
    });
  });

  test.each([
    ['eq', 'CustomerDebtorNr', '10', ['2', '3']],
    ['ne', 'CustomerDebtorNr', '10', ['1']],
    ['gt', 'CustomerDebtorNr', '9', ['2', '3']],
    ['ge', 'CustomerDebtorNr', '10', ['2', '3']],
    ['lt', 'CustomerDebtorNr', '10', ['1']],
    ['le', 'CustomerDebtorNr', '9', ['1']],
    ['eq', 'CustomerDebtorNr', '010', []],
    ['eq', 'customercity', 'ZEIST', ['2']],
    ['gt', 'WorkDate', '31-01-2025', ['2']],
    ['li', 'CustomerCity', '%e%', ['1', '2', '3']],
    ['li', 'CustomerCity', 'u_r%', ['1']],
    ['li', 'CustomerCity', 'trech', []],
    ['li', 'Reference', '100\\%%', ['1']],
    ['ne', 'Reference', 'x', ['1', '3']],
    ['eq', 'Reference', '', []],
  ])('%s on %s with %s', async (operator, key, value, found) => {
    expect(await ids({ status: 'Alle', key, value, operator })).toEqual(found);
  });

  const two = { status: 'Alle' };

  test('several must all hold, with [] or with numbers', async () => {
    const query = new URLSearchParams();
    for (const [key, value, operator] of [
      ['CustomerDebtorNr', '10', 'eq'],
      ['CustomerCity', 'Z%', 'li'],
    ] as const) {
      query.append('key[]', key);
      query.append('value[]', value);
      query.append('operator[]', operator);
    }
    const base = `/GetWorkorders?token=${token}&software_token=a1b2c3d4e5f60718293a4b5c6d7e8f9001122334&status=Alle&update_status=false`;
    expect(workOrdersIn(await client.raw(`${base}&${query.toString()}`)).map(({ id }) => id)).toEqual(['2']);
    const numbered = { 'key[0]': 'CustomerDebtorNr', 'value[0]': '10', 'operator[0]': 'eq' };
    expect(await ids({ ...two, ...numbered })).toEqual(['2', '3']);
    expect(await ids({ ...two, ...numbered, 'key[1]': 'id', 'value[1]': '3', 'operator[1]': 'eq' })).toEqual(['3']);
  });

  test.each([
    ['an unknown operator', { key: 'id', value: '1', operator: 'is' }],
    ['an unknown column', { key: 'Ident', value: '1', operator: 'eq' }],
    ['a list for a column', { key: 'Materials', value: '1', operator: 'eq' }],
    ['no operator', { key: 'id', value: '1' }],
    ['no value', { key: 'id', operator: 'eq' }],
    ['a list and a single value', { 'key[]': 'id', value: '1', operator: 'eq' }],
  ])('with %s are refused, not taken for an empty list', async (_title, query) => {
    expect((await client.get('GetWorkorders', { ...two, ...query } as Record<string, string>)).code).toBe(1007);
  });

  test('move only what they find', async () => {
    sandbox.control.seed(token, {
      workOrders: [
        { id: '7', status: 'Compleet' },
        { id: '8', status: 'Compleet' },
      ],
    });
    await client.get('GetWorkorders', { status: 'Alle', key: 'id', value: '7', operator: 'eq' });
    expect([statusOf('7'), statusOf('8')]).toEqual(['Afgehandeld', 'Compleet']);
  });
});

describe('late visibility', () => {
  test('keeps a new work order out of lists, but not from whoever knows its id', async () => {
    sandbox.control.settings.lateVisibilityMs = 30_000;
    const order = {
      WorkorderNo: 'X1',
      CustomerName: 'Blom',
      CustomerNameInvoice: 'Blom',
      CustomerDebtorNr: '1',
      CustomerDebtorNrInvoice: '1',
      CustomerStreet: 'A',
      CustomerStreetInvoice: 'A',
      CustomerZIP: '1',
      CustomerZIPInvoice: '1',
      CustomerCity: 'U',
      CustomerCityInvoice: 'U',
      CustomerContactPerson: 'B',
      CustomerContactPersonInvoice: 'B',
      TypeOfWork: 'Storing',
      PaymentMethod: 'op rekening',
    };
    const [made] = (await client.post('PostWorkorders', [order])).response as { row_id: number }[];
    const id = String(made?.row_id);
    expect(await ids({ status: 'Alle' })).toEqual([]);
    expect((await client.get('GetWorkorder', { row_id: id, update_status: 'false' })).code).toBe(200);
    sandbox.control.clock.advance(30_000);
    expect(await ids({ status: 'Alle' })).toEqual([id]);
  });
});

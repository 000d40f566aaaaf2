import { afterEach, describe, expect, test } from 'vitest';
import type { FieldService } from '../model/field-service.ts';
import type { WorkOrderRowId } from '../model/ids.ts';
import { openOutSmart } from './client.ts';
import { faultOf, withoutWaiting } from './opened-sandbox.test-kit.ts';
import { answerJson, type ScriptedServer, startScriptedServer } from './scripted-server.test-kit.ts';

const rowId = '7' as WorkOrderRowId;
const ready = { id: '7', OrderNr: 'W25-1', status: 'Compleet', WorkStatus: '1', Archived: '0' };

let server: ScriptedServer | null = null;

afterEach(async () => {
  await server?.close();
  server = null;
});

/** A door to an OutSmart that answers everything with success and this payload. */
async function doorTo(response: unknown): Promise<FieldService> {
  server = await startScriptedServer((_request, reply) => answerJson(reply, { code: 200, messages: [], response }));
  const connection = {
    apiUrl: `${server.url}/openapi/8`,
    token: 'c0ffee00c0ffee00c0ffee00c0ffee01',
    softwareToken: 'a1b2c3d4e5f60718293a4b5c6d7e8f90',
    bearer: null,
    timeoutMs: 60_000,
    listTimeoutMs: 60_000,
    concurrency: 2,
  };
  return openOutSmart(connection, undefined, withoutWaiting);
}

describe('an OutSmart that ignores every filter', () => {
  const others = [
    { ...ready, id: '8', status: 'Klaargezet' },
    { ...ready, id: '9', status: 'Afgehandeld' },
    { ...ready, id: '10', WorkStatus: '0', OrderNr: 'W25-10' },
    { ...ready, id: '11', WorkStatus: null, OrderNr: 'w25-1' },
    { ...ready, id: '12', Archived: '1', OrderNr: 'W25-12' },
  ];

  test('does not make work orders ready that are not', async () => {
    const door = await doorTo([...others, ready]);
    const { workOrders } = await door.readReadyWorkOrders('1');
    expect(workOrders.map((order) => order.rowId)).toEqual(['7']);
  });

  test('does not make work orders bear a number that they do not', async () => {
    const door = await doorTo([...others, ready]);
    expect((await door.findWorkOrders('W25-1')).map((order) => order.rowId)).toEqual(['8', '9', '7']);
  });

  test('and spells statuses differently is understood', async () => {
    const door = await doorTo([{ ...ready, status: ' compleet', WorkStatus: ' 1 ' }]);
    expect((await door.readReadyWorkOrders('1')).workOrders).toHaveLength(1);
  });
});

describe('a list of work orders', () => {
  test('with rows that are no work orders reports these and brings the others', async () => {
    const door = await doorTo(['x', null, [ready], { OrderNr: 'W25-2' }, ready, { id: '3', status: [] }]);
    const { workOrders, unreadable } = await door.readReadyWorkOrders('1');
    expect(workOrders.map((order) => order.rowId)).toEqual(['7']);
    expect(unreadable.map((row) => [row.rowId, row.orderNumber, row.field])).toEqual([
      [null, null, 'response'],
      [null, null, 'response'],
      [null, null, 'response'],
      [null, 'W25-2', 'id'],
      ['3', null, 'status'],
    ]);
  });

  test.each([[null], ['']])('that is %j is empty', async (response) => {
    expect((await (await doorTo(response)).readReadyWorkOrders('1')).workOrders).toEqual([]);
  });

  test.each([[undefined], [{ 0: ready }], ['tekst'], [7], [true]])(
    'that is %j breaks the contract',
    async (response) => {
      const fault = await faultOf((await doorTo(response)).readReadyWorkOrders('1'));
      expect(fault.code).toBe('outsmart.contract_broken');
      expect(fault.detail).toMatchObject({ call: 'GET GetWorkorders', field: 'response' });
    },
  );

  test('in which the one looked for cannot be read breaks the contract, and says which member', async () => {
    const fault = await faultOf((await doorTo([ready, { OrderNr: 'W25-2' }])).findWorkOrders('W25-2'));
    expect(fault.detail).toMatchObject({ call: 'GET GetWorkorders', field: 'response[1].id' });
  });
});

describe('the answer to one work order', () => {
  test('may be a list of one', async () => {
    expect(await (await doorTo([ready])).readWorkOrder(rowId)).toMatchObject({ rowId: '7' });
  });

  test.each([[null], [[]], ['']])('that is %j means that there is none', async (response) => {
    expect(await (await doorTo(response)).readWorkOrder(rowId)).toBeNull();
  });

  test.each([
    [[ready, ready], 'response'],
    ['tekst', 'response'],
    [undefined, 'response'],
    [{ ...ready, id: '8' }, 'response.id'],
    [{ OrderNr: 'W25-1' }, 'response.id'],
    [{ ...ready, status: {} }, 'response.status'],
  ])('that is %j breaks the contract at %s', async (response, field) => {
    const door = await doorTo(response);
    for (const invoke of [door.readWorkOrder, door.acknowledgeWorkOrder]) {
      const fault = await faultOf(invoke(rowId));
      expect(fault.code).toBe('outsmart.contract_broken');
      expect(fault.detail).toMatchObject({ call: 'GET GetWorkorder', field });
    }
  });
});

describe('small lists', () => {
  const cases: [string, unknown, (door: FieldService) => Promise<unknown>, string][] = [
    ['a work status that is a number', [1], (door) => door.readWorkStatuses(), 'response[0]'],
    ['a status code that is a list', [{ sta_code: [] }], (door) => door.readWorkStatuses(), 'response[0].sta_code'],
    ['an hour type without shape', [{ code: '1' }, null], (door) => door.readHourTypes(), 'response[1]'],
    [
      'a free-field name that is an object',
      [{ fld_name: {} }],
      (door) => door.readWorkOrderFields(),
      'response[0].fld_name',
    ],
  ];
  test.each(cases)('with %s break the contract', async (_name, response, invoke, field) => {
    const fault = await faultOf(invoke(await doorTo(response)));
    expect(fault.code).toBe('outsmart.contract_broken');
    expect(fault.detail.field).toBe(field);
  });

  test('may hold numbers for text; an entry without a code is passed over', async () => {
    const door = await doorTo([
      { sta_code: 1, sta_name: 'Naar Asperion' },
      { sta_code: '', sta_name: 'Leeg' },
    ]);
    expect(await door.readWorkStatuses()).toEqual([{ code: '1', name: 'Naar Asperion' }]);
  });

  test('an hour type without price is an hour type with an empty price', async () => {
    expect(await (await doorTo([{ code: '001', name: 'Monteur' }])).readHourTypes()).toEqual([
      { code: '001', name: 'Monteur', salePrice: { kind: 'empty' }, isActive: true },
    ]);
  });
});

test('personal details in an answer that breaks the contract are masked in the fault', async () => {
  const rows = { CustomerName: 'Bakkerij Blom', CustomerEmail: 'info@blom.example', Reference: 'PO 1' };
  const fault = await faultOf((await doorTo(rows)).readReadyWorkOrders('1'));
  expect(fault.detail.maskedBody).toContain('PO 1');
  expect(fault.detail.maskedBody).not.toMatch(/Blom|blom/);
});

test('methods of an opened door can be handed around', async () => {
  const { checkCredentials } = await doorTo([]);
  await expect(checkCredentials()).resolves.toBeUndefined();
});

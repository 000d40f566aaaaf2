import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultAccount, type OutSmartSandbox, startOutSmartSandbox } from '../start.ts';
import { type Envelope, type TestClient, testClient } from '../test-client.ts';

const { token } = defaultAccount;

let sandbox: OutSmartSandbox;
let client: TestClient;
let id: string;

beforeEach(async () => {
  sandbox = await startOutSmartSandbox();
  client = testClient(sandbox);
  sandbox.control.clock.set('2025-06-11T10:00:00Z');
  [id = ''] = sandbox.control.seed(token, {
    employees: [{ number: '11', firstname: 'Jo', lastname: 'Smit' }],
    workOrders: [{ status: 'Compleet', WorkStatus: '1', WorkorderNo: 'EXT-7' }],
  });
});

afterEach(() => sandbox.close());

async function update(query: Record<string, string>): Promise<Envelope> {
  return await client.get('UpdateWorkorder', { row_id: id, ...query });
}

describe('updating a work order', () => {
  test('sets the work status, with history and date, and leaves the status alone', async () => {
    sandbox.control.clock.set('2025-06-11T12:00:00Z');
    expect(await update({ workstatus: '99' })).toEqual({ code: 200, messages: [], response: null });
    const order = sandbox.control.workOrder(token, id);
    expect(order).toMatchObject({ status: 'Compleet', WorkStatus: '99' });
    expect(order.MutationDate).toMatch(/^2025-06-11 14:00/);
    expect(order.StatusChanges).toMatchObject([
      { status: '1', user: 'kantoor' },
      { status: '99', user: 'openapi', timestamp: expect.stringMatching(/^2025-06-11 14:00/) },
    ]);
  });

  test('finds it by the external number as well', async () => {
    await client.get('UpdateWorkorder', { workorder_no: 'EXT-7', workstatus: '2' });
    expect(sandbox.control.workOrder(token, id).WorkStatus).toBe('2');
  });

  test('that does not exist is 1500', async () => {
    expect(await client.get('UpdateWorkorder', { row_id: '1', workstatus: '2' })).toEqual({
      code: 1500,
      messages: [],
      response: null,
    });
  });

  test('without anything to change is 1502; a work status cannot be cleared', async () => {
    expect((await update({})).code).toBe(1502);
    expect((await update({ workstatus: '' })).code).toBe(1502);
    expect((await update({ status: 'Afgehandeld', ShortWorkDescription: 'x' })).code).toBe(1502);
    expect(sandbox.control.workOrder(token, id)).toMatchObject({ WorkStatus: '1', status: 'Compleet' });
  });

  test('to what it is already is 1503', async () => {
    expect((await update({ workstatus: '1' })).code).toBe(1503);
  });

  test('sets day, time and an employee that exists', async () => {
    expect((await update({ workdate: '20-06-2025', worktime: '07:30', employee_nr: '11' })).code).toBe(200);
    const order = sandbox.control.workOrder(token, id);
    expect(order).toMatchObject({ WorkDate: '20-06-2025', WorkTime: '07:30', EmployeeNr: '11', Employees: ['11'] });
    expect(await update({ employee_nr: '12' })).toEqual({
      code: 1503,
      messages: ['Employee not updated'],
      response: null,
    });
  });

  test.each([
    [{ workdate: '2025-06-20' }, 'Date invalid. Format: 20-02-2016'],
    [{ workdate: '31-06-2025' }, 'Date invalid. Format: 20-02-2016'],
    [{ worktime: '7:30' }, 'Time invalid. Format: 07:08'],
    [{ worktime: '24:00' }, 'Time invalid. Format: 07:08'],
  ])('to %o is refused', async (query, message) => {
    expect(await update(query as Record<string, string>)).toEqual({ code: 1504, messages: [message], response: null });
  });
});

describe('updating the material lines', () => {
  const line = { MaterialCode: 'KT-15', MaterialName: 'Knelkoppeling', MaterialNr: 4, MaterialPrice: '12,5' };

  test('adds lines, or replaces them', async () => {
    expect((await client.post('UpdateWorkorder', [line], { row_id: id })).response).toBeNull();
    await client.post('UpdateWorkorder', [{ ...line, MaterialCode: 'B' }], { row_id: id, ClearMaterials: 'false' });
    const codes = () => sandbox.control.workOrder(token, id).Materials.map((material) => material.MaterialCode);
    expect(codes()).toEqual(['KT-15', 'B']);
    expect(sandbox.control.workOrder(token, id).Materials[0]).toMatchObject({
      MaterialPrice: '12.50',
      MaterialTotalPrice: '50.00',
    });
    await client.post('UpdateWorkorder', [{ ...line, MaterialCode: 'C' }], { row_id: id, ClearMaterials: 'true' });
    expect(codes()).toEqual(['C']);
  });

  test('refuses a bad line and changes nothing', async () => {
    const refused = await client.post('UpdateWorkorder', [line, { ...line, MaterialName: '' }], { row_id: id });
    expect(refused).toMatchObject({ code: 1504, messages: ['Required field missing: MaterialName'] });
    expect(sandbox.control.workOrder(token, id).Materials).toEqual([]);
  });
});

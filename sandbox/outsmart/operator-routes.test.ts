import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultAccount, type OutSmartSandbox, startOutSmartSandbox } from './start.ts';

const { token } = defaultAccount;

let sandbox: OutSmartSandbox;

beforeEach(async () => {
  sandbox = await startOutSmartSandbox();
});

afterEach(() => sandbox.close());

async function operate(method: string, path: string, body?: unknown): Promise<{ status: number; answer: unknown }> {
  const response = await fetch(`${sandbox.url}/_sandbox/${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  return { status: response.status, answer: await response.json() };
}

describe('the operator in another process', () => {
  test('opens an account, fills it and looks at it', async () => {
    expect((await operate('POST', 'accounts', { token: 'T2', name: 'Tweede' })).answer).toMatchObject({
      accounts: [{ token }, { token: 'T2', name: 'Tweede', isRevoked: false }],
    });
    const seed = {
      hourTypes: [{ code: '001', name: 'Monteur', sale_price: 62.5 }],
      workOrders: [{ id: 7, status: 'Compleet' }],
    };
    expect((await operate('POST', 'accounts/T2/seed', seed)).answer).toEqual({ workOrderIds: ['7'] });
    expect((await operate('GET', 'accounts/T2/lists/hourTypes')).answer).toMatchObject({
      records: [{ code: '001', sale_price: '62.5' }],
    });
    expect((await operate('GET', 'accounts/T2/workorders')).answer).toMatchObject({ workOrders: [{ id: '7' }] });
  });

  test('adds, changes, moves and removes a work order', async () => {
    const made = (await operate('POST', `accounts/${token}/workorders`, { CustomerName: 'Blom' })).answer as {
      id: string;
    };
    const path = `accounts/${token}/workorders/${made.id}`;
    expect(
      (await operate('PATCH', path, { Reference: 'PO 1', Materials: [{ MaterialName: 'Tape' }] })).answer,
    ).toMatchObject({
      CustomerName: 'Blom',
      Reference: 'PO 1',
      Materials: [{ MaterialName: 'Tape', MaterialCode: '' }],
    });
    const moved = await operate('POST', `${path}/status`, { status: 'compleet', workStatus: '1', archived: true });
    expect(moved.answer).toMatchObject({ status: 'Compleet', WorkStatus: '1', Archived: '1', Reference: 'PO 1' });
    expect((await operate('GET', path)).answer).toMatchObject({ StatusChanges: [{ status: '1', user: 'kantoor' }] });
    expect((await operate('DELETE', path)).answer).toEqual({ removed: true });
    expect(sandbox.control.workOrders(token)).toEqual([]);
  });

  test('a seed without accounts fills the first account', async () => {
    const given = { accounts: [{ token: 'T9', name: 'Negende' }], seed: { employees: [{ number: '11' }] } };
    const other = await startOutSmartSandbox(given);
    expect(other.control.list('T9', 'employees')).toMatchObject([{ number: '11' }]);
    await other.close();
  });

  test('withdraws a token and gives it back', async () => {
    expect((await operate('POST', `accounts/${token}/revoke`)).answer).toMatchObject({
      accounts: [{ isRevoked: true }],
    });
    expect((await operate('POST', `accounts/${token}/restore`)).answer).toMatchObject({
      accounts: [{ isRevoked: false }],
    });
  });

  test('changes the settings of this sandbox', async () => {
    expect((await operate('POST', 'settings', { overLong: 'cut', emptyListCode: 1500 })).status).toBe(200);
    expect(sandbox.control.settings).toMatchObject({ overLong: 'cut', emptyListCode: 1500, badBatch: 'save-nothing' });
    expect((await operate('POST', 'settings', { emptyListCode: 404 })).status).toBe(400);
  });

  test.each([
    ['an unknown account', 'GET', 'accounts/nobody/workorders', undefined],
    ['an unknown work order', 'GET', `accounts/${token}/workorders/1`, undefined],
    ['an unknown list', 'GET', `accounts/${token}/lists/constructor`, undefined],
    ['an unknown part of a seed', 'POST', `accounts/${token}/seed`, { orders: [] }],
    ['an unknown field', 'POST', `accounts/${token}/workorders`, { Colour: 'blue' }],
    ['a record without its key', 'POST', `accounts/${token}/seed`, { relations: [{ name: 'Blom' }] }],
    ['an unknown field in a list', 'POST', `accounts/${token}/seed`, { relations: [{ debtor_number: '1', zip: 'x' }] }],
  ])('is told about %s', async (_title, method, path, body) => {
    expect(await operate(method, path, body)).toEqual({ status: 400, answer: { error: expect.any(String) } });
  });
});

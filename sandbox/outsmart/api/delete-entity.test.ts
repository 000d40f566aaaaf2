import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultAccount, type OutSmartSandbox, startOutSmartSandbox } from '../start.ts';
import { type Envelope, testClient } from '../test-client.ts';

const { token } = defaultAccount;

let sandbox: OutSmartSandbox;

beforeEach(async () => {
  sandbox = await startOutSmartSandbox();
  sandbox.control.seed(token, {
    relations: [
      { debtor_number: 'A1', name: 'Blom' },
      { debtor_number: 'A2', name: 'Blom' },
      { debtor_number: 'A3', name: 'Rust' },
    ],
    hourTypes: [{ code: '001', name: 'Monteur' }],
    workOrders: [
      { id: '1', OrderNr: 'W1' },
      { id: '2', OrderNr: 'W2', WorkorderNo: 'X' },
    ],
  });
});

afterEach(() => sandbox.close());

async function remove(query: Record<string, string>): Promise<Envelope> {
  return await testClient(sandbox).get('DeleteEntity', query);
}

describe('deleting', () => {
  test('by an allowed key answers the number of rows that are gone', async () => {
    expect(await remove({ entity: 'relation', key: 'debtor_number', value: 'a3', delete_all: 'false' })).toMatchObject({
      code: 200,
      response: 1,
    });
    expect(await remove({ entity: 'relation', key: 'name', value: 'Blom', delete_all: 'false' })).toMatchObject({
      response: 2,
    });
    expect(await remove({ entity: 'relation', key: 'name', value: 'Blom', delete_all: 'false' })).toMatchObject({
      response: 0,
    });
    expect(sandbox.control.relations(token)).toEqual([]);
  });

  test('all of a kind wipes it, but never the work orders', async () => {
    expect(await remove({ entity: 'relation', delete_all: 'true' })).toMatchObject({ code: 200, response: 3 });
    expect(await remove({ entity: 'workorder', delete_all: 'true' })).toMatchObject({
      code: 1600,
      messages: ['Delete all not allowed on Workorder entity'],
    });
    expect(sandbox.control.workOrders(token)).toHaveLength(2);
  });

  test('work orders one by one', async () => {
    const one = (key: string, value: string) => remove({ entity: 'workorder', key, value, delete_all: 'false' });
    expect((await one('order_no', 'w1')).response).toBe(1);
    expect((await one('workorder_no', 'X')).response).toBe(1);
    expect((await one('db_row', '1')).response).toBe(0);
  });

  test.each([
    [{ entity: 'workstatus', key: 'sta_code', value: '1', delete_all: 'false' }, 'Entity: workstatus not found'],
    [
      { entity: 'hourtype', key: 'name', value: 'Monteur', delete_all: 'false' },
      'Key: name not allowed for entity: hourtype',
    ],
    [{ entity: 'relation', key: 'debtor_number', value: 'A1' }, 'Required field missing: delete_all'],
    [{ entity: 'constructor', key: 'name', value: 'A1', delete_all: 'false' }, 'Entity: constructor not found'],
  ])('%o is refused', async (query, message) => {
    expect(await remove(query as Record<string, string>)).toEqual({ code: 1600, messages: [message], response: null });
    expect(sandbox.control.relations(token)).toHaveLength(3);
  });
});

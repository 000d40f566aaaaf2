import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PartialWorkOrder } from '../records/complete-work-order.ts';
import type { WireWorkOrder } from '../records/work-order-fields.ts';
import { defaultAccount, type OutSmartSandbox, startOutSmartSandbox } from '../start.ts';
import { testClient } from '../test-client.ts';

const { token } = defaultAccount;

let sandbox: OutSmartSandbox;

beforeEach(async () => {
  sandbox = await startOutSmartSandbox();
});

afterEach(() => sandbox.close());

/** What a client is served for a work order of which only this much was seeded. */
async function served(given: PartialWorkOrder): Promise<WireWorkOrder> {
  const [id = ''] = sandbox.control.seed(token, { workOrders: [given] });
  const reply = await testClient(sandbox).get('GetWorkorder', { row_id: id, update_status: 'false' });
  return reply.response as WireWorkOrder;
}

describe('a work order as it is served', () => {
  test('has every documented field, as text, empty where nothing was filled in', async () => {
    const order = await served({});
    const lists = [
      'Materials',
      'Workperiods',
      'StatusChanges',
      'Employees',
      'Photos',
      'Documents',
      'Forms',
      'WorkObjects',
      'FreeFields',
    ];
    for (const name of lists) expect(order[name]).toEqual([]);
    const others = Object.entries(order).filter(([name]) => !lists.includes(name));
    expect(others.length).toBeGreaterThan(75);
    const nulls = others.filter(([, value]) => typeof value !== 'string').map(([name]) => name);
    expect(nulls).toEqual(['CustomerLatitude', 'CustomerLongitude']);
    expect(order).toMatchObject({
      WorkorderNo: '',
      WorkStatus: '',
      Archived: '0',
      status: 'Klaargezet',
      MinimumHours: '0.00',
    });
  });

  test('gets a row id, an order number, dates in Dutch time and a link to its PDF', async () => {
    sandbox.control.clock.set('2025-01-31T23:30:00Z');
    const order = await served({});
    expect(order.id).toMatch(/^\d{7}$/);
    expect(order.OrderNr).toBe('W25-00001');
    expect(order.CreationDate).toMatch(/^2025-02-01 00:30:0\d$/);
    expect(order.WorksheetCode).toMatch(/^[0-9a-f]{32}$/);
    expect(order.PdfUrl).toBe(`${sandbox.url}/mailpdf.php?action=display&sheet_id=${order.WorksheetCode}`);
    expect((await served({})).OrderNr).toBe('W25-00002');
  });

  test('shows prices as they are stored: a comma on one, a dot on the other', async () => {
    const { Materials } = await served({
      Materials: [
        { MaterialCode: 'KT-15', MaterialName: 'Knelkoppeling', MaterialNr: '4.00', MaterialPrice: '12,50' },
        { MaterialCode: '', MaterialName: 'Klein materiaal', MaterialNr: '0', MaterialPrice: '7.95' },
        { MaterialNr: 'veel', MaterialPrice: '1.495,00' },
      ],
    });
    expect(Materials.map((line) => [line.MaterialPrice, line.MaterialTotalPrice])).toEqual([
      ['12,50', '50,00'],
      ['7.95', '0.00'],
      ['1.495,00', ''],
    ]);
    expect(Materials[2]).toMatchObject({
      MaterialCode: '',
      MaterialName: '',
      MaterialType: null,
      MaterialFreeField5: null,
    });
  });

  test('has work periods with a number and a total, also past midnight', async () => {
    const { Workperiods } = await served({
      Workperiods: [
        { WorkDate: '11-06-2025', BeginTime: '08:10', EndTime: '10:20', HourType: '001' },
        { BeginTime: '22:30', EndTime: '01:00', Break: 30 },
        { TotalTime: '', BeginTime: '08:00', EndTime: '09:00', HourType: '' },
        { TotalTime: '26:15' },
      ],
    });
    expect(Workperiods.map((period) => period.TotalTime)).toEqual(['02:10', '02:00', '', '26:15']);
    expect(new Set(Workperiods.map((period) => period.Id)).size).toBe(4);
    expect(Workperiods[1]).toMatchObject({ Break: '30', HourType: '', ExternalId: '' });
  });

  test('keeps what is odd: null and unknown work statuses', async () => {
    expect((await served({ WorkStatus: null })).WorkStatus).toBeNull();
    expect(await served({ WorkStatus: '5812441' })).toMatchObject({
      WorkStatus: '5812441',
      StatusChanges: [{ status: '5812441' }],
    });
  });

  test('shows all free fields of the account once there are any', async () => {
    const field = { fld_entity: 'WORKORDER', fld_name: 'Inkoopnummer', fld_type: 'TEXT', fld_order: 3 };
    const before = await served({});
    sandbox.control.seed(token, { freeFields: [field] });
    const empty = { val_value_1: null, val_value_2: null, val_value_3: null };
    expect(sandbox.control.workOrder(token, before.id).FreeFields).toEqual(empty);
    expect((await served({ FreeFields: { val_value_2: 'PO 1' } })).FreeFields).toEqual({
      ...empty,
      val_value_2: 'PO 1',
    });
  });

  test('cannot be seeded with a field or status that does not exist, or an id that is taken', () => {
    const seed = (given: PartialWorkOrder) => () => sandbox.control.seed(token, { workOrders: [given] });
    expect(seed({ Status: 'Compleet' })).toThrow('"Status"');
    expect(seed({ status: 'Klaar' })).toThrow('"Klaar"');
    expect(seed({ Materials: [{ Price: '1' }] })).toThrow('"Price"');
    expect(seed({ id: '77' })).not.toThrow();
    expect(seed({ id: '77' })).toThrow('exists');
  });

  test('gives no row id twice, also after high ones were seeded', async () => {
    await served({ id: '9000000' });
    expect(Number((await served({})).id)).toBeGreaterThan(9_000_000);
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { PartialWorkOrder } from '../../sandbox/outsmart/records/complete-work-order.ts';
import { decimalText } from '../kernel/decimal.ts';
import type { RelationRecord } from '../model/field-service.ts';
import type { WorkOrderRowId } from '../model/ids.ts';
import { faultOf, type OpenedSandbox, openSandbox, token } from './opened-sandbox.test-kit.ts';
import { scalarFields } from './work-order-fields.ts';

let outSmart: OpenedSandbox;

beforeAll(async () => {
  outSmart = await openSandbox();
});

afterEach(() => {
  const { control } = outSmart;
  const deletions = control.journal.entries().filter((entry) => /delete/i.test(entry.path));
  control.settings.emptyListCode = 200;
  control.faults.clear();
  control.journal.clear();
  for (const order of control.workOrders(token)) control.removeWorkOrder(token, order.id);
  expect(deletions).toEqual([]);
});

afterAll(() => outSmart.close());

/** A work order that is ready for export unless said otherwise. */
function addOrder(given: PartialWorkOrder = {}): WorkOrderRowId {
  const order = { status: 'Compleet', WorkStatus: '1', CustomerDebtorNr: '10042', ...given };
  return outSmart.control.addWorkOrder(token, order).id as WorkOrderRowId;
}

function statusOf(rowId: string): string {
  return outSmart.control.workOrder(token, rowId).status;
}

/** What was said about changing the status in every call that hands over work orders. */
function updateStatusSaid(): unknown[] {
  const entries = outSmart.control.journal.entries().filter((entry) => entry.path.includes('GetWorkorder'));
  return entries.map((entry) => entry.query.update_status);
}

describe('the tokens', () => {
  test('are good when OutSmart takes them, which costs one call', async () => {
    const door = outSmart.open();
    await door.checkCredentials();
    expect(door.callCount).toBe(1);
  });

  test('of a customer that OutSmart does not know are refused, and a person must reconnect', async () => {
    const fault = await faultOf(outSmart.open({ token: 'ffffffffffffffffffffffffffffffff' }).checkCredentials());
    expect([fault.code, fault.retry]).toEqual(['outsmart.token_refused', 'after-reconnect']);
    expect(fault.detail.call).toBe('GET employees');
  });

  test('of another software package are refused as such', async () => {
    const fault = await faultOf(outSmart.open({ softwareToken: 'unknown' }).checkCredentials());
    expect(fault.code).toBe('outsmart.software_token_refused');
  });

  test('are refused when there are none', async () => {
    expect((await faultOf(outSmart.open({ token: '' }).checkCredentials())).code).toBe('outsmart.token_refused');
    const noSoftwareToken = outSmart.open({ softwareToken: '' });
    expect((await faultOf(noSoftwareToken.checkCredentials())).code).toBe('outsmart.software_token_refused');
  });
});

describe('reading ready work orders', () => {
  test('finds those that are Compleet, with the work status for export, and not archived', async () => {
    const ready = [addOrder(), addOrder({ Workperiods: [{ TotalTime: '02:10', HourType: '001' }] })];
    addOrder({ Archived: '1' });
    addOrder({ WorkStatus: '0' });
    addOrder({ WorkStatus: null });
    for (const status of ['Klaargezet', 'Opgehaald', 'Afgehandeld']) addOrder({ status });
    const { workOrders, unreadable } = await outSmart.open().readReadyWorkOrders('1');
    expect(workOrders.map((order) => order.rowId)).toEqual(ready);
    expect(unreadable).toEqual([]);
  });

  test('changes nothing in OutSmart, and takes one call', async () => {
    const rowId = addOrder();
    const door = outSmart.open();
    await door.readReadyWorkOrders('1');
    expect(statusOf(rowId)).toBe('Compleet');
    expect(updateStatusSaid()).toEqual(['false']);
    expect(door.callCount).toBe(1);
  });

  test.each([200, 1500] as const)('finds none when OutSmart answers an empty list with code %i', async (code) => {
    outSmart.control.settings.emptyListCode = code;
    expect(await outSmart.open().readReadyWorkOrders('1')).toEqual({ workOrders: [], unreadable: [] });
  });

  test('one with values that cannot be read does not spoil the others', async () => {
    addOrder({ Materials: [{ MaterialCode: 'KT-15', MaterialNr: 'twee', MaterialPrice: '12.50' }] });
    addOrder({ Materials: [{ MaterialCode: 'KT-15', MaterialNr: '2', MaterialPrice: '12,50' }] });
    const { workOrders } = await outSmart.open().readReadyWorkOrders('1');
    const quantities = workOrders.map((order) => order.materials[0]?.quantity.kind);
    expect(quantities).toEqual(['unreadable', 'value']);
  });

  test('brings texts of 64 kB, emoji and markup as they are', async () => {
    const description = `<b>Ketel</b> & pomp 🔧 ${'x'.repeat(65_000)}`;
    addOrder({ WorkDescription: description, Reference: ' <i>PO</i> "88213" 😀 ' });
    const [workOrder] = (await outSmart.open().readReadyWorkOrders('1')).workOrders;
    expect(workOrder?.fields.WorkDescription).toBe(description);
    expect(workOrder?.fields.Reference).toBe(' <i>PO</i> "88213" 😀 ');
  });

  test('works for a work status whose code is text with signs in it', async () => {
    const rowId = addOrder({ WorkStatus: 'Naar A&B + meer=1' });
    const { workOrders } = await outSmart.open().readReadyWorkOrders('Naar A&B + meer=1');
    expect(workOrders.map((order) => order.rowId)).toEqual([rowId]);
  });
});

describe('one work order', () => {
  test.each(['Klaargezet', 'Opgehaald', 'Compleet', 'Afgehandeld'])('can be read when it is %s', async (status) => {
    const rowId = addOrder({ status, OrderNr: 'W25-00187' });
    const workOrder = await outSmart.open().readWorkOrder(rowId);
    expect(workOrder).toMatchObject({ rowId, orderNumber: 'W25-00187', status });
    expect(statusOf(rowId)).toBe(status);
    expect(updateStatusSaid()).toEqual(['false']);
  });

  test('that OutSmart does not know is null', async () => {
    expect(await outSmart.open().readWorkOrder('999' as WorkOrderRowId)).toBeNull();
  });

  test('is found by its order number, whatever its status, and nothing changes', async () => {
    const rowId = addOrder({ OrderNr: 'W25 & 187' });
    addOrder({ OrderNr: 'W25 & 1870' });
    const handled = addOrder({ OrderNr: 'W25 & 187', status: 'Afgehandeld' });
    const found = await outSmart.open().findWorkOrders(' W25 & 187 ');
    expect(found.map((order) => order.rowId)).toEqual([rowId, handled]);
    expect(statusOf(rowId)).toBe('Compleet');
    expect(updateStatusSaid()).toEqual(['false']);
  });

  test('without an order number is never looked for', async () => {
    addOrder({ OrderNr: '' });
    const door = outSmart.open();
    expect(await door.findWorkOrders(' ')).toEqual([]);
    expect(door.callCount).toBe(0);
  });
});

describe('acknowledging a work order', () => {
  test('makes it Afgehandeld, and no other', async () => {
    const rowId = addOrder();
    const other = addOrder();
    expect(await outSmart.open().acknowledgeWorkOrder(rowId)).toMatchObject({ rowId });
    expect([statusOf(rowId), statusOf(other)]).toEqual(['Afgehandeld', 'Compleet']);
    expect(updateStatusSaid()).toEqual(['true']);
  });

  test('twice is the same as once', async () => {
    const rowId = addOrder();
    const door = outSmart.open();
    await door.acknowledgeWorkOrder(rowId);
    expect(await door.acknowledgeWorkOrder(rowId)).toMatchObject({ rowId, status: 'Afgehandeld' });
  });

  test('that OutSmart does not know is null', async () => {
    expect(await outSmart.open().acknowledgeWorkOrder('999' as WorkOrderRowId)).toBeNull();
  });

  test('succeeds when the answer is lost after the work was done', async () => {
    const rowId = addOrder();
    outSmart.control.faults.add({ kind: 'drop-after', path: 'update_status=true' });
    const door = outSmart.open();
    expect(await door.acknowledgeWorkOrder(rowId)).toMatchObject({ rowId, status: 'Afgehandeld' });
    expect(door.callCount).toBe(2);
  });
});

describe('lists of the account', () => {
  test('work statuses are read, and one can be made', async () => {
    const door = outSmart.open();
    await door.createWorkStatus({ code: '71', name: 'Naar Asperion 🔧' });
    expect(await door.readWorkStatuses()).toContainEqual({ code: '71', name: 'Naar Asperion 🔧' });
  });

  test('a work status that OutSmart will not have is refused in its own words', async () => {
    const fault = await faultOf(outSmart.open().createWorkStatus({ code: '72', name: '' }));
    expect([fault.code, fault.retry]).toEqual(['outsmart.refused', 'never']);
    expect(fault.detail.messages).toEqual(['Required field missing: sta_name']);
  });

  test('hour types are read with their price and whether they are in use', async () => {
    const hourTypes = [
      { code: 'A1', name: 'Monteur', cost_booking: '0', sale_booking: '1', sale_price: '62.50', active: '1' },
      { code: 'A2', name: 'Leerling', cost_booking: '0', sale_booking: '1', sale_price: '45,00', active: '0' },
    ];
    outSmart.control.seed(token, { hourTypes });
    const read = (await outSmart.open().readHourTypes()).filter((hourType) => hourType.code.startsWith('A'));
    expect(read.map((hourType) => [hourType.code, hourType.name, hourType.isActive])).toEqual([
      ['A1', 'Monteur', true],
      ['A2', 'Leerling', false],
    ]);
    const prices = read.map(({ salePrice }) => salePrice.kind === 'value' && decimalText(salePrice.value));
    expect(prices).toEqual(['62.5', '45']);
  });

  test('the fields on offer are those of every work order and the free fields of this account', async () => {
    const freeField = { fld_type: 'TEXT', fld_values: '', fld_required: '0' };
    const freeFields = [
      { ...freeField, fld_entity: 'WORKORDER', fld_name: 'Kenteken', fld_reference_name: '', fld_order: '2' },
      { ...freeField, fld_entity: 'CLIENT', fld_name: 'Sleutel', fld_reference_name: '', fld_order: '3' },
    ];
    outSmart.control.seed(token, { freeFields });
    const fields = await outSmart.open().readWorkOrderFields();
    expect(fields).toEqual([...scalarFields, { id: 'FreeFields.val_value_2', label: 'Kenteken' }]);
  });
});

const relation: RelationRecord = {
  debtorNumber: '10042',
  name: 'Bakkerij Blom <zoon> 🔧',
  street: 'Dorpsstraat',
  houseNumber: '12a',
  postalCode: '3511AB',
  city: 'Utrecht',
  country: 'NL',
  contactPerson: 'Mw. Blom',
  phone: '0301234567',
  mobile: '0612345678',
  email: 'info@blom.example',
  kvkNumber: '12345678',
  vatNumber: 'NL001234567B01',
  externalId: 'asp-7f31',
  isActive: true,
};

function relationInOutSmart(debtorNumber: string) {
  return outSmart.control.relations(token).find((found) => found.debtor_number === debtorNumber);
}

describe('writing', () => {
  test('a relation makes it, and again changes it; what the office keeps beside it stays', async () => {
    const door = outSmart.open();
    expect(await door.writeRelations([relation])).toEqual({ acceptedKeys: ['10042'], refused: [] });
    const kept = { ...relationInOutSmart('10042'), remark: 'Achterom melden', email_workorder: 'bon@blom.example' };
    outSmart.control.seed(token, { relations: [kept] });
    await door.writeRelations([{ ...relation, phone: '', isActive: false }]);
    expect(relationInOutSmart('10042')).toMatchObject({
      name: 'Bakkerij Blom <zoon> 🔧',
      kvk_number: '12345678',
      vat_number: 'NL001234567B01',
      external_id: 'asp-7f31',
      phone_number: '',
      active: '0',
      remark: 'Achterom melden',
      email_workorder: 'bon@blom.example',
    });
  });

  test('materials and hour types stores prices with a dot', async () => {
    const door = outSmart.open();
    await door.writeMaterials([{ code: 'KT-15', description: 'Koppeling', price: '12.50', unit: 'st', eanCode: '' }]);
    await door.writeHourTypes([{ code: 'REIS', name: 'Reistijd', salePrice: '45.00', isActive: true }]);
    expect(outSmart.control.materials(token)).toContainEqual(
      expect.objectContaining({ code: 'KT-15', description: 'Koppeling', unit: 'st' }),
    );
    expect(outSmart.control.hourTypes(token)).toContainEqual(
      expect.objectContaining({ code: 'REIS', sale_price: '45.00', cost_booking: '0', sale_booking: '1', active: '1' }),
    );
  });

  test('1,100 materials takes three calls', async () => {
    const materials = Array.from({ length: 1_100 }, (_, index) => material(`M${index}`));
    const door = outSmart.open();
    const result = await door.writeMaterials(materials);
    expect([result.acceptedKeys.length, result.refused.length, door.callCount]).toEqual([1_100, 0, 3]);
  });

  test('a record that OutSmart will not have is refused in its own words, and the others are stored', async () => {
    const materials = Array.from({ length: 60 }, (_, index) => material(`N${index}`));
    materials[17] = { ...material('N17'), price: 'gratis' };
    materials[40] = { ...material('N40'), unit: '' };
    const result = await outSmart.open().writeMaterials(materials);
    expect(result.acceptedKeys).toHaveLength(58);
    expect(new Set(result.refused.map((record) => record.key))).toEqual(new Set(['N17', 'N40']));
    const words = result.refused.flatMap((record) => record.messages).join(' ');
    expect(words).toContain('Required field missing: unit');
    expect(words).toContain('price');
    const stored = outSmart.control.materials(token).filter((found) => String(found.code).startsWith('N'));
    expect(stored).toHaveLength(58);
  });

  test('texts that are too long are cut to what OutSmart holds', async () => {
    const result = await outSmart.open().writeRelations([{ ...relation, name: 'n'.repeat(300) }]);
    expect(result.acceptedKeys).toEqual(['10042']);
    expect(relationInOutSmart('10042')?.name).toBe('n'.repeat(255));
  });

  test('is done once more when an answer is lost, which changes nothing', async () => {
    outSmart.control.faults.add({ kind: 'drop-after', method: 'POST' });
    const door = outSmart.open();
    expect(await door.writeRelations([relation])).toEqual({ acceptedKeys: ['10042'], refused: [] });
    expect(door.callCount).toBe(2);
    const stored = outSmart.control.relations(token).filter((found) => found.debtor_number === '10042');
    expect(stored).toHaveLength(1);
  });
});

function material(code: string) {
  return { code, description: `Artikel ${code}`, price: '1.25', unit: 'st', eanCode: '' };
}

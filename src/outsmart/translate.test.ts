import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalText } from '../kernel/decimal.ts';
import type { WorkOrder } from '../model/work-order.ts';
import { hourTypeToWire, isUnreadableRow, materialToWire, relationToWire, workOrderFromWire } from './translate.ts';
import { scalarFields } from './work-order-fields.ts';

/** A row as OutSmart sends it; a test names only the members it is about. */
function row(members: Record<string, unknown> = {}): Record<string, unknown> {
  return { id: '2417305', OrderNr: 'W25-00187', status: 'Compleet', WorkStatus: '1', Archived: '0', ...members };
}

function read(members: Record<string, unknown> = {}): WorkOrder {
  const workOrder = workOrderFromWire(row(members));
  if (isUnreadableRow(workOrder)) throw new Error(`unreadable: ${workOrder.field}`);
  return workOrder;
}

describe('a work order', () => {
  test('is read with its numbers, both statuses and both customers', () => {
    const workOrder = read({
      CustomerDebtorNr: '10042',
      CustomerName: 'Bakkerij Blom',
      CustomerDebtorNrInvoice: '10015',
      CustomerNameInvoice: 'Vastgoed Meerzicht B.V.',
      CustomerStreetInvoice: 'Kanaalweg',
      CustomerStreetNoInvoice: '88',
      CustomerZIPInvoice: '3533HG',
      CustomerCityInvoice: 'Utrecht',
      CustomerCountryInvoice: 'NL',
      CustomerEmailInvoice: 'facturen@meerzicht.example',
      MutationDate: '2025-06-11 12:31:07',
    });
    expect(workOrder).toMatchObject({
      rowId: '2417305',
      orderNumber: 'W25-00187',
      status: 'Compleet',
      workStatus: '1',
      isArchived: false,
      workParty: { debtorNumber: '10042', name: 'Bakkerij Blom' },
      invoiceParty: {
        debtorNumber: '10015',
        name: 'Vastgoed Meerzicht B.V.',
        street: 'Kanaalweg',
        houseNumber: '88',
        postalCode: '3533HG',
        city: 'Utrecht',
        country: 'NL',
        email: 'facturen@meerzicht.example',
      },
      changedAt: '2025-06-11 12:31:07',
      unreadable: [],
    });
  });

  test('of which only the number is there is a work order without lines', () => {
    expect(workOrderFromWire({ id: 5 })).toMatchObject({
      rowId: '5',
      orderNumber: '',
      status: '',
      workStatus: '',
      materials: [],
      workPeriods: [],
      workDate: null,
      unreadable: [],
    });
  });

  test('is the same whether members are null, empty, absent, text or number', () => {
    const asText = read({ id: '7', WorkStatus: '1', Archived: '0', Materials: [], FreeFields: { val_value_1: '' } });
    const asNumber = read({ id: 7, WorkStatus: 1, Archived: 0, Materials: null, FreeFields: { val_value_1: null } });
    expect(asNumber).toEqual(asText);
  });

  test('is recognised by the other spelling of its id and status too', () => {
    expect(workOrderFromWire({ Id: '9', Status: 'Compleet' })).toMatchObject({ rowId: '9', status: 'Compleet' });
  });

  test.each([
    ['1', true],
    [1, true],
    [true, true],
    ['0', false],
    [0, false],
    ['', false],
    [null, false],
  ])('with Archived %j is archived: %j', (wire, isArchived) => {
    expect(read({ Archived: wire }).isArchived).toBe(isArchived);
  });

  test('keeps texts of 64 kB, emoji, markup and surrounding spaces as they are', () => {
    const description = `  <b>Ketel</b> & "pomp" 🔧\n${'é'.repeat(65_000)} `;
    const workOrder = read({
      WorkDescription: description,
      Materials: [{ MaterialName: '<script>🔥</script>', MaterialCode: ' kt-15 ' }],
      Workperiods: [{ WorkRemark: ' regel 1\r\nregel 2 ' }],
    });
    expect(workOrder.fields.WorkDescription).toBe(description);
    expect(workOrder.materials[0]).toMatchObject({ name: '<script>🔥</script>', code: ' kt-15 ' });
    expect(workOrder.workPeriods[0]?.remark).toBe(' regel 1\r\nregel 2 ');
  });

  test('never hands on the internal description', () => {
    const workOrder = read({ InternalWorkDescription: 'Sleutel bij de buren' });
    expect(JSON.stringify(workOrder)).not.toContain('Sleutel');
  });

  test('offers every field a person may choose, free fields included', () => {
    const workOrder = read({
      Reference: 'PO 88213',
      FreeFields: { val_value_2: 'V-123-XY', val_value_3: null, x: 'y' },
    });
    expect(Object.keys(workOrder.fields)).toEqual([
      ...scalarFields.map((field) => field.id),
      'FreeFields.val_value_2',
      'FreeFields.val_value_3',
    ]);
    expect(workOrder.fields).toMatchObject({ Reference: 'PO 88213', 'FreeFields.val_value_2': 'V-123-XY' });
  });

  test('of an account without free fields may have an empty list there', () => {
    expect(read({ FreeFields: [] }).unreadable).toEqual([]);
  });
});

describe('the day of the work', () => {
  test.each([
    ['the planned day', { WorkDate: '11-06-2025', CreationDate: '2025-06-10 09:12:44' }, '2025-06-11'],
    [
      'else the day worked',
      { WorkDate: '', Workperiods: [{ WorkDate: '' }, { WorkDate: '12-06-2025' }] },
      '2025-06-12',
    ],
    ['else the day it was made', { CreationDate: '2025-06-10 09:12' }, '2025-06-10'],
    ['unknown when no day can be read', { WorkDate: '31-02-2025', CreationDate: 'gisteren' }, null],
  ])('is %s', (_which, members, day) => {
    expect(read(members).workDate).toBe(day);
  });
});

describe('lines', () => {
  test('are read in order, with comma, dot or JSON numbers for quantity and price', () => {
    const { materials } = read({
      Materials: [
        { MaterialCode: 'KT-15', MaterialName: 'Knelkoppeling', MaterialNr: '4.00', MaterialPrice: '12,50' },
        { MaterialCode: 15, MaterialNr: 1.5, MaterialPrice: '1.495,00', MaterialUnit: 'st' },
      ],
    });
    const amounts = materials.flatMap((line) => [line.quantity, line.price]);
    expect(amounts.map((amount) => amount.kind === 'value' && decimalText(amount.value))).toEqual([
      '4',
      '12.5',
      '1.5',
      '1495',
    ]);
    expect(materials.map((line) => [line.index, line.code, line.unit])).toEqual([
      [0, 'KT-15', ''],
      [1, '15', 'st'],
    ]);
  });

  test('with a value that cannot be read keep what was found, and the order is not spoiled', () => {
    const workOrder = read({
      Materials: [{ MaterialNr: 'twee', MaterialPrice: '12.50' }],
      Workperiods: [{ TotalTime: '2:75', BeginTime: '08:00', EndTime: '10:00', Break: 'x' }],
    });
    expect(workOrder.materials[0]?.quantity).toEqual({ kind: 'unreadable', text: 'twee' });
    expect(workOrder.workPeriods[0]).toMatchObject({
      totalMinutes: { kind: 'unreadable', text: '2:75' },
      beginMinutes: { kind: 'value', value: 480 },
      breakMinutes: { kind: 'unreadable', text: 'x' },
    });
    expect(workOrder.unreadable).toEqual([]);
  });

  test.each([
    ['Materials', { Materials: { 0: 'x' } }],
    ['Workperiods', { Workperiods: 'geen' }],
    ['Materials[1]', { Materials: [{}, 'los'] }],
    ['Workperiods[0]', { Workperiods: [[]] }],
    ['Materials[0].MaterialCode', { Materials: [{ MaterialCode: ['KT'] }] }],
    ['Workperiods[0].HourType', { Workperiods: [{ HourType: {} }] }],
    ['CustomerDebtorNrInvoice', { CustomerDebtorNrInvoice: ['10015'] }],
    ['FreeFields', { FreeFields: ['a'] }],
    ['FreeFields.val_value_2', { FreeFields: { val_value_2: [] } }],
    ['Archived', { Archived: {} }],
  ])('or members of another shape are named: %s', (field, members) => {
    expect(read(members).unreadable.map((entry) => entry.field)).toEqual([field]);
  });

  test('keep their place on the work order when one before them cannot be read', () => {
    expect(read({ Materials: [null, { MaterialCode: 'KT-15' }] }).materials.map((line) => line.index)).toEqual([1]);
  });
});

describe('a row that is no work order', () => {
  test.each([
    [null, 'response'],
    ['tekst', 'response'],
    [[], 'response'],
    [{}, 'id'],
    [{ id: '' }, 'id'],
    [{ id: ['1'] }, 'id'],
    [{ id: '1', status: {} }, 'status'],
    [{ id: '1', WorkStatus: [] }, 'WorkStatus'],
  ])('%j is reported with the member that says nothing: %s', (wire, field) => {
    expect(workOrderFromWire(wire)).toMatchObject({ field });
  });

  test('is named by its order number when it has one', () => {
    expect(workOrderFromWire({ OrderNr: 'W25-1' })).toMatchObject({ rowId: null, orderNumber: 'W25-1' });
  });
});

describe('whatever OutSmart sends', () => {
  const member = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom('', null, 0, '2:75', '12,5', [], {}));
  const line = fc.dictionary(
    fc.constantFrom('MaterialCode', 'MaterialNr', 'MaterialPrice', 'HourType', 'TotalTime', 'WorkDate', '__proto__'),
    member,
  );
  const names = fc.constantFrom('id', 'Id', 'status', 'WorkStatus', 'Archived', 'OrderNr', 'WorkDate', 'FreeFields');
  const wire = fc.oneof(
    fc.jsonValue({ maxDepth: 5 }),
    fc
      .tuple(fc.dictionary(names, member), fc.oneof(fc.array(line), member), fc.oneof(fc.array(line), member))
      .map(([members, Materials, Workperiods]) => ({ id: '1', ...members, Materials, Workperiods })),
  );

  test('a row is read or reported, and never throws', () => {
    fc.assert(
      fc.property(wire, (value) => {
        const before = JSON.stringify(value);
        const workOrder = workOrderFromWire(value);
        expect(JSON.stringify(value)).toBe(before);
        if (isUnreadableRow(workOrder)) {
          expect(workOrder.field).not.toBe('');
          return;
        }
        expect(workOrder.rowId.trim()).not.toBe('');
        for (const text of Object.values(workOrder.fields)) expect(typeof text).toBe('string');
      }),
      { numRuns: 2_000 },
    );
  });

  test('members named after the insides of JavaScript do no harm', () => {
    const hostile: unknown = JSON.parse(
      '{"id":"1","__proto__":{"isArchived":true},"constructor":1,"FreeFields":{"__proto__":"x","found":"y"}}',
    );
    expect(workOrderFromWire(hostile)).toMatchObject({ rowId: '1', isArchived: false, unreadable: [] });
  });
});

describe('what is written', () => {
  const relation = {
    debtorNumber: '10042',
    name: 'Bakkerij Blom',
    street: 'Dorpsstraat',
    houseNumber: '12a',
    postalCode: '3511AB',
    city: 'Utrecht',
    country: 'NL',
    contactPerson: 'Mw. Blom',
    phone: '0301234567',
    mobile: '',
    email: 'info@blom.example',
    kvkNumber: '12345678',
    vatNumber: 'NL001234567B01',
    externalId: 'asp-7f31',
    isActive: true,
  };

  test('of a relation is what the accounting package leads in, empty texts included, and nothing else', () => {
    expect(relationToWire(relation)).toEqual({
      debtor_number: '10042',
      name: 'Bakkerij Blom',
      street: 'Dorpsstraat',
      house_number: '12a',
      postal_code: '3511AB',
      city: 'Utrecht',
      country: 'NL',
      contact: 'Mw. Blom',
      phone_number: '0301234567',
      mobile: '',
      email: 'info@blom.example',
      kvk_number: '12345678',
      vat_number: 'NL001234567B01',
      external_id: 'asp-7f31',
      active: '1',
    });
    expect(relationToWire({ ...relation, isActive: false }).active).toBe('0');
  });

  test('of a material is its code, description, price with a dot, unit and EAN code', () => {
    const material = { code: 'KT-15', description: 'Knelkoppeling', price: '12.50', unit: 'st', eanCode: '871' };
    expect(materialToWire(material)).toEqual({
      code: 'KT-15',
      description: 'Knelkoppeling',
      price: '12.50',
      unit: 'st',
      eancode: '871',
    });
  });

  test('of an hour type is bookable as sale and not as cost', () => {
    expect(hourTypeToWire({ code: '001', name: 'Monteur', salePrice: '62.50', isActive: true })).toEqual({
      code: '001',
      name: 'Monteur',
      cost_booking: '0',
      sale_booking: '1',
      sale_price: '62.50',
      active: '1',
    });
  });

  test('fits the fields of OutSmart, without cutting an emoji in two', () => {
    const wire = relationToWire({ ...relation, name: `${'n'.repeat(254)}🔧 en zoon` });
    expect(wire.name).toBe('n'.repeat(254));
    const long = materialToWire({
      code: 'x',
      description: `x${'🔧'.repeat(20_000)}`,
      price: '1.00',
      unit: 'st',
      eanCode: '',
    });
    expect(long.description).toBe(`x${'🔧'.repeat(16_383)}`);
  });

  test('keeps a description of 64 kB as it is', () => {
    const description = 'd'.repeat(65_535);
    const wire = materialToWire({ code: 'x', description, price: '1.00', unit: 'st', eanCode: '' });
    expect(wire.description).toBe(description);
  });
});

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultAccount, type OutSmartSandbox, startOutSmartSandbox } from '../start.ts';
import { recordsIn, type TestClient, testClient } from '../test-client.ts';

const blom = {
  debtor_number: '10042',
  name: 'Bakkerij Blom',
  street: 'Dorpsstraat',
  postal_code: '3511AB',
  city: 'Utrecht',
};

let sandbox: OutSmartSandbox;
let client: TestClient;

beforeEach(async () => {
  sandbox = await startOutSmartSandbox();
  client = testClient(sandbox);
});

afterEach(() => sandbox.close());

async function list(endpoint: string, query: Record<string, string> = {}): Promise<Record<string, string | null>[]> {
  return recordsIn(await client.get(endpoint, query));
}

describe('relations', () => {
  test('are saved and come back as text, with every documented field', async () => {
    const posted = { ...blom, active: 1, kvk_number: 12345678, remark: 'Regel 1\nRegel 2' };
    expect(await client.post('relations', [posted])).toEqual({ code: 200, messages: [], response: 1 });
    const [relation] = await list('relations');
    expect(relation).toMatchObject({ ...blom, active: '1', kvk_number: '12345678', remark: 'Regel 1\nRegel 2' });
    expect(relation).toMatchObject({ email: '', mobile: '', external_id: '', latitude: null, longitude: null });
  });

  test('with a known number, whatever its letter case, are changed; fields that are not sent stay', async () => {
    await client.post('relations', [
      { ...blom, debtor_number: 'Deb-1', email: 'info@blom.example', remark: 'Achterom' },
    ]);
    await client.post('relations', [{ ...blom, debtor_number: 'DEB-1', name: 'Blom & Zoon', remark: '' }]);
    const relations = await list('relations');
    expect(relations).toHaveLength(1);
    expect(relations[0]).toMatchObject({ name: 'Blom & Zoon', email: 'info@blom.example', remark: '' });
  });

  test('may come as one object, and twice in one batch: the last one wins and both count', async () => {
    expect((await client.post('relations', blom)).response).toBe(1);
    const twice = [
      { ...blom, city: 'Zeist' },
      { ...blom, city: 'Bunnik' },
    ];
    expect((await client.post('relations', twice)).response).toBe(2);
    expect((await list('relations')).map((relation) => relation.city)).toEqual(['Bunnik']);
  });

  test('without a required field are refused, with one message per field', async () => {
    expect(await client.post('relations', [{ debtor_number: '1', name: 'Blom', city: 'Utrecht' }])).toEqual({
      code: 1301,
      messages: ['Required field missing: street', 'Required field missing: postal_code'],
      response: null,
    });
  });

  test.each(['', null, false])('with %o for a required field lack it', async (value) => {
    const refused = await client.post('relations', [{ ...blom, city: value }]);
    expect(refused).toMatchObject({ code: 1301, messages: ['Required field missing: city'] });
  });

  test('of a batch with one bad record are not saved at all', async () => {
    expect((await client.post('relations', [blom, { ...blom, debtor_number: '2', name: '' }])).code).toBe(1301);
    expect(await list('relations')).toEqual([]);
  });

  test('of a batch with one bad record are saved when the sandbox is told so', async () => {
    sandbox.control.settings.badBatch = 'save-the-rest';
    expect((await client.post('relations', [blom, { ...blom, debtor_number: '2', name: '' }])).code).toBe(1301);
    expect(await list('relations')).toHaveLength(1);
  });

  test('that do not fit are refused, or cut when the sandbox is told so', async () => {
    const long = { ...blom, name: 'é'.repeat(256) };
    expect(await client.post('relations', [long])).toMatchObject({
      code: 1300,
      messages: [expect.stringContaining('name')],
    });
    expect((await client.post('relations', [{ ...blom, name: 'é'.repeat(255) }])).code).toBe(200);
    expect((await client.post('relations', [{ ...blom, remark: 'é'.repeat(32_768) }])).code).toBe(1300);
    expect((await client.post('relations', [{ ...blom, remark: 'é'.repeat(32_767) }])).code).toBe(200);
    sandbox.control.settings.overLong = 'cut';
    expect((await client.post('relations', [{ ...long, remark: 'é'.repeat(40_000) }])).code).toBe(200);
    const [cut] = await list('relations');
    expect(cut?.name).toHaveLength(255);
    expect(cut?.remark).toHaveLength(32_767);
  });

  test('with a field that no documentation names are refused, or not when the sandbox is told so', async () => {
    const refused = await client.post('relations', [{ ...blom, zipcode: '1' }]);
    expect(refused).toMatchObject({ code: 1300, messages: ['Unknown field: zipcode'] });
    sandbox.control.settings.unknownFields = 'ignore';
    expect((await client.post('relations', [{ ...blom, zipcode: '1' }])).code).toBe(200);
    expect((await list('relations'))[0]).not.toHaveProperty('zipcode');
  });

  test('are active or not, and nothing else', async () => {
    expect((await client.post('relations', [{ ...blom, active: 2 }])).code).toBe(1300);
    await client.post('relations', [{ ...blom, active: 0 }]);
    expect((await list('relations'))[0]?.active).toBe('0');
  });

  test('take no lists or objects for texts, and a record is an object', async () => {
    expect((await client.post('relations', [{ ...blom, remark: ['x'] }])).code).toBe(1300);
    expect((await client.post('relations', ['text'])).code).toBe(1300);
  });

  test('lose a text when false is posted into it', async () => {
    await client.post('relations', [{ ...blom, remark: 'Achterom', contact: true }]);
    await client.post('relations', [{ ...blom, remark: false }]);
    expect((await list('relations'))[0]).toMatchObject({ remark: '', contact: '1' });
  });

  test('an empty list is accepted and changes nothing', async () => {
    expect(await client.post('relations', [])).toEqual({ code: 200, messages: [], response: 0 });
  });

  test('can be filtered, also by a column that has another name than its field', async () => {
    await client.post('relations', [blom, { ...blom, debtor_number: '10043', postal_code: '3999ZZ', active: 0 }]);
    const by = (key: string, value: string, operator = 'eq') => list('relations', { key, value, operator });
    expect(await by('debtor_number', '10042')).toMatchObject([{ debtor_number: '10042' }]);
    expect(await by('ZIP', '3999zz')).toMatchObject([{ debtor_number: '10043' }]);
    expect(await by('active', '1')).toHaveLength(1);
    expect((await client.get('relations', { key: 'zipcode', value: '1', operator: 'eq' })).code).toBe(1007);
  });
});

describe('materials', () => {
  const pipe = { code: 'KT-15', description: 'Knelkoppeling 15 mm', price: '12.50', unit: 'st' };

  test('come back with a comma in the price, whatever was posted', async () => {
    const batch = [
      pipe,
      { ...pipe, code: 'B', price: 4.5 },
      { ...pipe, code: 'C', price: '4,55' },
      { ...pipe, code: 'D', price: '1495' },
    ];
    expect((await client.post('materials', batch)).response).toBe(4);
    expect((await list('materials')).map(({ price }) => price)).toEqual(['12,50', '4,50', '4,55', '1495,00']);
    expect((await list('materials'))[0]).toMatchObject({ ...pipe, price: '12,50', eancode: '', freefield1: '' });
  });

  test.each(['1.495,00', 'gratis', '12.', '1e3'])('with the price %s are refused', async (price) => {
    expect(await client.post('materials', [{ ...pipe, price }])).toMatchObject({
      code: 1201,
      messages: ['price is not a number'],
    });
  });

  test('without a unit are refused', async () => {
    expect(await client.post('materials', [{ ...pipe, unit: '' }])).toMatchObject({
      code: 1201,
      messages: ['Required field missing: unit'],
    });
  });

  test('have short barcodes', async () => {
    expect((await client.post('materials', [{ ...pipe, eancode: '8'.repeat(56) }])).code).toBe(1201);
    expect((await client.post('materials', [{ ...pipe, eancode: '8'.repeat(55) }])).code).toBe(200);
  });

  test('ignore filters, and so do employees and hour types', async () => {
    await client.post('materials', [pipe, { ...pipe, code: 'CV-22' }]);
    expect(await list('materials', { key: 'code', value: 'KT-15', operator: 'eq' })).toHaveLength(2);
    expect(await list('materials', { key: 'nonsense', value: 'x', operator: 'xx' })).toHaveLength(2);
  });
});

describe('hour types', () => {
  const fitter = { code: '001', name: 'Monteur', cost_booking: '0', sale_booking: '1', sale_price: '62.50' };

  test('come back with a dot in the price, active unless said otherwise', async () => {
    expect((await client.post('hourtypes', [{ ...fitter, sale_price: '62,5' }])).response).toBe(1);
    expect(await list('hourtypes')).toEqual([{ ...fitter, cost_price: '0.00', active: '1' }]);
  });

  test('accept 0 as a flag and as a price', async () => {
    expect(
      (await client.post('hourtypes', [{ ...fitter, cost_booking: 0, sale_booking: 0, sale_price: 0 }])).code,
    ).toBe(200);
  });

  test.each([
    ['active', '2'],
    ['active', 'ja'],
    ['sale_price', 'veel'],
    ['sale_booking', '3'],
    ['code', ''],
  ])('with %s "%s" are refused', async (field, value) => {
    expect((await client.post('hourtypes', [{ ...fitter, [field]: value }])).code).toBe(1801);
  });
});

describe('the other lists', () => {
  test('work statuses are made once and renamed by code', async () => {
    const batch = [
      { sta_code: '0', sta_name: 'Niet naar Asperion' },
      { sta_code: '1', sta_name: 'Naar Asperion' },
    ];
    expect((await client.post('workstatusses', batch)).response).toBe(2);
    await client.post('workstatusses', [{ sta_code: '1', sta_name: '1 – Naar Asperion' }]);
    expect(await list('workstatusses')).toEqual([batch[0], { sta_code: '1', sta_name: '1 – Naar Asperion' }]);
    expect((await client.post('workstatusses', [{ sta_code: '2' }])).code).toBe(2801);
  });

  test('work types and payment methods are there from the start', async () => {
    expect((await list('worktypes')).map((type) => type.wrt_name)).toContain('Storing');
    expect(await list('paymentmethods')).toContainEqual({ pmd_description: 'op rekening' });
    expect((await client.post('worktypes', [{ wrt_name: 'Keuring' }])).messages).toHaveLength(3);
    expect((await client.post('paymentmethods', [{ pmd_description: 'incasso' }])).response).toBe(1);
  });

  test('employees need number and names, and are active', async () => {
    expect((await client.post('employees', [{ number: '11', firstname: 'Jo' }])).code).toBe(1101);
    await client.post('employees', [{ number: '11', firstname: 'Jo', lastname: 'Smit' }]);
    expect(await list('employees')).toEqual([{ number: '11', firstname: 'Jo', lastname: 'Smit', active: '1' }]);
  });

  test('projects need a status and a day of the calendar, and can be filtered', async () => {
    const project = {
      code: 'P1',
      debtor_number: '10042',
      status: 'Nieuw',
      name: 'Verbouwing',
      date_start: '2025-06-01',
    };
    expect((await client.post('projects', [{ ...project, status: '' }])).code).toBe(1701);
    expect((await client.post('projects', [{ ...project, date_start: '2025-02-30' }])).code).toBe(1701);
    expect((await client.post('projects', [project])).response).toBe(1);
    expect(await list('projects', { key: 'code', value: 'p1', operator: 'eq' })).toMatchObject([project]);
    expect(await list('projects', { key: 'debtor_number', value: '9', operator: 'eq' })).toEqual([]);
  });

  test('the little lists miss fields with 1051', async () => {
    expect((await client.post('priorities', [{ code: '1' }])).code).toBe(1051);
    expect((await client.post('priorities', [{ code: '1', description: 'Spoed' }])).response).toBe(1);
  });

  test('free fields can be filtered by what they belong to', async () => {
    const field = { fld_entity: 'WORKORDER', fld_name: 'Inkoopnummer', fld_type: 'TEXT', fld_order: '2' };
    await client.post('freefields', [field, { ...field, fld_entity: 'CLIENT', fld_name: 'Wijk' }]);
    expect(await list('freefields', { key: 'fld_entity', value: 'workorder', operator: 'eq' })).toMatchObject([field]);
  });
});

describe('late visibility', () => {
  test('keeps a new relation out of the list for a while, but not a changed one', async () => {
    sandbox.control.seed(defaultAccount.token, { relations: [{ debtor_number: '1', name: 'Oud' }] });
    sandbox.control.settings.lateVisibilityMs = 60_000;
    await client.post('relations', [blom, { ...blom, debtor_number: '1', name: 'Gewijzigd' }]);
    expect((await list('relations')).map(({ name }) => name)).toEqual(['Gewijzigd']);
    sandbox.control.clock.advance(60_000);
    expect(await list('relations')).toHaveLength(2);
  });
});

import { describe, expect, test } from 'vitest';
import { fieldsOnOffer, isFreeFieldMember, scalarFields } from './work-order-fields.ts';

const kenteken = { fld_entity: 'WORKORDER', fld_name: 'Kenteken', fld_reference_name: 'val_value_2', fld_order: '2' };

describe('the fields on offer for reference and extra lines', () => {
  test('have a Dutch label each, and no two are the same', () => {
    const fields = fieldsOnOffer([]);
    expect(fields.every((field) => field.label.trim() !== '')).toBe(true);
    expect(new Set(fields.map((field) => field.id)).size).toBe(fields.length);
    expect(new Set(fields.map((field) => field.label)).size).toBe(fields.length);
  });

  test('never include what is internal, a signature, a place on the map, a device or an address of a file', () => {
    const barred = /internal|udid|signature|latitude|longitude|url|worksheetcode|archived/i;
    expect(scalarFields.filter((field) => barred.test(field.id))).toEqual([]);
  });

  test('include the free fields of work orders by their own label', () => {
    expect(fieldsOnOffer([kenteken])).toContainEqual({ id: 'FreeFields.val_value_2', label: 'Kenteken' });
  });

  test('leave out free fields of other records', () => {
    expect(fieldsOnOffer([{ ...kenteken, fld_entity: 'CLIENT' }])).toHaveLength(scalarFields.length);
  });

  test('find the value by the order number when the reference name says nothing', () => {
    const fields = fieldsOnOffer([{ ...kenteken, fld_reference_name: 'kenteken', fld_order: '7' }]);
    expect(fields.at(-1)).toEqual({ id: 'FreeFields.val_value_7', label: 'Kenteken' });
  });

  test('leave out a free field whose value cannot be told', () => {
    const unclear = { ...kenteken, fld_reference_name: '', fld_order: '51' };
    expect(fieldsOnOffer([unclear])).toHaveLength(scalarFields.length);
  });

  test('give a free field without a name one, and show each value once', () => {
    const nameless = { ...kenteken, fld_name: ' ', fld_order: '3', fld_reference_name: '' };
    const fields = fieldsOnOffer([nameless, kenteken, { ...kenteken, fld_name: 'Kenteken 2', fld_order: '9' }]);
    expect(fields.slice(scalarFields.length)).toEqual([
      { id: 'FreeFields.val_value_2', label: 'Kenteken' },
      { id: 'FreeFields.val_value_3', label: 'Vrij veld 3' },
    ]);
  });
});

test('free-field values are numbered from 1 to 50', () => {
  const names = ['val_value_0', 'val_value_1', 'val_value_50', 'val_value_51', 'val_value_01', '__proto__'];
  expect(names.filter(isFreeFieldMember)).toEqual(['val_value_1', 'val_value_50']);
});

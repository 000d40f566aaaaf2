import { describe, expect, test } from 'vitest';
import type { WorkOrderRowId } from '../model/ids.ts';
import { invoiceDescription, markOfOrigin, rowIdInDescription, workOrderName } from './mark-of-origin.ts';

const row = '2417305' as WorkOrderRowId;
const mark = markOfOrigin('ab12cd34', row);

describe('the mark of origin', () => {
  test('is the same for the same account and work order', () => {
    expect(mark).toEqual({ text: '(ab12cd34-2417305)', rowId: '2417305' });
    expect(markOfOrigin('ab12cd34', row)).toEqual(mark);
  });

  test('is found back in the description it was written in', () => {
    const description = invoiceDescription('W25-00187', 'Bakkerij Blom', mark);
    expect(description).toBe('Werkbon W25-00187 (ab12cd34-2417305) Bakkerij Blom');
    expect(rowIdInDescription(description, 'ab12cd34')).toBe('2417305');
  });

  test.each([
    ['with text around it', 'Spoed! Werkbon W25 (ab12cd34-2417305) Blom, graag vóór vrijdag', '2417305'],
    ['with nothing around it', '(ab12cd34-2417305)', '2417305'],
    ['after an opening that was cut', 'Werkbon (ab12cd34- (ab12cd34-2417305)', '2417305'],
    ['a longer row id is that work order, not this one', 'Werkbon (ab12cd34-24173051)', '24173051'],
    ['no closing bracket: the mark was cut', 'Werkbon (ab12cd34-24173', null],
    ['another account', 'Werkbon (ffff0000-2417305)', null],
    ['an account whose key ends alike', 'Werkbon (xab12cd34-2417305)', null],
    ['only the number', 'Werkbon 2417305', null],
    ['an empty row id', 'Werkbon (ab12cd34-)', null],
    ['an empty description', '', null],
  ])('is read exactly: %s', (_title, description, expected) => {
    expect(rowIdInDescription(description, 'ab12cd34')).toBe(expected);
  });

  test('a key with characters that mean something in a pattern is taken literally', () => {
    expect(rowIdInDescription('(a.c-1)', 'a.c')).toBe('1');
    expect(rowIdInDescription('(abc-1)', 'a.c')).toBeNull();
  });
});

describe('the description of the invoice', () => {
  test('is at most 120 characters, and number and mark are whole', () => {
    const description = invoiceDescription(workOrderName('N'.repeat(60), row), 'Vastgoed '.repeat(30), mark);
    expect(description.length).toBeLessThanOrEqual(120);
    expect(description.startsWith(`Werkbon ${'N'.repeat(40)} (ab12cd34-2417305) Vastgoed`)).toBe(true);
  });

  test('keeps a long row id whole even when nothing else fits', () => {
    const long = markOfOrigin('ab12cd34', '9'.repeat(140) as WorkOrderRowId);
    const description = invoiceDescription('W1', 'Blom', long);
    expect(rowIdInDescription(description, 'ab12cd34')).toBe('9'.repeat(140));
  });

  test('names the row id when there is no order number, and stays on one line', () => {
    expect(workOrderName(' \n ', row)).toBe('2417305');
    expect(invoiceDescription(workOrderName('W25\n1', row), ' Bakkerij\r\nBlom ', mark)).toBe(
      'Werkbon W25 1 (ab12cd34-2417305) Bakkerij Blom',
    );
  });

  test('cannot be made to carry the mark of another work order', () => {
    for (const forged of ['(ab12cd34-999)', '((ab12cd34-999)', 'x (ab12cd34-999) y']) {
      expect(rowIdInDescription(invoiceDescription(forged, forged, mark), 'ab12cd34')).toBe('2417305');
    }
  });

  test('ends after the mark when the customer has no name', () => {
    expect(invoiceDescription('W25-00187', '', mark)).toBe('Werkbon W25-00187 (ab12cd34-2417305)');
  });
});

import { describe, expect, test } from 'vitest';
import { isWithinRounding, lineAmount, sum, totalsOf, vatGroups } from './totals.ts';

describe('adding up an invoice', () => {
  test('a line is rounded half up to cents, also where floating point would slip', () => {
    expect(lineAmount(1, 1.005, 0)).toBe(1.01);
    expect(lineAmount(2.17, 62.5, 0)).toBe(135.63);
    expect(lineAmount(3, 12.3456, 0)).toBe(37.04);
    expect(lineAmount(1, 0.1, 0)).toBe(0.1);
  });

  test('a credit line is rounded away from zero', () => {
    expect(lineAmount(-1, 1.005, 0)).toBe(-1.01);
  });

  test('discount goes off before rounding', () => {
    expect(lineAmount(3, 9.99, 12.5)).toBe(26.22);
    expect(lineAmount(3, 9.99, 100)).toBe(0);
  });

  test('VAT is computed once per code over the sum of its lines', () => {
    const line = { amount: 0.02, vatCode: '1', percentage: 21 };
    expect(vatGroups([line, line, line])).toEqual([{ vatCode: '1', percentage: 21, base: 0.06, vat: 0.01 }]);
    expect(
      totalsOf([line, { amount: 100, vatCode: '4', percentage: 0 }, { amount: 10, vatCode: '2', percentage: 9 }]),
    ).toEqual({ amountExclVat: 110.02, vatAmount: 0.9, amountInclVat: 110.92 });
  });

  test('nothing adds up to nothing', () => {
    expect(totalsOf([])).toEqual({ amountExclVat: 0, vatAmount: 0, amountInclVat: 0 });
    expect(sum([0.1, 0.2])).toBe(0.3);
  });

  test('a VAT amount of the caller may be two cents off', () => {
    expect(isWithinRounding(21.02, 21)).toBe(true);
    expect(isWithinRounding(21.03, 21)).toBe(false);
  });
});

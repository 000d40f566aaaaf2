import { describe, expect, test } from 'vitest';
import { sumOfAmounts } from './sum-of-amounts.ts';

describe('the sum of selected work orders', () => {
  test('is exact to the cent, also of amounts that floating point cannot hold', () => {
    expect(sumOfAmounts(['0.1', '0.2'])).toBe('0.30');
    expect(sumOfAmounts(['612.00', '334.9'])).toBe('946.90');
    expect(sumOfAmounts(['90071992547409.93', '0.01'])).toBe('90071992547409.94');
  });

  test('counts credits off', () => {
    expect(sumOfAmounts(['10', '-12.50'])).toBe('-2.50');
    expect(sumOfAmounts(['-0.05'])).toBe('-0.05');
  });

  test('keeps every decimal and is nothing of nothing', () => {
    expect(sumOfAmounts(['1.005', '1'])).toBe('2.005');
    expect(sumOfAmounts([])).toBe('0.00');
  });
});

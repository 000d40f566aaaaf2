import { describe, expect, test } from 'vitest';
import { day, dayAndTime, euro, monthName, wholeOrDash } from './numbers.ts';

describe('amounts', () => {
  test.for([
    ['1234.5', '€\u00a01.234,50'],
    ['0', '€\u00a00,00'],
    ['-12', '€\u00a0-12,00'],
    ['0.005', '€\u00a00,01'],
    ['-0.001', '€\u00a00,00'],
    ['1234567.891', '€\u00a01.234.567,89'],
    ['90071992547409931.29', '€\u00a090.071.992.547.409.931,29'],
  ] as const)('%s is %s', ([amount, written]) => {
    expect(euro(amount, 'nl')).toBe(written);
  });

  test('are written the English way for who reads English', () => {
    expect(euro('1234.5', 'en')).toBe('€\u00a01,234.50');
  });

  test('nothing is a dash, not applicable is blank', () => {
    expect([wholeOrDash(0, 'nl'), wholeOrDash(null, 'nl'), wholeOrDash(3120, 'nl')]).toEqual(['–', '', '3.120']);
  });
});

describe('days and times', () => {
  test('are those of Amsterdam, in summer and winter', () => {
    expect(day('2026-11-23T23:30:00.000Z', 'nl')).toBe('24 nov 2026');
    expect(day('2026-07-01', 'nl')).toBe('1 jul 2026');
  });

  test('today and yesterday are called so', () => {
    const now = new Date('2026-11-24T09:20:00Z');
    expect(dayAndTime('2026-11-24T08:45:00.000Z', 'nl', now)).toBe('vandaag 09:45');
    expect(dayAndTime('2026-11-23T15:00:00.000Z', 'nl', now)).toBe('gisteren 16:00');
    expect(dayAndTime('2026-09-03T07:00:00.000Z', 'nl', now)).toBe('3 sep 2026 09:00');
  });

  test('months have their name', () => {
    expect([monthName('2026-11', 'nl'), monthName('2026-11', 'en')]).toEqual(['november 2026', 'November 2026']);
  });
});

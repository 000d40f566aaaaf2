import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimal, decimalText } from '../kernel/decimal.ts';
import { wireNumber } from './wire-number.ts';
import { wireBoolean, wireDay, wireDecimal, wireId, wireIntegerId, wireText } from './wire-values.ts';

describe('values as Asperion may send them', () => {
  test.each([
    [12, '12'],
    ['12', '12'],
    [' AB ', 'AB'],
    [0, '0'],
  ])('an id %j is the text %j', (wire, text) => {
    expect(wireId.parse(wire)).toBe(text);
  });

  test.each([null, undefined, '', '  ', 1.5, true, {}, 2 ** 53])('%j is no id', (wire) => {
    expect(wireId.safeParse(wire).success).toBe(false);
  });

  test('an integer id may come as text', () => {
    expect(wireIntegerId.parse('101')).toBe(101);
    expect(wireIntegerId.safeParse('10a').success).toBe(false);
    expect(wireIntegerId.safeParse('').success).toBe(false);
  });

  test.each([
    [null, ''],
    [undefined, ''],
    ['', ''],
    [' Bakkerij ', ' Bakkerij '],
    [10025, '10025'],
    [true, 'true'],
  ])('the text of %j is %j', (wire, text) => {
    expect(wireText.parse(wire)).toBe(text);
  });

  test.each([
    [62.5, '62.5'],
    ['62,50', '62.5'],
    ['1.495,00', '1495'],
    ['-3', '-3'],
    [1e-7, '0.0000001'],
    [null, '0'],
    [undefined, '0'],
    [' ', '0'],
  ])('the number %j is %s', (wire, text) => {
    expect(decimalText(wireDecimal.parse(wire))).toBe(text);
  });

  test('letters are no number, and a list is none either', () => {
    expect(wireDecimal.safeParse('twaalf').success).toBe(false);
    expect(wireDecimal.safeParse([12]).success).toBe(false);
  });

  test.each([
    [true, true],
    ['False', false],
    [1, true],
    ['0', false],
    [null, null],
    [undefined, null],
    ['', null],
  ])('yes or no: %j is %j', (wire, answer) => {
    expect(wireBoolean.parse(wire)).toBe(answer);
  });

  test.each([
    ['2025-03-14', '2025-03-14'],
    ['2025-03-14T00:00:00', '2025-03-14'],
    ['2025-03-14T23:30:00', '2025-03-14'],
    ['2025-03-14T23:30:00Z', '2025-03-15'],
    ['2024-12-31T23:00:00+00:00', '2025-01-01'],
    ['0001-01-01T00:00:00', null],
    ['', null],
    [null, null],
    [undefined, null],
  ])('the day of %j is %j', (wire, day) => {
    expect(wireDay.parse(wire)).toBe(day);
  });

  test('a day that does not exist is refused', () => {
    expect(wireDay.safeParse('2025-02-30').success).toBe(false);
    expect(wireDay.safeParse('14-03-2025').success).toBe(false);
  });
});

describe('numbers in a body', () => {
  test('are written digit by digit', () => {
    const price = decimal('12345678901234567890.10');
    expect(JSON.stringify({ price: wireNumber(price), quantity: wireNumber(decimal('0.1')) })).toBe(
      '{"price":12345678901234567890.1,"quantity":0.1}',
    );
  });

  test('come back as they went, whatever they are', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 25n), 10n ** 25n), fc.nat(12), (digits, scale) => {
        const value = decimal(digits.toString()).div(decimal('10').pow(scale));
        const written = JSON.stringify([wireNumber(value)]).slice(1, -1);
        expect(decimal(written).eq(value)).toBe(true);
      }),
    );
  });
});

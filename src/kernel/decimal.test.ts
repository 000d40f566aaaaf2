import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from './any-text.test-kit.ts';
import {
  decimal,
  decimalText,
  hoursFromMinutes,
  NotADecimal,
  priceText,
  readDecimal,
  roundToCents,
  ZERO,
} from './decimal.ts';

describe('reading a decimal', () => {
  test.each([
    ['12.50', '12.5'],
    ['12,50', '12.5'],
    ['4.00', '4'],
    ['1.495,00', '1495'],
    ['1,495.00', '1495'],
    ['1.495', '1.495'],
    ['1,495', '1.495'],
    ['12.345.678,90', '12345678.9'],
    ['-1,00', '-1'],
    ['+3', '3'],
    ['.5', '0.5'],
    [',5', '0.5'],
    ['-.5', '-0.5'],
    ['+,5', '0.5'],
    ['5.', '5'],
    ['5,', '5'],
    ['  7 ', '7'],
    ['007', '7'],
    ['-0', '0'],
    ['12.3456', '12.3456'],
  ])('"%s" is %s', (written, text) => {
    const read = readDecimal(written);
    expect(read === null ? null : decimalText(read)).toBe(text);
  });

  test.each([
    [''],
    [' '],
    ['.'],
    ['-'],
    ['2 st'],
    ['1e3'],
    ['0x10'],
    ['Infinity'],
    ['NaN'],
    ['1.2.3'],
    ['1,2,3'],
    ['12.34,5'],
    ['1.495.000'],
    ['1 495,00'],
    ['€ 12,50'],
    ['1--2'],
    ['9'.repeat(31)],
  ])('"%s" is no decimal: it is never guessed', (written) => {
    expect(readDecimal(written)).toBeNull();
  });

  test('reads back whatever was written, with dot or comma', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 0, max: 6 }), (digits, places) => {
        const value = decimal(`${digits}e-${places}`);
        expect(readDecimal(decimalText(value))?.eq(value)).toBe(true);
        expect(readDecimal(decimalText(value).replace('.', ','))?.eq(value)).toBe(true);
        expect(readDecimal(priceText(value))?.eq(value)).toBe(true);
      }),
    );
  });

  test('never throws on any text', () => {
    fc.assert(fc.property(anyText, (text) => void readDecimal(text)));
  });
});

describe('making a decimal', () => {
  test('of a JSON number takes its digits, not its binary value', () => {
    expect(decimalText(decimal(0.1).plus(decimal(0.2)))).toBe('0.3');
    expect(decimalText(decimal(1e21))).toBe('1000000000000000000000');
    expect(decimalText(decimal(1e-7))).toBe('0.0000001');
  });

  test.each([['twaalf'], ['12,5'], [Number.NaN], [Number.POSITIVE_INFINITY]])('of %s is refused', (value) => {
    expect(() => decimal(value)).toThrow(NotADecimal);
  });
});

describe('writing a decimal', () => {
  test.each([
    ['62.50', '62.5', '62.50'],
    ['9', '9', '9.00'],
    ['12.3456', '12.3456', '12.3456'],
    ['100', '100', '100.00'],
    ['0', '0', '0.00'],
    ['-0', '0', '0.00'],
    ['-1.5', '-1.5', '-1.50'],
    ['0.10', '0.1', '0.10'],
  ])('%s is shown as %s and priced as %s', (value, text, price) => {
    expect(decimalText(decimal(value))).toBe(text);
    expect(priceText(decimal(value))).toBe(price);
  });
});

describe('rounding', () => {
  test.each([
    [130, '2.17'],
    [165, '2.75'],
    [20, '0.33'],
    [1, '0.02'],
    [0, '0'],
    [1605, '26.75'],
    [27, '0.45'],
    [3, '0.05'],
  ])('%i minutes are %s hours', (minutes, hours) => {
    expect(decimalText(hoursFromMinutes(minutes))).toBe(hours);
  });

  test.each([
    ['0.005', '0.01'],
    ['0.0049999', '0'],
    ['1.005', '1.01'],
    ['-0.005', '-0.01'],
    ['-1.004', '-1'],
    ['2.675', '2.68'],
  ])('%s is %s in cents, halves away from zero', (value, cents) => {
    expect(decimalText(roundToCents(decimal(value)))).toBe(cents);
  });

  test('nothing is changed in place', () => {
    roundToCents(ZERO.plus('0.005'));
    expect(decimalText(ZERO)).toBe('0');
  });
});

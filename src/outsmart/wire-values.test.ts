import { describe, expect, test } from 'vitest';
import { decimalText } from '../kernel/decimal.ts';
import { amountOf, durationOf, excerpt, isNo, isYes, listOf, minutesOf, textOf, timeOfDayOf } from './wire-values.ts';

describe('a time worked', () => {
  test.each([
    ['02:10', 130],
    ['2:45', 165],
    ['00:00', 0],
    ['36:30', 2190],
    ['100:00', 6000],
    ['02:10:30', 130],
    [' 02:10 ', 130],
    ['165', 165],
    [165, 165],
    [0, 0],
  ])('%j is %i minutes', (wire, minutes) => {
    expect(durationOf(wire)).toMatchObject({ kind: 'value', value: minutes });
  });

  test.each(['2:75', '2:5', 'abc', '2:', ':30', '2.5', '-1:00', '-30', '2:10:75', '1e3', '9999999', '2u10'])(
    '%j is no time and is kept as found',
    (wire) => {
      expect(durationOf(wire)).toEqual({ kind: 'unreadable', text: wire });
    },
  );

  test.each([[2.5], [true], [false], [['02:10']], [{ hours: 2 }]])('%j is no time', (wire) => {
    expect(durationOf(wire).kind).toBe('unreadable');
  });

  test.each([[''], ['   '], [null], [undefined]])('%j is no time at all, which is not the same as 0:00', (wire) => {
    expect(durationOf(wire)).toEqual({ kind: 'empty' });
  });
});

describe('a time of day', () => {
  test.each([
    ['08:30', 510],
    ['8:30', 510],
    ['00:00', 0],
    ['23:59:59', 1439],
    ['24:00', 1440],
  ])('%j is minute %i of the day', (wire, minutes) => {
    expect(timeOfDayOf(wire)).toMatchObject({ kind: 'value', value: minutes });
  });

  test.each(['24:01', '25:00', '8:60', '830', 'half negen', '8.30'])('%j is no time of day', (wire) => {
    expect(timeOfDayOf(wire)).toEqual({ kind: 'unreadable', text: wire });
  });
});

describe('a break', () => {
  test.each([
    ['15', 15],
    [30, 30],
    ['15.00', 15],
    ['0,00', 0],
  ])('%j is %i minutes', (wire, minutes) => {
    expect(minutesOf(wire)).toMatchObject({ kind: 'value', value: minutes });
  });

  test.each(['15.5', '-15', '00:15', 'kwartier'])('%j is no number of minutes', (wire) => {
    expect(minutesOf(wire)).toEqual({ kind: 'unreadable', text: wire });
  });
});

describe('a quantity or price', () => {
  test.each([
    ['12.50', '12.5'],
    ['12,50', '12.5'],
    ['1.495,00', '1495'],
    ['1.495', '1.495'],
    [12.5, '12.5'],
    [4, '4'],
    [-1.25, '-1.25'],
    [0.0000001, '0.0000001'],
  ])('%j is %s', (wire, expected) => {
    const read = amountOf(wire);
    expect(read.kind === 'value' && decimalText(read.value)).toBe(expected);
  });

  test('letters are kept as found', () => {
    expect(amountOf('twaalf')).toEqual({ kind: 'unreadable', text: 'twaalf' });
  });

  test('a JSON number that has lost digits is not believed', () => {
    expect(amountOf(JSON.parse('12345678901234567890')).kind).toBe('unreadable');
    expect(amountOf(JSON.parse('1e999')).kind).toBe('unreadable');
  });

  test('nothing is empty, not 0', () => {
    expect(amountOf('')).toEqual({ kind: 'empty' });
    expect(amountOf(null)).toEqual({ kind: 'empty' });
  });
});

describe('a text', () => {
  test.each([
    ['  with spaces ', '  with spaces '],
    ['<b>vet</b> & "meer" 🔧', '<b>vet</b> & "meer" 🔧'],
    [10042, '10042'],
    [null, ''],
    [undefined, ''],
    [false, ''],
    [true, '1'],
  ])('%j is read as %j', (wire, expected) => {
    expect(textOf(wire)).toBe(expected);
  });

  test('a list or an object is no text', () => {
    expect(textOf(['a'])).toEqual({ found: '["a"]' });
    expect(textOf({ a: 1 })).toEqual({ found: '{"a":1}' });
  });
});

test('absent, null and empty lists are empty, and an object is no list', () => {
  expect(listOf(undefined)).toEqual([]);
  expect(listOf(null)).toEqual([]);
  expect(listOf('')).toEqual([]);
  expect(listOf({ 0: 'a' })).toEqual({ found: '{"0":"a"}' });
});

test('a flag says yes, says no, or says nothing', () => {
  expect(['1', 'true', '0', ''].map(isYes)).toEqual([true, true, false, false]);
  expect(['1', '0', ' 0 ', ''].map(isNo)).toEqual([false, true, true, false]);
});

test('what is shown of a foreign value is short, however long, wide or deep the value is', () => {
  const deep: unknown = JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`);
  const wide = Array.from({ length: 100_000 }, (_, index) => index);
  for (const value of [deep, wide, 'x'.repeat(1_000_000), { a: 'y'.repeat(100_000) }]) {
    expect(excerpt(value).length).toBeLessThanOrEqual(200);
  }
});

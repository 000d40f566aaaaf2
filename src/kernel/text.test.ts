import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from './any-text.test-kit.ts';
import { cutText, foldCode, isBlank, oneLine } from './text.ts';

describe('comparing codes', () => {
  test.each([
    [' KT-15', 'kt-15 '],
    ['k100A', 'K100a'],
    ['stra\u00dfe', 'STRASSE'],
    ['\u00c9', 'e\u0301'],
    ['ΣΑΣ', 'σας'],
    ['\tKT-15\n', 'KT-15'],
  ])('"%s" and "%s" are one code', (one, other) => {
    expect(foldCode(one)).toBe(foldCode(other));
  });

  test.each([
    ['KT-15', 'KT-16'],
    ['KT 15', 'KT-15'],
    ['001', '1'],
    ['e', 'é'],
  ])('"%s" and "%s" are two', (one, other) => {
    expect(foldCode(one)).not.toBe(foldCode(other));
  });

  test('the form in which accents are stored makes no difference', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldCode(text.normalize('NFD'))).toBe(foldCode(text.normalize('NFC')));
      }),
    );
  });
});

describe('one line', () => {
  test.each([
    ['Koppeling vervangen.\nInstallatie afgeperst.', 'Koppeling vervangen. Installatie afgeperst.'],
    ['a \r\n\r\n  b', 'a b'],
    ['a\u2028b\u2029c', 'a b c'],
    ['a\vb\fc', 'a b c'],
    ['  twee  spaties  ', 'twee  spaties'],
    [' \n ', ''],
    ['', ''],
  ])('%j becomes %j', (text, line) => {
    expect(oneLine(text)).toBe(line);
  });

  test('holds no line break and stays the same the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '\u2028', '\t') }), (text) => {
        const line = oneLine(text);
        expect(line).not.toMatch(/[\r\n\u2028\u2029]/);
        expect(oneLine(line)).toBe(line);
      }),
    );
  });
});

describe('blank', () => {
  test('is nothing but white space', () => {
    expect(['', ' ', '\u00a0\n\t'].map(isBlank)).toEqual([true, true, true]);
    expect(['-', ' a '].map(isBlank)).toEqual([false, false]);
  });
});

describe('cutting', () => {
  test.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'abc'],
    ['ab😀', 3, 'ab'],
    ['ab😀', 4, 'ab😀'],
    ['abc', 0, ''],
  ])('%s to %i characters is %s', (text, charactersMax, cut) => {
    expect(cutText(text, charactersMax)).toBe(cut);
  });

  test('never makes a text that cannot be stored', () => {
    fc.assert(
      fc.property(anyText, fc.nat({ max: 20 }), (text, charactersMax) => {
        const whole = text.toWellFormed();
        expect(cutText(whole, charactersMax).isWellFormed()).toBe(true);
        expect(cutText(whole, charactersMax).length).toBeLessThanOrEqual(charactersMax);
      }),
    );
  });
});

import { expect, test } from 'vitest';
import type { IsoDate } from '../kernel/dates.ts';
import { decimal } from '../kernel/decimal.ts';
import { counted, dutchDate, dutchDateTime, dutchList, dutchNumber, dutchTime, euro } from './sentences-numbers.ts';

test('an amount has a no-break space after the euro sign, a dot for thousands and two decimals', () => {
  expect(euro(decimal('1234.5'))).toBe('€\u00a01.234,50');
});

test('a negative amount has its minus behind the euro sign', () => {
  expect(euro(decimal('-12'))).toBe('€\u00a0-12,00');
});

test('half a cent is rounded up, also where floating point would not', () => {
  expect(euro(decimal('1.005'))).toBe('€\u00a01,01');
  expect(euro(decimal('-0.004'))).toBe('€\u00a00,00');
});

test('an amount too large for floating point keeps its cents', () => {
  expect(euro(decimal('12345678901234567.89'))).toBe('€\u00a012.345.678.901.234.567,89');
});

test('a unit price shows all its decimals when asked, two at least', () => {
  expect(euro(decimal('0.0345'), 'all')).toBe('€\u00a00,0345');
  expect(euro(decimal('62.5'), 'all')).toBe('€\u00a062,50');
});

test('2.75 hours are written as 2,75 and 3 hours as 3,00', () => {
  expect(dutchNumber(decimal('2.75'), 2)).toBe('2,75');
  expect(dutchNumber(decimal('3'), 2)).toBe('3,00');
  expect(dutchNumber(4806)).toBe('4.806');
});

test('a day is written with the month as a word', () => {
  expect(dutchDate('2026-11-24' as IsoDate)).toBe('24 nov 2026');
  expect(dutchDate('2026-03-01' as IsoDate)).toBe('1 mrt 2026');
});

test('just before midnight in London it is the next day in the Netherlands', () => {
  expect(dutchDate(new Date('2026-11-24T23:30:00Z'))).toBe('25 nov 2026');
  expect(dutchTime(new Date('2026-11-24T23:30:00Z'))).toBe('00:30');
});

test('a moment of today is called vandaag, one of yesterday has its date', () => {
  const now = new Date('2026-07-02T09:00:00Z');
  expect(dutchDateTime(new Date('2026-07-02T07:45:00Z'), now)).toBe('vandaag 09:45');
  expect(dutchDateTime(new Date('2026-07-01T21:59:00Z'), now)).toBe('1 jul 2026 23:59');
  expect(dutchDateTime(new Date('2026-07-01T22:01:00Z'), now)).toBe('vandaag 00:01');
  expect(dutchDateTime(new Date('2026-07-02T07:45:00Z'))).toBe('2 jul 2026 09:45');
});

test('one work order is a werkbon, more are werkbonnen', () => {
  expect(counted(1, 'werkbon', 'werkbonnen')).toBe('1 werkbon');
  expect(counted(1204, 'werkbon', 'werkbonnen')).toBe('1.204 werkbonnen');
});

test('a list has en before its last word', () => {
  expect(dutchList(['debiteuren', 'artikelen', 'uursoorten'])).toBe('debiteuren, artikelen en uursoorten');
});

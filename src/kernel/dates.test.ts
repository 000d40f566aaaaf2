import { describe, expect, test } from 'vitest';
import { dayInAmsterdam, readDutchDate, readIsoDate } from './dates.ts';

describe('the day in Amsterdam', () => {
  test.each([
    ['2025-06-16T21:59:59Z', '2025-06-16'],
    ['2025-06-16T22:00:00Z', '2025-06-17'],
    ['2025-12-31T22:59:59Z', '2025-12-31'],
    ['2025-12-31T23:00:00Z', '2026-01-01'],
    ['2025-03-30T00:59:59Z', '2025-03-30'],
    ['2025-10-26T22:30:00Z', '2025-10-26'],
    ['2025-10-26T23:30:00Z', '2025-10-27'],
  ])('at %s is %s', (moment, day) => {
    expect(dayInAmsterdam(new Date(moment))).toBe(day);
  });
});

describe('reading a day', () => {
  test.each([
    ['2025-06-16', '2025-06-16'],
    ['2025-06-16T00:00:00', '2025-06-16'],
    ['2025-06-16 09:12:44', '2025-06-16'],
    [' 2024-02-29 ', '2024-02-29'],
    ['2025-02-29', null],
    ['2025-13-01', null],
    ['0000-00-00', null],
    ['2025-06-161', null],
    ['16-06-2025', null],
    ['', null],
  ])('"%s" from Asperion is %s', (text, day) => {
    expect(readIsoDate(text)).toBe(day);
  });

  test.each([
    ['11-06-2025', '2025-06-11'],
    ['1-6-2025', '2025-06-01'],
    [' 29-02-2024 ', '2024-02-29'],
    ['29-02-2025', null],
    ['31-04-2025', null],
    ['00-00-0000', null],
    ['06/11/2025', null],
    ['2025-06-11', null],
    ['11-06-25', null],
    ['', null],
  ])('"%s" from OutSmart is %s', (text, day) => {
    expect(readDutchDate(text)).toBe(day);
  });
});

import { describe, expect, test } from 'vitest';
import { decimalText } from '../kernel/decimal.ts';
import type { WorkPeriod } from '../model/work-order.ts';
import { empty, period, time, unreadable } from './example-records.test-kit.ts';
import { invoicedHours, minutesText, roundUpMinutes, workedTime } from './worked-time.ts';

function hoursOf(worked: WorkPeriod, stepMinutes: number | null): string {
  const read = workedTime(worked);
  if (read.kind === 'unreadable') throw new Error(JSON.stringify(read.members));
  return decimalText(invoicedHours(worked, read, stepMinutes).value);
}

describe('hours on the invoice', () => {
  test.each([
    ['02:45', null, '2.75'],
    ['02:45', 30, '3'],
    ['00:31', 30, '1'],
    ['01:30', 30, '1.5'],
    ['00:01', null, '0.02'],
    ['00:01', 1, '0.02'],
    ['00:01', 60, '1'],
    ['02:10', null, '2.17'],
    ['00:20', null, '0.33'],
    ['00:50', 7, '0.93'],
    ['26:45', null, '26.75'],
    ['26:45', 60, '27'],
  ])('%s worked, rounded up to %s minutes, is %s hours', (worked, step, hours) => {
    expect(hoursOf(period({ totalMinutes: time(worked) }), step)).toBe(hours);
  });

  test('say how they came about', () => {
    const worked = period({ totalMinutes: time('02:45') });
    const read = workedTime(worked);
    if (read.kind === 'unreadable') throw new Error('readable');
    expect(invoicedHours(worked, read, 30).origin).toEqual({
      source: 'work-order',
      field: 'Workperiods[0].TotalTime',
      found: '02:45',
      rule: 'hours.rounded-up',
      parameters: { minutes: '165', stepMinutes: '30', roundedMinutes: '180' },
    });
  });
});

describe('time without a total', () => {
  const span = (begin: string, end: string, breakMinutes: WorkPeriod['breakMinutes'] = empty): WorkPeriod =>
    period({ totalMinutes: empty, beginMinutes: time(begin), endMinutes: time(end), breakMinutes });

  test.each([
    ['08:10', '10:20', '00:00', 130],
    ['22:30', '02:15', '00:30', 195],
    ['08:00', '08:00', '00:00', 0],
    ['08:00', '09:00', '01:30', 0],
    ['23:00', '00:00', '00:00', 60],
    ['00:00', '24:00', '00:00', 1440],
  ])('from %s to %s with a break of %s is %i minutes', (begin, end, pause, minutes) => {
    expect(workedTime(span(begin, end, time(pause)))).toMatchObject({ kind: 'minutes', minutes });
  });

  test('an empty break is none', () => {
    expect(workedTime(span('08:00', '09:00'))).toMatchObject({ minutes: 60 });
  });

  test('every member that cannot be read is named', () => {
    const odd = period({
      totalMinutes: empty,
      beginMinutes: unreadable('acht uur'),
      endMinutes: unreadable('25:00'),
      breakMinutes: unreadable('kwartier'),
    });
    expect(workedTime(odd)).toEqual({
      kind: 'unreadable',
      members: [
        { field: 'Workperiods[0].BeginTime', found: 'acht uur' },
        { field: 'Workperiods[0].EndTime', found: '25:00' },
        { field: 'Workperiods[0].Break', found: 'kwartier' },
      ],
    });
  });

  test('a missing begin or end is a missing time', () => {
    for (const members of [{ beginMinutes: time('08:00') }, { endMinutes: time('08:00') }, {}]) {
      expect(workedTime(period({ totalMinutes: empty, ...members }))).toEqual({
        kind: 'unreadable',
        members: [{ field: 'Workperiods[0].TotalTime', found: '' }],
      });
    }
  });
});

describe('time with a total', () => {
  test('counts whatever begin, end and break say, readable or not', () => {
    const odd = { beginMinutes: unreadable('x'), endMinutes: time('09:00'), breakMinutes: unreadable('y') };
    expect(workedTime(period({ totalMinutes: time('00:00'), ...odd }))).toMatchObject({ kind: 'minutes', minutes: 0 });
    expect(workedTime(period({ totalMinutes: time('03:00'), ...odd }))).toMatchObject({ minutes: 180 });
  });

  test('that is no time is named, and begin and end are no way out', () => {
    const odd = period({ totalMinutes: unreadable('2u30'), beginMinutes: time('08:00'), endMinutes: time('10:30') });
    expect(workedTime(odd)).toEqual({
      kind: 'unreadable',
      members: [{ field: 'Workperiods[0].TotalTime', found: '2u30' }],
    });
  });
});

test('0 minutes stay 0 with every step', () => {
  for (const step of [null, 1, 15, 60]) expect(roundUpMinutes(0, step)).toBe(0);
});

test('minutes are written as people write them', () => {
  expect([0, 5, 90, 1605].map(minutesText)).toEqual(['0:00', '0:05', '1:30', '26:45']);
});

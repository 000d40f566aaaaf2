import { describe, expect, test } from 'vitest';
import { addDays, durationText, dutchDay, minutesOf, timeText, workdayBefore } from './calendar.ts';

describe('days counted from a given today', () => {
  test('one working day before Monday is Friday, and one after Friday is Monday', () => {
    expect(workdayBefore('2026-11-23', 1)).toBe('2026-11-20');
    expect(workdayBefore('2026-11-20', -1)).toBe('2026-11-23');
  });

  test('in the weekend the last working day is Friday', () => {
    expect(workdayBefore('2026-11-22', 0)).toBe('2026-11-20');
    expect(workdayBefore('2026-11-22', 1)).toBe('2026-11-19');
  });

  test('days run over months and leap years', () => {
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(dutchDay('2026-03-05')).toBe('05-03-2026');
  });

  test('a day that is no day is refused', () => {
    expect(() => addDays('24-11-2026', 1)).toThrow('YYYY-MM-DD');
    expect(() => addDays('2026-13-01', 1)).toThrow('not a day of the calendar');
  });

  test('durations may pass 24 hours, times of day run on past midnight', () => {
    expect(durationText(1605)).toBe('26:45');
    expect(timeText(1575)).toBe('02:15');
    expect(minutesOf('22:30')).toBe(1350);
  });
});

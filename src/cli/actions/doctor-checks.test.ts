import { describe, expect, test } from 'vitest';
import { checkClock } from './doctor-checks.ts';

describe('the clock of the machine', () => {
  test.each([-20_000, 0, 20_000])('that is %i ms behind the database is good enough', (behindMs) => {
    expect(checkClock(behindMs)).toMatchObject({ state: 'good' });
  });

  test('that is wrong is told, by how much and which way', () => {
    expect(checkClock(90_000)).toMatchObject({
      state: 'attention',
      text: expect.stringContaining('90 seconden achter'),
    });
    expect(checkClock(-3_600_000)).toMatchObject({ text: expect.stringContaining('3600 seconden voor') });
  });
});

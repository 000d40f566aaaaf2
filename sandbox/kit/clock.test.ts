import { describe, expect, test } from 'vitest';
import { SandboxClock } from './clock.ts';

const toleranceMs = 30_000;

function expectAbout(moment: Date, iso: string): void {
  expect(Math.abs(moment.getTime() - Date.parse(iso))).toBeLessThan(toleranceMs);
}

describe('the clock of a sandbox', () => {
  test('shows real time until somebody moves it', () => {
    expectAbout(new SandboxClock().now(), new Date().toISOString());
  });

  test('goes on from the moment it was set to', () => {
    const clock = new SandboxClock();
    clock.set('2025-06-11T12:00:00Z');
    expectAbout(clock.now(), '2025-06-11T12:00:00Z');
    clock.advance(3_600_000);
    expectAbout(clock.now(), '2025-06-11T13:00:00Z');
  });

  test('returns to real time when reset', () => {
    const clock = new SandboxClock();
    clock.set('2001-01-01T00:00:00Z');
    clock.reset();
    expectAbout(clock.now(), new Date().toISOString());
  });

  test('refuses what is no moment', () => {
    expect(() => new SandboxClock().set('morgen')).toThrow(RangeError);
    expect(() => new SandboxClock().advance(Number.NaN)).toThrow(RangeError);
  });
});

import { describe, expect, test } from 'vitest';
import { backoffMs, retryAfterMs } from './retry-after.ts';

describe('waiting', () => {
  test('Retry-After in seconds', () => {
    expect(retryAfterMs(new Headers({ 'retry-after': ' 3 ' }))).toBe(3000);
    expect(retryAfterMs(new Headers({ 'retry-after': '0' }))).toBe(0);
  });

  test('Retry-After as a moment counts from the clock of the one who asks for it', () => {
    const headers = { date: 'Fri, 14 Mar 2025 10:00:00 GMT', 'retry-after': 'Fri, 14 Mar 2025 10:00:05 GMT' };
    expect(retryAfterMs(new Headers(headers))).toBe(5000);
    expect(retryAfterMs(new Headers({ ...headers, date: 'Fri, 14 Mar 2025 11:00:00 GMT' }))).toBe(0);
  });

  test('no Retry-After, or one that cannot be read, asks for nothing', () => {
    expect(retryAfterMs(new Headers())).toBeNull();
    expect(retryAfterMs(new Headers({ 'retry-after': 'straks' }))).toBeNull();
  });

  test('each attempt waits longer, up to a bound, and never the same', () => {
    for (const [attempt, mostMs] of [
      [1, 250],
      [2, 500],
      [3, 1000],
      [20, 8000],
    ] as const) {
      const waitMs = backoffMs(attempt);
      expect(waitMs).toBeGreaterThanOrEqual(mostMs / 2);
      expect(waitMs).toBeLessThanOrEqual(mostMs);
    }
  });
});

/**
 * How long to wait before asking again. Knows HTTP and nothing of Asperion.
 */
import type { HttpAnswer } from '../kernel/http.ts';

/** What `Retry-After` asks for, in milliseconds; null when it is absent or cannot be read. */
export function retryAfterMs(headers: HttpAnswer['headers']): number | null {
  const text = headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const until = Date.parse(text);
  if (Number.isNaN(until)) return null;
  // The other side's own clock, where it tells, so that a difference between the clocks does not count.
  const served = Date.parse(headers.get('date') ?? '');
  return Math.max(0, until - (Number.isNaN(served) ? Date.now() : served));
}

const BACKOFF_FIRST_MS = 250;
const BACKOFF_MAX_MS = 8_000;

/** Doubles with each attempt (1 is the first); half of it is left to chance, so that callers do not come back in step. */
export function backoffMs(attempt: number, random: () => number = Math.random): number {
  const wholeMs = Math.min(BACKOFF_MAX_MS, BACKOFF_FIRST_MS * 2 ** (attempt - 1));
  return wholeMs / 2 + (random() * wholeMs) / 2;
}

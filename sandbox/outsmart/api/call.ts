// What an endpoint gets to work with once the credentials are good, and what it must give back.

import type { Account } from '../records/account.ts';
import type { OutSmartSettings } from '../settings.ts';
import type { Answer } from './envelope.ts';
import type { PhpQuery } from './php-query.ts';

export interface Call {
  account: Account;
  query: PhpQuery;
  /** The parsed body of a POST; undefined for a GET. */
  body: unknown;
  settings: OutSmartSettings;
  /** The moment of the call, in milliseconds of the sandbox clock. */
  nowMs: number;
  /** The same as Dutch local time. */
  timestamp: string;
}

export type Handler = (call: Call) => Answer;

/** The methods an endpoint takes. */
export interface Endpoint {
  GET?: Handler;
  POST?: Handler;
}

/** The user that histories name for what is done over the API. */
export const apiUser = 'openapi';

/** Up to which moment records must have been made to be seen in lists. */
export function visibleUntilMs({ nowMs, settings }: Call): number {
  // Without the delay everything is seen, also when the clock was turned back after a record was made.
  return settings.lateVisibilityMs === 0 ? Number.POSITIVE_INFINITY : nowMs - settings.lateVisibilityMs;
}

/** The posted records: a list as it is, one object as a list of one. Undefined for anything else. */
export function postedRecords(body: unknown): unknown[] | undefined {
  if (Array.isArray(body)) return body;
  return typeof body === 'object' && body !== null ? [body] : undefined;
}

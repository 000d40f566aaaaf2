// Asking a sandbox without a network in between: for a simulation, which decides by itself when a request arrives and
// what becomes of the answer. The whole server answers, hooks and faults included.
import type { FastifyInstance } from 'fastify';

export interface AskedRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

export interface GivenAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Resolves when the work is done. */
export type Ask = (request: AskedRequest) => Promise<GivenAnswer>;

/** Asks that server. */
export function askerOf(app: FastifyInstance): Ask {
  return async ({ method, url, headers, body }) => {
    const answer = await app.inject({ method, url, headers, ...(body === undefined ? {} : { payload: body }) });
    const kept = Object.entries(answer.headers).map(([name, value]) => [name, String(value)]);
    return { status: answer.statusCode, headers: Object.fromEntries(kept), text: answer.payload };
  };
}

// A bare HTTP client for the tests of this sandbox: adds the credentials and reads the envelope, nothing else.
// It shares no code with the connector, whose reading of the same documentation may differ.

import type { WireWorkOrder } from './records/work-order-fields.ts';
import { defaultAccount, defaultSoftwareToken, type OutSmartSandbox } from './start.ts';

export interface Envelope {
  code: number;
  messages: string[];
  response: unknown;
}

export interface TestClient {
  get(endpoint: string, query?: Record<string, string>): Promise<Envelope>;
  post(endpoint: string, body: unknown, query?: Record<string, string>): Promise<Envelope>;
  /** Any address below the API base, as it is; a body is sent as it is. */
  raw(path: string, init?: RequestInit): Promise<Envelope>;
}

export function testClient(
  sandbox: OutSmartSandbox,
  token: string = defaultAccount.token,
  softwareToken: string = defaultSoftwareToken,
): TestClient {
  const raw = async (path: string, init: RequestInit = {}): Promise<Envelope> => {
    const response = await fetch(`${sandbox.apiUrl}${path}`, init);
    if (response.status !== 200) throw new Error(`HTTP ${response.status}`);
    return (await response.json()) as Envelope;
  };
  const address = (endpoint: string, query: Record<string, string>): string =>
    `/${endpoint}/?${new URLSearchParams({ token, software_token: softwareToken, ...query }).toString()}`;
  return {
    raw,
    get: (endpoint, query = {}) => raw(address(endpoint, query)),
    post: (endpoint, body, query = {}) =>
      raw(address(endpoint, query), {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
  };
}

/** The payload of a list of work orders. */
export function workOrdersIn(envelope: Envelope): WireWorkOrder[] {
  return envelope.response as WireWorkOrder[];
}

/** The payload of a list of anything else. */
export function recordsIn(envelope: Envelope): Record<string, string | null>[] {
  return envelope.response as Record<string, string | null>[];
}

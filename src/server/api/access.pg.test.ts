// Who may call what, for every route there is: a route that is added later is in here by itself.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Access } from '../../api/route.ts';
import { allRoutes, type RouteName } from '../../api/routes.ts';
import type { AnyRequest, ApiClient } from './api-client.test-kit.ts';
import { type ApiWorld, startApiWorld, type Who } from './api-world.test-kit.ts';

let api: ApiWorld;
let clients: Record<Who, ApiClient>;
const everybody: readonly Who[] = ['nobody', 'stranger', 'reader', 'office', 'manager', 'operator'];

/** Who passes, by the access that a route names. Everybody else is refused. */
const MAY: Readonly<Record<Access, readonly Who[]>> = {
  anyone: everybody,
  person: ['stranger', 'reader', 'office', 'manager', 'operator'],
  reader: ['reader', 'office', 'manager'],
  office: ['office', 'manager'],
  manager: ['manager'],
  operator: ['operator'],
};

const routes = Object.entries(allRoutes) as [RouteName, (typeof allRoutes)[string]][];
/** Of a company in the path, of which one has to be a member. */
const companyRoutes = routes.filter(([, { access }]) => ['reader', 'office', 'manager'].includes(access));

beforeAll(async () => {
  api = await startApiWorld();
  clients = Object.fromEntries(
    await Promise.all(everybody.map(async (who) => [who, await api.signIn(who)] as const)),
  ) as typeof clients;
});

afterAll(() => api?.close());

/** Fills the path; whatever is behind it does not exist. A body is one that no route accepts: nothing is done. */
function requestOf(name: RouteName, accountId: string): AnyRequest {
  const { body } = allRoutes[name] ?? {};
  const params = { accountId, runId: crypto.randomUUID(), kind: 'debtor', connector: 'asperion' };
  const unknown = Object.fromEntries([...name.matchAll(/:(\w+)/g)].map(([, part = '']) => [part, 'onbekend'] as const));
  return { params: { ...unknown, ...params }, ...(body ? { body: 'geen van alle' } : {}) };
}

interface Answered {
  readonly status: number;
  readonly code: string;
  readonly text: string;
}

/** A stream is left as soon as it began. */
async function answered(client: ApiClient, name: RouteName, given: AnyRequest): Promise<Answered> {
  const leaving = new AbortController();
  const response = await client.request(name, { ...given, signal: leaving.signal });
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
    leaving.abort();
    return { status: response.status, code: '', text: '' };
  }
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
  return { status: response.status, code: isJson ? ((JSON.parse(text) as { code?: string }).code ?? '') : '', text };
}

const REFUSALS = ['session.none', 'access.role', 'access.not-found'];

describe('Every route', () => {
  test.each(routes)('%s lets in who may, and nobody else', async (name, { access, params }) => {
    const isOfCompany = companyRoutes.some(([one]) => one === name);
    const hasAccount = params !== undefined && name.includes(':accountId');
    for (const who of everybody) {
      // Signing out would end the session that the others need.
      const client = name === 'DELETE /api/session' ? await api.signIn(who) : clients[who];
      const given = requestOf(name, hasAccount && !isOfCompany ? api.otherId : api.accountId);
      const { status, code } = await answered(client, name, given);
      if (MAY[access].includes(who)) {
        expect({ who, code }).not.toEqual({ who, code: expect.toBeOneOf(REFUSALS) });
        expect({ who, status }).not.toEqual({ who, status: 500 });
      } else expect({ who, status, code }).toEqual({ who, ...refusalOf(access, who) });
    }
  });
});

function refusalOf(access: Access, who: Who): { status: number; code: string } {
  if (who === 'nobody') return { status: 401, code: 'session.none' };
  const isMember = who !== 'stranger' && who !== 'operator';
  // Whoever is no member learns not even that there is such a company, and nobody that there is an operator's part.
  if (!isMember || access === 'operator') return { status: 404, code: 'access.not-found' };
  return { status: 403, code: 'access.role' };
}

describe('Another company', () => {
  test.each(companyRoutes.map(([name]) => name))('%s answers as for one that does not exist', async (name) => {
    const manager = clients.manager;
    const other = await answered(manager, name, requestOf(name, api.otherId));
    expect(other.status).toBe(404);
    expect(await answered(manager, name, requestOf(name, crypto.randomUUID()))).toEqual(other);
    expect(await answered(manager, name, requestOf(name, 'geen-nummer'))).toEqual(other);
  });

  test('a run of another company answers as one that does not exist', async () => {
    const { run } = await api.world.store.forAccount(api.otherId).runs.ask('export', 'person', 'test');
    for (const name of companyRoutes.map(([one]) => one).filter((one) => one.includes(':runId'))) {
      const given = (runId: string): AnyRequest => ({ params: { accountId: api.accountId, runId } });
      const other = await answered(clients.manager, name, given(run.id));
      expect({ name, status: other.status }).toEqual({ name, status: 404 });
      expect(await answered(clients.manager, name, given(crypto.randomUUID()))).toEqual(other);
    }
  });
});

describe('An API key', () => {
  test('may do what its person may', async () => {
    const key = await api.withKey('reader');
    const { accounts } = await key.call('GET /api/me');
    expect(accounts).toMatchObject([{ accountId: api.accountId, role: 'reader' }]);
    const params = { accountId: api.accountId };
    expect((await key.request('GET /api/accounts/:accountId/runs', { params })).status).toBe(200);
    const refused = await key.refused('POST /api/accounts/:accountId/runs', { params, body: { job: 'export' } });
    expect(refused).toMatchObject({ status: 403, code: 'access.role' });
  });

  test('changes nothing about signing in', async () => {
    const key = await api.withKey('manager');
    for (const [name, route] of routes.filter(([, one]) => one.isForSessionsOnly && one.access !== 'anyone')) {
      const { status } = await answered(key, name, requestOf(name, api.accountId));
      expect({ name, status, access: route.access }).toEqual({ name, status: 403, access: route.access });
    }
  });

  test('that nobody gave out is nobody, whatever cookie comes along', async () => {
    const response = await clients.manager.request('GET /api/me', { headers: { authorization: 'Bearer verzonnen' } });
    expect(response.status).toBe(401);
  });
});

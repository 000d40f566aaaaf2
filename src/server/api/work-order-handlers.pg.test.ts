/**
 * What the API answers about work orders has the shape that it promises, and a decision asks for an export at once.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workOrderRoutes } from '../../api/work-order-routes.ts';
import type { Config } from '../../config/config.ts';
import type { Person } from '../../identity/person.ts';
import { startTestWorld, type TestWorld, TOKEN, withMaterial } from '../../sync/test-world.test-kit.ts';
import { workOrderHandlers } from './work-order-handlers.ts';

type Name = keyof typeof workOrderRoutes;

const BASE = '/api/accounts/:accountId';
const MARIEKE: Person = {
  ...{ userId: '1', name: 'Marieke', email: 'marieke@jansen.example', isOperator: false, hasTwoFactor: false },
  ...{ memberships: [], sessionId: null },
};

let world: TestWorld;
let rowIds: readonly string[];
beforeAll(async () => {
  world = await startTestWorld();
  await world.save({ salesTypeId: '10' });
  const orders = [
    withMaterial('W1', 'KT-15', '1', '10'),
    withMaterial('W2', '4711', '2', '0.1'),
    withMaterial('W3', '9999', '1', '<script>'),
  ];
  rowIds = world.outsmart.control.seed(TOKEN, { workOrders: orders as never });
  await world.run('export');
});
afterAll(() => world.close());

/** Asks as the server would after its checks, and holds the answer to the contract. */
async function ask(name: Name, input: { params?: object; query?: object; body?: object } = {}): Promise<unknown> {
  const { account, parts, outsmart, asperion } = world;
  const config = {
    sandbox: { outsmartPort: 1, asperionPort: 1, identityPort: 1 },
    outsmart: { apiUrl: outsmart.apiUrl },
    asperion: { apiUrl: asperion.apiUrl },
  } as Config;
  const queue = {
    ask: async (...[, job, trigger, by]: Parameters<Parameters<typeof workOrderHandlers>[0]['queue']['ask']>) =>
      (await account.runs.ask(job, trigger, by)).run,
  };
  const handlers = workOrderHandlers({ parts, config, queue });
  const { signal } = new AbortController();
  const call = { params: {}, query: {}, body: {}, person: MARIEKE, account, language: 'en', signal, ...input };
  const answer = await (handlers[name] as (call: unknown) => Promise<unknown>)(call);
  return workOrderRoutes[name].response.parse(answer);
}

const listed = { page: 1, pageSize: 50, search: '', causeId: '', month: '' };

describe('what is read', () => {
  test.each([
    [`GET ${BASE}/overview`, {}],
    [`GET ${BASE}/work-orders`, { query: listed }],
    [`GET ${BASE}/causes`, {}],
    [`GET ${BASE}/links`, {}],
    [`GET ${BASE}/asperion-records`, { query: { kind: 'debtor', search: '' } }],
  ] as const)('%s has the shape that is promised', async (name, input) => {
    await expect(ask(name, input)).resolves.toBeTypeOf('object');
  });

  test('each work order has its page, in whatever state it is', async () => {
    for (const rowId of rowIds)
      await expect(ask(`GET ${BASE}/work-orders/:rowId`, { params: { rowId } })).resolves.toMatchObject({ rowId });
  });
});

describe('a decision', () => {
  const queued = { job: 'export', state: 'queued', startedBy: 'Marieke' };

  test('to create, to link or to try again asks for an export', async () => {
    const creation = { body: { causeId: 'materiaal-onbekend:4711' } };
    expect(await ask(`POST ${BASE}/causes/creation`, creation)).toMatchObject(queued);
    const link = { body: { kind: 'article', code: '9999', targetCode: 'KT-15' } };
    expect(await ask(`POST ${BASE}/links`, link)).toMatchObject(queued);
    expect(await ask(`POST ${BASE}/work-orders/retry`)).toMatchObject(queued);
    const removal = { params: { kind: 'article', code: '9999' } };
    expect(await ask(`DELETE ${BASE}/links/:kind/:code`, removal)).toEqual({ ok: true });
  });

  test('about work orders tells what could not be done', async () => {
    const answer = await ask(`POST ${BASE}/work-orders/skip`, { body: { rowIds } });
    expect(answer).toMatchObject({ done: 2, refused: [{ rowId: rowIds[0] }] });
  });
});

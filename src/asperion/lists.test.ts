import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AsperionSandbox } from '#sandbox/asperion/start.ts';
import type { Accounting } from '../model/accounting.ts';
import { openAsperion } from './client.ts';
import {
  connectionTo,
  faultOf,
  lastingVault,
  MEANT,
  OTHER,
  startJsonServer,
  startServer,
  startStand,
  type TestServer,
  vaultOf,
} from './stand.test-kit.ts';

async function collected<T>(pages: AsyncIterable<readonly T[]>): Promise<T[]> {
  const all: T[] = [];
  for await (const page of pages) all.push(...page);
  return all;
}

const numbers = (count: number): { customerNumber: string; name: string }[] =>
  Array.from({ length: count }, (_, n) => ({ customerNumber: String(10_000 + n), name: `Debiteur ${n}` }));

describe("Asperion's lists", () => {
  let sandbox: AsperionSandbox;
  let accounting: Accounting;

  beforeEach(async () => {
    sandbox = await startStand();
    sandbox.control.seed(MEANT, { debtors: numbers(45) });
    accounting = openAsperion(connectionTo(sandbox, { pageSize: 10 }), await vaultOf(sandbox));
  });
  afterEach(() => sandbox.close());

  test.each(['relative', 'absolute'] as const)('are read page by page, with %s links', async (pageLinks) => {
    sandbox.control.settings.pageLinks = pageLinks;
    const sizes: number[] = [];
    const read: string[] = [];
    for await (const page of accounting.books(MEANT).readDebtors()) {
      sizes.push(page.length);
      read.push(...page.map((debtor) => debtor.customerNumber));
    }
    expect(sizes).toStrictEqual([10, 10, 10, 10, 5]);
    expect(read).toStrictEqual(numbers(45).map((debtor) => debtor.customerNumber));
    expect(accounting.callCount).toBe(5);
  });

  test('are read whole when pages count from 0, and when Asperion makes them smaller than asked for', async () => {
    sandbox.control.settings.pageBase = 0;
    sandbox.control.settings.pageSizeMax = 7;
    expect(await collected(accounting.books(MEANT).readDebtors())).toHaveLength(45);
  });

  test('whoever leaves half-way leaves nothing under way', async () => {
    for await (const page of accounting.books(MEANT).readDebtors()) {
      expect(page).toHaveLength(10);
      break;
    }
    expect(accounting.callCount).toBeLessThanOrEqual(2);
  });

  test('the administrations of the user, whichever is the default', async () => {
    expect(await accounting.readAdministrations()).toStrictEqual([
      { id: MEANT, name: 'Installatiebedrijf Zonneveld' },
      { id: OTHER, name: 'Zonneveld Vastgoed' },
    ]);
  });

  test('when the administration header is misspelt, the wrong books answer and that is noticed', async () => {
    const misspelt = openAsperion(connectionTo(sandbox, { tenantHeader: 'X-Tennant' }), await vaultOf(sandbox));
    const fault = await faultOf(collected(misspelt.books(MEANT).readDebtors()));
    expect(fault).toMatchObject({ code: 'asperion.wrong_administration', retry: 'never' });
    expect(fault.detail).toMatchObject({
      call: 'GET /v1/debtors',
      field: '_meta.administrationId',
      messages: ['meant 101, answered 102 Zonneveld Vastgoed'],
    });
    expect((await faultOf(misspelt.books(MEANT).readVatCodes())).code).toBe('asperion.wrong_administration');
    expect((await faultOf(misspelt.books(MEANT).findDebtors(['10000']))).code).toBe('asperion.wrong_administration');
    expect(await misspelt.books(OTHER).readVatCodes()).not.toHaveLength(0);
  });

  test('the next page travels while this one is worked on, and only that one', async () => {
    let pages = 0;
    for await (const _page of accounting.books(MEANT).readDebtors()) {
      pages += 1;
      await expect.poll(() => sandbox.control.journal.count()).toBe(Math.min(pages + 1, 5));
    }
    expect(pages).toBe(5);
  });
});

describe('lists that break their contract', () => {
  let server: TestServer | null = null;
  afterEach(() => server?.close());

  const readFrom = async (body: unknown) => {
    server = await startJsonServer(body);
    const accounting = openAsperion(connectionTo({ apiUrl: server.url, identityUrl: server.url }), lastingVault());
    return collected(accounting.books(MEANT).readDebtors());
  };

  test.each([
    ['no list', {}, '_data'],
    ['a list without its envelope', [{ id: 1 }], ''],
    ['null', null, ''],
    ['a row without an id', { _data: [{ id: 1 }, { name: 'x' }] }, '_data[1].id'],
    ['a row that is no record', { _data: [7] }, '_data[0]'],
    ['a name that is a list', { _data: [{ id: 1, name: ['x'] }] }, '_data[0].name'],
    ['a next page without a number', { _data: [], _meta: { nextPage: '/v1/debtors' } }, '_meta.nextPage'],
    ['pages that go round', { _data: [], _meta: { nextPage: '?page=2' } }, '_meta.nextPage'],
    ['an administration that is no number', { _data: [], _meta: { administrationId: 'x' } }, '_meta.administrationId'],
  ])('%s: the fault names the member', async (_what, body, field) => {
    const fault = await faultOf(readFrom(body));
    expect(fault).toMatchObject({ code: 'asperion.contract_broken', retry: 'never' });
    expect(fault.detail).toMatchObject({ system: 'asperion', call: 'GET /v1/debtors', field });
  });

  test('a list that does not say whose it is is taken', async () => {
    expect(await readFrom({ _data: [{ id: 1, customerNumber: 5 }] })).toMatchObject([{ id: '1', customerNumber: '5' }]);
  });

  test('a row that moved to the next page while reading is read once', async () => {
    const pages = [[1, 2], [2, 3], [3]];
    let page = 0;
    server = await startServer((_request, response) => {
      const data = (pages[page] ?? []).map((id) => ({ id }));
      page += 1;
      const nextPage = page < pages.length ? `?page=${page + 1}` : null;
      response.end(JSON.stringify({ _data: data, _meta: { nextPage } }));
    });
    const accounting = openAsperion(connectionTo({ apiUrl: server.url, identityUrl: server.url }), lastingVault());
    const ids = (await collected(accounting.books(MEANT).readDebtors())).map((debtor) => debtor.id);
    expect(ids).toStrictEqual(['1', '2', '3']);
  });

  test('the body is kept for the operator without what is personal', async () => {
    const fault = await faultOf(readFrom({ _data: [{ customerNumber: 'x', name: 'Bakkerij De Korenaar' }] }));
    expect(fault.detail.maskedBody).toBe('{"customerNumber":"x","name":"***"}');
  });

  test('the token is not sent to another host, whatever the link says', async () => {
    const stranger = await startServer((_request, response) => response.end('{"_data":[]}'));
    let pages = 0;
    server = await startServer((_request, response) => {
      pages += 1;
      const nextPage = pages === 1 ? `${stranger.url}/v1/debtors?page=2` : null;
      response.end(JSON.stringify({ _data: [{ id: pages }], _meta: { nextPage } }));
    });
    const accounting = openAsperion(connectionTo({ apiUrl: server.url, identityUrl: server.url }), lastingVault());
    expect(await collected(accounting.books(MEANT).readDebtors())).toHaveLength(2);
    expect(stranger.requests).toHaveLength(0);
    expect(server.requests[1]?.url).toBe('/v1/debtors?pageSize=200&page=2');
    await stranger.close();
  });
});

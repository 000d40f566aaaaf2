/**
 * Promises P5 and P15 of docs/guarantees.md: what people do with drafts in Asperion is seen here, and every draft has a name.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../src/cli/typed-commands.test-kit.ts';
import type { ApiClient } from '../src/server/api/api-client.test-kit.ts';
import { type ApiWorld, startApiWorld } from '../src/server/api/api-world.test-kit.ts';
import { ADMINISTRATION, TOKEN, workOrder } from '../src/sync/test-world.test-kit.ts';

const AN_HOUR_MS = 61 * 60_000;

describe('life after the draft', () => {
  let api: ApiWorld;
  let office: ApiClient;
  let params: { accountId: string };
  beforeAll(async () => {
    api = await startApiWorld();
    office = await api.signIn('office');
    params = { accountId: api.accountId };
  });
  afterAll(() => api?.close());

  const give = (...numbers: string[]) =>
    api.world.outsmart.control.seed(TOKEN, { workOrders: numbers.map((number) => workOrder(number)) as never });
  const draftsOf = (number: string) =>
    api.world.asperion.control
      .drafts(ADMINISTRATION)
      .filter(({ description }) => description?.startsWith(`Werkbon ${number} `));
  const rowOf = async (number: string) => {
    const query = { search: number };
    const { items } = await office.call('GET /api/accounts/:accountId/work-orders', { params, query });
    return items.find(({ orderNumber }) => orderNumber === number);
  };
  const lookAgain = () => {
    api.world.clock.advance(AN_HOUR_MS);
    return api.world.run('export');
  };

  test('P5: a draft that is deleted is noticed and asked about, never silently made again; the others are left alone', async () => {
    const [deleted = ''] = give('W1', 'W2', 'W3');
    await api.world.run('export');
    const others = [draftsOf('W2')[0]?.id, draftsOf('W3')[0]?.id];
    api.world.asperion.control.deleteDraft(ADMINISTRATION, draftsOf('W1')[0]?.id ?? 0);
    for (let hours = 0; hours < 4; hours += 1) await lookAgain();
    expect(draftsOf('W1')).toEqual([]);
    expect([draftsOf('W2')[0]?.id, draftsOf('W3')[0]?.id]).toEqual(others);
    expect(await rowOf('W1')).toMatchObject({ place: 'waiting', state: 'deleted' });
    expect([(await rowOf('W2'))?.place, (await rowOf('W3'))?.place]).toEqual(['invoiced', 'invoiced']);
    const { causes } = await office.call('GET /api/accounts/:accountId/causes', { params });
    expect(causes).toEqual([
      expect.objectContaining({ reason: 'concept-verwijderd', tally: { count: 1, amount: '185.63' } }),
    ]);
    // Only a person's word makes it again, once.
    const body = { rowIds: [deleted] };
    const { done } = await office.call('POST /api/accounts/:accountId/work-orders/make-again', { params, body });
    expect(done).toBe(1);
    await until(async () => (await rowOf('W1'))?.place === 'invoiced');
    await lookAgain();
    expect(draftsOf('W1')).toHaveLength(1);
    expect(
      draftsOf('W2')
        .concat(draftsOf('W3'))
        .map(({ id }) => id),
    ).toEqual(others);
  });

  test('P15: a draft goes by its work order and debtor, and its number is read back once there is one', async () => {
    give('N1');
    await api.world.run('export');
    const [draft] = draftsOf('N1');
    expect(draft).toMatchObject({ invoiceNumber: null, subject: 'Werkbon N1', debtorCustomerNumber: '10042' });
    expect(await rowOf('N1')).toMatchObject({
      ...{ orderNumber: 'N1', customerName: 'Bakkerij Blom', debtorNumber: '10042', invoiceNumber: null },
    });
    const lines = await office.call('GET /api/accounts/:accountId/log', { params, query: { search: 'N1' } });
    expect(lines.items[0]).toMatchObject({ subjectKey: 'N1', subjectName: 'Bakkerij Blom' });
    const { invoiceNumber } = api.world.asperion.control.processDraft(ADMINISTRATION, draft?.id ?? 0);
    await lookAgain();
    expect(invoiceNumber).toMatch(/\d/);
    expect(await rowOf('N1')).toMatchObject({ invoiceNumber, invoiceStage: 'final' });
    expect(draftsOf('N1')).toHaveLength(1);
  });
});

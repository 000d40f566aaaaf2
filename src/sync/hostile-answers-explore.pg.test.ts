/**
 * A whole export in which one answer is damaged: whichever it is and however, nothing is lost, nothing is made twice, and
 * no invoice says anything else than it would have.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAsperion } from '../asperion/client.ts';
import { DEFAULT_PATHS, DEFAULT_TENANT_HEADER } from '../asperion/connection.ts';
import { openOutSmart } from '../outsmart/client.ts';
import type { UseCaseParts } from '../usecases/parts.ts';
import { type DamagingProxies, startDamagingProxies } from './damaging-proxy.test-kit.ts';
import { ADMINISTRATION, startTestWorld, type TestWorld, TOKEN, workOrder } from './test-world.test-kit.ts';

/** A failure prints the number of the call and the seed of the damage; both together make it happen again. */
const SEED = 31000000;
const DAMAGES_PER_CALL = 6;
/** What was damaged in one run is a question for the next, and perhaps waits for a debtor or article then. */
const ROUNDS_MAX = 3;
const WAIT_MS = 16 * 60_000;
const TIMEOUT_MS = 1_000;
const SOFTWARE_TOKEN = 'software0000000000000000000000000000000a';

describe('an export in which one answer is damaged', () => {
  let world: TestWorld;
  let proxies: DamagingProxies;
  let parts: UseCaseParts;
  beforeAll(async () => {
    world = await startTestWorld();
    proxies = await startDamagingProxies({ outsmart: world.outsmart.apiUrl, asperion: world.asperion.apiUrl });
    parts = behind(proxies, world);
    await world.save({
      ...{ createRelations: true, debtorKindId: '1', paymentConditionId: 1, createMaterials: true, salesTypeId: '10' },
    });
  });
  afterAll(async () => {
    await proxies.close();
    await world.close();
  });

  /** One with all there is, one that needs a debtor and an article made for it, one with hours alone. */
  const give = (name: string) => {
    const material = { MaterialCode: `NW-${name}`, MaterialName: 'Nieuw ding', MaterialNr: '3', MaterialPrice: '9,95' };
    const customer = { CustomerDebtorNr: `20-${name}`, CustomerDebtorNrInvoice: '', CustomerName: 'VvE Kade 7' };
    return world.outsmart.control.seed(TOKEN, {
      workOrders: [
        workOrder(`A${name}`),
        workOrder(`B${name}`, { ...customer, Workperiods: [], Materials: [material] }),
        workOrder(`C${name}`, { CustomerDebtorNr: '10015', CustomerDebtorNrInvoice: '10015', Materials: [] }),
      ] as never,
    });
  };
  /** What stands in the invoices of these work orders, without what differs by nature. */
  const invoiced = (name: string) =>
    ['A', 'B', 'C'].map((letter) =>
      world.asperion.control
        .drafts(ADMINISTRATION)
        .filter(({ description }) => description?.startsWith(`Werkbon ${letter}${name} (`))
        .map((draft) => ({
          debtor: draft.debtorCustomerNumber.replace(name, ''),
          total: draft.amountInclVat,
          lines: draft.lines.map(({ description, quantity, price, vatCode, amount, articleId }) => ({
            ...{ description, quantity, price, vatCode, amount },
            code: world.asperion.control
              .articles(ADMINISTRATION)
              .find(({ id }) => id === articleId)
              ?.code.replace(name, ''),
          })),
        })),
    );
  const made = (name: string) => [
    world.asperion.control.debtors(ADMINISTRATION).filter((debtor) => debtor.customerNumber === `20-${name}`).length,
    world.asperion.control.articles(ADMINISTRATION).filter((article) => article.code === `NW-${name}`).length,
  ];
  const statuses = (ids: readonly string[]) => ids.map((id) => world.outsmart.control.workOrder(TOKEN, id).status);

  /** Null when all is well in the end. */
  const objection = async (name: string, call: number, seed: number, expected: unknown): Promise<string | null> => {
    const ids = give(name);
    proxies.damage(call, seed);
    // Anything but a fault is thrown on, and fails the test.
    const run = await world.run('export', parts).catch((error: unknown) => error as Error);
    const damage = `call ${call} seed ${seed}: ${proxies.done()}`;
    if (run instanceof Error) return `${damage}\n  ended with ${run.stack}`;
    const early = invoiced(name);
    if (early.flat().some((draft) => !JSON.stringify(expected).includes(JSON.stringify(draft)))) {
      return `${damage}\n  made ${JSON.stringify(early)}`;
    }
    proxies.count();
    const wanted = JSON.stringify({ drafts: expected, made: [1, 1], statuses: ids.map(() => 'Afgehandeld') });
    const end = () => JSON.stringify({ drafts: invoiced(name), made: made(name), statuses: statuses(ids) });
    for (let rounds = 0; rounds < ROUNDS_MAX && end() !== wanted; rounds += 1) {
      world.clock.advance(WAIT_MS);
      await world.run('export', parts);
    }
    return end() === wanted ? null : `${damage}\n  ended in ${end()}`;
  };

  test('each call in turn, in ways that everybody can see: every work order has its one right invoice in the end', async () => {
    give('x0');
    proxies.count();
    expect(await world.run('export', parts)).toMatchObject({ state: 'done', counts: { invoiced: 3 } });
    const [callCount, expected] = [proxies.calls(), invoiced('x0')];
    expect(expected.map((drafts) => drafts.length)).toEqual([1, 1, 1]);
    const objections: string[] = [];
    for (let index = 0; index < callCount * DAMAGES_PER_CALL; index += 1) {
      const found = await objection(`x${index + 1}`, (index % callCount) + 1, SEED + index, expected);
      if (found !== null) objections.push(found);
    }
    expect(objections).toEqual([]);
  }, 1_500_000);
});

/** The same program, with the proxies in the place of the systems. */
function behind(proxies: DamagingProxies, { parts, asperion }: TestWorld): UseCaseParts {
  const limits = { timeoutMs: TIMEOUT_MS, concurrency: 4 };
  return {
    ...parts,
    doors: {
      openFieldService: async (_account, signal) =>
        openOutSmart(
          {
            ...{ apiUrl: proxies.outsmartUrl, softwareToken: SOFTWARE_TOKEN, bearer: null, token: TOKEN },
            ...{ ...limits, listTimeoutMs: TIMEOUT_MS },
          },
          signal,
          { sleep: () => Promise.resolve(), random: () => 0.5 },
        ),
      openAccounting: async (account, signal) =>
        openAsperion(
          {
            ...{ apiUrl: proxies.asperionUrl, identityUrl: asperion.identityUrl, clientId: 'test-client' },
            ...{ clientSecret: 'test-secret', scopes: 'openid profile offline_access asperion_api' },
            ...{ tenantHeader: DEFAULT_TENANT_HEADER, pageSize: 200, paths: DEFAULT_PATHS },
            ...{ ...limits, target: { kind: 'draft-invoice' } as const },
          },
          account.tokens,
          { signal, clock: parts.clock },
        ),
    },
  };
}

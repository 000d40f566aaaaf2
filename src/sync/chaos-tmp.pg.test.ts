import { expect, test } from 'vitest';
import { runJob } from './run-job.ts';
import { ADMINISTRATION, startTestWorld, TOKEN, workOrder } from './test-world.test-kit.ts';

const SEEDS = (process.env.CHAOS_SEEDS ?? '1-6').split('-').map(Number);
const DRAFTS = '/v1/draftsalesinvoiceswithlines';

function random(seed: number) {
  let state = seed * 2654435761;
  return (n: number) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 3266489917) >>> 0;
    return (state >>> 3) % n;
  };
}

for (let seed = SEEDS[0] ?? 1; seed <= (SEEDS[1] ?? 1); seed++) {
  test(`chaos ${seed}`, async () => {
    const world = await startTestWorld({ timeoutMs: 400 });
    const history: string[] = [];
    try {
      const pick = random(seed);
      await world.save({
        createRelations: true,
        debtorKindId: '1',
        paymentConditionId: 1,
        createMaterials: true,
        salesTypeId: '10',
      });
      const second = world.secondProcess();
      let number = 0;
      const ids: string[] = [];
      const give = (count: number) => {
        const orders = Array.from({ length: count }, () => {
          number += 1;
          const fields: Record<string, unknown> = {};
          if (pick(3) === 0)
            Object.assign(fields, {
              CustomerDebtorNr: `30${pick(4)}`,
              CustomerDebtorNrInvoice: '',
              CustomerName: `K${number}`,
            });
          if (pick(3) === 0)
            fields.Materials = [
              { MaterialCode: `N${pick(4)}`, MaterialName: 'Nieuw', MaterialNr: '1', MaterialPrice: '5' },
            ];
          return workOrder(`W${number}`, fields);
        });
        ids.push(...world.outsmart.control.seed(TOKEN, { workOrders: orders as never }));
      };
      const check = () => {
        const drafts = world.asperion.control.drafts(ADMINISTRATION);
        const marks = drafts.map(({ description }) => /\(([^)]*)\)/.exec(description ?? '')?.[1] ?? '?');
        const doubles = marks.filter((mark, index) => marks.indexOf(mark) !== index);
        if (doubles.length > 0) throw new Error(`DOUBLE ${doubles.join()} after ${history.join(' | ')}`);
        for (const id of ids) {
          const isHandled = world.outsmart.control.workOrder(TOKEN, id).status === 'Afgehandeld';
          if (isHandled && !marks.some((mark) => mark.endsWith(`-${id}`)))
            throw new Error(`ACKNOWLEDGED WITHOUT INVOICE ${id} after ${history.join(' | ')}`);
        }
      };
      const aFault = () => {
        const target =
          [
            { method: 'POST', path: DRAFTS },
            { method: 'POST', path: '/v1/debtors' },
            { method: 'POST', path: '/v1/articles' },
            { method: 'GET', path: DRAFTS },
            { method: 'GET', path: '/v1/' },
            { path: '/v1/' },
          ][pick(6)] ?? {};
        const kind =
          (['drop-after', 'drop-before', 'status', 'delay', 'html', 'truncated', 'rate-limit'] as const)[pick(7)] ??
          'status';
        const rule = {
          ...target,
          kind,
          times: 1 + pick(4),
          skip: pick(5),
          delayMs: 700,
          status: [500, 400, 503, 502][pick(4)] ?? 500,
          afterWork: pick(2) === 0,
          retryAfterSeconds: 1,
        };
        history.push(`fault ${JSON.stringify(rule)}`);
        world.asperion.control.faults.add(rule);
      };
      const outFault = () => {
        const rule = {
          path: ['GetWorkorder/', 'GetWorkorders', ''][pick(3)] ?? '',
          kind: (['drop-after', 'drop-before', 'status', 'html'] as const)[pick(4)] ?? 'status',
          times: 1 + pick(5),
          skip: pick(4),
        };
        history.push(`outfault ${JSON.stringify(rule)}`);
        world.outsmart.control.faults.add(rule);
      };
      const exportBy = async (parts = world.parts, signal = new AbortController().signal) => {
        const { run } = await world.account.runs.ask('export', 'person', 'test');
        return runJob(parts, world.account.accountId, run.id, { waitMs: 15_000, signal }).catch((error: unknown) => {
          throw new Error(`BUG ${String((error as Error).stack)} after ${history.join(' | ')}`);
        });
      };
      give(8);
      for (let step = 0; step < 14; step++) {
        const what = pick(11);
        if (what <= 2) aFault();
        else if (what === 3) outFault();
        else if (what === 4) {
          give(1 + pick(5));
          history.push('give');
        } else if (what === 5) {
          const ms = (1 + pick(20)) * 60_000;
          history.push(`advance ${ms}`);
          world.clock.advance(ms);
          world.asperion.control.clock.advance(ms);
        } else if (what === 6) {
          world.asperion.control.settings.lateVisibilityMs = pick(2) * 5 * 60_000;
          history.push(`late ${world.asperion.control.settings.lateVisibilityMs}`);
        } else if (what === 7) {
          history.push('two exports');
          await Promise.all([exportBy(), exportBy(second)]);
        } else if (what === 8) {
          history.push('export with lost lease');
          const going = exportBy();
          await new Promise((resolve) => setTimeout(resolve, 20 + pick(400)));
          await world.loseLease();
          await Promise.all([going, exportBy(second)]);
        } else if (what === 9) {
          history.push('export stopped');
          const stopping = new AbortController();
          const going = exportBy(world.parts, stopping.signal);
          await new Promise((resolve) => setTimeout(resolve, 20 + pick(400)));
          stopping.abort();
          await going;
        } else {
          const id = ids[pick(ids.length)] ?? '';
          if (pick(2)) await world.account.workOrders.skip(id as never, 'k');
          else await world.account.workOrders.unskip(id as never, 'k');
          history.push(`decide ${id}`);
        }
        if (step % 3 === 2) {
          history.push('export');
          await exportBy();
        }
        check();
      }
      world.asperion.control.faults.clear();
      world.outsmart.control.faults.clear();
      for (const id of ids) await world.account.workOrders.unskip(id as never, 'k');
      for (let round = 0; round < 3; round++) {
        world.clock.advance(16 * 60_000);
        world.asperion.control.clock.advance(16 * 60_000);
        await exportBy();
        check();
      }
      const states = (await world.account.workOrders.list({ limit: 999, offset: 0 })).filter(
        ({ state }) => state !== 'acknowledged',
      );
      const left = states.map(
        ({ orderNumber, state, findings }) => `${orderNumber} ${state} ${JSON.stringify(findings)}`,
      );
      if (left.length > 0 || world.asperion.control.drafts(ADMINISTRATION).length !== ids.length)
        throw new Error(
          `LEFT ${left.join(', ')} drafts ${world.asperion.control.drafts(ADMINISTRATION).length}/${ids.length} after ${history.join(' | ')}`,
        );
      const numbers = world.asperion.control.debtors(ADMINISTRATION).map(({ customerNumber }) => customerNumber);
      expect(new Set(numbers).size).toBe(numbers.length);
      const codes = world.asperion.control.articles(ADMINISTRATION).map(({ code }) => code);
      expect(new Set(codes).size).toBe(codes.length);
      expect((await world.account.runs.list(99)).filter(({ state }) => state === 'running')).toEqual([]);
    } finally {
      await world.close();
    }
  }, 120_000);
}

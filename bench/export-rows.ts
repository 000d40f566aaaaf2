/**
 * Exporting ready work orders, and a cycle in which there is nothing to export.
 */
import { type Comparison, compare, ratioRow } from './compare.ts';
import { figuresOf } from './figures.ts';
import type { BenchSizes, Masters } from './options.ts';
import type { Row } from './row.ts';
import type { Company, Measured, Stage } from './stage.ts';

const EXPORT_GOAL = 1.25;
const CALLS_PER_ORDER_GOAL = 2.1;
const IDLE_CALLS_GOAL = 1;

/** Measures the export, its calls, and idle cycles of the company that exported last. */
export async function exportRows(
  stage: Stage,
  { sizes, masters, workOrders }: { sizes: BenchSizes; masters: Masters; workOrders: readonly object[] },
  latencyMs: number,
  isGoal: boolean,
): Promise<Row[]> {
  await stage.systems.setLatency(latencyMs);
  let company: Company | null = null;
  const exported = await compare(sizes.pairs, {
    async bare() {
      const access = await stage.newBareAccess(workOrders);
      return thenTidy(stage, () => stage.bare.ask('export', access));
    },
    async connector() {
      const next = await stage.newCompany({ exportOn: true, workOrders });
      company = next;
      return thenTidy(stage, () => exportBy(stage, next, workOrders.length));
    },
  });
  const idle: Measured[] = [];
  while (company !== null && idle.length < sizes.pairs) {
    const of: Company = company;
    idle.push(await stage.counted(() => exportBy(stage, of, 0)));
  }
  return rowsOf(exported, idle, { sizes, masters, latencyMs, isGoal });
}

/** Every run finds Asperion without drafts. */
async function thenTidy(stage: Stage, work: () => Promise<number>): Promise<Measured> {
  const run = await stage.counted(work);
  await stage.systems.removeDrafts();
  return run;
}

async function exportBy({ connector }: Stage, { accountId }: Company, expected: number): Promise<number> {
  const { ms, counts } = await connector.ask('run', { accountId, job: 'export' });
  const handled = counts.acknowledged ?? 0;
  if (handled !== expected) throw new Error(`${handled} work orders were handled instead of ${expected}`);
  return ms;
}

function rowsOf(
  exported: Comparison,
  idle: readonly Measured[],
  { sizes, masters, latencyMs, isGoal }: { sizes: BenchSizes; masters: Masters; latencyMs: number; isGoal: boolean },
): Row[] {
  const goal = (max: number) => (isGoal ? max : null);
  const { orders, orderDebtors, orderArticles } = sizes;
  const what = `export of ${orders.toLocaleString('en')} ready work orders (${share(orderDebtors, masters.debtors)} debtors, ${share(orderArticles, masters.articles)} articles)`;
  return [
    ratioRow({ id: 'export.time', what, latencyMs, goalMax: goal(EXPORT_GOAL) }, exported),
    {
      ...{ id: 'export.calls', what: 'the same: calls per work order', latencyMs, unit: 'calls' },
      measured: figuresOf(exported.connector.map(({ calls }) => calls.all / orders)),
      goalMax: goal(CALLS_PER_ORDER_GOAL),
    },
    {
      ...{ id: 'export.idle', what: 'idle cycle: calls', latencyMs, unit: 'calls' },
      measured: figuresOf(idle.map(({ calls }) => calls.all)),
      goalMax: goal(IDLE_CALLS_GOAL),
      remark: `${Math.round(figuresOf(idle.map(({ ms }) => ms)).median)} ms`,
    },
  ];
}

function share(used: number, all: number): string {
  return `${used} of ${all.toLocaleString('en')}`;
}

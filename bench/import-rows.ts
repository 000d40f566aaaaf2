/**
 * Importing debtors and articles: the first time, and again when nothing changed.
 */
import { compare, ratioRow } from './compare.ts';
import { figuresOf } from './figures.ts';
import type { BenchSizes } from './options.ts';
import type { Row } from './row.ts';
import type { Company, Stage } from './stage.ts';

const FIRST_GOAL = 1.5;
const UNCHANGED_GOAL = 1.2;

/** Measures both; the second on the companies of the first. */
export async function importRows(stage: Stage, sizes: BenchSizes, latencyMs: number, isGoal: boolean): Promise<Row[]> {
  const { systems } = stage;
  const records = `${sizes.articles.toLocaleString('en')} articles and ${sizes.debtors.toLocaleString('en')} debtors`;
  let company: Company | null = null;
  await systems.setLatency(latencyMs);
  const first = await compare(sizes.pairs, {
    async bare() {
      const access = await stage.newBareAccess();
      return stage.counted(() => stage.bare.ask('firstImport', access));
    },
    async connector() {
      company = await stage.newCompany({ exportOn: false });
      return stage.counted(() => importBy(stage, company, { newRecords: sizes.articles + sizes.debtors }));
    },
  });
  const access = await stage.newBareAccess();
  const unchanged = await compare(sizes.pairs, {
    bare: () => stage.counted(() => stage.bare.ask('unchangedImport', access)),
    connector: () => stage.counted(() => importBy(stage, company, { newRecords: 0 })),
  });
  const goal = (max: number) => (isGoal ? max : null);
  const unchangedRow = { id: 'import.unchanged', what: `import of ${records}, nothing changed`, latencyMs };
  return [
    ratioRow({ ...unchangedRow, goalMax: goal(UNCHANGED_GOAL) }, unchanged),
    {
      ...{ id: 'import.unchanged-writes', what: 'the same: writes', latencyMs, unit: 'writes' },
      measured: figuresOf(unchanged.connector.map(({ calls }) => calls.writes)),
      goalMax: goal(0),
    },
    ratioRow({ id: 'import.first', what: `first import of ${records}`, latencyMs, goalMax: goal(FIRST_GOAL) }, first),
  ];
}

async function importBy(
  { connector }: Stage,
  company: Company | null,
  { newRecords }: { newRecords: number },
): Promise<number> {
  if (company === null) throw new Error('no company was connected');
  const { ms, counts } = await connector.ask('run', { accountId: company.accountId, job: 'full' });
  const written = ['relations', 'materials', 'hourtypes'].reduce((sum, part) => sum + (counts[`${part}.new`] ?? 0), 0);
  if (written !== newRecords) throw new Error(`${written} records were new instead of ${newRecords}`);
  return ms;
}

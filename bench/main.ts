/**
 * `npm run bench`: measures the connector against a bare client that makes the same calls, and prints a table with the goals.
 * Misses are marked and do not fail: it is a benchmark, not a test.
 */
import { exportRows } from './export-rows.ts';
import { importRows } from './import-rows.ts';
import { isolationRows } from './isolation-rows.ts';
import { describeMachine } from './machine.ts';
import { readyWorkOrders, seedMasters } from './masters.ts';
import { memoryRows } from './memory-rows.ts';
import { type BenchOptions, type BenchSizes, type Masters, readOptions, USAGE } from './options.ts';
import { pageRows } from './page-rows.ts';
import { isMet, type Row } from './row.ts';
import { openStage, type Stage } from './stage.ts';
import { startRows } from './start-rows.ts';
import { machineText, tableText } from './table.ts';
import { warmUp } from './warm-up.ts';

/** The latency at which the goals hold; any other is for information. */
const GOAL_LATENCY_MS = 20;

const ending = new AsyncDisposableStack();

/** Progress goes to standard error, so that standard output is the result alone. */
function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}

async function measureAll(options: BenchOptions): Promise<Row[]> {
  const isAsked = (name: string) => options.only.length === 0 || options.only.includes(name);
  const rows: Row[] = [];
  if (isAsked('start')) {
    tell('npm start ...');
    rows.push(...(await startRows(options.sizes.starts)));
  }
  if (isAsked('page')) {
    tell('page ...');
    rows.push(...(await pageRows(options.sizes.pairs, !options.isQuick)));
  }
  if (isAsked('memory')) {
    tell('memory ...');
    rows.push(...(await memoryRows(options.sizes, GOAL_LATENCY_MS, !options.isQuick)));
  }
  if (isAsked('isolation')) {
    tell('one company beside others ...');
    const stage = await openStage(ending, options.profileFolder);
    await seedMasters(stage.systems, options.sizes.exportMasters);
    rows.push(...(await isolationRows(stage, options.sizes, !options.isQuick)));
  }
  if (isAsked('import') || isAsked('export')) rows.push(...(await compareAll(options, isAsked)));
  return rows.sort((left, right) => PLACES.indexOf(partOf(left)) - PLACES.indexOf(partOf(right)));
}

const PLACES = ['import', 'export', 'isolation', 'memory', 'start', 'page'];

function partOf({ id }: Row): string {
  return id.split('.')[0] ?? '';
}

async function compareAll(options: BenchOptions, isAsked: (name: string) => boolean): Promise<Row[]> {
  const { sizes } = options;
  tell('foreign systems, database, warming up ...');
  const stage = await openStage(ending, options.profileFolder);
  const rows: Row[] = [];
  if (isAsked('export')) {
    const workOrders = await prepare(stage, sizes, sizes.exportMasters);
    for (const latencyMs of options.latenciesMs) {
      tell(`export, answers after ${latencyMs} ms ...`);
      const isGoal = isGoalLatency(options, latencyMs);
      rows.push(...(await exportRows(stage, { sizes, masters: sizes.exportMasters, workOrders }, latencyMs, isGoal)));
    }
  }
  const workOrders = await prepare(stage, sizes, sizes);
  for (const latencyMs of options.latenciesMs) {
    if (!isAsked('import')) continue;
    tell(`import, answers after ${latencyMs} ms ...`);
    rows.push(...(await importRows(stage, sizes, latencyMs, isGoalLatency(options, latencyMs))));
  }
  if (isAsked('export')) {
    tell('export beside many more records ...');
    const once = { sizes: { ...sizes, pairs: 1 }, masters: sizes, workOrders };
    rows.push(...(await exportRows(stage, once, GOAL_LATENCY_MS, false)).filter(({ id }) => id !== 'export.idle'));
  }
  return rows;
}

/** Fills Asperion up to these masters and warms everything up. Answers the work orders to export. */
async function prepare(stage: Stage, sizes: BenchSizes, masters: Masters): Promise<readonly object[]> {
  await seedMasters(stage.systems, masters);
  const workOrders = readyWorkOrders(sizes, masters);
  await warmUp(stage, workOrders);
  return workOrders;
}

function isGoalLatency({ isQuick }: BenchOptions, latencyMs: number): boolean {
  return latencyMs === GOAL_LATENCY_MS && !isQuick;
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options === null) {
    process.stdout.write(USAGE);
    return;
  }
  const machine = await describeMachine();
  const rows = await measureAll(options);
  if (options.isJson) {
    const judged = rows.map((row) => ({ ...row, isMet: isMet(row) }));
    process.stdout.write(`${JSON.stringify({ machine, sizes: options.sizes, rows: judged }, null, 2)}\n`);
    return;
  }
  const missed = rows.filter((row) => isMet(row) === false).length;
  const judged = rows.filter((row) => isMet(row) !== null).length;
  process.stdout.write(`${tableText(rows)}\n\n${machineText(machine)}\n${judged - missed} of ${judged} goals met\n`);
}

process.once('SIGINT', () => {
  void ending.disposeAsync().finally(() => process.exit(130));
});

try {
  await main();
} catch (error) {
  tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
} finally {
  await ending.disposeAsync();
}

/**
 * `npm run simulate -- --histories 10000`: tells that many histories on a PostgreSQL of its own and prints what came of them.
 * Ends with 1 when a promise was broken, with the seed and the shortest history that breaks it.
 */
import { endInOrder } from '../end-in-order.ts';
import { ProofDatabases } from '../proof-databases.ts';
import { startThrowAwayPostgres } from '../throw-away-postgres.ts';
import { tellHistory } from './history.ts';
import { readOptions, type SimulationWish, USAGE } from './options.ts';
import { type SimulationReport, withHistoryDatabase } from './simulate.ts';
import { migratedDatabase, simulateInParallel } from './simulate-in-parallel.ts';
import { failureText, simulationTable } from './simulation-table.ts';

const TOLD_EVERY_MS = 5_000;

/** Progress goes to standard error, so that standard output is the result alone. */
const tell = (text: string): void => void process.stderr.write(`${text}\n`);
const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** One history with its whole trace. Answers whether all held. */
async function tellOne(databases: ProofDatabases, seed: number): Promise<boolean> {
  const { connection } = await migratedDatabase(databases);
  const { trace, digest, broken } = await withHistoryDatabase(connection, (open) => tellHistory(seed, open));
  for (const line of trace) say(line);
  say(`seed ${seed}, trace ${digest}, ${broken ? `${broken.kind}: ${broken.message}` : 'all held'}`);
  return broken === null;
}

/** Answers whether all held. */
async function tellMany(databases: ProofDatabases, wish: SimulationWish): Promise<boolean> {
  let toldMs = performance.now();
  const onProgress = ({ histories, failures }: SimulationReport): void => {
    if (performance.now() - toldMs < TOLD_EVERY_MS) return;
    toldMs = performance.now();
    tell(`${histories} of ${wish.histories} histories, ${failures.length} broken`);
  };
  const beganMs = performance.now();
  const report = await simulateInParallel(databases, wish, onProgress);
  for (const failure of report.failures) say(failureText(failure));
  say(simulationTable(report));
  say(`${report.histories} histories in ${Math.round((performance.now() - beganMs) / 1_000)} s`);
  const seeds = report.failures.map(({ seed }) => seed);
  if (seeds.length > 0) say(`broken by seeds ${seeds.join(', ')}`);
  return seeds.length === 0;
}

async function main(wish: SimulationWish): Promise<number> {
  await using opened = new AsyncDisposableStack();
  const unlessEnded = endInOrder(opened);
  const postgres = await startThrowAwayPostgres();
  opened.defer(() => postgres.stop());
  const databases = await ProofDatabases.on(postgres.server, { isThrowAway: true });
  opened.defer(() => databases.close());
  const hasHeld = await unlessEnded(wish.seed === null ? tellMany(databases, wish) : tellOne(databases, wish.seed));
  return hasHeld ? 0 : 1;
}

let wish: SimulationWish | null = null;
try {
  wish = readOptions(process.argv.slice(2));
} catch (error) {
  tell(`${(error as Error).message}\n\n${USAGE}`);
  process.exitCode = 2;
}
if (wish) process.exitCode = await main(wish);

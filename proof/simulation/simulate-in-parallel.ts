/** Many histories in several processes, each with a database of its own; one report of them all. */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { migrateToLatest } from '#src/store/migrate.ts';
import type { ProofDatabase, ProofDatabases } from '../proof-databases.ts';
import type { SimulationWish } from './options.ts';
import { emptyReport, type SimulationReport } from './simulate.ts';
import { together } from './simulation-table.ts';
import type { Assignment } from './worker.ts';

/** Few enough that the processes end at about the same time. */
const HISTORIES_AT_ONCE = 10;
/** Short-lived objects are all there is: more room for them means that fewer are looked at. */
const NODE_OPTIONS = ['--max-semi-space-size=64'];

type Part = Omit<Assignment, 'connection'>;

/** A database at the newest migration. */
export async function migratedDatabase(databases: ProofDatabases): Promise<ProofDatabase> {
  const database = await databases.make();
  await migrateToLatest(database.connection);
  return database;
}

/** Tells them. Rejects when a process ends by itself or the simulation itself fails. */
export async function simulateInParallel(
  databases: ProofDatabases,
  wish: SimulationWish,
  onProgress: (report: SimulationReport) => void,
): Promise<SimulationReport> {
  let report = emptyReport(wish.firstSeed);
  const untilMs = performance.now() + wish.minutes * 60_000;
  const isEnough = () => performance.now() > untilMs || (wish.isUntilBroken && report.failures.length > 0);
  const parts = partsOf(wish, isEnough);
  const workers: Promise<void>[] = [];
  for (let job = 0; job < wish.jobs; job++) {
    const { connection } = await migratedDatabase(databases);
    const onPart = (part: SimulationReport): void => {
      report = together(report, part);
      onProgress(report);
    };
    workers.push(runWorker(parts, (part) => ({ ...part, connection }), onPart));
  }
  await Promise.all(workers);
  return report;
}

function* partsOf({ firstSeed, histories }: SimulationWish, isEnough: () => boolean): Generator<Part, void, undefined> {
  for (let told = 0; told < histories && !isEnough(); told += HISTORIES_AT_ONCE) {
    yield { firstSeed: firstSeed + told, histories: Math.min(HISTORIES_AT_ONCE, histories - told) };
  }
}

/** Sends a process of its own one part after the other, as long as there are any. */
async function runWorker(
  parts: Iterator<Part>,
  assign: (part: Part) => Assignment,
  onPart: (report: SimulationReport) => void,
): Promise<void> {
  const child = fork(fileURLToPath(new URL('./worker.ts', import.meta.url)), { execArgv: NODE_OPTIONS });
  try {
    for (let next = parts.next(); !next.done; next = parts.next()) onPart(await askWorker(child, assign(next.value)));
  } finally {
    child.kill();
  }
}

function askWorker(child: ChildProcess, assignment: Assignment): Promise<SimulationReport> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null, signal: string | null) =>
      reject(new Error(`a process of the simulation ended by itself, with ${signal ?? code}`));
    child.once('exit', onExit);
    child.once('message', (answer: { report?: SimulationReport; error?: string }) => {
      child.off('exit', onExit);
      if (answer.report) resolve(answer.report);
      else reject(new Error(answer.error));
    });
    child.send(assignment);
  });
}

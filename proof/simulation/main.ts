/**
 * `npm run simulate -- --histories 10000`: tells that many histories on a PostgreSQL of its own and prints what came of them.
 * Ends with 1 when a promise was broken, with the seed and the shortest history that breaks it.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { migrateToLatest } from '#src/store/migrate.ts';
import { ProofDatabases } from '../proof-databases.ts';
import { startThrowAwayPostgres } from '../throw-away-postgres.ts';
import { tellHistory } from './history.ts';
import { emptyReport, type SimulationReport, withHistoryDatabase } from './simulate.ts';
import { failureText, simulationTable, together } from './simulation-table.ts';
import type { Assignment } from './worker.ts';

/** Few enough that the processes end at about the same time. */
const HISTORIES_AT_ONCE = 10;
const TOLD_EVERY_MS = 5_000;

interface Wanted {
  readonly firstSeed: number;
  readonly histories: number;
  readonly jobs: number;
  /** When to stop although there is more to tell. */
  readonly untilMs: number;
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      histories: { type: 'string', default: '200' },
      seed: { type: 'string' },
      'from-seed': { type: 'string', default: '1' },
      jobs: { type: 'string', default: '2' },
      minutes: { type: 'string', default: '1000000' },
    },
  });
  const postgres = await startThrowAwayPostgres();
  const databases = await ProofDatabases.on(postgres.server, { isThrowAway: true });
  try {
    if (values.seed !== undefined) return await tellOne(databases, wholeNumber('seed', values.seed));
    await tellMany(databases, {
      firstSeed: wholeNumber('from-seed', values['from-seed']),
      histories: wholeNumber('histories', values.histories),
      jobs: wholeNumber('jobs', values.jobs),
      untilMs: performance.now() + wholeNumber('minutes', values.minutes) * 60_000,
    });
  } finally {
    await databases.close();
    await postgres.stop();
  }
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`--${name} must be a whole number`);
  return Number(text);
}

async function migrated(databases: ProofDatabases) {
  const database = await databases.make();
  await migrateToLatest(database.connection);
  return database;
}

/** One history with its whole trace. */
async function tellOne(databases: ProofDatabases, seed: number): Promise<void> {
  const { connection } = await migrated(databases);
  const { trace, digest, broken } = await withHistoryDatabase(connection, (open) => tellHistory(seed, open));
  say(
    [...trace, `seed ${seed}, trace ${digest}, ${broken ? `${broken.kind}: ${broken.message}` : 'all held'}`].join(
      '\n',
    ),
  );
  if (broken) process.exitCode = 1;
}

async function tellMany(databases: ProofDatabases, wanted: Wanted): Promise<void> {
  const seeds = assignments(wanted);
  let report = emptyReport(wanted.firstSeed);
  let toldMs = performance.now();
  const onReport = (part: SimulationReport) => {
    report = together(report, part);
    for (const failure of part.failures) say(failureText(failure));
    if (performance.now() - toldMs < TOLD_EVERY_MS) return;
    toldMs = performance.now();
    say(`${report.histories} of ${wanted.histories} histories, ${report.failures.length} broken`);
  };
  const workers: Promise<void>[] = [];
  for (let job = 0; job < wanted.jobs; job++) {
    const { connection } = await migrated(databases);
    workers.push(runWorker(seeds, (part) => ({ ...part, connection }), onReport));
  }
  await Promise.all(workers);
  say(simulationTable(report));
  if (report.failures.length > 0) {
    say(`broken by seeds ${report.failures.map(({ seed }) => seed).join(', ')}`);
    process.exitCode = 1;
  }
}

type Part = Omit<Assignment, 'connection'>;

function* assignments({ firstSeed, histories, untilMs }: Wanted): Generator<Part, void, undefined> {
  for (let told = 0; told < histories && performance.now() < untilMs; told += HISTORIES_AT_ONCE) {
    yield { firstSeed: firstSeed + told, histories: Math.min(HISTORIES_AT_ONCE, histories - told) };
  }
}

/** Sends a process of its own one part after the other, as long as there are any. */
async function runWorker(
  parts: Iterator<Part>,
  assign: (part: Part) => Assignment,
  onReport: (report: SimulationReport) => void,
): Promise<void> {
  const child = fork(fileURLToPath(new URL('./worker.ts', import.meta.url)), {
    execArgv: ['--max-semi-space-size=64'],
  });
  try {
    for (let next = parts.next(); !next.done; next = parts.next()) onReport(await askWorker(child, assign(next.value)));
  } finally {
    child.kill();
  }
}

function askWorker(child: ChildProcess, assignment: Assignment): Promise<SimulationReport> {
  return new Promise((resolve, reject) => {
    const onExit = () => reject(new Error('a process of the simulation ended by itself'));
    child.once('exit', onExit);
    child.once('message', (answer: { report?: SimulationReport; error?: string }) => {
      child.off('exit', onExit);
      if (answer.report) resolve(answer.report);
      else reject(new Error(answer.error));
    });
    child.send(assignment);
  });
}

await main();

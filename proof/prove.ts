/**
 * A small crash matrix and a small simulation on one PostgreSQL, for whoever wants to see the promises kept on a machine of
 * their own. What it says about them is in proof-text.ts.
 */
import { cpus } from 'node:os';
import type pg from 'pg';
import { migrateToLatest } from '#src/store/migrate.ts';
import { prepareCompany } from './crash-matrix/company.ts';
import { faultNames } from './crash-matrix/fault-kinds.ts';
import { failuresOf, type MatrixRow, matrixRows } from './crash-matrix/matrix-rows.ts';
import { runMatrix } from './crash-matrix/run-matrix.ts';
import { ProofDatabases } from './proof-databases.ts';
import { type SimulationReport, simulate } from './simulation/simulate.ts';

export interface ProofSize {
  /** Places of an export at which the program is killed, for each fault. */
  readonly points: number;
  /** Histories of the simulation. */
  readonly histories: number;
}

export interface Proof {
  readonly isProved: boolean;
  readonly seconds: number;
  readonly matrix: readonly MatrixRow[];
  readonly simulation: SimulationReport;
  /** One sentence for everything that should not have been, with the cell or the seed that shows it again. */
  readonly failures: readonly string[];
}

/** How far it is: which part, and how much of how much. */
export type OnProgress = (part: 'matrix' | 'simulation', done: number, all: number) => void;

export interface Server {
  readonly connection: pg.ClientConfig;
  /** It is ours alone. */
  readonly isThrowAway: boolean;
}

const CELLS_AT_ONCE_MAX = 2;
const FIRST_SEED = 1;

/** Makes its databases on the server; they are gone when `atEnd` is disposed of. Throws MayNotCreateDatabases. */
export async function prove(
  server: Server,
  { points, histories }: ProofSize,
  onProgress: OnProgress,
  atEnd: AsyncDisposableStack,
): Promise<Proof> {
  const startedAt = performance.now();
  const databases = await ProofDatabases.on(server.connection, server);
  atEnd.defer(() => databases.close());
  const ground = { databases, company: await prepareCompany(databases) };
  const jobs = Math.min(CELLS_AT_ONCE_MAX, cpus().length);
  const outcomes = await runMatrix(ground, { faults: faultNames, points, jobs }, (_outcome, done, all) =>
    onProgress('matrix', done, all),
  );
  const { connection } = await databases.make();
  await migrateToLatest(connection);
  const simulation = await simulate({
    histories,
    firstSeed: FIRST_SEED,
    connection,
    onProgress: (report) => onProgress('simulation', report.histories, histories),
  });
  const failures = [
    ...outcomes.flatMap(failuresOf),
    ...simulation.failures.map(({ seed, kind, message }) => `seed ${seed}: ${kind}: ${message}`),
  ];
  const seconds = Math.round((performance.now() - startedAt) / 1_000);
  return { isProved: failures.length === 0, seconds, matrix: matrixRows(outcomes), simulation, failures };
}

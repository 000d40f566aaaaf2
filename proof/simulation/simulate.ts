/**
 * Many histories in a row on one database, and what came of them all. What `npm run simulate`, the tests and
 * `koppeling prove` have in common.
 */
import type pg from 'pg';
import { openPool } from '#src/store/pool.ts';
import { type History, tellHistory } from './history.ts';
import type { PromiseBroken } from './ledger.ts';
import { planOf } from './plan.ts';
import { shortenPlan } from './shorten-plan.ts';
import type { HistoryDatabase } from './world.ts';

export interface SimulationOptions {
  readonly histories: number;
  readonly firstSeed: number;
  /** A database at the newest migration. Each history makes a company of its own in it and leaves it there. */
  readonly connection: pg.PoolConfig;
  /** Told after each history. */
  readonly onProgress?: (report: SimulationReport) => void;
  /** Asked before each history; true ends the simulation early. */
  readonly isEnough?: () => boolean;
}

export interface Failure {
  readonly seed: number;
  readonly kind: PromiseBroken['kind'];
  readonly message: string;
  /** The history as far as the promise was broken, without what is not needed for it. */
  readonly trace: readonly string[];
}

export interface SimulationReport {
  readonly firstSeed: number;
  /** The last one that was told. */
  readonly lastSeed: number;
  readonly histories: number;
  readonly steps: number;
  readonly exports: number;
  readonly crashes: number;
  readonly pauses: number;
  readonly stops: number;
  readonly databaseTroubles: number;
  readonly faults: Readonly<Record<string, number>>;
  readonly drafts: number;
  readonly adopted: number;
  readonly uncertain: number;
  readonly failures: readonly Failure[];
}

/** The report of no history at all. */
export function emptyReport(firstSeed: number): SimulationReport {
  return {
    ...{ firstSeed, lastSeed: firstSeed - 1, histories: 0, steps: 0, exports: 0, crashes: 0, pauses: 0, stops: 0 },
    ...{ databaseTroubles: 0, faults: {}, drafts: 0, adopted: 0, uncertain: 0, failures: [] },
  };
}

/** Tells the histories of consecutive seeds. Broken promises are in the report; a fault of the simulation is thrown. */
export async function simulate(options: SimulationOptions): Promise<SimulationReport> {
  const { histories, firstSeed, connection, onProgress, isEnough = () => false } = options;
  return withHistoryDatabase(connection, async (database) => {
    let report = emptyReport(firstSeed);
    for (let seed = firstSeed; seed < firstSeed + histories && !isEnough(); seed++) {
      const history = await tellHistory(seed, database);
      report = added(report, history, await failuresOf(history, database));
      onProgress?.(report);
    }
    return report;
  });
}

/** Lends the connections that histories need. */
export async function withHistoryDatabase<T>(
  connection: pg.PoolConfig,
  work: (database: HistoryDatabase) => Promise<T>,
): Promise<T> {
  const pool = openPool({ ...connection, max: 3 });
  const program = await pool.connect();
  try {
    return await work({ program, watching: pool, connection });
  } finally {
    program.release();
    await pool.end();
  }
}

async function failuresOf({ seed, broken }: History, database: HistoryDatabase): Promise<Failure[]> {
  if (!broken) return [];
  const shortest = await shortenPlan(planOf(seed), broken.kind, (plan) => tellHistory(seed, database, plan));
  const { kind, message } = shortest.broken ?? broken;
  return [{ seed, kind, message, trace: shortest.trace }];
}

function added(report: SimulationReport, { seed, counts }: History, failures: readonly Failure[]): SimulationReport {
  const faults: Record<string, number> = { ...report.faults };
  for (const [kind, count] of counts.faults) faults[kind] = (faults[kind] ?? 0) + count;
  return {
    firstSeed: report.firstSeed,
    lastSeed: seed,
    histories: report.histories + 1,
    steps: report.steps + counts.steps,
    exports: report.exports + counts.exports,
    crashes: report.crashes + counts.crashes,
    pauses: report.pauses + counts.pauses,
    stops: report.stops + counts.stops,
    databaseTroubles: report.databaseTroubles + counts.databaseTroubles,
    faults,
    drafts: report.drafts + counts.drafts,
    adopted: report.adopted + counts.adopted,
    uncertain: report.uncertain + counts.uncertain,
    failures: [...report.failures, ...failures],
  };
}

/**
 * One cell of the matrix: one export with one fault, killed at one point; then further cycles follow, one at a
 * time, and what is left is judged.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { createLogger } from '#src/kernel/logger.ts';
import { openQueue } from '#src/queue/queue.ts';
import { runJob } from '#src/sync/run-job.ts';
import type { ProofDatabases } from '../proof-databases.ts';
import type { ProgramEnd } from '../real-program.ts';
import { type CellWorld, openCellWorld, UNCERTAIN_WAIT_SECONDS } from './cell-world.ts';
import { type PreparedCompany, partsOf } from './company.ts';
import { type CrashPoint, pointName, type SeenPoint, WireWatch } from './crash-points.ts';
import { attackersOf, type FaultName, strike, TIMEOUT_MS } from './fault-kinds.ts';
import { passTime } from './pass-time.ts';
import { judge, type Verdict } from './verdict.ts';

export interface Cell {
  readonly fault: FaultName;
  /** Null: nobody is killed; it shows which points there are. */
  readonly point: CrashPoint | null;
}

export interface CellOutcome {
  readonly cell: Cell;
  readonly isKilled: boolean;
  /** What the attacked process sent, up to its end. */
  readonly seen: readonly SeenPoint[];
  /** After two cycles, with doubles and losses also of the cycles after these. */
  readonly verdict: Verdict;
  /** The program ended in a way that it never should: `cycle 1 ended with 1: …`. */
  readonly broken: readonly string[];
}

export interface Ground {
  readonly databases: ProofDatabases;
  readonly company: PreparedCompany;
  /** How long drafts are missing from lists, by the sandbox's clock; longer than the program waits shows that a double is found. */
  readonly lateVisibilityMs?: number;
}

/** `slow/asperion-7-after`, or `slow` for the run without a kill. */
export function cellName({ fault, point }: Cell): string {
  return point ? `${fault}/${pointName(point)}` : fault;
}

/** A dead process keeps its account for as long. */
const LEASE_SECONDS = 31;
/** From the second on all that is uncertain is due: what was just sent may be on its way for 10 s, then comes the wait. */
const WAIT_SECONDS = UNCERTAIN_WAIT_SECONDS + 15;
/** After the two within which all is to be settled: an honest question is answered by these at last. */
const FURTHER_CYCLES_MAX = 3;

/** Runs one cell. Throws only when the attack itself fails. */
export async function runCell({ databases, company, lateVisibilityMs }: Ground, cell: Cell): Promise<CellOutcome> {
  const world = await openCellWorld(databases, company);
  try {
    if (lateVisibilityMs !== undefined) world.systems.asperion.control.settings.lateVisibilityMs = lateVisibilityMs;
    strike(cell.fault, world.systems, cell.point);
    const watch = new WireWatch(cell.point);
    const broken = await attack(world, company, cell, watch);
    const cycleAfter = async (seconds: number) => {
      await passTime(world.database, world.systems, seconds);
      broken.push(...(await oneCycle(world, company)));
      return judge(world.systems, world.store, company.accountId, world.rowIds);
    };
    let verdict = await cycleAfter(LEASE_SECONDS);
    if (isOpen(verdict)) {
      await world.quiet();
      verdict = await cycleAfter(WAIT_SECONDS);
    }
    let last = verdict;
    for (let cycle = 1; cycle <= FURTHER_CYCLES_MAX && last.uncertain.length > 0; cycle += 1) {
      await world.quiet();
      last = await cycleAfter(WAIT_SECONDS);
    }
    return { cell, isKilled: watch.isKilled, seen: watch.seen, verdict: atLast(verdict, last), broken };
  } finally {
    await world.close();
  }
}

/** What is judged after two cycles, and what the later ones brought to light. */
function atLast(verdict: Verdict, last: Verdict): Verdict {
  if (last === verdict) return verdict;
  const { doubles, lost, adopted, madeAnew } = last;
  const unsettled = [
    ...verdict.unsettled,
    ...last.unsettled,
    ...last.uncertain.map((words) => `${words}, and stays so`),
  ];
  return { ...verdict, doubles, lost, adopted, madeAnew, unsettled };
}

const EXPORT = ['sync', '--job', 'export', '--json'];

const BUSY_WAIT_MS = 20_000;

/**
 * One export by what the program is made of, in this process, which knows nothing of the killed one: what a start of the
 * program reads is all in the database. Answers a complaint when it ends in a bug, or not at all.
 */
async function oneCycle({ store, addresses }: CellWorld, { accountId }: PreparedCompany): Promise<string[]> {
  const patience = { timeoutMs: TIMEOUT_MS, uncertainWaitMs: UNCERTAIN_WAIT_SECONDS * 1_000 };
  const { run } = await store.forAccount(accountId).runs.ask('export', 'person', 'proof');
  const options = { waitMs: BUSY_WAIT_MS, signal: new AbortController().signal };
  const ended = await runJob(partsOf(store, addresses, patience), accountId, run.id, options).catch(
    (error: Error) => error,
  );
  if (ended instanceof Error) return [`a later cycle ended with ${ended.stack}`];
  return ended.kind === 'finished' ? [] : [`a later cycle was ${ended.kind}`];
}

/** Whether a further cycle has anything to do; one that has not asks OutSmart for its list and ends. */
function isOpen({ unsettled, uncertain }: Verdict): boolean {
  return unsettled.length + uncertain.length > 0;
}

/** Answers complaints about how the programs ended. */
async function attack(world: CellWorld, company: PreparedCompany, cell: Cell, watch: WireWatch): Promise<string[]> {
  const { attacked, hasSecond } = attackersOf(cell.fault);
  if (attacked === 'serve') await askAutomatically(world, company);
  const first = await world.start(attacked === 'serve' ? ['serve'] : EXPORT, watch);
  if (!hasSecond) return complaints('the attacked', await first.end());
  const hasBegun = await isSoon(() => watch.seen.length > 0 || first.hasEnded);
  const second = await world.start(EXPORT, new WireWatch(null));
  const ended = second.end();
  const { runs } = world.store.forAccount(company.accountId);
  const areOver = async () => (await runs.list(RUNS_MAX)).every(({ finishedAt }) => finishedAt !== null);
  // A service goes on by itself: it is stopped when all is done and it was not killed.
  const isDone = attacked === 'sync' || (await isSoon(async () => watch.isKilled || areOver()));
  if (attacked === 'serve' && !watch.isKilled) first.stop();
  const firstEnd = await first.end();
  // Whoever works beside it waits for the lease of the dead.
  await passTime(world.database, world.systems, watch.isKilled ? LEASE_SECONDS : 0);
  const complaint =
    hasBegun && isDone ? [] : [`the attacked did ${hasBegun ? 'not finish' : 'not begin'} in time: ${firstEnd.stderr}`];
  return [...complaint, ...complaints('the attacked', firstEnd), ...complaints('the second', await ended)];
}

/** The schedule's tick does the same: a run and its job in the queue. */
async function askAutomatically({ store, database }: CellWorld, { accountId }: PreparedCompany): Promise<void> {
  const logger = createLogger('silent');
  const queue = await openQueue({ store, connection: database.connection, logger, everyMs: 900_000 });
  await queue.ask(accountId, 'export', 'schedule', 'schedule');
  await queue.stop(0);
}

const RUNS_MAX = 10;
const LOOK_EVERY_MS = 25;
const SOON_MS = 80_000;

/** Waits until it is so; false when it does not become so. */
async function isSoon(isSo: () => boolean | Promise<boolean>): Promise<boolean> {
  const giveUpAt = performance.now() + SOON_MS;
  while (!(await isSo())) {
    if (performance.now() > giveUpAt) return false;
    await wait(LOOK_EVERY_MS);
  }
  return true;
}

/** What a bug says of itself, and an end with neither a known code nor our kill. */
function complaints(who: string, { exitCode, isLate, stdout, stderr }: ProgramEnd): string[] {
  const said = (stderr || stdout).slice(0, 600);
  if (isLate) return [`${who} did not end. It said: ${said}`];
  const isExpected = exitCode === null || [0, 1, 4].includes(exitCode);
  const isBug = /"code": ?"bug"|had niet mogen gebeuren/.test(stdout + stderr);
  return isExpected && !isBug ? [] : [`${who} ended with ${exitCode}: ${said}`];
}

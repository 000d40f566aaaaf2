/**
 * One cell of the matrix: one export with one fault, killed at one point; then the program is started again, a cycle at a
 * time, and what is left is judged.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { createLogger } from '#src/kernel/logger.ts';
import { openQueue } from '#src/queue/queue.ts';
import type { ProofDatabases } from '../proof-databases.ts';
import type { ProgramEnd, RealProgram } from '../real-program.ts';
import { type CellWorld, openCellWorld, UNCERTAIN_WAIT_SECONDS } from './cell-world.ts';
import type { PreparedCompany } from './company.ts';
import { type CrashPoint, pointName, type SeenPoint, WireWatch } from './crash-points.ts';
import { attackersOf, type FaultName, strike } from './fault-kinds.ts';
import type { Disguise } from './http-wire.ts';
import { passTime } from './pass-time.ts';
import { judge, type Verdict } from './verdict.ts';

export interface Cell {
  readonly fault: FaultName;
  /** Null: nobody is killed; to see which points there are. */
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
  readonly disguise?: Disguise;
}

/** `slow/asperion-7-after`, or `slow` for the run without a kill. */
export function cellName({ fault, point }: Cell): string {
  return point ? `${fault}/${pointName(point)}` : fault;
}

/** A dead process keeps its account for as long. */
const LEASE_SECONDS = 31;
/** From the second on all that is uncertain is due: what was just sent may be on its way for 10 s, then comes the wait. */
const WAIT_SECONDS = UNCERTAIN_WAIT_SECONDS + 15;
const CYCLES = 2;
/** An honest question is answered by these at last. */
const FURTHER_CYCLES_MAX = 3;

/** Runs one cell. Throws only when the attack itself fails. */
export async function runCell({ databases, company, disguise }: Ground, cell: Cell): Promise<CellOutcome> {
  const world = await openCellWorld(databases, company, disguise ?? null);
  try {
    strike(cell.fault, world.systems, cell.point);
    const watch = new WireWatch(cell.point);
    const broken = await attack(world, company, cell, watch);
    const look = () => judge(world.systems, world.store, company.accountId, world.rowIds);
    for (let cycle = 1; cycle <= CYCLES; cycle += 1) {
      if (cycle > 1) await world.quiet();
      await passTime(world.database, world.systems, cycle === 1 ? LEASE_SECONDS : WAIT_SECONDS);
      broken.push(...complaints(`cycle ${cycle}`, await oneCycle(world)));
    }
    const verdict = await look();
    let last = verdict;
    for (let cycle = 1; cycle <= FURTHER_CYCLES_MAX && last.uncertain.length > 0; cycle += 1) {
      await world.quiet();
      await passTime(world.database, world.systems, WAIT_SECONDS);
      await oneCycle(world);
      last = await look();
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
  const unsettled = [...verdict.unsettled, ...last.unsettled, ...last.uncertain.map((words) => `${words}, and stays so`)];
  return { ...verdict, doubles, lost, adopted, madeAnew, unsettled };
}

const EXPORT = ['sync', '--job', 'export', '--json'];

async function oneCycle(world: CellWorld): Promise<ProgramEnd> {
  return (await world.start(EXPORT, new WireWatch(null))).end();
}

async function attack(world: CellWorld, company: PreparedCompany, cell: Cell, watch: WireWatch): Promise<string[]> {
  const { attacked, hasSecond } = attackersOf(cell.fault);
  if (attacked === 'serve') await askAutomatically(world, company);
  const first = await world.start(attacked === 'serve' ? ['serve'] : EXPORT, watch);
  if (!hasSecond) return complaints('the attacked', await first.end());
  const hasBegun = () => watch.seen.length > 0 || watch.isKilled;
  if (attacked === 'serve') await until('the service to begin', hasBegun);
  const second = await world.start(EXPORT, new WireWatch(null));
  const ended = second.end();
  if (attacked === 'serve') await untilDone(world, company, watch, first);
  const firstEnd = await first.end();
  // Whoever works beside it waits for the lease of the dead.
  await passTime(world.database, world.systems, watch.isKilled ? LEASE_SECONDS : 0);
  return [...complaints('the attacked', firstEnd), ...complaints('the second', await ended)];
}

/** The schedule's tick does the same: a run and its job in the queue. */
async function askAutomatically({ store, database }: CellWorld, { accountId }: PreparedCompany): Promise<void> {
  const logger = createLogger('silent');
  const queue = await openQueue({ store, connection: database.connection, logger, everyMs: 900_000 });
  await queue.ask(accountId, 'export', 'schedule', 'schedule');
  await queue.stop(0);
}

/** A service goes on by itself: it is stopped when it was not killed and all runs are over. */
async function untilDone(world: CellWorld, company: PreparedCompany, watch: WireWatch, service: RealProgram): Promise<void> {
  const { runs } = world.store.forAccount(company.accountId);
  await until('all runs to be over', async () => {
    if (watch.isKilled) return true;
    return (await runs.list(10)).every(({ state }) => state !== 'queued' && state !== 'running');
  });
  if (!watch.isKilled) service.stop();
}

const LOOK_EVERY_MS = 25;
const WITHIN_MS = 60_000;

async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const giveUpAt = performance.now() + WITHIN_MS;
  while (!(await isSo())) {
    if (performance.now() > giveUpAt) throw new Error(`Waited ${WITHIN_MS / 1_000} s in vain for ${what}.`);
    await wait(LOOK_EVERY_MS);
  }
}

/** What a bug says of itself, and an end with neither a known code nor our kill. */
function complaints(who: string, { exitCode, stdout, stderr }: ProgramEnd): string[] {
  const isExpected = exitCode === null || [0, 1, 4].includes(exitCode);
  const isBug = /"code": ?"bug"|had niet mogen gebeuren/.test(stdout + stderr);
  return isExpected && !isBug ? [] : [`${who} ended with ${exitCode}: ${(stderr || stdout).slice(0, 600)}`];
}

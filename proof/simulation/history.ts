/**
 * One history from begin to end: the plan of its seed is carried out on the simulated clock, the promises are held against the
 * world after every step, and in the end everything gets its chance to come right.
 */
import { choose, chosenAdministration, GENEROUS, type Identity } from './company.ts';
import { PromiseBroken } from './ledger.ts';
import { giveOrders, perform, type Stage } from './perform.ts';
import { type Neighbour, type Plan, type PlannedDeed, planOf } from './plan.ts';
import { Program, UNCERTAIN_WAIT_MS } from './program.ts';
import { holdAlways, holdInTheEnd, type Lists, listsNow } from './promises.ts';
import type { FaultKind } from './weather.ts';
import { type HistoryDatabase, openWorld, type World } from './world.ts';

export interface HistoryCounts {
  readonly steps: number;
  readonly exports: number;
  readonly crashes: number;
  readonly pauses: number;
  readonly stops: number;
  readonly databaseTroubles: number;
  readonly faults: ReadonlyMap<FaultKind, number>;
  readonly drafts: number;
  readonly adopted: number;
  readonly uncertain: number;
}

export interface History {
  readonly seed: number;
  /** Of every event; the same for the same seed. */
  readonly digest: string;
  readonly counts: HistoryCounts;
  readonly broken: PromiseBroken | null;
  readonly trace: readonly string[];
}

const MINUTE_MS = 60_000;
/** Until whatever was asleep is awake, whatever was uncertain may be looked up, and no circuit is open any more. */
const CALM_MS = 125 * MINUTE_MS;
const CYCLE_MS = 16 * MINUTE_MS;
/** Within so many everything must have come right. */
const CYCLES = 2;
/** No export of a handful of work orders lasts longer, whatever befalls it. */
const JOBS_MS_MAX = 90 * MINUTE_MS;

/**
 * Tells the history of a seed. A broken promise is in the answer; anything that is no promise is thrown. With too short a
 * wait before an uncertain create is looked up, promises have to break.
 */
export async function tellHistory(
  seed: number,
  database: HistoryDatabase,
  plan: Plan = planOf(seed),
  uncertainWaitMs: number = UNCERTAIN_WAIT_MS,
): Promise<History> {
  const world = await openWorld(seed, database, identitiesOf(plan.neighbour));
  try {
    const program = new Program(world, seed, plan.clocksOffMs, uncertainWaitMs);
    const stage: Stage = { world, program };
    const broken = await play(stage, plan, seed).then(
      () => null,
      (error: unknown) => {
        if (error instanceof PromiseBroken) return error;
        throw error;
      },
    );
    if (broken) world.trace.tell(world.scheduler.nowMs, `BROKEN  ${broken.kind}: ${broken.message}`);
    const counts = await countsOf(stage);
    return { seed, digest: world.trace.digest(), counts, broken, trace: world.trace.lines };
  } finally {
    await world.close();
  }
}

async function play(stage: Stage, plan: Plan, seed: number): Promise<void> {
  const { world, program } = stage;
  const { scheduler, companies } = world;
  for (const [place, company] of companies.entries()) {
    await choose(company.calm, { administrationId: company.administrations[0], ...GENEROUS });
    giveOrders(world, company, plan.firstOrders, `${seed} ${place}`);
  }
  for (const planned of plan.deeds) schedule(stage, planned, seed);
  await goOn(stage, scheduler.nowMs + plan.endMs);
  await endJobs(stage);
  await calmDown(world);
  await goOn(stage, scheduler.nowMs + CALM_MS);
  await endJobs(stage);
  let lists: readonly Lists[] = [];
  for (let cycle = 0; cycle < CYCLES; cycle++) {
    lists = await Promise.all(companies.map((company) => listsNow(world, company)));
    program.processAt(cycle).expect(null);
    // The last one brings the lists over as well.
    const job = cycle === CYCLES - 1 ? 'full' : 'export';
    for (const company of companies) program.start(cycle, company, job, 'schedule');
    await scheduler.rest();
    await endJobs(stage);
    // By now a draft that was thrown away was noticed, and somebody may want it back.
    if (cycle === 0 && seed % 2 === 0) await makeAgain(stage, seed);
    await goOn(stage, scheduler.nowMs + CYCLE_MS);
  }
  for (const [place, company] of companies.entries())
    await holdInTheEnd(world, company, lists[place] ?? { debtors: [], articles: [] });
}

async function makeAgain(stage: Stage, choice: number): Promise<void> {
  for (const place of stage.world.companies.keys())
    await perform(stage, { deed: { kind: 'make-again', choice }, company: place as 0 | 1 }, '');
}

function schedule(stage: Stage, planned: PlannedDeed, seed: number): void {
  const { atMs, company, deed } = planned;
  const { scheduler, database } = stage.world;
  const act = async (): Promise<void> => {
    // People's own statements would wait for the locks of an open transaction.
    if (database.isInTransaction) return void scheduler.after(1, '', null, act);
    stage.world.trace.tell(scheduler.nowMs, `--  ${company === 1 ? 'neighbour: ' : ''}${JSON.stringify(deed)}`);
    await perform(stage, planned, `${seed} ${atMs}`);
    database.isChanged = true;
  };
  scheduler.after(atMs, '', null, act);
}

/** Faults end, records show, people reconnect and choose settings with which everything can go. */
async function calmDown(world: World): Promise<void> {
  const { weather, database, asperion, companies, trace, scheduler } = world;
  trace.tell(scheduler.nowMs, '--  calm');
  weather.clear();
  database.troublePercent = 0;
  asperion.control.settings.lateVisibilityMs = 0;
  for (const { calm, connectAsperion } of companies) {
    await choose(calm, { administrationId: await chosenAdministration(calm), ...GENEROUS });
    await connectAsperion();
  }
}

/** The companies of a history: the one, and its neighbour. */
function identitiesOf(neighbour: Neighbour | null): Identity[] {
  const one: Identity = {
    ...{ outsmartToken: 'token00000000000000000000000000aa', outsmartKey: 'a1b2c3d4e5' },
    ...{ officeUser: 'kantoor', administrations: [101, 102] },
  };
  const other: Identity = {
    ...{ outsmartToken: 'token00000000000000000000000000bb', outsmartKey: 'b1b2c3d4e5', officeUser: 'buren' },
    administrations: neighbour === 'same-books' ? one.administrations : [201, 202],
  };
  return neighbour === null ? [one] : [one, other];
}

/** Lets happen what happens until that moment, and holds the promises against each step. */
async function goOn(stage: Stage, untilMs: number): Promise<void> {
  while (await oneStep(stage, untilMs));
}

/** Until no job goes on any more. Throws PromiseBroken when one never ends. */
async function endJobs(stage: Stage): Promise<void> {
  const untilMs = stage.world.scheduler.nowMs + JOBS_MS_MAX;
  while (stage.program.running > 0) {
    if (!(await oneStep(stage, untilMs))) throw new PromiseBroken('unsettled', 'a job never ends');
  }
}

async function oneStep({ world, program }: Stage, untilMs: number): Promise<boolean> {
  const { scheduler, database } = world;
  const hasMore = await scheduler.step(untilMs);
  if (program.failure !== null) throw program.failure;
  if (database.isChanged && !database.isInTransaction) {
    database.isChanged = false;
    await holdAlways(world);
  }
  return hasMore;
}

async function countsOf({ world, program }: Stage): Promise<HistoryCounts> {
  const { rows } = await world.historyDatabase.watching.query<{ result: string; count: string }>(
    `select result, count(*) as count from log_line where account_id = any($1) and result in ('adopted', 'uncertain') group by result`,
    [world.companies.map(({ accountId }) => accountId)],
  );
  const toldAs = (result: string) => Number(rows.find((row) => row.result === result)?.count ?? 0);
  return {
    ...program.counts,
    steps: world.scheduler.steps,
    databaseTroubles: world.database.troubles,
    faults: world.weather.struck,
    drafts: world.ledger.made,
    adopted: toldAs('adopted'),
    uncertain: toldAs('uncertain'),
  };
}

/**
 * What people, machines and networks are going to do in one history, drawn from its seed before anything begins, so that a
 * failing history can be told again with parts of it left out. Choices among things that are not there yet are numbers.
 */
import { type SeededRandom, seededRandom } from '#sandbox/demo/seeded-random.ts';
import { type Destination, FAULT_KINDS, LATE_VISIBILITY_MS_MAX, type Storm } from './weather.ts';

export type Mishap =
  | { readonly kind: 'kill' | 'terminate' }
  | { readonly kind: 'pause'; readonly ms: number; readonly isSuspended: boolean };

export type PlannedMishap = Mishap & { readonly afterOperations: number; readonly isAtTurningPoint: boolean };

export type Deed =
  | {
      readonly kind: 'export';
      /** Which of the processes. */
      readonly place: number;
      readonly isByPerson: boolean;
      /** The imports first. */
      readonly isFull: boolean;
      /** What befalls the process after so many statements and exchanges from then on. */
      readonly mishap: PlannedMishap | null;
    }
  | { readonly kind: 'new-orders'; readonly count: number; readonly choice: number }
  | { readonly kind: 'storm'; readonly destination: Destination; readonly storm: Storm | null }
  | { readonly kind: 'late-visibility'; readonly ms: number }
  | { readonly kind: 'database-trouble'; readonly percent: number }
  | { readonly kind: 'settings'; readonly choice: number }
  | { readonly kind: 'cancel-run' }
  | { readonly kind: 'skip' | 'unskip'; readonly choice: number }
  | { readonly kind: 'delete-draft' | 'finalise-draft' | 'pay-invoice' | 'make-again'; readonly choice: number }
  | { readonly kind: 'change-order' | 'reopen-order' | 'withdraw-order' | 'offer-again'; readonly choice: number }
  | { readonly kind: 'expire-token' | 'end-connection' | 'connect-again' };

export interface PlannedDeed {
  readonly atMs: number;
  /** Whose deed it is, where it is somebody's: the company, or its neighbour. */
  readonly company: 0 | 1;
  readonly deed: Deed;
}

/** Another company beside the one: with books of its own, or with the same books as a second branch has them. */
export type Neighbour = 'own-books' | 'same-books';

export interface Plan {
  /** A process on each machine: by how much the clock of that machine is wrong. */
  readonly clocksOffMs: readonly number[];
  readonly neighbour: Neighbour | null;
  /** Of each company. */
  readonly firstOrders: number;
  readonly deeds: readonly PlannedDeed[];
  readonly endMs: number;
}

const MINUTE_MS = 60_000;
const NEIGHBOUR_PERCENT = 15;
/** Of episodes in which nothing else goes wrong: in a storm an export seldom gets as far as the turning points. */
const FROZEN_PERCENT = 12;
/** Just after what was on its way at the beginning may be looked up. */
const SECOND_LOOK_MS = 925_000;

/** Seeds from here on tell of one thing alone: a process that sleeps for too long, at one place after the other. */
export const FIRST_FROZEN_SEED = 1_000_000;

/** The plan of a seed; always the same. */
export function planOf(seed: number): Plan {
  return seed < FIRST_FROZEN_SEED ? mixedPlan(seed) : frozenPlan(seed - FIRST_FROZEN_SEED);
}

/** Statements and exchanges of an export of a few work orders that make or settle something. */
const TURNING_POINTS = 20;

function frozenPlan(number: number): Plan {
  const isSuspended = Math.floor(number / TURNING_POINTS) % 2 === 1;
  return {
    clocksOffMs: [0, 0],
    neighbour: null,
    firstOrders: 8,
    deeds: frozenDeeds(0, 0, { isSuspended, afterOperations: 1 + (number % TURNING_POINTS) }),
    endMs: 22 * MINUTE_MS,
  };
}

/** An export freezes at a turning point; another looks once the waiting time is over; then the first one wakes. */
function frozenDeeds(
  company: 0 | 1,
  atMs: number,
  where: Pick<Extract<PlannedMishap, { kind: 'pause' }>, 'isSuspended' | 'afterOperations'>,
): PlannedDeed[] {
  const mishap: PlannedMishap = { kind: 'pause', ms: 18 * MINUTE_MS, isAtTurningPoint: true, ...where };
  const asked = { kind: 'export', isByPerson: false, isFull: false } as const;
  return [
    { atMs: atMs + 2, company, deed: { ...asked, place: 0, mishap } },
    { atMs: atMs + SECOND_LOOK_MS, company, deed: { ...asked, place: 1, mishap: null } },
  ];
}

function mixedPlan(seed: number): Plan {
  const random = seededRandom(`plan ${seed}`);
  const processes = random.whole(2, 3);
  const clocksOffMs = Array.from({ length: processes }, () => (random.chance(20) ? aClockOff(random) : 0));
  const neighbour = random.chance(NEIGHBOUR_PERCENT) ? random.pick(['own-books', 'same-books'] as const) : null;
  const firstOrders = random.whole(1, 3);
  const deeds: PlannedDeed[] = [];
  let atMs = 0;
  for (let episodes = random.whole(1, 2); episodes > 0; episodes--) {
    deeds.push(...anEpisode(random, 0, atMs));
    // At the same moment, so that both want the same process, the same database and the same books.
    if (neighbour) deeds.push(...anEpisode(random, 1, atMs));
    atMs += random.whole(1, 25) * MINUTE_MS;
  }
  const endMs = atMs + 5 * MINUTE_MS;
  for (let others = random.whole(1, 4); others > 0; others--) {
    const company = neighbour && random.chance(50) ? 1 : 0;
    deeds.push({ atMs: random.whole(0, endMs), company, deed: aDecision(random) });
  }
  deeds.sort((some, other) => some.atMs - other.atMs);
  return { clocksOffMs, neighbour, firstOrders, deeds, endMs };
}

/** More than the time after which an uncertain create is looked up. */
function aClockOff(random: SeededRandom): number {
  return random.pick([-1, 1]) * random.whole(16, 60) * MINUTE_MS;
}

/** New work orders, trouble or a frozen process, an export in the middle of it, and others that come upon what it left. */
function anEpisode(random: SeededRandom, company: 0 | 1, atMs: number): PlannedDeed[] {
  const at = (inMs: number, deed: Deed): PlannedDeed => ({ atMs: atMs + inMs, company, deed });
  const deeds: PlannedDeed[] = [];
  if (random.chance(80)) {
    deeds.push(at(0, { kind: 'new-orders', count: random.whole(1, 4), choice: random.whole(0, 999) }));
  }
  if (random.chance(FROZEN_PERCENT)) {
    const where = { isSuspended: random.chance(40), afterOperations: random.whole(1, TURNING_POINTS) };
    return [...deeds, ...frozenDeeds(company, atMs, where)];
  }
  if (random.chance(55)) {
    const destination = random.pick(['asperion', 'asperion', 'asperion', 'outsmart', 'identity'] as const);
    deeds.push(at(1, { kind: 'storm', destination, storm: aStorm(random, destination) }));
    deeds.push(at(random.whole(5, 900) * 1_000, { kind: 'storm', destination, storm: null }));
  }
  if (random.chance(20)) {
    deeds.push(at(1, { kind: 'late-visibility', ms: random.pick([4_000, LATE_VISIBILITY_MS_MAX]) }));
    deeds.push(at(20 * MINUTE_MS, { kind: 'late-visibility', ms: 0 }));
  }
  if (random.chance(12)) {
    deeds.push(at(1, { kind: 'database-trouble', percent: random.pick([1, 4, 15]) }));
    deeds.push(at(random.whole(5, 120) * 1_000, { kind: 'database-trouble', percent: 0 }));
  }
  const first = anExport(random, 55);
  deeds.push(at(2, first));
  // While it is frozen beyond the waiting time another one looks, and makes what is not there.
  const isFrozenLong = first.mishap?.kind === 'pause' && first.mishap.ms > 15 * MINUTE_MS;
  if (isFrozenLong) deeds.push(at(SECOND_LOOK_MS, { ...anExport(random, 0), place: first.place + 1 }));
  if (random.chance(35)) deeds.push(at(random.whole(2, 1_500), anExport(random, 15)));
  if (random.chance(60)) deeds.push(at(random.whole(20, 300) * 1_000, anExport(random, 20)));
  if (random.chance(60)) deeds.push(at(random.whole(930, 1_300) * 1_000, anExport(random, 10)));
  return deeds;
}

/** What people decide and do besides, and what happens to the connection. */
function aDecision(random: SeededRandom): Deed {
  const choice = random.whole(0, 999);
  const kind = random.whole(0, 99);
  if (kind < 20) return { kind: 'settings', choice };
  if (kind < 28) return { kind: 'cancel-run' };
  if (kind < 48) return { kind: random.pick(['skip', 'unskip'] as const), choice };
  if (kind < 66) {
    const doing = random.pick(['delete-draft', 'delete-draft', 'make-again', 'finalise-draft', 'pay-invoice'] as const);
    return { kind: doing, choice };
  }
  if (kind < 86) {
    const doing = random.pick(['change-order', 'reopen-order', 'withdraw-order', 'offer-again'] as const);
    return { kind: doing, choice };
  }
  return { kind: random.pick(['expire-token', 'expire-token', 'end-connection', 'connect-again'] as const) };
}

type Export = Extract<Deed, { readonly kind: 'export' }>;

function anExport(random: SeededRandom, mishapPercent: number): Export {
  const mishap = random.chance(mishapPercent) ? aPlannedMishap(random) : null;
  return {
    kind: 'export',
    place: random.whole(0, 2),
    isByPerson: random.chance(40),
    isFull: random.chance(12),
    mishap,
  };
}

function aPlannedMishap(random: SeededRandom): PlannedMishap {
  const isAtTurningPoint = random.chance(60);
  return { ...aMishap(random), isAtTurningPoint, afterOperations: random.whole(1, isAtTurningPoint ? 20 : 90) };
}

function aMishap(random: SeededRandom): Mishap {
  if (random.chance(45)) return { kind: 'kill' };
  if (random.chance(20)) return { kind: 'terminate' };
  const ms = random.pick([random.whole(500, 20_000), random.whole(25_000, 240_000), random.whole(16, 25) * MINUTE_MS]);
  return { kind: 'pause', ms, isSuspended: random.chance(40) };
}

/** Those after which nobody knows at once what became of the request. */
const UNCLEAR_KINDS = ['slow', 'slow', 'lost-after-work', 'lost-before-work', 'error-after-work', 'truncated'] as const;

function aStorm(random: SeededRandom, destination: Destination): Storm {
  const about = destination === 'asperion' ? random.pick(['', 'GET', 'POST', 'POST', 'POST']) : '';
  const kinds = random.chance(50) ? [random.pick(UNCLEAR_KINDS), random.pick(UNCLEAR_KINDS)] : FAULT_KINDS;
  return { percent: random.pick([15, 40, 70, 100]), kinds, about };
}

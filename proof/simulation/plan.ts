/**
 * What people, machines and networks are going to do in one history, drawn from its seed before anything begins, so that a
 * failing history can be told again with parts of it left out. Choices among things that are not there yet are numbers.
 */
import { type SeededRandom, seededRandom } from '#sandbox/demo/seeded-random.ts';
import { type Destination, FAULT_KINDS, LATE_VISIBILITY_MS_MAX, type Storm } from './weather.ts';

export type Mishap =
  | { readonly kind: 'kill' | 'terminate' }
  | { readonly kind: 'pause'; readonly ms: number; readonly isSuspended: boolean };

export type Deed =
  | {
      readonly kind: 'export';
      /** Which of the processes. */
      readonly place: number;
      readonly isByPerson: boolean;
      /** What befalls the process after so many statements and exchanges from then on. */
      readonly mishap: (Mishap & { readonly afterOperations: number }) | null;
    }
  | { readonly kind: 'new-orders'; readonly count: number; readonly choice: number }
  | { readonly kind: 'storm'; readonly destination: Destination; readonly storm: Storm | null }
  | { readonly kind: 'late-visibility'; readonly ms: number }
  | { readonly kind: 'database-trouble'; readonly percent: number }
  | { readonly kind: 'settings'; readonly choice: number }
  | { readonly kind: 'cancel-run' }
  | { readonly kind: 'skip' | 'unskip'; readonly choice: number }
  | { readonly kind: 'delete-draft' | 'finalise-draft' | 'pay-invoice'; readonly choice: number }
  | { readonly kind: 'change-order' | 'reopen-order' | 'withdraw-order' | 'offer-again'; readonly choice: number }
  | { readonly kind: 'expire-token' | 'end-connection' | 'connect-again' };

export interface PlannedDeed {
  readonly atMs: number;
  readonly deed: Deed;
}

export interface Plan {
  readonly processes: number;
  readonly firstOrders: number;
  readonly deeds: readonly PlannedDeed[];
  readonly endMs: number;
}

const MINUTE_MS = 60_000;

/** The plan of a seed; always the same. */
export function planOf(seed: number): Plan {
  const random = seededRandom(`plan ${seed}`);
  const endMs = random.whole(20, 75) * MINUTE_MS;
  const deeds: PlannedDeed[] = [];
  const count = random.whole(4, 12);
  for (let index = 0; index < count; index++) deeds.push(...deedsAt(random, random.whole(0, endMs)));
  deeds.sort((some, other) => some.atMs - other.atMs);
  return { processes: random.whole(2, 3), firstOrders: random.whole(2, 6), deeds, endMs };
}

function deedsAt(random: SeededRandom, atMs: number): PlannedDeed[] {
  const kind = random.whole(0, 99);
  const choice = random.whole(0, 999);
  const one = (deed: Deed): PlannedDeed[] => [{ atMs, deed }];
  if (kind < 30) return one(anExport(random));
  if (kind < 40) return [...one(anExport(random)), { atMs: atMs + random.whole(0, 900), deed: anExport(random) }];
  if (kind < 57) return aStorm(random, atMs);
  if (kind < 66) return one({ kind: 'new-orders', count: random.whole(1, 4), choice });
  if (kind < 70) return one({ kind: 'late-visibility', ms: random.pick([0, 4_000, LATE_VISIBILITY_MS_MAX]) });
  if (kind < 74) return databaseTrouble(random, atMs);
  if (kind < 78) return one({ kind: 'settings', choice });
  if (kind < 80) return one({ kind: 'cancel-run' });
  if (kind < 86) return one({ kind: random.pick(['skip', 'unskip'] as const), choice });
  if (kind < 91) return one({ kind: random.pick(['delete-draft', 'finalise-draft', 'pay-invoice'] as const), choice });
  if (kind < 97) {
    return one({
      kind: random.pick(['change-order', 'reopen-order', 'withdraw-order', 'offer-again'] as const),
      choice,
    });
  }
  return one({ kind: random.pick(['expire-token', 'expire-token', 'end-connection', 'connect-again'] as const) });
}

function anExport(random: SeededRandom): Deed {
  const mishap = random.chance(45) ? { ...aMishap(random), afterOperations: random.whole(1, 140) } : null;
  return { kind: 'export', place: random.whole(0, 2), isByPerson: random.chance(40), mishap };
}

function aMishap(random: SeededRandom): Mishap {
  if (random.chance(50)) return { kind: 'kill' };
  if (random.chance(25)) return { kind: 'terminate' };
  const ms = random.pick([random.whole(500, 20_000), random.whole(25_000, 120_000), random.whole(2, 25) * MINUTE_MS]);
  return { kind: 'pause', ms, isSuspended: random.chance(40) };
}

function aStorm(random: SeededRandom, atMs: number): PlannedDeed[] {
  const destination = random.pick(['asperion', 'asperion', 'asperion', 'outsmart', 'identity'] as const);
  const about = destination === 'asperion' ? random.pick(['', '', 'POST', 'POST', 'GET']) : '';
  const kinds = random.chance(50) ? FAULT_KINDS : [random.pick(FAULT_KINDS), random.pick(FAULT_KINDS)];
  const storm: Storm = { percent: random.pick([10, 30, 60, 100]), kinds, about };
  return [
    { atMs, deed: { kind: 'storm', destination, storm } },
    // An export in the middle of it, or the storm would pass unseen.
    { atMs: atMs + random.whole(0, 2_000), deed: anExport(random) },
    { atMs: atMs + random.whole(1, 20) * MINUTE_MS, deed: { kind: 'storm', destination, storm: null } },
  ];
}

function databaseTrouble(random: SeededRandom, atMs: number): PlannedDeed[] {
  return [
    { atMs, deed: { kind: 'database-trouble', percent: random.pick([1, 4, 15]) } },
    { atMs: atMs + random.whole(0, 2_000), deed: anExport(random) },
    { atMs: atMs + random.whole(5, 300) * 1_000, deed: { kind: 'database-trouble', percent: 0 } },
  ];
}

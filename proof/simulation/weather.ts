/**
 * What becomes of one exchange over a bad network with a troubled server at its end, drawn by chance. The bounds are the
 * contract that the program is built for: what is carried out after all is so, and is seen, within the waiting time that
 * follows an unclear answer.
 */
import type { SeededRandom } from '#sandbox/demo/seeded-random.ts';

export type FaultKind =
  /** Nobody listens: the request never left. */
  | 'no-connection'
  | 'lost-before-work'
  | 'lost-after-work'
  | 'error-before-work'
  | 'error-after-work'
  /** Carried out, if at all, after the client gave up. */
  | 'slow'
  | 'truncated'
  | 'html-before-work'
  | 'html-after-work'
  | 'rate-limited'
  /** The server says no, without a good reason. */
  | 'refused';

export const FAULT_KINDS: readonly FaultKind[] = [
  ...(['no-connection', 'lost-before-work', 'lost-after-work', 'error-before-work', 'error-after-work'] as const),
  ...(['slow', 'truncated', 'html-before-work', 'html-after-work', 'rate-limited'] as const),
  'refused',
];

export type Destination = 'asperion' | 'outsmart' | 'identity';

/** How bad it is on the way to one system. */
export interface Storm {
  readonly percent: number;
  readonly kinds: readonly FaultKind[];
  /** Only requests whose method and address hold this text; empty: all. */
  readonly about: string;
}

/** The longest that a request which was given up on may live on. */
export const LATE_WORK_MS_MAX = 6 * 60_000;
/** The longest that a record may stay out of lists. */
export const LATE_VISIBILITY_MS_MAX = 6 * 60_000;

export class Weather {
  readonly #storms = new Map<Destination, Storm>();
  readonly #random: SeededRandom;
  readonly struck = new Map<FaultKind, number>();

  constructor(random: SeededRandom) {
    this.#random = random;
  }

  set(destination: Destination, storm: Storm | null): void {
    if (storm) this.#storms.set(destination, storm);
    else this.#storms.delete(destination);
  }

  clear(): void {
    this.#storms.clear();
  }

  /** The fault that strikes a request; null: none. */
  faultFor(destination: Destination, request: string): FaultKind | null {
    const storm = this.#storms.get(destination);
    if (!storm || !request.includes(storm.about) || !this.#random.chance(storm.percent)) return null;
    const kind = this.#random.pick(storm.kinds);
    // The identity server's answers belong to the connection, which dies of some of these by design.
    if (destination === 'identity' && !IDENTITY_KINDS.has(kind)) return null;
    this.struck.set(kind, (this.struck.get(kind) ?? 0) + 1);
    return kind;
  }

  /** How long one way takes. */
  wayMs(): number {
    return this.#random.chance(6) ? this.#random.whole(50, 4_000) : this.#random.whole(1, 30);
  }
}

const IDENTITY_KINDS: ReadonlySet<FaultKind> = new Set([
  'no-connection',
  'lost-before-work',
  'lost-after-work',
  'error-before-work',
  'html-before-work',
  'rate-limited',
]);

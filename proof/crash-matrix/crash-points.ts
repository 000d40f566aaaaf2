/**
 * Where a program is to be killed, and the counting that finds those places: everything that leaves a process passes a wire,
 * and each message that can change something, there or here, is a point. Knows no protocol; the wires tell it what passes.
 */

export type WireName = 'outsmart' | 'asperion' | 'database';

/** `before`: the message is not passed on. `after`: what it asks is done, and the answer is not delivered. */
export type Moment = 'before' | 'after';

export interface CrashPoint {
  readonly wire: WireName;
  /** Of the message on that wire, from 1. */
  readonly number: number;
  readonly moment: Moment;
}

/** A place that was seen in a run without a kill. */
export interface SeenPoint {
  readonly wire: WireName;
  readonly number: number;
  /** For people: `POST /v1/debtors`, `update "intent"`. */
  readonly what: string;
}

export type Passing = 'deliver' | 'kill-before' | 'kill-after' | 'drop';

/** `asperion-7-after`. */
export function pointName({ wire, number, moment }: CrashPoint): string {
  return `${wire}-${number}-${moment}`;
}

/** The point of that name, or null. */
export function pointNamed(name: string): CrashPoint | null {
  const [, wire, number, moment] = /^(outsmart|asperion|database)-([1-9]\d*)-(before|after)$/.exec(name) ?? [];
  if (wire === undefined) return null;
  return { wire: wire as WireName, number: Number(number), moment: moment as Moment };
}

/** Counts what one process sends on all its wires, and kills it at its point. */
export class WireWatch {
  readonly #point: CrashPoint | null;
  readonly #seen: SeenPoint[] = [];
  readonly #counts = { outsmart: 0, asperion: 0, database: 0 };
  #kill: () => void = () => undefined;
  #isKilled = false;

  /** Null: nobody is killed. */
  constructor(point: CrashPoint | null) {
    this.#point = point;
  }

  /** How to kill the process on these wires. */
  whenReached(kill: () => void): void {
    this.#kill = kill;
  }

  get seen(): readonly SeenPoint[] {
    return this.#seen;
  }

  get isKilled(): boolean {
    return this.#isKilled;
  }

  /** What is to become of the message that passes. `drop`: its sender is dead already. */
  pass(wire: WireName, what: string): Passing {
    if (this.#isKilled) return 'drop';
    this.#counts[wire] += 1;
    const number = this.#counts[wire];
    this.#seen.push({ wire, number, what });
    if (this.#point?.wire !== wire || this.#point.number !== number) return 'deliver';
    return this.#point.moment === 'before' ? 'kill-before' : 'kill-after';
  }

  kill(): void {
    if (this.#isKilled) return;
    this.#isKilled = true;
    this.#kill();
  }
}

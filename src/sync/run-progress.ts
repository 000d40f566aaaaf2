/**
 * What a run has done so far: counted in memory, told to the store a few times a second, so that anybody can watch it.
 */
import { systemTimer, type Timer } from '../kernel/clock.ts';
import { Fault } from '../kernel/fault.ts';
import type { RunId } from '../model/ids.ts';
import type { Lease } from '../store/lease.ts';
import type { RunCounts } from '../store/records.ts';
import type { RunProgress, Runs } from '../store/runs.ts';
import type { Allowance } from './allowance.ts';

const TELL_EVERY_MS = 250;

export class RunMeter {
  readonly #runs: Runs;
  readonly #runId: RunId;
  readonly #lease: Lease;
  readonly #calls: () => number;
  readonly #windDown: AbortSignal | undefined;
  readonly #timer: Timer;
  readonly #counts: Record<string, number> = {};
  #phase = 'starting';
  #toldAt = Number.NEGATIVE_INFINITY;
  #isCancelled = false;
  #allowance: Allowance = () => undefined;

  /** `calls` answers the foreign calls made so far; `windDown` ends the run between two records. */
  constructor(
    { runs, runId, lease }: { readonly runs: Runs; readonly runId: RunId; readonly lease: Lease },
    calls: () => number,
    windDown?: AbortSignal,
    timer: Timer = systemTimer,
  ) {
    this.#runs = runs;
    this.#runId = runId;
    this.#lease = lease;
    this.#calls = calls;
    this.#windDown = windDown;
    this.#timer = timer;
  }

  /** From now on the calls of the run are held against it, wherever it may stop. */
  allow(allowance: Allowance): void {
    this.#allowance = allowance;
  }

  count(part: string, by = 1): void {
    if (by !== 0) this.#counts[part] = (this.#counts[part] ?? 0) + by;
  }

  /** Sets a figure that is not a sum, such as how many there are to do. */
  set(part: string, value: number): void {
    this.#counts[part] = value;
  }

  get counts(): RunCounts {
    return { ...this.#counts };
  }

  snapshot(): RunProgress {
    return { phase: this.#phase, counts: this.counts, calls: this.#calls() };
  }

  /** Says what the run does now. Fault sync.cancelled when somebody asked to stop, or the program winds down. */
  async enter(phase: string): Promise<void> {
    this.#phase = phase;
    await this.#tell();
    this.#stopIfAsked();
  }

  /** To be called between two records or pages: tells at most four times a second. Fault sync.cancelled. */
  async tick(): Promise<void> {
    this.#stopIfAsked();
    if (this.#timer.elapsedMs() - this.#toldAt < TELL_EVERY_MS) return;
    await this.#tell();
    this.#stopIfAsked();
  }

  async #tell(): Promise<void> {
    this.#toldAt = this.#timer.elapsedMs();
    this.#isCancelled = await this.#runs.progress(this.#runId, this.snapshot(), this.#lease);
  }

  #stopIfAsked(): void {
    if (this.#isCancelled || this.#windDown?.aborted) throw new Fault('sync.cancelled', { retry: 'never' });
    this.#allowance(this.#calls());
  }
}

/**
 * The program in a simulated world: processes that run jobs, and what can befall them. A process that ends is followed by a
 * new one, as a supervisor would see to.
 */
import { seededRandom } from '#sandbox/demo/seeded-random.ts';
import { openAsperion } from '#src/asperion/client.ts';
import { createLogger } from '#src/kernel/logger.ts';
import { openOutSmart } from '#src/outsmart/client.ts';
import { DatabaseClock } from '#src/store/database-clock.ts';
import type { RunTrigger } from '#src/store/records.ts';
import { storeOver } from '#src/store/store.ts';
import { runJob, type SyncParts } from '#src/sync/run-job.ts';
import type { Company } from './company.ts';
import { PromiseBroken } from './ledger.ts';
import { plainSealer } from './plain-sealer.ts';
import { ConnectionBroken } from './simulated-database.ts';
import { SimulatedProcess } from './simulated-process.ts';
import type { World } from './world.ts';

/** Longer than any request lives, and any record stays out of lists, together. */
export const UNCERTAIN_WAIT_MS = 15 * 60_000;
/** How long a job waits for another worker on the same account. */
const BUSY_WAIT_MS = 20_000;
/** As the server does after SIGTERM. */
const PATIENCE_MS = 15_000;

const logger = createLogger('silent');

export interface Counts {
  exports: number;
  crashes: number;
  pauses: number;
  stops: number;
}

export class Program {
  readonly #world: World;
  readonly #seed: number;
  readonly #clocksOffMs: readonly number[];
  readonly #uncertainWaitMs: number;
  readonly #processes: { process: SimulatedProcess; parts: SyncParts }[] = [];
  readonly counts: Counts = { exports: 0, crashes: 0, pauses: 0, stops: 0 };
  readonly #jobs = new Set<{ readonly process: SimulatedProcess }>();
  #started = 0;
  /** The first thing that went wrong in a way that nothing explains. */
  failure: unknown = null;

  /** One process for each clock: by how much that of its machine is wrong. */
  constructor(world: World, seed: number, clocksOffMs: readonly number[], uncertainWaitMs: number) {
    this.#world = world;
    this.#seed = seed;
    this.#clocksOffMs = clocksOffMs;
    this.#uncertainWaitMs = uncertainWaitMs;
    for (let place = 0; place < clocksOffMs.length; place++) this.#bringUp(place);
  }

  /** Jobs that were begun and neither ended nor died. */
  get running(): number {
    return [...this.#jobs].filter(({ process }) => process.isAlive).length;
  }

  processAt(place: number): SimulatedProcess {
    return this.#at(place).process;
  }

  /** Asks for a job of that company and lets that process run it, as a worker or the command line does. */
  start(place: number, { accountId }: Company, job: 'export' | 'full', trigger: RunTrigger): void {
    const { process, parts } = this.#at(place);
    const { scheduler } = this.#world;
    this.counts.exports += 1;
    const going = { process };
    this.#jobs.add(going);
    const work = async () => {
      const { run } = await parts.store.forAccount(accountId).runs.ask(job, trigger, 'simulatie');
      const { stop, windDown } = process;
      await runJob(parts, accountId, run.id, {
        ...{ waitMs: BUSY_WAIT_MS, signal: stop.signal, windDown: windDown.signal },
      });
    };
    const over = (how: string) => {
      this.#jobs.delete(going);
      this.#world.trace.tell(scheduler.nowMs, `${process.name}  job ${how}`);
    };
    work().then(
      () => over('ended'),
      (error: unknown) => {
        over('broke');
        // A database that breaks off is the one thing that a job may end on.
        if (!isExplained(error)) this.failure ??= new PromiseBroken('bug', String((error as Error).stack));
      },
    );
  }

  /** SIGKILL: nothing reaches it any more. Another one starts in its place. */
  async kill(place: number): Promise<void> {
    const { process } = this.#at(place);
    this.counts.crashes += 1;
    this.#world.trace.tell(this.#world.scheduler.nowMs, `${process.name}  killed`);
    process.kill();
    await this.#world.database.cutOff(process);
    this.#bringUp(place);
  }

  /** SIGTERM: it winds down, and is cut short after a while. Another one starts in its place. */
  terminate(place: number): void {
    const { process } = this.#at(place);
    this.counts.stops += 1;
    this.#world.trace.tell(this.#world.scheduler.nowMs, `${process.name}  told to stop`);
    process.windDown.abort();
    this.#world.scheduler.after(PATIENCE_MS, '', process, () => process.stop.abort());
    this.#bringUp(place);
  }

  pause(place: number, ms: number, isSuspended: boolean): void {
    const { process } = this.#at(place);
    this.counts.pauses += 1;
    this.#world.trace.tell(this.#world.scheduler.nowMs, `${process.name}  frozen for ${ms} ms`);
    process.pause(this.#world.scheduler.nowMs, ms, isSuspended);
  }

  #at(place: number) {
    const found = this.#processes[place % this.#clocksOffMs.length];
    if (!found) throw new Error('there is no process');
    return found;
  }

  #bringUp(place: number): void {
    this.#started += 1;
    const name = `p${this.#started}`;
    const random = seededRandom(`${name} ${this.#seed}`);
    const machine = place % this.#clocksOffMs.length;
    const process = new SimulatedProcess(name, this.#world.scheduler, random, this.#clocksOffMs[machine] ?? 0);
    this.#processes[machine] = { process, parts: this.#partsOf(process) };
  }

  #partsOf(process: SimulatedProcess): SyncParts {
    const { network, database, historyDatabase, outsmart, softwareToken, asperionConnection, companies } = this.#world;
    const { timer, random } = process;
    const clock = new DatabaseClock(process.clock);
    const exchange = network.exchangeOf(process);
    const pool = database.poolOf(process);
    return {
      ...{ clock, timer, logger, holder: process.name },
      alignClock: () => clock.align(pool),
      store: storeOver({ connection: historyDatabase.connection, pool, clock, sealer: plainSealer }),
      limits: {
        ...{ sendConcurrency: 4, uncertainWaitMs: this.#uncertainWaitMs },
        ...{ followEveryMs: 60 * 60_000, callsPerDay: null },
      },
      doors: {
        openFieldService: async (account, signal) => {
          const token = companies.find(({ accountId }) => accountId === account.accountId)?.outsmartToken ?? '';
          return openOutSmart(
            {
              ...{ apiUrl: outsmart.apiUrl, token, softwareToken, bearer: null },
              ...{ timeoutMs: 30_000, listTimeoutMs: 120_000, concurrency: 4 },
            },
            signal,
            { random, sleep: (ms, stopped) => timer.sleep(ms, stopped).catch(() => undefined) },
            exchange,
          );
        },
        openAccounting: async (account, signal) =>
          openAsperion(asperionConnection, account.tokens, { signal, clock, timer, exchange, random }),
      },
    };
  }
}

function isExplained(error: unknown): boolean {
  for (let cause = error, depth = 0; depth < 8 && cause instanceof Error; cause = cause.cause, depth++)
    if (cause instanceof ConnectionBroken) return true;
  return false;
}

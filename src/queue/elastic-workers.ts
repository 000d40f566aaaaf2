/**
 * Workers on one queue that become more while slow jobs keep them all busy, and fewer again afterwards: waiting for a
 * foreign system costs no time of ours, so a slow account must not hold up the others. Knows nothing of what a job is.
 */
import type { PgBoss } from 'pg-boss';

export interface ElasticOptions {
  readonly queue: string;
  /** Workers when nothing is slow, and at most. */
  readonly workers: number;
  readonly workersMax: number;
  readonly pollSeconds: number;
  /** The library could not add or take away a worker, as while the database is away; it is tried again at the next look. */
  readonly onTrouble: (error: unknown) => void;
}

/** Well within the second by which one account may delay another; each time all are busy their number doubles. */
const LOOK_EVERY_MS = 200;
/** One that had nothing to do for so long is not needed. */
const IDLE_MS = 10_000;

interface Worker {
  readonly id: string;
  isBusy: boolean;
  idleSince: number;
}

export class ElasticWorkers<Job> {
  readonly #boss: PgBoss;
  readonly #options: ElasticOptions;
  readonly #handle: (job: Job) => Promise<void>;
  readonly #workers = new Set<Worker>();
  #timer: NodeJS.Timeout | null = null;
  #isChanging = false;
  #isStopped = false;

  constructor(boss: PgBoss, options: ElasticOptions, handle: (job: Job) => Promise<void>) {
    this.#boss = boss;
    this.#options = options;
    this.#handle = handle;
  }

  /** How many there are now. */
  get count(): number {
    return this.#workers.size;
  }

  async start(): Promise<void> {
    await this.#add(this.#options.workers);
    this.#timer = setInterval(() => {
      this.#adapt().catch(this.#options.onTrouble);
    }, LOOK_EVERY_MS).unref();
  }

  /** No more changes; the workers themselves end with the queue. */
  stop(): void {
    this.#isStopped = true;
    clearInterval(this.#timer ?? undefined);
  }

  async #adapt(): Promise<void> {
    if (this.#isChanging) return;
    this.#isChanging = true;
    try {
      const { workers, workersMax } = this.#options;
      if ([...this.#workers].every(({ isBusy }) => isBusy)) {
        await this.#add(Math.min(this.count, workersMax - this.count));
        return;
      }
      const longIdle = Date.now() - IDLE_MS;
      const spare = [...this.#workers].find(({ isBusy, idleSince }) => !isBusy && idleSince < longIdle);
      if (spare && this.count > workers) {
        this.#workers.delete(spare);
        await this.#boss.offWork(this.#options.queue, { id: spare.id, wait: false });
      }
    } finally {
      this.#isChanging = false;
    }
  }

  async #add(count: number): Promise<void> {
    const { queue, pollSeconds } = this.#options;
    for (let added = 0; added < count && !this.#isStopped; added++) {
      const state = { isBusy: false, idleSince: Date.now() };
      const id: string = await this.#boss.work<Job>(
        queue,
        { pollingIntervalSeconds: pollSeconds, notifyPollingIntervalSeconds: pollSeconds },
        async (jobs) => {
          worker.isBusy = true;
          try {
            for (const job of jobs) await this.#handle(job.data);
          } finally {
            worker.isBusy = false;
            worker.idleSince = Date.now();
            // What waits is taken at once, not at the next poll.
            this.#boss.notifyWorker(worker.id);
          }
        },
      );
      const worker: Worker = Object.assign(state, { id });
      this.#workers.add(worker);
    }
  }
}

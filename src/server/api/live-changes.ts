/**
 * Tells every open event stream of this process what changed, over one database connection for all of them. Knows nothing
 * of HTTP, and of a run only that it changed: each change is read once, however many look on.
 */
import type { Logger } from '../../kernel/logger.ts';
import type { AccountId, RunId } from '../../model/ids.ts';
import type { Run } from '../../store/runs.ts';
import type { Store } from '../../store/store.ts';

export interface Onlooker {
  onRun(run: Run): void;
  /** Lists should be read again. */
  onChanged(): void;
  /** The program stops; nothing more will be told. */
  onEnd(): void;
}

export interface LiveChanges {
  /** Tells of one company's changes from now on, until the answered function is called. Throws when the database is away. */
  follow(accountId: AccountId, onlooker: Onlooker): Promise<() => void>;
  /** Ends all streams. */
  close(): Promise<void>;
}

/** Listens from the first onlooker on. */
export function openLiveChanges(store: Store, logger: Logger): LiveChanges {
  const companies = new Map<AccountId, Company>();
  const companyOf = (accountId: AccountId): Company => {
    const known = companies.get(accountId);
    if (known) return known;
    const company = new Company((runId) => store.forAccount(accountId).runs.find(runId), logger);
    companies.set(accountId, company);
    return company;
  };
  let listening: ReturnType<Store['changes']['listen']> | null = null;
  const listen = () => {
    listening ??= store.changes
      .listen({
        onRun: (accountId, runId) => companies.get(accountId)?.runChanged(runId),
        onAccount: (accountId) => companies.get(accountId)?.changed(),
        onGap: () => {
          for (const company of companies.values()) company.changed();
        },
      })
      .catch((error: unknown) => {
        listening = null;
        throw error;
      });
    return listening;
  };
  return {
    async follow(accountId, onlooker) {
      await listen();
      const company = companyOf(accountId);
      company.onlookers.add(onlooker);
      return () => {
        company.onlookers.delete(onlooker);
        if (company.onlookers.size === 0) companies.delete(accountId);
      };
    },
    async close() {
      for (const company of companies.values()) for (const onlooker of company.onlookers) onlooker.onEnd();
      companies.clear();
      await (await listening?.catch(() => null))?.close();
    },
  };
}

/** Those who look at one company. */
class Company {
  readonly onlookers = new Set<Onlooker>();
  readonly #find: (runId: RunId) => Promise<Run | null>;
  readonly #logger: Logger;
  /** Runs that changed since they were last read; each is being read once at most. */
  readonly #waiting = new Set<RunId>();
  readonly #reading = new Set<RunId>();

  constructor(find: (runId: RunId) => Promise<Run | null>, logger: Logger) {
    this.#find = find;
    this.#logger = logger;
  }

  changed(): void {
    for (const onlooker of this.onlookers) onlooker.onChanged();
  }

  runChanged(runId: RunId): void {
    this.#waiting.add(runId);
    if (!this.#reading.has(runId)) void this.#tell(runId);
  }

  async #tell(runId: RunId): Promise<void> {
    this.#reading.add(runId);
    try {
      while (this.#waiting.delete(runId)) {
        const run = await this.#find(runId);
        if (run) this.#tellRun(run);
      }
    } catch (error) {
      // The database is away: once it is back everybody is told to read everything again.
      this.#logger.warn({ err: error, runId }, 'a change of a run was not told');
    } finally {
      this.#reading.delete(runId);
    }
  }

  #tellRun(run: Run): void {
    for (const onlooker of this.onlookers) {
      onlooker.onRun(run);
      if (run.finishedAt !== null) onlooker.onChanged();
    }
  }
}

/**
 * What every part of the store works with: the guarded database, the clock and the sealer. Not exported beyond the store.
 */
import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import type pg from 'pg';
import type { Clock } from '../kernel/clock.ts';
import type { AccountId } from '../model/ids.ts';
import { AccountGuard } from './account-guard.ts';
import type { Sealer } from './sealing.ts';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;
export type DatabaseTransaction = Transaction<Tables>;

export interface StoreParts {
  /** Refuses statements that do not name an account. */
  readonly guarded: Database;
  /** For the few statements that are about all accounts at once: the schedule's tick and the list of accounts. */
  readonly acrossAccounts: Database;
  readonly clock: Clock;
  readonly sealer: Sealer;
  /** Sends a NOTIFY on the channel of runs. */
  readonly pool: pg.Pool;
  /** The last renewal of tokens under way in this process, per account. */
  readonly renewals: Map<AccountId, Promise<void>>;
}

/** The parts of a store over one pool. */
export function storeParts(pool: pg.Pool, clock: Clock, sealer: Sealer): StoreParts {
  const dialect = new PostgresDialect({ pool });
  return {
    guarded: new Kysely<Tables>({ dialect, plugins: [new AccountGuard()] }),
    acrossAccounts: new Kysely<Tables>({ dialect }),
    clock,
    sealer,
    pool,
    renewals: new Map(),
  };
}

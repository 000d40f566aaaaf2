/**
 * What every part of the store works with: the guarded database, the clock and the sealer. Not exported beyond the store.
 */
import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import type pg from 'pg';
import type { Clock } from '../kernel/clock.ts';
import { Slots } from '../kernel/slots.ts';
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
  /** A renewal holds a connection for as long as the token endpoint takes; all of them together leave half to the others. */
  readonly renewalSlots: Slots;
}

/** What node-postgres takes when it is not told. */
const CONNECTIONS_MAX_OF_PG = 10;

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
    renewalSlots: new Slots(Math.max(1, Math.floor((pool.options.max ?? CONNECTIONS_MAX_OF_PG) / 2))),
  };
}

/**
 * Tells other processes that something of a company changed, and hears it from them. What changed is read from the store.
 */
import { sql } from 'kysely';
import type pg from 'pg';
import type { AccountId } from '../model/ids.ts';
import type { StoreParts } from './database.ts';
import { type ChangeListener, listenToRuns, type RunListener } from './run-listener.ts';
import { RUN_CHANNEL } from './runs.ts';

export interface Changes {
  /** Says that settings, decisions or people of a company changed. Changes of runs are told by themselves. */
  tell(accountId: AccountId): Promise<void>;
  /** Hears of all companies, over one connection of its own, until closed. */
  listen(listener: ChangeListener): Promise<RunListener>;
}

export function changesOf({ acrossAccounts }: StoreParts, connection: pg.PoolConfig): Changes {
  return {
    async tell(accountId) {
      await sql`select pg_notify(${RUN_CHANNEL}, ${accountId})`.execute(acrossAccounts);
    },
    listen: (listener) => listenToRuns(connection, listener),
  };
}

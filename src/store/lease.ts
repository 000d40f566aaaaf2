/**
 * One worker per account at a time. Who holds the lease may write the account's intents and states; a worker that lost it
 * (it was paused, its machine slept) shows an old fence and is turned away inside the very transaction it tries.
 * Times are the database's, so that machines with different clocks agree.
 */
import { type QueryCreator, sql } from 'kysely';
import { Fault } from '../kernel/fault.ts';
import type { AccountId } from '../model/ids.ts';
import type { Database, DatabaseTransaction, StoreParts } from './database.ts';
import type { Tables } from './tables.ts';

export interface Lease {
  readonly accountId: AccountId;
  readonly fence: string;
}

export interface Leases {
  /** The lease, or null while somebody else holds it. */
  acquire(holder: string, durationMs: number): Promise<Lease | null>;
  /** Prolongs it. Fault sync.lease_lost when it is no longer ours. */
  prolong(lease: Lease, durationMs: number): Promise<void>;
  release(lease: Lease): Promise<void>;
}

export function leasesOf({ guarded: db }: StoreParts, accountId: AccountId): Leases {
  const end = (durationMs: number) => sql<Date>`clock_timestamp() + make_interval(secs => ${durationMs / 1000})`;
  return {
    async acquire(holder, durationMs) {
      const row = await db
        .insertInto('account_lease')
        .values({ account_id: accountId, fence: '1', holder, expires_at: end(durationMs) })
        .onConflict((conflict) =>
          conflict
            .column('account_id')
            .doUpdateSet({ fence: sql`account_lease.fence + 1`, holder, expires_at: end(durationMs) })
            .where('account_lease.expires_at', '<=', sql<Date>`clock_timestamp()`),
        )
        .returning('fence')
        .executeTakeFirst();
      return row ? { accountId, fence: row.fence } : null;
    },
    async prolong(lease, durationMs) {
      const result = await db
        .updateTable('account_lease')
        .set({ expires_at: end(durationMs) })
        .where('account_id', '=', accountId)
        .where('fence', '=', lease.fence)
        .where('expires_at', '>', sql<Date>`clock_timestamp()`)
        .executeTakeFirst();
      if (result.numUpdatedRows === 0n) throw leaseLost();
    },
    async release(lease) {
      await db
        .updateTable('account_lease')
        .set({ expires_at: sql<Date>`clock_timestamp()` })
        .where('account_id', '=', accountId)
        .where('fence', '=', lease.fence)
        .execute();
    },
  };
}

/** Passes while the lease is ours, and keeps others from taking it until the transaction ends. Fault sync.lease_lost. */
export async function requireLease(trx: Database | DatabaseTransaction, lease: Lease): Promise<void> {
  if (!(await heldLease(trx, lease).executeTakeFirst())) throw leaseLost();
}

/** One row while the lease is ours; also for use within another statement, which then comes to nothing without it. */
export function heldLease(query: QueryCreator<Tables>, lease: Lease) {
  return query
    .selectFrom('account_lease')
    .select('fence')
    .where('account_id', '=', lease.accountId)
    .where('fence', '=', lease.fence)
    .where('expires_at', '>', sql<Date>`clock_timestamp()`)
    .forShare();
}

function leaseLost(): Fault {
  return new Fault('sync.lease_lost', { retry: 'later' });
}

/**
 * When each account exports next by itself. One row an account; the tick of any process takes what is due.
 */
import { sql } from 'kysely';
import type { AccountId } from '../model/ids.ts';
import type { StoreParts } from './database.ts';

export interface Schedule {
  /** Puts the account on the schedule if it is not there yet, at a moment of its own within the cycle. */
  add(accountId: AccountId, everyMs: number): Promise<void>;
  remove(accountId: AccountId): Promise<void>;
  /** Null when the account does not export by itself. */
  next(accountId: AccountId): Promise<Date | null>;
  /** Takes up to `limit` accounts that are due and sets their next moment, skipping what was missed. */
  takeDue(everyMs: number, limit: number): Promise<readonly AccountId[]>;
  /** Accounts with a run that was asked for before `before` and has not begun: their job may have been lost. */
  withForgottenRuns(before: Date): Promise<readonly { accountId: AccountId; runId: string }[]>;
}

export function scheduleOf({ guarded: db, acrossAccounts, clock }: StoreParts): Schedule {
  return {
    async add(accountId, everyMs) {
      await db
        .insertInto('schedule')
        .values({
          account_id: accountId,
          next_run_at: new Date(clock.now().getTime() + offsetInCycle(accountId, everyMs)),
        })
        .onConflict((conflict) => conflict.column('account_id').doNothing())
        .execute();
    },
    async remove(accountId) {
      await db.deleteFrom('schedule').where('account_id', '=', accountId).execute();
    },
    async next(accountId) {
      const row = await db
        .selectFrom('schedule')
        .select('next_run_at')
        .where('account_id', '=', accountId)
        .executeTakeFirst();
      return row?.next_run_at ?? null;
    },
    async takeDue(everyMs, limit) {
      const now = clock.now();
      const due = await sql<{ account_id: AccountId }>`
        update schedule set next_run_at = next_run_at + make_interval(secs =>
          ${everyMs / 1000} * (1 + floor(extract(epoch from (${now}::timestamptz - next_run_at)) / ${everyMs / 1000})))
        where account_id in (
          select account_id from schedule where next_run_at <= ${now} order by next_run_at, account_id limit ${limit} for update skip locked)
        returning account_id`.execute(acrossAccounts);
      return due.rows.map((row) => row.account_id);
    },
    async withForgottenRuns(before) {
      const rows = await acrossAccounts
        .selectFrom('run')
        .select(['account_id', 'id'])
        .where('state', '=', 'queued')
        .where('queued_at', '<=', before)
        .orderBy('queued_at')
        .limit(500)
        .execute();
      return rows.map((row) => ({ accountId: row.account_id, runId: row.id }));
    },
  };
}

/** Spreads accounts over the cycle by their id, so that thousands do not export in the same second. */
function offsetInCycle(accountId: AccountId, everyMs: number): number {
  return Math.floor((Number.parseInt(accountId.slice(0, 8), 16) / 0x1_0000_0000) * everyMs);
}

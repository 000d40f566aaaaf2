/**
 * When each account exports next by itself. One row an account; the tick of any process takes what is due. A company that
 * may not work keeps its place: it is passed over until a licence runs again, or the operator resumes it.
 */
import { sql } from 'kysely';
import { dayInAmsterdam } from '../kernel/dates.ts';
import type { AccountId, RunId } from '../model/ids.ts';
import { ASPERION_CONNECTOR } from '../model/licence.ts';
import type { Database, DatabaseTransaction, StoreParts } from './database.ts';
import type { JobName, RunState } from './records.ts';

const FORGOTTEN_PER_LOOK_MAX = 500;

export interface ForgottenRun {
  readonly accountId: AccountId;
  readonly runId: RunId;
  readonly job: JobName;
  readonly hasBegun: boolean;
}

export interface Schedule {
  /** Puts the account on the schedule if it is not there yet, at a moment of its own within the cycle. */
  add(accountId: AccountId, everyMs: number): Promise<void>;
  /** Null when the account does not export by itself, or may not work now. */
  next(accountId: AccountId): Promise<Date | null>;
  /**
   * Takes up to `limit` accounts that are due and may work, and sets their next moment, skipping what was missed. One whose moment lies
   * more than two cycles off is due as well: the cycle was longer then, or the clock was wrong.
   */
  takeDue(everyMs: number, limit: number): Promise<readonly AccountId[]>;
  /** Runs untouched since `before` that wait, or were begun by a process that is gone: their job may have been lost. */
  forgottenRuns(before: Date): Promise<readonly ForgottenRun[]>;
}

export function scheduleOf({ guarded: db, acrossAccounts, clock }: StoreParts): Schedule {
  return {
    add: (accountId, everyMs) => putOnSchedule(db, accountId, everyMs, clock.now()),
    async next(accountId) {
      const row = await db
        .selectFrom('schedule')
        .select('next_run_at')
        .where('account_id', '=', accountId)
        .where(mayWork(clock.now()))
        .executeTakeFirst();
      return row?.next_run_at ?? null;
    },
    async takeDue(everyMs, limit) {
      const now = clock.now();
      const due = await sql<{ account_id: AccountId }>`
        update schedule set next_run_at = next_run_at + make_interval(secs =>
          ${everyMs / 1000} * (1 + floor(extract(epoch from (${now}::timestamptz - next_run_at)) / ${everyMs / 1000})))
        where account_id in (
          select account_id from schedule
          where (next_run_at <= ${now} or next_run_at > ${new Date(now.getTime() + 2 * everyMs)}) and ${mayWork(now)}
          order by next_run_at, account_id limit ${limit} for update skip locked)
        returning account_id`.execute(acrossAccounts);
      return due.rows.map((row) => row.account_id);
    },
    async forgottenRuns(before) {
      const rows = await sql<{ account_id: AccountId; id: RunId; job: JobName; state: RunState }>`
        select account_id, id, job, state from run where touched_at <= ${before} and state in ('queued', 'running')
          and (state = 'queued' or not exists (
            select from account_lease where account_lease.account_id = run.account_id and expires_at > clock_timestamp()))
        order by queued_at, id limit ${FORGOTTEN_PER_LOOK_MAX}`.execute(acrossAccounts);
      return rows.rows.map(({ account_id, id, job, state }) => ({
        accountId: account_id,
        runId: id,
        job,
        hasBegun: state === 'running',
      }));
    },
  };
}

/** Whether the company of a row of the schedule has a licence that runs and is not suspended. */
function mayWork(now: Date) {
  return sql<boolean>`(exists (select from account where account.id = schedule.account_id and suspended_at is null)
    and exists (select from licence where licence.account_id = schedule.account_id and connector = ${ASPERION_CONNECTOR}
      and (ends_on is null or ends_on >= ${dayInAmsterdam(now)}::date)))`;
}

/** See Schedule.add; also within a transaction. */
export async function putOnSchedule(
  trx: Database | DatabaseTransaction,
  accountId: AccountId,
  everyMs: number,
  now: Date,
): Promise<void> {
  await trx
    .insertInto('schedule')
    .values({ account_id: accountId, next_run_at: new Date(now.getTime() + offsetInCycle(accountId, everyMs)) })
    .onConflict((conflict) => conflict.column('account_id').doNothing())
    .execute();
}

/** It exports no more by itself. */
export async function takeOffSchedule(trx: DatabaseTransaction, accountId: AccountId): Promise<void> {
  await trx.deleteFrom('schedule').where('account_id', '=', accountId).execute();
}

/** Spreads accounts over the cycle by their id, so that thousands do not export in the same second. */
function offsetInCycle(accountId: AccountId, everyMs: number): number {
  return Math.floor((Number.parseInt(accountId.slice(0, 8), 16) / 0x1_0000_0000) * everyMs);
}

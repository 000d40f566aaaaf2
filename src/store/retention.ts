/**
 * Removes what is older than what is promised to be kept. The only place that deletes records of the past.
 */
import { type RawBuilder, sql } from 'kysely';
import type { StoreParts } from './database.ts';

/** A year is promised; the month on top is for whoever looks a year back in the middle of one. */
const KEPT_MONTHS = 13;

type Removed = Readonly<Record<'logLines' | 'runs' | 'auditEntries' | 'attempts' | 'intents', number>>;

export interface Retention {
  /**
   * Removes lines of the log, runs, audit entries, authorization attempts and intents that ended well, each of more than 13
   * months ago, over all companies. Small statements, so that nobody waits for it; stops early when the signal says so.
   */
  removeOld(signal: AbortSignal): Promise<Removed>;
}

const ROWS_PER_STATEMENT = 1_000;
/** Per day and table: ten times what the largest installation adds, and yet an end. */
const STATEMENTS_MAX = 20_000;

export function retentionOf({ acrossAccounts, clock }: StoreParts): Retention {
  return {
    async removeOld(signal) {
      const before = sql<Date>`(${clock.now()}::timestamptz - make_interval(months => ${KEPT_MONTHS}))`;
      const remove = async (table: string, old: RawBuilder<unknown>): Promise<number> => {
        let removed = 0;
        for (let statement = 0; statement < STATEMENTS_MAX && !signal.aborted; statement++) {
          const { numAffectedRows = 0n } = await sql`delete from ${sql.table(table)}
            where ctid = any(array(select ctid from ${sql.table(table)} where ${old} limit ${ROWS_PER_STATEMENT}))`.execute(
            acrossAccounts,
          );
          removed += Number(numAffectedRows);
          if (numAffectedRows < BigInt(ROWS_PER_STATEMENT)) break;
        }
        return removed;
      };
      return {
        logLines: await remove('log_line', sql`at < ${before}`),
        // A run stays as long as a line names it.
        runs: await remove(
          'run',
          sql`queued_at < ${before} and finished_at is not null
            and not exists (select from log_line where log_line.run_id = run.id)`,
        ),
        auditEntries: await remove('audit_entry', sql`at < ${before}`),
        attempts: await remove('authorization_attempt', sql`expires_at < ${before}`),
        // Whatever is not settled for good stays, and so does the intent of a work order that may still change.
        intents: await remove(
          'intent',
          sql`committed_at < ${before} and state = 'done' and (kind <> 'invoice' or exists (
            select from work_order where work_order.account_id = intent.account_id
              and work_order.row_id = intent.subject and work_order.state = 'acknowledged'
              and work_order.state_since < ${before}))`,
        ),
      };
    },
  };
}

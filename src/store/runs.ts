/**
 * Runs of one account: asked for, going on, finished. Their state is readable while they go, from any process.
 */
import { sql } from 'kysely';
import type { AccountId, RunId } from '../model/ids.ts';
import type { StoreParts } from './database.ts';
import type { Lease } from './lease.ts';
import { jsonText } from './log.ts';
import type { JobName, RunCounts, RunState, RunTrigger } from './records.ts';
import { type RunPages, runPagesOf } from './run-pages.ts';
import { runFromRow } from './run-row.ts';

export interface Run {
  readonly id: RunId;
  readonly job: JobName;
  readonly trigger: RunTrigger;
  readonly startedBy: string;
  readonly state: RunState;
  /** What it is doing: `debtors`, `articles`, `reading`, `sending` ... Null before it begins. */
  readonly phase: string | null;
  readonly counts: RunCounts;
  /** Calls to both foreign systems. */
  readonly calls: number;
  readonly queuedAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly faultCode: string | null;
  readonly faultParameters: Readonly<Record<string, string>> | null;
  readonly isCancelAsked: boolean;
}

export interface RunProgress {
  readonly phase: string;
  readonly counts: RunCounts;
  readonly calls: number;
}

export interface Runs extends RunPages {
  /** A queued run of that job: a new one, or the one that already waits. */
  ask(job: JobName, trigger: RunTrigger, startedBy: string): Promise<{ run: Run; isNew: boolean }>;
  find(id: RunId): Promise<Run | null>;
  /** Newest first. */
  list(limit: number): Promise<readonly Run[]>;
  /**
   * Marks it as running; false when it is finished already. A run that a dead process left running may begin again. What
   * began under a lease is ended and handed over under that lease alone.
   */
  begin(id: RunId, lease?: Lease): Promise<boolean>;
  /** Stores how far it is and tells listeners. Answers whether somebody asked to stop it. */
  progress(id: RunId, progress: RunProgress, lease: Lease): Promise<boolean>;
  /** Whether it is still the one that began under this lease, and not taken over by another worker. */
  isUnder(id: RunId, lease: Lease): Promise<boolean>;
  finish(
    id: RunId,
    end: {
      state: 'done' | 'failed' | 'cancelled';
      progress: RunProgress;
      faultCode: string | null;
      faultParameters: Record<string, string> | null;
    },
    lease?: Lease,
  ): Promise<void>;
  /** Ends a run that waits at once; one that goes on ends itself at the next record. */
  askCancel(id: RunId): Promise<void>;
  /**
   * Puts a run that this process cannot finish back in the queue. False when the same job waits there already, and for one
   * that a person asked to stop.
   */
  handOver(id: RunId, lease?: Lease): Promise<boolean>;
  /** Ends runs that a dead process left `running`; call only while holding the account's lease. */
  closeAbandoned(exceptId: RunId): Promise<void>;
}

/** Channel on which a change of a run is told, as `accountId runId`; `accountId` alone says that something else changed. */
export const RUN_CHANNEL = 'koppeling_run';

const UNIQUE_VIOLATION = '23505';

export function runsOf(parts: StoreParts, accountId: AccountId): Runs {
  return { ...askingOf(parts, accountId), ...lifeOf(parts, accountId), ...runPagesOf(parts, accountId) };
}

const ASK_TRIES_MAX = 5;

const tell = ({ guarded }: StoreParts, accountId: AccountId, id: RunId) =>
  sql`select pg_notify(${RUN_CHANNEL}, ${`${accountId} ${id}`})`.execute(guarded);

const updateOf = ({ guarded }: StoreParts, accountId: AccountId, id: RunId) =>
  guarded.updateTable('run').where('account_id', '=', accountId).where('id', '=', id);

/** Without a lease whatever there is: for runs that no worker has. */
function underLease(update: ReturnType<typeof updateOf>, lease: Lease | undefined): ReturnType<typeof updateOf> {
  return lease === undefined ? update : update.where('fence', '=', lease.fence);
}

/** What people and the schedule ask, and what anybody may read. */
function askingOf(parts: StoreParts, accountId: AccountId): Pick<Runs, 'ask' | 'find' | 'list' | 'askCancel'> {
  const { guarded: db, clock } = parts;
  const ask = async (
    job: JobName,
    trigger: RunTrigger,
    startedBy: string,
    tries = 1,
  ): Promise<{ run: Run; isNew: boolean }> => {
    const now = clock.now();
    const inserted = await db
      .insertInto('run')
      .values({
        account_id: accountId,
        job,
        trigger,
        started_by: startedBy,
        state: 'queued',
        counts: '{}',
        queued_at: now,
        touched_at: now,
        is_cancel_asked: false,
        calls: 0,
      })
      .onConflict((conflict) => conflict.columns(['account_id', 'job']).where('state', '=', 'queued').doNothing())
      .returningAll()
      .executeTakeFirst();
    if (inserted) {
      await tell(parts, accountId, inserted.id);
      return { run: runFromRow(inserted), isNew: true };
    }
    const waiting = await db
      .selectFrom('run')
      .selectAll()
      .where('account_id', '=', accountId)
      .where('job', '=', job)
      .where('state', '=', 'queued')
      .executeTakeFirst();
    if (waiting) return { run: runFromRow(waiting), isNew: false };
    // It began in between, so what is asked now is a run of its own; bounded, for nothing here may go on for ever.
    if (tries >= ASK_TRIES_MAX) throw new Error(`run ${job} began and was asked for ${tries} times in a row`);
    return ask(job, trigger, startedBy, tries + 1);
  };
  return {
    ask: (job, trigger, startedBy) => ask(job, trigger, startedBy),
    async find(id) {
      const row = await db
        .selectFrom('run')
        .selectAll()
        .where('account_id', '=', accountId)
        .where('id', '=', id)
        .executeTakeFirst();
      return row ? runFromRow(row) : null;
    },
    async list(limit) {
      const rows = await db
        .selectFrom('run')
        .selectAll()
        .where('account_id', '=', accountId)
        .orderBy('queued_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return rows.map(runFromRow);
    },
    async askCancel(id) {
      const now = clock.now();
      await updateOf(parts, accountId, id)
        .set({ is_cancel_asked: true })
        .where('state', 'in', ['queued', 'running'])
        .execute();
      await updateOf(parts, accountId, id)
        .set({ state: 'cancelled', fault_code: 'sync.cancelled', finished_at: now, touched_at: now })
        .where('state', '=', 'queued')
        .execute();
      await tell(parts, accountId, id);
    },
  };
}

/** What the worker of a run writes. */
function lifeOf(
  parts: StoreParts,
  accountId: AccountId,
): Omit<Runs, 'ask' | 'find' | 'list' | 'askCancel' | keyof RunPages> {
  const { guarded: db, clock } = parts;
  return {
    async begin(id, lease) {
      const now = clock.now();
      const result = await updateOf(parts, accountId, id)
        .set((eb) => ({
          state: 'running' as const,
          started_at: eb.fn.coalesce('started_at', eb.val(now)),
          touched_at: now,
          fence: lease?.fence ?? null,
        }))
        .where('state', 'in', ['queued', 'running'])
        .executeTakeFirst();
      await tell(parts, accountId, id);
      return result.numUpdatedRows > 0n;
    },
    async progress(id, progress, lease) {
      // A worker that was woken must not tell of a run that another took over.
      const row = await underLease(updateOf(parts, accountId, id), lease)
        .set({
          phase: progress.phase,
          counts: jsonText(progress.counts),
          calls: progress.calls,
          touched_at: clock.now(),
        })
        .returning('is_cancel_asked')
        .executeTakeFirst();
      await tell(parts, accountId, id);
      return row?.is_cancel_asked ?? false;
    },
    async isUnder(id, { fence }) {
      const row = await db
        .selectFrom('run')
        .select('fence')
        .where('account_id', '=', accountId)
        .where('id', '=', id)
        .executeTakeFirst();
      return row?.fence === fence;
    },
    async finish(id, { state, progress, faultCode, faultParameters }, lease) {
      const now = clock.now();
      await underLease(updateOf(parts, accountId, id), lease)
        .set({
          state,
          phase: progress.phase,
          counts: jsonText(progress.counts),
          calls: progress.calls,
          fault_code: faultCode,
          fault_parameters: faultParameters === null ? null : jsonText(faultParameters),
          finished_at: now,
          touched_at: now,
        })
        .execute();
      await tell(parts, accountId, id);
    },
    async handOver(id, lease) {
      try {
        const result = await underLease(updateOf(parts, accountId, id), lease)
          .set({ state: 'queued', touched_at: clock.now() })
          .where('state', '=', 'running')
          .where('is_cancel_asked', '=', false)
          .executeTakeFirst();
        await tell(parts, accountId, id);
        return result.numUpdatedRows > 0n;
      } catch (error) {
        if ((error as { code?: string }).code === UNIQUE_VIOLATION) return false;
        throw error;
      }
    },
    async closeAbandoned(exceptId) {
      const now = clock.now();
      await db
        .updateTable('run')
        .set({ state: 'failed', fault_code: 'sync.lease_lost', finished_at: now, touched_at: now })
        .where('account_id', '=', accountId)
        .where('state', '=', 'running')
        .where('id', '!=', exceptId)
        .execute();
    },
  };
}

/**
 * The list of runs of one account, a page at a time.
 */
import type { AccountId } from '../model/ids.ts';
import type { StoreParts } from './database.ts';
import { type Period, within } from './period.ts';
import type { JobName } from './records.ts';
import { runFromRow } from './run-row.ts';
import type { Run } from './runs.ts';

export interface RunFilter extends Period {
  readonly job?: JobName | undefined;
  readonly limit: number;
  readonly offset: number;
}

export interface RunPages {
  /** Newest first, by the moment at which they were asked for. */
  page(filter: RunFilter): Promise<{ readonly runs: readonly Run[]; readonly total: number }>;
}

export function runPagesOf({ guarded: db }: StoreParts, accountId: AccountId): RunPages {
  return {
    async page({ job, limit, offset, ...period }) {
      const own = db.selectFrom('run').where('account_id', '=', accountId);
      const wanted = within(job === undefined ? own : own.where('job', '=', job), 'queued_at', period);
      const [rows, { total }] = await Promise.all([
        wanted.selectAll().orderBy('queued_at', 'desc').orderBy('id', 'desc').limit(limit).offset(offset).execute(),
        wanted.select((eb) => eb.fn.countAll<string>().as('total')).executeTakeFirstOrThrow(),
      ]);
      return { runs: rows.map(runFromRow), total: Number(total) };
    },
  };
}

/**
 * A run as its row says it.
 */
import type { Selectable } from 'kysely';
import type { Run } from './runs.ts';
import type { Tables } from './tables.ts';

export function runFromRow(row: Selectable<Tables['run']>): Run {
  return {
    id: row.id,
    job: row.job,
    trigger: row.trigger,
    startedBy: row.started_by,
    state: row.state,
    phase: row.phase,
    counts: row.counts,
    calls: row.calls,
    queuedAt: row.queued_at,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    faultCode: row.fault_code,
    faultParameters: row.fault_parameters,
    isCancelAsked: row.is_cancel_asked,
  };
}

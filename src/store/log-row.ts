/**
 * A line of the log as its row holds it.
 */
import type { Selectable } from 'kysely';
import type { LogLine, LogSubject } from './log.ts';
import type { Tables } from './tables.ts';

export function lineFromRow(row: Selectable<Tables['log_line']>): LogLine {
  return {
    id: row.id,
    runId: row.run_id,
    at: row.at,
    subjectKind: row.subject_kind as LogSubject,
    subjectKey: row.subject_key,
    subjectName: row.subject_name,
    result: row.result,
    ...(row.code === null ? {} : { code: row.code }),
    parameters: row.parameters,
  };
}

/**
 * What happened to which record, in codes and values; the sentences are made when somebody reads it.
 */
import { sql } from 'kysely';
import type { AccountId, RunId } from '../model/ids.ts';
import type { Database, DatabaseTransaction, StoreParts } from './database.ts';
import { type LogPages, logPagesOf } from './log-pages.ts';
import { lineFromRow } from './log-row.ts';
import type { LogResult } from './records.ts';

export type LogSubject = 'relation' | 'material' | 'hour-type' | 'work-order' | 'debtor' | 'article' | 'account';

export interface LogEntry {
  readonly subjectKind: LogSubject;
  /** The key people know: order number, debtor number, article code. */
  readonly subjectKey: string;
  readonly subjectName: string;
  readonly result: LogResult;
  readonly code?: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
}

export interface LogLine extends LogEntry {
  readonly id: string;
  readonly runId: RunId | null;
  readonly at: Date;
}

export interface LogFilter {
  readonly runId?: RunId;
  /** Only lines older than this one. */
  readonly beforeId?: string;
  readonly limit: number;
}

export interface Log extends LogPages {
  add(runId: RunId | null, entries: readonly LogEntry[]): Promise<void>;
  /** Newest first. */
  read(filter: LogFilter): Promise<readonly LogLine[]>;
}

const ROWS_PER_STATEMENT_MAX = 500;

export function logOf(parts: StoreParts, accountId: AccountId): Log {
  const { guarded: db, clock } = parts;
  return {
    ...logPagesOf(parts, accountId),
    async add(runId, entries) {
      for (let start = 0; start < entries.length; start += ROWS_PER_STATEMENT_MAX) {
        await insertLogLines(db, accountId, runId, entries.slice(start, start + ROWS_PER_STATEMENT_MAX), clock.now());
      }
    },
    async read({ runId, beforeId, limit }) {
      let query = db.selectFrom('log_line').selectAll().where('account_id', '=', accountId);
      if (runId !== undefined) query = query.where('run_id', '=', runId);
      if (beforeId !== undefined) query = query.where('id', '<', beforeId);
      const rows = await query.orderBy('id', 'desc').limit(limit).execute();
      return rows.map(lineFromRow);
    },
  };
}

/** Adds lines within a transaction, so that they are there exactly when what they tell is. */
export async function insertLogLines(
  trx: Database | DatabaseTransaction,
  accountId: AccountId,
  runId: RunId | null,
  entries: readonly LogEntry[],
  at: Date,
): Promise<void> {
  if (entries.length === 0) return;
  await trx
    .insertInto('log_line')
    .columns(LOG_COLUMNS)
    .expression(logRows(accountId, runId, entries, at))
    .execute();
}

/** What `logRows` answers. */
export const LOG_COLUMNS = [
  'account_id',
  'run_id',
  'at',
  'subject_kind',
  'subject_key',
  'subject_name',
  'result',
  'code',
  'parameters',
] as const;

/**
 * The lines as a select, for inserting. All of them are one parameter: with one for each value, an import would spend most
 * of its time on them.
 */
export function logRows(accountId: AccountId, runId: RunId | null, entries: readonly LogEntry[], at: Date) {
  const lines = entries.map((entry) => ({
    subject_kind: entry.subjectKind,
    subject_key: entry.subjectKey,
    subject_name: entry.subjectName,
    result: entry.result,
    code: entry.code ?? null,
    parameters: entry.parameters ?? {},
  }));
  return sql`select ${accountId}::uuid, ${runId}::uuid, ${at}::timestamptz, line.*
    from json_to_recordset(${jsonText(lines)}::json) as line(
      subject_kind text, subject_key text, subject_name text, result text, code text, parameters jsonb)`;
}

/** PostgreSQL text and jsonb cannot hold U+0000, which foreign texts can. */
export function withoutNul(text: string): string {
  return text.replaceAll('\u0000', '\uFFFD');
}

/** How JSON writes what PostgreSQL cannot hold; also half of an emoji, where a whole one is written as it is. */
const UNACCEPTABLE = /\\u(0000|d[89a-f])/;

/** JSON text that PostgreSQL accepts as jsonb: without U+0000 and without half of an emoji. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value);
  // Nearly always; looking at each member by itself takes several times as long.
  if (!UNACCEPTABLE.test(text)) return text;
  return JSON.stringify(value, (_key, member) =>
    typeof member === 'string' ? withoutNul(member).toWellFormed() : member,
  );
}

/**
 * What happened to one work order: the lines of the log about it, and what people decided. Only reads.
 */
import { sql } from 'kysely';
import type { AccountId } from '../model/ids.ts';
import type { AuditEntry } from './audit.ts';
import type { StoreParts } from './database.ts';
import type { LogLine } from './log.ts';
import { lineFromRow } from './log-row.ts';

export interface WorkOrderHistory {
  /** Oldest first; of a long history the newest part. Log lines know a work order by the number people use. */
  lines(orderNumberOrRowId: string): Promise<readonly LogLine[]>;
  /** Entries of the audit trail about that row id, oldest first. */
  decisions(rowId: string): Promise<readonly Pick<AuditEntry, 'at' | 'by' | 'action'>[]>;
}

const LINES_MAX = 200;

export function workOrderHistoryOf({ guarded: db }: StoreParts, accountId: AccountId): WorkOrderHistory {
  return {
    async lines(orderNumberOrRowId) {
      const rows = await db
        .selectFrom('log_line')
        .selectAll()
        .where('account_id', '=', accountId)
        .where('subject_kind', '=', 'work-order')
        .where('subject_key', '=', orderNumberOrRowId)
        .orderBy('id', 'desc')
        .limit(LINES_MAX)
        .execute();
      return rows.map(lineFromRow).reverse();
    },
    async decisions(rowId) {
      const rows = await db
        .selectFrom('audit_entry')
        .select(['at', 'by_name', 'action'])
        .where('account_id', '=', accountId)
        .where('action', 'like', 'work-order.%')
        .where(sql<string>`parameters->>'rowId'`, '=', rowId)
        .orderBy('id', 'desc')
        .limit(LINES_MAX)
        .execute();
      return rows.map((row) => ({ at: row.at, by: row.by_name, action: row.action })).reverse();
    },
  };
}

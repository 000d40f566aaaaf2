/**
 * The audit trail of one company: who changed what from what to what, and who started what. Only grows.
 */
import type { AccountId } from '../model/ids.ts';
import type { Database, DatabaseTransaction, StoreParts } from './database.ts';
import { jsonText, withoutNul } from './log.ts';

export interface AuditChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

export interface NewAuditEntry {
  /** The person's name as it is now. */
  readonly by: string;
  /** Stable name: `settings.changed`. */
  readonly action: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly changes?: readonly AuditChange[];
}

export interface AuditEntry extends Required<NewAuditEntry> {
  readonly id: string;
  readonly at: Date;
}

export interface Audit {
  add(entry: NewAuditEntry): Promise<void>;
  /** Newest first. */
  list(page: { readonly limit: number; readonly offset: number }): Promise<{
    readonly entries: readonly AuditEntry[];
    readonly total: number;
  }>;
}

export function auditOf({ guarded: db, clock }: StoreParts, accountId: AccountId): Audit {
  return {
    add: (entry) => addAuditEntry(db, accountId, clock.now(), entry),
    async list({ limit, offset }) {
      const own = db.selectFrom('audit_entry').where('account_id', '=', accountId);
      const rows = await own.selectAll().orderBy('id', 'desc').limit(limit).offset(offset).execute();
      const { total } = await own.select((eb) => eb.fn.countAll<string>().as('total')).executeTakeFirstOrThrow();
      return {
        total: Number(total),
        entries: rows.map((row) => ({
          id: row.id,
          at: row.at,
          by: row.by_name,
          action: row.action,
          parameters: row.parameters,
          changes: row.changes,
        })),
      };
    },
  };
}

/** See Audit.add; also within the transaction of what it tells of. */
export async function addAuditEntry(
  db: Database | DatabaseTransaction,
  accountId: AccountId,
  at: Date,
  { by, action, parameters = {}, changes = [] }: NewAuditEntry,
): Promise<void> {
  await db
    .insertInto('audit_entry')
    .values({
      account_id: accountId,
      at,
      by_name: withoutNul(by),
      action,
      parameters: jsonText(parameters),
      changes: jsonText(changes),
    })
    .execute();
}

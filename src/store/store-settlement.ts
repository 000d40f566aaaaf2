/**
 * The statement that stores what came of a create: the intent, its work order and the log at once.
 */
import { type QueryCreator, sql } from 'kysely';
import type { AccountId, RunId } from '../model/ids.ts';
import type { Database, DatabaseTransaction } from './database.ts';
import { withEvidence } from './evidence.ts';
import { ENDS, moveOf } from './intent-ends.ts';
import type { Intent, Settlement } from './intents.ts';
import { LOG_COLUMNS, logRows, withoutNul } from './log.ts';
import { movingWorkOrder } from './move-work-order.ts';
import type { Tables } from './tables.ts';

/** The intent, its work order and the log in one statement; false, and nothing changed, when the intent has moved on. */
export async function storeSettlement(
  db: Database | DatabaseTransaction,
  accountId: AccountId,
  intent: Intent,
  { runId, settlement, now }: { readonly runId: RunId | null; readonly settlement: Settlement; readonly now: Date },
): Promise<boolean> {
  const { end, evidence, log } = settlement;
  const settled = await db
    .with('settled', (query) =>
      query
        .updateTable('intent')
        .set((eb) => ({
          state: end.kind,
          look_again_at: end.kind === 'uncertain' ? end.lookAgainAt : null,
          foreign_id: 'foreignId' in end ? end.foreignId && withoutNul(end.foreignId) : eb.ref('foreign_id'),
          evidence: withEvidence(evidence, now),
        }))
        .where('account_id', '=', accountId)
        .where('id', '=', intent.id)
        .where('attempt', '=', intent.attempt)
        .where('state', 'in', [...ENDS[end.kind].from])
        .returning(['id', 'kind']),
    )
    .with('moved', (query) =>
      movingWorkOrder(
        query as unknown as QueryCreator<Tables>,
        accountId,
        intent.subject,
        ENDS[end.kind].workOrder,
        moveOf(end, now),
      )
        .where(sql<boolean>`exists (select from settled where settled.kind = 'invoice')`)
        .returning('row_id'),
    )
    .with('told', (query) =>
      query
        .insertInto('log_line')
        .columns(LOG_COLUMNS)
        .expression(sql`${logRows(accountId, runId, log, now)} where exists (select from settled)`)
        .returning('id'),
    )
    .selectFrom('settled')
    .select('id')
    .executeTakeFirst();
  return settled !== undefined;
}

/**
 * The statement that commits an intent. One, not four: every round trip to the database holds up an export of a thousand.
 */
import { type QueryCreator, sql } from 'kysely';
import type { AccountId } from '../model/ids.ts';
import { SENDABLE_INTENT_STATES } from '../model/work-order-state.ts';
import type { DatabaseTransaction } from './database.ts';
import { withEvidence } from './evidence.ts';
import type { NewIntent } from './intents.ts';
import { heldLease, type Lease } from './lease.ts';
import { jsonText, withoutNul } from './log.ts';
import { movingWorkOrder } from './move-work-order.ts';
import type { Tables } from './tables.ts';

/**
 * Under the lease, the intent and with an invoice its work order. No row when the lease is lost or the intent may not be
 * sent. With `moves` 0 the work order was in no state to go along, and the transaction must be taken back.
 */
export async function commitIntent(
  trx: DatabaseTransaction,
  accountId: AccountId,
  lease: Lease,
  intent: NewIntent,
  now: Date,
) {
  const sent = jsonText([{ at: now.toISOString(), what: 'sent', text: '' }]);
  const text = (value: string) => sql`${withoutNul(value)}::text`;
  return trx
    .with('held', (query) => heldLease(query, lease))
    .with('kept', (query) =>
      query
        .insertInto('intent')
        .columns(INTENT_COLUMNS)
        .expression(
          sql`select ${accountId}::uuid, ${intent.administrationId}::integer, ${intent.kind}::text, ${text(intent.subject)},
            'sending', 1, ${text(intent.mark)}, ${jsonText(intent.request)}::jsonb, ${now}::timestamptz,
            ${intent.lookAgainAt}::timestamptz, ${sent}::jsonb from held`,
        )
        .onConflict((conflict) =>
          conflict
            .columns(['account_id', 'administration_id', 'kind', 'subject'])
            .doUpdateSet((eb) => ({
              state: 'sending' as const,
              attempt: eb('intent.attempt', '+', 1),
              mark: eb.ref('excluded.mark'),
              request: eb.ref('excluded.request'),
              committed_at: now,
              look_again_at: intent.lookAgainAt,
              evidence: withEvidence({ what: 'sent', text: '' }, now),
            }))
            .where('intent.state', 'in', [...SENDABLE_INTENT_STATES]),
        )
        .returningAll(),
    )
    .with('moved', (query) =>
      movingWorkOrder(tablesOf(query), accountId, intent.subject, 'sending', { deadline: intent.lookAgainAt, now })
        .where(sql<boolean>`exists (select from kept where kept.kind = 'invoice')`)
        .returning('row_id'),
    )
    .selectFrom('kept')
    .selectAll()
    .select((eb) => eb.selectFrom('moved').select(eb.fn.countAll<string>().as('count')).as('moves'))
    .executeTakeFirst();
}

const INTENT_COLUMNS = [
  'account_id',
  'administration_id',
  'kind',
  'subject',
  'state',
  'attempt',
  'mark',
  'request',
  'committed_at',
  'look_again_at',
  'evidence',
] as const;

/** The same without the names that the statement has given so far: they are used in SQL only. */
function tablesOf<T extends Tables>(query: QueryCreator<T>): QueryCreator<Tables> {
  return query as unknown as QueryCreator<Tables>;
}

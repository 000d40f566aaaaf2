/**
 * The steps of an intent: each one transaction that checks the state it leaves and takes the work order along. The intent
 * is locked before its work order, always, so that two workers cannot lock each other out.
 */
import type { AccountId, RunId } from '../model/ids.ts';
import { commitIntent } from './commit-intent.ts';
import type { DatabaseTransaction, StoreParts } from './database.ts';
import { withEvidence } from './evidence.ts';
import { ENDS, moveOf } from './intent-ends.ts';
import { intentFromRow } from './intent-row.ts';
import type { Intent, IntentEnd, NewIntent, Settlement } from './intents.ts';
import { type Lease, requireLease } from './lease.ts';
import { insertLogLines, jsonText, type LogEntry, withoutNul } from './log.ts';
import { movingWorkOrder } from './move-work-order.ts';
import type { Evidence } from './records.ts';
import { setStop } from './stop.ts';
import { storeSettlement } from './store-settlement.ts';

/** See Intents.begin. */
export async function beginIntent(
  { guarded: db, clock }: StoreParts,
  accountId: AccountId,
  lease: Lease,
  intent: NewIntent,
): Promise<Intent | null> {
  const now = clock.now();
  const begun = db.transaction().execute(async (trx) => {
    const row = await commitIntent(trx, accountId, lease, intent, now);
    if (row && (intent.kind !== 'invoice' || row.moves === '1')) return intentFromRow(row);
    await requireLease(trx, lease);
    throw new NotAllowed();
  });
  return begun.catch((error: unknown) => {
    if (error instanceof NotAllowed) return null;
    throw error;
  });
}

/** See Intents.settle. */
export async function settleIntent(
  { guarded: db, clock }: StoreParts,
  accountId: AccountId,
  intent: Intent,
  runId: RunId | null,
  settlement: Settlement,
): Promise<boolean> {
  const now = clock.now();
  const { end, log } = settlement;
  if (end.kind !== 'misplaced') return storeSettlement(db, accountId, intent, { runId, settlement, now });
  return db.transaction().execute(async (trx) => {
    // Told, and the account stopped, even when the intent has moved on.
    const isCurrent = await storeSettlement(trx, accountId, intent, {
      runId,
      settlement: { ...settlement, log: [] },
      now,
    });
    await setStop(trx, accountId, end.stop, now);
    await insertLogLines(trx, accountId, runId, log, now);
    return isCurrent;
  });
}

/** See Intents.adopt. */
export async function adoptInvoice(
  { guarded: db, clock }: StoreParts,
  accountId: AccountId,
  lease: Lease,
  {
    runId,
    intent,
    found,
    log,
  }: {
    readonly runId: RunId | null;
    readonly intent: NewIntent;
    readonly found: { readonly foreignId: string; readonly invoiceNumber: string | null };
    readonly log: readonly LogEntry[];
  },
): Promise<boolean> {
  const now = clock.now();
  return db.transaction().execute(async (trx) => {
    await requireLease(trx, lease);
    await upsertFound(trx, accountId, intent, found.foreignId, now);
    if (!(await moveForEnd(trx, accountId, intent.subject, { kind: 'done', ...found }, now))) return false;
    await insertLogLines(trx, accountId, runId, log, now);
    return true;
  });
}

/** See Intents.postpone. */
export async function postponeIntent(
  { guarded: db, clock }: StoreParts,
  accountId: AccountId,
  intent: Intent,
  { evidence, lookAgainAt }: { readonly evidence: Omit<Evidence, 'at'>; readonly lookAgainAt: Date },
): Promise<void> {
  const now = clock.now();
  await db.transaction().execute(async (trx) => {
    const result = await trx
      .updateTable('intent')
      .set({ state: 'uncertain', look_again_at: lookAgainAt, evidence: withEvidence(evidence, now) })
      .where('account_id', '=', accountId)
      .where('id', '=', intent.id)
      .where('attempt', '=', intent.attempt)
      .where('state', 'in', ['sending', 'uncertain'])
      .executeTakeFirst();
    // An intent that moved on has taken its work order along.
    if (intent.kind !== 'invoice' || result.numUpdatedRows === 0n) return;
    const move = { deadline: lookAgainAt, now };
    await movingWorkOrder(trx, accountId, intent.subject, 'uncertain', move).execute();
  });
}

class NotAllowed extends Error {}

async function upsertFound(
  trx: DatabaseTransaction,
  accountId: AccountId,
  intent: NewIntent,
  foreignId: string,
  now: Date,
): Promise<void> {
  const evidence = { what: 'found', text: `found as ${foreignId}` } as const;
  const found = { state: 'done' as const, look_again_at: null, foreign_id: withoutNul(foreignId) };
  await trx
    .insertInto('intent')
    .values({
      ...newRow(accountId, intent, now),
      ...found,
      evidence: jsonText([{ at: now.toISOString(), ...evidence }]),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['account_id', 'administration_id', 'kind', 'subject'])
        .doUpdateSet({ ...found, evidence: withEvidence(evidence, now) }),
    )
    .execute();
}

function newRow(accountId: AccountId, intent: NewIntent, now: Date) {
  return {
    account_id: accountId,
    administration_id: intent.administrationId,
    kind: intent.kind,
    subject: withoutNul(intent.subject),
    attempt: 1,
    mark: withoutNul(intent.mark),
    request: jsonText(intent.request),
    committed_at: now,
  };
}

async function moveForEnd(
  trx: DatabaseTransaction,
  accountId: AccountId,
  rowId: string,
  end: IntentEnd,
  now: Date,
): Promise<boolean> {
  const moving = movingWorkOrder(trx, accountId, rowId, ENDS[end.kind].workOrder, moveOf(end, now));
  return (await moving.executeTakeFirst()).numUpdatedRows > 0n;
}

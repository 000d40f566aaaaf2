/**
 * The written-down will to create something in Asperion, committed before the call and settled after it. Here is the
 * promise "never twice": an intent is unique per (account, administration, kind, subject), it may only be sent from the
 * states that model/work-order-state.ts lists, and each step is one transaction that checks the state it leaves.
 */
import { sql } from 'kysely';
import type { Finding } from '../model/finding.ts';
import type { AccountId, AdministrationId, RunId, WorkOrderRowId } from '../model/ids.ts';
import {
  type IntentKind,
  type IntentState,
  SENDABLE_INTENT_STATES,
  statesBefore,
  type WorkOrderState,
} from '../model/work-order-state.ts';
import type { DatabaseTransaction, StoreParts } from './database.ts';
import { type Lease, requireLease } from './lease.ts';
import { insertLogLines, jsonText, type LogEntry, withoutNul } from './log.ts';
import type { Evidence } from './records.ts';
import { type Stop, setStop } from './stop.ts';

export interface Intent {
  readonly id: string;
  readonly administrationId: AdministrationId;
  readonly kind: IntentKind;
  readonly subject: string;
  readonly state: IntentState;
  readonly attempt: number;
  readonly mark: string;
  /** What was asked: for an invoice the draft and the work order as it was then. */
  readonly request: Readonly<Record<string, unknown>>;
  readonly committedAt: Date;
  readonly lookAgainAt: Date | null;
  readonly foreignId: string | null;
  readonly evidence: readonly Evidence[];
}

export interface NewIntent {
  readonly administrationId: AdministrationId;
  readonly kind: IntentKind;
  readonly subject: string;
  readonly mark: string;
  readonly request: Readonly<Record<string, unknown>>;
  /** When to look whether it happened, should nobody ever report back. */
  readonly lookAgainAt: Date;
}

/** How a create ended, or what a look-up found. */
export type IntentEnd =
  | { readonly kind: 'done'; readonly foreignId: string; readonly invoiceNumber: string | null }
  | { readonly kind: 'uncertain'; readonly lookAgainAt: Date }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unsent' }
  | { readonly kind: 'refused'; readonly findings: readonly Finding[]; readonly told: string }
  /** Stops the account in the same transaction. */
  | { readonly kind: 'misplaced'; readonly foreignId: string; readonly stop: Stop };

export interface Settlement {
  readonly end: IntentEnd;
  readonly evidence: Omit<Evidence, 'at'>;
  readonly log: readonly LogEntry[];
}

export interface Intents {
  /**
   * Commits the will to create; for an invoice its work order goes to `sending` in the same transaction. Null when that is
   * not allowed from the present state: it exists, is on its way, or is uncertain. Fault sync.lease_lost.
   */
  begin(lease: Lease, intent: NewIntent): Promise<Intent | null>;
  /**
   * Stores what came of this attempt, even when the lease was lost meanwhile: a known outcome is never thrown away.
   * Answers false when the intent has moved on in the meantime, and then changes nothing.
   */
  settle(intent: Intent, runId: RunId | null, settlement: Settlement): Promise<boolean>;
  /**
   * Stores an invoice that was found by its mark, whatever its intent says (restored database, another installation).
   * Answers whether its work order became invoiced by this; the log lines go with that.
   */
  adopt(
    lease: Lease,
    runId: RunId | null,
    intent: NewIntent,
    found: { foreignId: string; invoiceNumber: string | null },
    log: readonly LogEntry[],
  ): Promise<boolean>;
  /** Intents that are not settled for good: sending, uncertain, absent, misplaced. */
  open(administrationId: AdministrationId): Promise<readonly Intent[]>;
  /** Intents of any administration whose record landed in another one than meant. */
  misplaced(): Promise<readonly Intent[]>;
  /** Administrations other than this one that still have something to settle. */
  openElsewhere(administrationId: AdministrationId): Promise<readonly AdministrationId[]>;
  find(
    administrationId: AdministrationId,
    kind: IntentKind,
    subjects: readonly string[],
  ): Promise<ReadonlyMap<string, Intent>>;
  /** Puts a look-up that failed, or found nothing yet, in the evidence and sets the next one. */
  postpone(intent: Intent, evidence: Omit<Evidence, 'at'>, lookAgainAt: Date): Promise<void>;
}

/** What each end does to the intent and, for invoices, to the work order. */
const ENDS: Readonly<Record<IntentEnd['kind'], { from: readonly IntentState[]; workOrder: WorkOrderState }>> = {
  done: { from: ['sending', 'uncertain', 'absent', 'unsent', 'refused', 'misplaced'], workOrder: 'invoiced' },
  uncertain: { from: ['sending'], workOrder: 'uncertain' },
  absent: { from: ['sending', 'uncertain', 'misplaced'], workOrder: 'ready' },
  unsent: { from: ['sending'], workOrder: 'ready' },
  refused: { from: ['sending'], workOrder: 'waiting' },
  misplaced: { from: ['sending', 'uncertain'], workOrder: 'misplaced' },
};

export function intentsOf({ guarded: db, clock }: StoreParts, accountId: AccountId): Intents {
  const rows = () => db.selectFrom('intent').selectAll().where('account_id', '=', accountId);
  return {
    async begin(lease, intent) {
      return db
        .transaction()
        .execute(async (trx) => {
          await requireLease(trx, lease);
          // The intent before its work order, as everywhere here: in one order, two workers cannot lock each other out.
          const row = await upsertIntent(trx, accountId, intent, clock.now());
          if (!row) throw new NotAllowed();
          if (intent.kind === 'invoice') {
            const moved = await moveWorkOrder(trx, accountId, intent.subject, 'sending', {
              deadline: intent.lookAgainAt,
              now: clock.now(),
            });
            if (!moved) throw new NotAllowed();
          }
          return intentFromRow(row);
        })
        .catch((error: unknown) => {
          if (error instanceof NotAllowed) return null;
          throw error;
        });
    },
    async settle(intent, runId, { end, evidence, log }) {
      const now = clock.now();
      return db.transaction().execute(async (trx) => {
        const result = await trx
          .updateTable('intent')
          .set((eb) => ({
            state: end.kind,
            look_again_at: end.kind === 'uncertain' ? end.lookAgainAt : null,
            foreign_id: 'foreignId' in end ? withoutNul(end.foreignId) : eb.ref('foreign_id'),
            evidence: withEvidence(evidence, now),
          }))
          .where('account_id', '=', accountId)
          .where('id', '=', intent.id)
          .where('attempt', '=', intent.attempt)
          .where('state', 'in', [...ENDS[end.kind].from])
          .executeTakeFirst();
        if (result.numUpdatedRows === 0n) return false;
        if (intent.kind === 'invoice') await moveForEnd(trx, accountId, intent.subject, end, now);
        if (end.kind === 'misplaced') await setStop(trx, accountId, end.stop, now);
        await insertLogLines(trx, accountId, runId, log, now);
        return true;
      });
    },
    async adopt(lease, runId, intent, found, log) {
      const now = clock.now();
      return db.transaction().execute(async (trx) => {
        await requireLease(trx, lease);
        await upsertFound(trx, accountId, intent, found.foreignId, now);
        const end = { kind: 'done', ...found } as const;
        if (intent.kind === 'invoice' && !(await moveForEnd(trx, accountId, intent.subject, end, now))) return false;
        await insertLogLines(trx, accountId, runId, log, now);
        return true;
      });
    },
    async open(administrationId) {
      const found = await rows()
        .where('administration_id', '=', administrationId)
        .where('state', 'in', ['sending', 'uncertain', 'absent', 'misplaced'])
        .orderBy('committed_at')
        .orderBy('id')
        .execute();
      return found.map(intentFromRow);
    },
    async misplaced() {
      return (await rows().where('state', '=', 'misplaced').orderBy('committed_at').orderBy('id').execute()).map(
        intentFromRow,
      );
    },
    async openElsewhere(administrationId) {
      const found = await db
        .selectFrom('intent')
        .select('administration_id')
        .distinct()
        .where('account_id', '=', accountId)
        .where('administration_id', '!=', administrationId)
        .where('state', 'in', ['sending', 'uncertain'])
        .execute();
      return found.map((row) => row.administration_id as AdministrationId);
    },
    async find(administrationId, kind, subjects) {
      if (subjects.length === 0) return new Map();
      const found = await rows()
        .where('administration_id', '=', administrationId)
        .where('kind', '=', kind)
        .where((eb) => eb('subject', '=', eb.fn.any(eb.val(subjects.map(withoutNul)))))
        .execute();
      return new Map(found.map((row) => [row.subject, intentFromRow(row)]));
    },
    async postpone(intent, evidence, lookAgainAt) {
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
        if (intent.kind === 'invoice' && result.numUpdatedRows > 0n)
          await moveWorkOrder(trx, accountId, intent.subject, 'uncertain', { deadline: lookAgainAt, now });
      });
    },
  };
}

class NotAllowed extends Error {}

async function upsertIntent(trx: DatabaseTransaction, accountId: AccountId, intent: NewIntent, now: Date) {
  const sent = jsonText([{ at: now.toISOString(), what: 'sent', text: '' }]);
  return trx
    .insertInto('intent')
    .values({ ...newRow(accountId, intent, now), state: 'sending', look_again_at: intent.lookAgainAt, evidence: sent })
    .onConflict((conflict) =>
      conflict
        .columns(['account_id', 'administration_id', 'kind', 'subject'])
        .doUpdateSet((eb) => ({
          state: 'sending' as const,
          attempt: eb('intent.attempt', '+', 1),
          mark: withoutNul(intent.mark),
          request: jsonText(intent.request),
          committed_at: now,
          look_again_at: intent.lookAgainAt,
          evidence: withEvidence({ what: 'sent', text: '' }, now),
        }))
        .where('intent.state', 'in', [...SENDABLE_INTENT_STATES]),
    )
    .returningAll()
    .executeTakeFirst();
}

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
  return moveWorkOrder(trx, accountId, rowId, ENDS[end.kind].workOrder, {
    now,
    deadline: end.kind === 'uncertain' ? end.lookAgainAt : null,
    ...(end.kind === 'done' ? { invoiceId: end.foreignId, invoiceNumber: end.invoiceNumber } : {}),
    ...(end.kind === 'refused' ? { findings: end.findings, told: end.told } : {}),
  });
}

interface Move {
  readonly now: Date;
  readonly deadline: Date | null;
  readonly invoiceId?: string;
  readonly invoiceNumber?: string | null;
  readonly findings?: readonly Finding[];
  readonly told?: string;
}

/** Moves a work order along the table of legal transitions; false when it is not in a state that allows it. */
async function moveWorkOrder(
  trx: DatabaseTransaction,
  accountId: AccountId,
  rowId: string,
  state: WorkOrderState,
  move: Move,
): Promise<boolean> {
  const result = await trx
    .updateTable('work_order')
    .set({
      state,
      state_since: move.now,
      deadline: move.deadline,
      ...(move.invoiceId === undefined ? {} : { invoice_id: withoutNul(move.invoiceId) }),
      ...(move.invoiceNumber ? { invoice_number: withoutNul(move.invoiceNumber) } : {}),
      ...(move.findings === undefined ? {} : { findings: jsonText(move.findings) }),
      ...(move.told === undefined ? {} : { told: move.told }),
    })
    .where('account_id', '=', accountId)
    .where('row_id', '=', rowId as WorkOrderRowId)
    .where('state', 'in', [...statesBefore(state)])
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

const EVIDENCE_MAX = 50;

/** The evidence with one more line at its end; the oldest lines go when there are too many. */
function withEvidence(evidence: Omit<Evidence, 'at'>, now: Date) {
  const line = jsonText([{ at: now.toISOString(), ...evidence, text: evidence.text.slice(0, 500) }]);
  return sql<string>`(case when jsonb_array_length(intent.evidence) >= ${EVIDENCE_MAX} then intent.evidence - 0 else intent.evidence end) || ${line}::jsonb`;
}

function intentFromRow(row: {
  id: string;
  administration_id: number;
  kind: IntentKind;
  subject: string;
  state: IntentState;
  attempt: number;
  mark: string;
  request: object;
  committed_at: Date;
  look_again_at: Date | null;
  foreign_id: string | null;
  evidence: Evidence[];
}): Intent {
  return {
    id: row.id,
    administrationId: row.administration_id as AdministrationId,
    kind: row.kind,
    subject: row.subject,
    state: row.state,
    attempt: row.attempt,
    mark: row.mark,
    request: row.request as Record<string, unknown>,
    committedAt: row.committed_at,
    lookAgainAt: row.look_again_at,
    foreignId: row.foreign_id,
    evidence: row.evidence,
  };
}

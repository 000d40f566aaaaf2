/**
 * The written-down will to create something in Asperion, committed before the call and settled after it. Here is the
 * promise "never twice": an intent is unique per (account, administration, kind, subject), it may only be sent from the
 * states that model/work-order-state.ts lists, and each step is one transaction that checks the state it leaves.
 */
import type { Finding } from '../model/finding.ts';
import type { AccountId, AdministrationId, RunId } from '../model/ids.ts';
import type { IntentKind, IntentState } from '../model/work-order-state.ts';
import type { StoreParts } from './database.ts';
import { intentFromRow } from './intent-row.ts';
import { adoptInvoice, beginIntent, postponeIntent, settleIntent } from './intent-steps.ts';
import type { Lease } from './lease.ts';
import { type LogEntry, withoutNul } from './log.ts';
import type { Evidence } from './records.ts';
import type { Stop } from './stop.ts';

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
  /** Without an id when a person saw it and we could not. */
  | { readonly kind: 'done'; readonly foreignId: string | null; readonly invoiceNumber: string | null }
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
   * Answers false when the intent has moved on in the meantime, and then changes nothing; only a record in the wrong
   * administration stops the account and is told even then.
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

export function intentsOf(parts: StoreParts, accountId: AccountId): Intents {
  const { guarded: db } = parts;
  const rows = () => db.selectFrom('intent').selectAll().where('account_id', '=', accountId);
  return {
    begin: (lease, intent) => beginIntent(parts, accountId, lease, intent),
    settle: (intent, runId, settlement) => settleIntent(parts, accountId, intent, runId, settlement),
    adopt: (lease, runId, intent, found, log) => adoptInvoice(parts, accountId, lease, { runId, intent, found, log }),
    postpone: (intent, evidence, lookAgainAt) => postponeIntent(parts, accountId, intent, { evidence, lookAgainAt }),
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
  };
}

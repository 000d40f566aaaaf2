/**
 * An intent as its row holds it.
 */
import type { AdministrationId } from '../model/ids.ts';
import type { IntentKind, IntentState } from '../model/work-order-state.ts';
import type { Intent } from './intents.ts';
import type { Evidence } from './records.ts';

export function intentFromRow(row: {
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

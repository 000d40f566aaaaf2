/**
 * What was asked and answered about a create, line after line, as it stands with its intent.
 */
import { sql } from 'kysely';
import { jsonText } from './log.ts';
import type { Evidence } from './records.ts';

const EVIDENCE_MAX = 50;

/** For an update of an intent: the evidence with one more line at its end; the oldest lines go when there are too many. */
export function withEvidence(evidence: Omit<Evidence, 'at'>, now: Date) {
  const line = jsonText([{ at: now.toISOString(), ...evidence, text: evidence.text.slice(0, 500) }]);
  return sql<string>`(case when jsonb_array_length(intent.evidence) >= ${EVIDENCE_MAX} then intent.evidence - 0 else intent.evidence end) || ${line}::jsonb`;
}

/**
 * The key of what a person was told about a work order, so that the same news is told once.
 */
import type { Finding } from '../model/finding.ts';

/** Equal exactly when the reasons are the same, whatever their order. */
export function toldKey(findings: readonly Finding[]): string {
  const reasons = findings.map((finding) =>
    JSON.stringify([
      finding.reason,
      finding.causeKey,
      finding.causeKey === '' ? finding.field : '',
      finding.found,
      finding.obstacle,
      finding.messages,
    ]),
  );
  return [...reasons].sort().join('\n');
}

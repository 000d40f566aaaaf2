/**
 * All ways out of one cause, the main one first, and choosing a record in place. The same on the list and on a work order.
 */
import { type ReactNode, useState } from 'react';
import './buttons.css';
import { RecordChoice } from './record-choice.tsx';
import { RepairButton } from './repair-button.tsx';
import type { Cause, Repair } from './work-orders-answers.ts';

export function Repairs({
  accountId,
  cause,
  without,
  rowId,
  outsmartUrl = null,
  more,
  isQuiet = false,
}: {
  readonly accountId: string;
  readonly cause: Cause;
  /** What stands beside it already. */
  readonly without: readonly Repair[];
  readonly rowId?: string;
  readonly outsmartUrl?: string | null;
  /** Further buttons, behind its own. */
  readonly more?: ReactNode;
  /** No button stands out. */
  readonly isQuiet?: boolean;
}) {
  const [choosing, choose] = useState<'debtor' | 'article' | null>(null);
  const shown = cause.repairs.filter(
    (repair) =>
      !without.includes(repair) &&
      (repair !== 'open-in-outsmart' || outsmartUrl !== null) &&
      (repair !== 'open-in-asperion' || cause.asperionUrl !== null),
  );
  if (shown.length === 0 && !more) return null;
  return (
    <>
      <div className="wo-buttons">
        {shown.map((repair, index) => (
          <RepairButton
            key={repair}
            accountId={accountId}
            cause={cause}
            repair={repair}
            variant={index === 0 && repair !== 'skip' && !isQuiet ? 'filled' : 'default'}
            outsmartUrl={outsmartUrl}
            {...(rowId !== undefined && { rowId })}
            onChoose={choose}
          />
        ))}
        {more}
      </div>
      {choosing && (
        <RecordChoice accountId={accountId} kind={choosing} code={cause.code} onClose={() => choose(null)} />
      )}
    </>
  );
}

/**
 * Above the sheets of a work order that waits: what for, with every way out.
 */
import { Alert } from '@mantine/core';
import { IconHourglassHigh } from '@tabler/icons-react';
import { useMay } from '../../session.ts';
import { useTexts } from '../../texts/language.ts';
import { workOrderTexts } from '../../texts/work-order-texts.ts';
import { workOrdersTexts } from '../../texts/work-orders-texts.ts';
import { DecideButton } from './decide-button.tsx';
import { Repairs } from './repairs.tsx';
import { RetryButton } from './retry-button.tsx';
import { type Cause, isDeleted, type WorkOrderRow } from './work-orders-answers.ts';

export function WaitsNote({
  accountId,
  row,
  causes,
  outsmartUrl,
}: {
  readonly accountId: string;
  readonly row: WorkOrderRow;
  readonly causes: readonly Cause[];
  readonly outsmartUrl: string | null;
}) {
  const texts = useTexts(workOrderTexts);
  const listTexts = useTexts(workOrdersTexts);
  const mayAct = useMay('office');
  const more = (
    <>
      {/* Judging a deleted draft once more changes nothing; only a person does. */}
      {!isDeleted(row) && <RetryButton accountId={accountId} label={listTexts.retry} variant="subtle" />}
      <DecideButton accountId={accountId} row={row} variant="subtle" />
    </>
  );
  return (
    <Alert
      color="orange"
      icon={<IconHourglassHigh stroke={1.75} aria-hidden />}
      title={texts.waits}
      role="note"
      className="wb-waits"
    >
      {causes.map((cause, index) => (
        <div key={cause.causeId} className="wb-cause">
          <p>
            <b>{cause.title}</b> {cause.text}
          </p>
          {mayAct && (
            <Repairs
              accountId={accountId}
              cause={cause}
              rowId={row.rowId}
              outsmartUrl={outsmartUrl}
              without={['skip', 'retry']}
              more={index === causes.length - 1 && more}
            />
          )}
        </div>
      ))}
    </Alert>
  );
}

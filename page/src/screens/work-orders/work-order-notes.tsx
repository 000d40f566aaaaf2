/**
 * What a person has to know or do about a work order, above its sheets: why it waits with the ways out, that it is looked up,
 * that it does not go, and what is merely good to know.
 */
import { Alert, Button } from '@mantine/core';
import {
  IconHourglassHigh,
  IconInfoCircle,
  IconPlayerPlay,
  IconUserCheck,
  IconZoomQuestion,
} from '@tabler/icons-react';
import { useMay } from '../../session.ts';
import { useTexts } from '../../texts/language.ts';
import { workOrderTexts } from '../../texts/work-order-texts.ts';
import { workOrdersTexts } from '../../texts/work-orders-texts.ts';
import { useDecide } from './decide.ts';
import { Repairs } from './repairs.tsx';
import { RetryButton } from './retry-button.tsx';
import { Situation } from './situation.tsx';
import type { Cause, WorkOrderDetail, WorkOrderRow } from './work-orders-answers.ts';

const ICON = { stroke: 1.75, 'aria-hidden': true } as const;

export function WorkOrderNotes({
  accountId,
  detail,
}: {
  readonly accountId: string;
  readonly detail: Pick<WorkOrderDetail, 'row' | 'causes' | 'notices' | 'notQualifying' | 'shown' | 'workOrder'>;
}) {
  const texts = useTexts(workOrderTexts);
  const { row, causes, notices, notQualifying } = detail;
  return (
    <div className="wb-notes">
      {row?.place === 'waiting' && causes.length > 0 && (
        <Waits accountId={accountId} row={row} causes={causes} outsmartUrl={detail.workOrder.outsmartUrl} />
      )}
      {row?.place === 'uncertain' && (
        <Alert
          color="violet"
          icon={<IconZoomQuestion {...ICON} />}
          title={texts.uncertain}
          role="note"
          className="wb-uncertain"
        >
          <Situation row={row} />
        </Alert>
      )}
      {notQualifying !== null && (
        <Alert
          color="gray"
          icon={<IconInfoCircle {...ICON} />}
          title={texts.notQualifying}
          role="note"
          className="wb-quiet"
        >
          {notQualifying}
        </Alert>
      )}
      {notices.length > 0 && (
        <Alert color="gray" icon={<IconInfoCircle {...ICON} />} title={texts.notices} role="note" className="wb-quiet">
          {notices.map((notice) => (
            <p key={notice}>{notice}</p>
          ))}
        </Alert>
      )}
      {detail.shown === 'stored' && <p className="mute">{texts.stored}</p>}
      {row && !(row.place === 'waiting' && causes.length > 0) && <Decide accountId={accountId} row={row} />}
    </div>
  );
}

function Waits({
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
      <RetryButton accountId={accountId} label={listTexts.retry} variant="subtle" />
      <Decide accountId={accountId} row={row} variant="subtle" />
    </>
  );
  return (
    <Alert color="orange" icon={<IconHourglassHigh {...ICON} />} title={texts.waits} role="note" className="wb-waits">
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

/** Handled by hand, or back again, where its place allows one of both. */
function Decide({
  accountId,
  row,
  variant = 'default',
}: {
  readonly accountId: string;
  readonly row: WorkOrderRow;
  readonly variant?: 'default' | 'subtle';
}) {
  const texts = useTexts(workOrdersTexts);
  const mayAct = useMay('office');
  const { decide, isPending } = useDecide(accountId);
  const isSkipped = row.place === 'skipped';
  if (!mayAct || !(isSkipped || row.place === 'waiting' || row.place === 'ready')) return null;
  const Icon = isSkipped ? IconPlayerPlay : IconUserCheck;
  return (
    <Button
      variant={variant}
      loading={isPending}
      leftSection={<Icon size={16} {...ICON} />}
      onClick={() => decide(isSkipped ? 'unskip' : 'skip', [row.rowId])}
    >
      {isSkipped ? texts.unskip : texts.skip}
    </Button>
  );
}

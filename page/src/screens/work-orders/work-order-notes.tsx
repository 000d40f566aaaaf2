/**
 * What a person has to know or do about a work order, above its sheets: why it waits with the ways out, what is asked, that it
 * does not go, and what is merely good to know.
 */
import { Alert } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTexts } from '../../texts/language.ts';
import { workOrderTexts } from '../../texts/work-order-texts.ts';
import { ChangedNote } from './changed-note.tsx';
import { DecideButton } from './decide-button.tsx';
import { UncertainNote } from './uncertain-note.tsx';
import { WaitsNote } from './waits-note.tsx';
import type { WorkOrderDetail } from './work-orders-answers.ts';

const ICON = { stroke: 1.75, 'aria-hidden': true } as const;

type NotesDetail = Pick<
  WorkOrderDetail,
  'row' | 'causes' | 'notices' | 'notQualifying' | 'shown' | 'workOrder' | 'uncertain' | 'changed'
>;

export function WorkOrderNotes({ accountId, detail }: { readonly accountId: string; readonly detail: NotesDetail }) {
  const texts = useTexts(workOrderTexts);
  const { row, causes, notices, notQualifying, uncertain, changed } = detail;
  const isWaiting = row?.place === 'waiting' && causes.length > 0;
  return (
    <div className="wb-notes">
      {isWaiting && (
        <WaitsNote accountId={accountId} row={row} causes={causes} outsmartUrl={detail.workOrder.outsmartUrl} />
      )}
      {row?.place === 'uncertain' && (
        <UncertainNote accountId={accountId} question={uncertain} isMisplaced={row.state === 'misplaced'} />
      )}
      {changed && <ChangedNote accountId={accountId} changed={changed} />}
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
      {row && !isWaiting && <DecideButton accountId={accountId} row={row} />}
    </div>
  );
}

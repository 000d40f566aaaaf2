/**
 * Under a cause: what to do, with its buttons, and the work orders that wait for it.
 */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Failure } from '../../frame/failure.tsx';
import { RowsSkeleton } from '../../frame/rows-skeleton.tsx';
import { useMay } from '../../session.ts';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { whole } from '../../texts/numbers.ts';
import { workOrdersTexts } from '../../texts/work-orders-texts.ts';
import { Repairs } from './repairs.tsx';
import { type Cause, type Repair, useWorkOrders } from './work-orders-answers.ts';
import { WorkOrdersTable } from './work-orders-table.tsx';

const FEW = 8;
/** More are in the list, page by page. */
const MANY = 200;

export function CausePanel({
  accountId,
  cause,
  without,
}: {
  readonly accountId: string;
  readonly cause: Cause;
  readonly without: readonly Repair[];
}) {
  const mayAct = useMay('office');
  return (
    <>
      <div className="wo-fix">
        <p>{cause.text}</p>
        {mayAct && <Repairs accountId={accountId} cause={cause} without={without} />}
      </div>
      <CauseRows accountId={accountId} causeId={cause.causeId} />
    </>
  );
}

function CauseRows({ accountId, causeId }: { readonly accountId: string; readonly causeId: string }) {
  const texts = useTexts(workOrdersTexts);
  const language = useLanguage();
  const [pageSize, setPageSize] = useState(FEW);
  const answer = useWorkOrders(accountId, { place: 'waiting', causeId, pageSize });
  if (answer.error) return <Failure error={answer.error} retry={() => void answer.refetch()} />;
  if (!answer.data) return <RowsSkeleton withSentence={false} rows={3} />;
  const { items, total } = answer.data;
  const all = whole(total, language);
  return (
    <>
      <WorkOrdersTable accountId={accountId} place="waiting" rows={items} />
      {total > items.length && (
        <div className="wo-foot">
          <span>{texts.shownOf(whole(items.length, language), total, all)}</span>
          {pageSize === FEW && (
            <Button variant="subtle" size="compact-sm" onClick={() => setPageSize(MANY)}>
              {texts.showAll(all)}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

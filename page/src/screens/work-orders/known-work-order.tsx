/**
 * A work order of which the systems could not be asked just now: why, and what the lists already told of it.
 */
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Failure } from '../../frame/failure.tsx';
import { useOverview } from '../../frame/overview-answer.ts';
import { usePageTitle } from '../../frame/page-title.ts';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { euro } from '../../texts/numbers.ts';
import { workOrderTexts } from '../../texts/work-order-texts.ts';
import { Told } from './told.tsx';
import { WorkOrderHead } from './work-order-head.tsx';
import { WorkOrderNotes } from './work-order-notes.tsx';
import {
  numberOf,
  useCauses,
  type WorkOrderDetail,
  type WorkOrderList,
  type WorkOrderRow,
} from './work-orders-answers.ts';

export function KnownWorkOrder({
  accountId,
  rowId,
  error,
  retry,
}: {
  readonly accountId: string;
  readonly rowId: string;
  readonly error: unknown;
  readonly retry: () => void;
}) {
  const texts = useTexts(workOrderTexts);
  const language = useLanguage();
  const row = useKnownRow(accountId, rowId);
  usePageTitle(row ? texts.title(numberOf(row)) : texts.untitled);
  const all = useCauses(accountId).data?.causes ?? [];
  const causes = row?.causes.flatMap(({ causeId }) => all.find((cause) => cause.causeId === causeId) ?? []) ?? [];
  const asked = useAsked(accountId, rowId);
  const workOrder = { outsmartUrl: null, fields: [], materials: [], periods: [] };
  return (
    <Told
      accountId={accountId}
      about={rowId}
      head={<WorkOrderHead rowId={rowId} orderNumber={row?.orderNumber ?? ''} row={row} />}
    >
      <Failure error={error} retry={retry} />
      {row && (
        <>
          <p>
            {texts.known} {texts.total}: <b>{euro(row.amount, language)}</b>
          </p>
          <WorkOrderNotes
            accountId={accountId}
            detail={{ row, causes, notices: [], notQualifying: null, shown: 'live', workOrder, ...asked }}
          />
        </>
      )}
      <Button variant="default" mt="md" renderRoot={(root) => <Link to="/werkbonnen" {...root} />}>
        {texts.back}
      </Button>
    </Told>
  );
}

/** What is asked about it, as the overview knows. */
function useAsked(accountId: string, rowId: string): Pick<WorkOrderDetail, 'uncertain' | 'changed'> {
  const overview = useOverview(accountId).data;
  return {
    uncertain: overview?.uncertainQuestions.find((question) => question.rowId === rowId) ?? null,
    changed: overview?.changedOrders.find((changed) => changed.rowId === rowId) ?? null,
  };
}

/** From any list that was shown before. */
function useKnownRow(accountId: string, rowId: string): WorkOrderRow | null {
  const lists = useQueryClient().getQueriesData<WorkOrderList>({
    queryKey: ['api', accountId, 'GET /api/accounts/:accountId/work-orders'],
  });
  return lists.flatMap(([, list]) => list?.items ?? []).find((row) => row.rowId === rowId) ?? null;
}

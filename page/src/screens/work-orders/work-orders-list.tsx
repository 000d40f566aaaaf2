/**
 * The work orders of one place, one by one, page by page.
 */

import { Failure } from '../../frame/failure.tsx';
import { Pages } from '../../frame/pages.tsx';
import { RowsSkeleton } from '../../frame/rows-skeleton.tsx';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { euro, whole } from '../../texts/numbers.ts';
import { workOrdersTexts } from '../../texts/work-orders-texts.ts';
import { EmptyPlace } from './empty-place.tsx';
import type { FilterActs, Filters } from './filters.ts';
import { useWorkOrders } from './work-orders-answers.ts';
import { WorkOrdersTable } from './work-orders-table.tsx';

const PAGE_SIZE = 50;

export function WorkOrdersList({
  accountId,
  filters,
  hasAny,
}: {
  readonly accountId: string;
  readonly filters: Filters & FilterActs;
  readonly hasAny: boolean;
}) {
  const texts = useTexts(workOrdersTexts);
  const language = useLanguage();
  const { place, search, month, page } = filters;
  const answer = useWorkOrders(accountId, { place, search, month, page, pageSize: PAGE_SIZE });
  if (answer.error) return <Failure error={answer.error} retry={() => void answer.refetch()} />;
  // The page of another place is not what was asked for, not even for a moment.
  const isOther = answer.isPlaceholderData && answer.data?.items.some((row) => row.place !== place);
  if (!answer.data || isOther) return <RowsSkeleton withSentence={false} />;
  const { items, total, found } = answer.data;
  if (total === 0) return <EmptyPlace accountId={accountId} filters={filters} hasAny={hasAny} />;
  const pages = Math.ceil(total / PAGE_SIZE);
  return (
    <div className={answer.isPlaceholderData ? 'wo-list wo-refreshing' : 'wo-list'}>
      <WorkOrdersTable accountId={accountId} place={place} rows={items} withSituation />
      <div className="wo-foot">
        <span role="status">{texts.found(total, whole(total, language), euro(found.amount, language))}</span>
        <Pages pages={pages} page={page} onTurn={filters.toPage} />
      </div>
    </div>
  );
}

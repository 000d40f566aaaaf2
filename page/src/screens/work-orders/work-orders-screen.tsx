/**
 * Werkbonnen: where all work orders are, what waits on whom, and the one act that frees many at once.
 */
import { Failure } from '../../frame/failure.tsx';
import { useOverview } from '../../frame/overview-answer.ts';
import { usePageTitle } from '../../frame/page-title.ts';
import { RowsSkeleton } from '../../frame/rows-skeleton.tsx';
import { Say } from '../../frame/say.tsx';
import { useCompany } from '../../session.ts';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { euro, whole } from '../../texts/numbers.ts';
import { overviewTexts } from '../../texts/overview-texts.ts';
import { workOrdersTexts } from '../../texts/work-orders-texts.ts';
import { askedOf } from '../overview/questions-for-person.ts';
import { CausesList } from './causes-list.tsx';
import { ExportButton } from './export-button.tsx';
import { FilterBar } from './filter-bar.tsx';
import { useFilters } from './filters.ts';
import { PlaceTabs } from './place-tabs.tsx';
import { RunStrip } from './run-strip.tsx';
import { Told } from './told.tsx';
import { PLACES, useCauses, useWorkOrders, type WorkOrderList } from './work-orders-answers.ts';
import './work-orders.css';
import { WorkOrdersList } from './work-orders-list.tsx';

export function WorkOrdersScreen() {
  const texts = useTexts(workOrdersTexts);
  usePageTitle(texts.title);
  const { accountId } = useCompany();
  const filters = useFilters();
  // Asked apart from the list: the totals are of everything, whatever is searched for.
  const all = useWorkOrders(accountId, { pageSize: 1 });
  if (all.error && !all.data)
    return (
      <>
        <Say said={[texts.title]} />
        <Failure error={all.error} retry={() => void all.refetch()} />
      </>
    );
  if (!all.data) return <RowsSkeleton />;
  const { totals } = all.data;
  const hasAny = PLACES.some((place) => totals[place].count > 0);
  const isList = filters.view === 'list';
  return (
    <Told
      accountId={accountId}
      about={filters.place}
      head={
        <div className="wo-head">
          <Opening accountId={accountId} totals={totals} />
          <ExportButton accountId={accountId} />
        </div>
      }
    >
      <RunStrip accountId={accountId} />
      <PlaceTabs place={filters.place} totals={totals} onChange={filters.toPlace}>
        {hasAny && <FilterBar filters={filters} />}
        {isList ? (
          <WorkOrdersList accountId={accountId} filters={filters} hasAny={hasAny} />
        ) : (
          <CausesList accountId={accountId} filters={filters} hasAny={hasAny} />
        )}
      </PlaceTabs>
    </Told>
  );
}

/** What waits, for how much and for how few reasons. */
function Opening({ accountId, totals }: { readonly accountId: string; readonly totals: WorkOrderList['totals'] }) {
  const texts = useTexts(workOrdersTexts);
  const { ask } = useTexts(overviewTexts);
  const language = useLanguage();
  const causes = useCauses(accountId).data?.causes.length ?? 0;
  const overview = useOverview(accountId).data;
  const asked = overview ? askedOf(overview) : 0;
  const { waiting, ready } = totals;
  if (waiting.count > 0) {
    const shown = whole(waiting.count, language);
    return <Say said={texts.waitForYou(waiting.count, shown, euro(waiting.amount, language), causes)} />;
  }
  if (PLACES.every((place) => totals[place].count === 0)) return <Say said={texts.noneYetSentence} />;
  if (asked > 0) return <Say said={ask(asked > 1)} />;
  const shown = whole(ready.count, language);
  return <Say said={texts.nothingWaitsSentence(ready.count, shown, euro(ready.amount, language))} />;
}

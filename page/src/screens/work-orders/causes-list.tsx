/**
 * Waiting work orders by what they wait for: one row for a cause, the act beside it, all its work orders under it.
 */
import { Accordion } from '@mantine/core';
import { Failure } from '../../frame/failure.tsx';
import { RowsSkeleton } from '../../frame/rows-skeleton.tsx';
import { useMay } from '../../session.ts';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { euro, whole } from '../../texts/numbers.ts';
import { workOrdersTexts } from '../../texts/work-orders-texts.ts';
import { CauseIcon } from './cause-icon.tsx';
import { CausePanel } from './cause-panel.tsx';
import { EmptyPlace } from './empty-place.tsx';
import type { FilterActs, Filters } from './filters.ts';
import { RepairButton } from './repair-button.tsx';
import { RetryButton } from './retry-button.tsx';
import { type Cause, type Repair, useCauses } from './work-orders-answers.ts';

/** Stands beside the cause in place of trying again: what leads elsewhere, and the one thing that helps. */
const BESIDE: ReadonlySet<Repair> = new Set([
  'make-again',
  'choose-hour-type',
  'choose-sales-type',
  'choose-vat',
  'open-in-asperion',
]);

export function CausesList({
  accountId,
  filters,
  hasAny,
}: {
  readonly accountId: string;
  readonly filters: Filters & FilterActs;
  readonly hasAny: boolean;
}) {
  const answer = useCauses(accountId);
  if (answer.error) return <Failure error={answer.error} retry={() => void answer.refetch()} />;
  if (!answer.data) return <RowsSkeleton withSentence={false} />;
  const { causes } = answer.data;
  if (causes.length === 0) return <EmptyPlace accountId={accountId} filters={filters} hasAny={hasAny} />;
  const open = filters.causeId === undefined ? (causes[0]?.causeId ?? null) : filters.causeId;
  return (
    <Accordion
      variant="separated"
      chevronPosition="left"
      order={2}
      radius="lg"
      keepMounted={false}
      value={open}
      onChange={filters.openCause}
      className="wo-causes"
    >
      {causes.map((cause) => (
        <CauseItem key={cause.causeId} accountId={accountId} cause={cause} isOpen={cause.causeId === open} />
      ))}
    </Accordion>
  );
}

function CauseItem({
  accountId,
  cause,
  isOpen,
}: {
  readonly accountId: string;
  readonly cause: Cause;
  readonly isOpen: boolean;
}) {
  const texts = useTexts(workOrdersTexts);
  const language = useLanguage();
  const mayAct = useMay('office');
  const { causeId, tally } = cause;
  const [main] = cause.repairs;
  const isBeside =
    main !== undefined && BESIDE.has(main) && (main !== 'open-in-asperion' || cause.asperionUrl !== null);
  const count = whole(tally.count, language);
  return (
    <Accordion.Item value={causeId} className="wo-cause">
      <div className="wo-cause-head">
        <Accordion.Control>
          <span className="wo-cause-control">
            <CauseIcon reason={cause.reason} />
            <span className="wo-cause-words">
              <b>{cause.title}</b>
              {!isOpen && <span className="mute">{cause.text}</span>}
            </span>
            <span className="wo-cause-count mute">{texts.orders(tally.count, count)}</span>
            <span className="wo-cause-amount">{euro(tally.amount, language)}</span>
          </span>
        </Accordion.Control>
        {mayAct && (
          <div className="wo-cause-act">
            {isBeside ? (
              <RepairButton
                accountId={accountId}
                cause={cause}
                repair={main}
                variant="default"
                onChoose={() => undefined}
              />
            ) : (
              <RetryButton accountId={accountId} label={texts.retryAll(tally.count, count)} />
            )}
          </div>
        )}
      </div>
      <Accordion.Panel>
        <CausePanel accountId={accountId} cause={cause} without={isBeside ? [main] : ['retry']} />
      </Accordion.Panel>
    </Accordion.Item>
  );
}

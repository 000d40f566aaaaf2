/**
 * A place without work orders: nothing waits, nothing was found, or nothing came yet.
 */
import { IconCircleCheck, IconSearch } from '@tabler/icons-react';
import { useOverview } from '../../frame/overview-answer.ts';
import { StateIcon } from '../../frame/state-mark.tsx';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { atMoment } from '../../texts/moment-words.ts';
import { monthName } from '../../texts/numbers.ts';
import { workOrdersTexts } from '../../texts/work-orders-texts.ts';
import { Empty } from './empty.tsx';
import type { FilterActs, Filters } from './filters.ts';

const ICON_SIZE = 22;

export function EmptyPlace({
  accountId,
  filters,
  hasAny,
}: {
  readonly accountId: string;
  readonly filters: Filters & FilterActs;
  /** Whether there are work orders at all, anywhere. */
  readonly hasAny: boolean;
}) {
  const texts = useTexts(workOrdersTexts);
  const language = useLanguage();
  const next = useOverview(accountId).data?.nextExportAt ?? null;
  const { place, search, month } = filters;
  const when = next === null ? null : atMoment(next, language);
  if (search !== '' || month !== '')
    return (
      <Empty
        icon={<IconSearch size={ICON_SIZE} stroke={1.75} aria-hidden />}
        title={texts.empty.notFound(search, month === '' ? '' : monthName(month, language))}
        text={texts.empty.notFoundAct}
        button={texts.empty.clear}
        onPress={filters.clear}
      />
    );
  if (!hasAny)
    return (
      <Empty
        icon={<StateIcon state="ready" size={ICON_SIZE} />}
        title={texts.empty.noneYet}
        text={texts.empty.noneYetAct(when)}
      />
    );
  if (place === 'waiting')
    return (
      <Empty
        icon={<IconCircleCheck size={ICON_SIZE} stroke={1.75} className="c-green" aria-hidden />}
        title={texts.empty.nothingWaits}
        text={when === null ? texts.empty.noNext : texts.empty.nextAt(when)}
      />
    );
  const [title = '', text = ''] = texts.empty[place];
  return <Empty icon={<StateIcon state={place} size={ICON_SIZE} />} title={title} text={text} />;
}

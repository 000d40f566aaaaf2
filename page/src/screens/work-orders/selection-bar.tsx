/**
 * What is selected, for how much, and what can be done with it at once.
 */
import { Button } from '@mantine/core';
import { IconFilePlus, IconPlayerPlay, IconUserCheck } from '@tabler/icons-react';
import { decisionTexts } from '../../texts/decision-texts.ts';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { euro, whole } from '../../texts/numbers.ts';
import { workOrdersTexts } from '../../texts/work-orders-texts.ts';
import { useDecide } from './decide.ts';
import { sumOfAmounts } from './sum-of-amounts.ts';
import { isDeleted, type Place, type WorkOrderRow } from './work-orders-answers.ts';

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

export function SelectionBar({
  accountId,
  place,
  rows,
  onClear,
}: {
  readonly accountId: string;
  readonly place: Place;
  readonly rows: readonly WorkOrderRow[];
  readonly onClear: () => void;
}) {
  const texts = useTexts(workOrdersTexts);
  const decisions = useTexts(decisionTexts);
  const language = useLanguage();
  const { decide, isPending } = useDecide(accountId);
  const isSkipped = place === 'skipped';
  const rowIds = rows.map(({ rowId }) => rowId);
  return (
    <div className="wo-selection">
      <span className="wo-selection-text" aria-live="polite">
        <b>{texts.selected(whole(rows.length, language))}</b>
        {texts.together(euro(sumOfAmounts(rows.map(({ amount }) => amount)), language))}
      </span>
      <Button variant="subtle" size="xs" onClick={onClear}>
        {texts.clearSelection}
      </Button>
      {rows.every(isDeleted) && (
        <Button
          variant="default"
          size="xs"
          loading={isPending}
          leftSection={<IconFilePlus {...ICON} />}
          onClick={() => decide('make-again', rowIds)}
        >
          {decisions.makeAgain}
        </Button>
      )}
      <Button
        variant="default"
        size="xs"
        loading={isPending}
        leftSection={isSkipped ? <IconPlayerPlay {...ICON} /> : <IconUserCheck {...ICON} />}
        onClick={() => decide(isSkipped ? 'unskip' : 'skip', rowIds)}
      >
        {isSkipped ? texts.unskip : texts.skip}
      </Button>
    </div>
  );
}

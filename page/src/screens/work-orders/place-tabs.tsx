/**
 * Where the work orders are, with how many and for how much: together they are all of them.
 */
import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { StateIcon } from '../../frame/state-mark.tsx';
import { frameTexts } from '../../texts/frame-texts.ts';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { euro, wholeOrDash } from '../../texts/numbers.ts';
import { workOrdersTexts } from '../../texts/work-orders-texts.ts';
import { PLACES, type Place, type WorkOrderList } from './work-orders-answers.ts';

export function PlaceTabs({
  place,
  totals,
  onChange,
  children,
}: {
  readonly place: Place;
  readonly totals: WorkOrderList['totals'];
  readonly onChange: (place: Place) => void;
  readonly children: ReactNode;
}) {
  const texts = useTexts(workOrdersTexts);
  const words = useTexts(frameTexts).states;
  const language = useLanguage();
  const change = (value: string | null) => {
    const chosen = PLACES.find((known) => known === value);
    if (chosen) onChange(chosen);
  };
  return (
    <Tabs value={place} onChange={change} activateTabWithKeyboard={false} keepMounted={false}>
      <Tabs.List className="wo-tabs" aria-label={texts.places}>
        {PLACES.map((shown) => (
          <Tabs.Tab key={shown} value={shown} className="wo-tab">
            <span className="wo-tab-word">
              <StateIcon state={shown} />
              {words[shown]} <b>{wholeOrDash(totals[shown].count, language)}</b>
            </span>
            <span className="wo-tab-amount">
              {totals[shown].count === 0 ? '\u00a0' : euro(totals[shown].amount, language)}
            </span>
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {PLACES.map((shown) => (
        <Tabs.Panel key={shown} value={shown} pt="md">
          {shown === place && children}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

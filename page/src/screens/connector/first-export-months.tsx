/**
 * What goes and what stays, by month of the work. The chart comes when it is needed; its words are always there.
 */
import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { firstExportTexts } from '../../texts/first-export-texts.ts';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { whole } from '../../texts/numbers.ts';
import type { MonthSplit } from './first-export-choice.ts';

const MonthsChart = lazy(() =>
  import('./first-export-months-chart.tsx').then((module) => ({ default: module.FirstExportMonthsChart })),
);

export function FirstExportMonths({
  months,
  going,
  staying,
}: {
  readonly months: readonly MonthSplit[];
  readonly going: number;
  readonly staying: number;
}) {
  const texts = useTexts(firstExportTexts);
  const language = useLanguage();
  if (months.length < 2) return null;
  return (
    <section className="first-export-sec" aria-labelledby="first-export-months">
      <div className="first-export-sec-h">
        <h2 id="first-export-months">{texts.months}</h2>
        <div className="first-export-legend" aria-hidden>
          <span>
            <i style={{ background: 'var(--blue)' }} />
            {texts.goes}
          </span>
          <span>
            <i style={{ background: 'var(--grey-mark)' }} />
            {texts.stays}
          </span>
        </div>
      </div>
      <div
        role="img"
        aria-label={texts.monthsText(whole(going, language), whole(staying, language))}
        className="first-export-chart"
      >
        <Suspense fallback={<Skeleton height="100%" />}>
          <MonthsChart months={months} />
        </Suspense>
      </div>
    </section>
  );
}

/**
 * Draft invoices of the last 30 days, a bar a day. The chart comes when it is needed; its words are always there.
 */
import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { day, whole } from '../../texts/numbers.ts';
import { overviewTexts } from '../../texts/overview-texts.ts';
import { useCounted } from './counted.ts';
import type { Overview } from './overview-shapes.ts';

const DaysChart = lazy(() => import('./days-chart.tsx').then((module) => ({ default: module.DaysChart })));

export function DaysSection({ days }: { readonly days: Overview['days'] }) {
  const texts = useTexts(overviewTexts);
  const text = useTextOf(days);
  return (
    <section className="overview-sec" aria-labelledby="overview-days">
      <div className="overview-sec-h">
        <h2 id="overview-days">{texts.chartTitle}</h2>
        {text !== null && (
          <div className="overview-legend" aria-hidden>
            <span>
              <i style={{ background: 'var(--blue)' }} />
              {texts.made30}
            </span>
            <span>
              <i style={{ background: 'var(--amber-mark)' }} />
              {texts.stillWaits}
            </span>
          </div>
        )}
      </div>
      {text === null ? (
        <p className="mute">{texts.chartNone}</p>
      ) : (
        <div role="img" aria-label={text} className="overview-chart">
          <Suspense fallback={<Skeleton height="100%" />}>
            <DaysChart days={days} />
          </Suspense>
        </div>
      )}
    </section>
  );
}

/** Null when there is nothing to draw. */
function useTextOf(days: Overview['days']): string | null {
  const texts = useTexts(overviewTexts);
  const language = useLanguage();
  const counted = useCounted();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last || days.every(({ invoiced, waiting }) => invoiced + waiting === 0)) return null;
  const total = days.reduce((sum, { invoiced }) => sum + invoiced, 0);
  const most = days.reduce((best, each) => (each.invoiced > best.invoiced ? each : best), first);
  const text = texts.chartText(
    day(first.day, language),
    day(last.day, language),
    counted(total),
    whole(last.invoiced, language),
  );
  return total === 0 ? text : text + texts.chartMost(whole(most.invoiced, language), day(most.day, language));
}

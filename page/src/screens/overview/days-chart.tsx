/**
 * The bars themselves; loaded apart, since they need the chart library. Their text alternative stands around them.
 */
import { BarChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import { WithoutTabStops } from '../../frame/without-tab-stops.tsx';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { day } from '../../texts/numbers.ts';
import { overviewTexts } from '../../texts/overview-texts.ts';
import type { Overview } from './overview-shapes.ts';

export function DaysChart({ days }: { readonly days: Overview['days'] }) {
  const texts = useTexts(overviewTexts);
  const language = useLanguage();
  const last = days.at(-1)?.day;
  const short = (value: string) => day(value, language).replace(/ \d{4}$/, '');
  return (
    <WithoutTabStops>
      <BarChart
        h="100%"
        type="stacked"
        data={[...days]}
        dataKey="day"
        series={[
          { name: 'invoiced', label: texts.made30, color: 'var(--blue)' },
          { name: 'waiting', label: texts.stillWaits, color: 'var(--amber-mark)' },
        ]}
        gridAxis="x"
        tickLine="none"
        strokeDasharray="0"
        gridColor="var(--line)"
        textColor="var(--ink-2)"
        maxBarWidth={14}
        barProps={{ isAnimationActive: false, radius: [2, 2, 0, 0] }}
        barChartProps={{
          accessibilityLayer: false,
          barCategoryGap: 2,
          margin: { left: 0, right: 16, top: 6, bottom: 0 },
        }}
        xAxisProps={{
          ticks: ticksOf(days.map((each) => each.day)),
          interval: 0,
          tickFormatter: (value: string) => (value === last ? texts.today : short(value)),
        }}
        yAxisProps={{ width: 26, allowDecimals: false, tickCount: 5 }}
        tooltipProps={{ labelFormatter: (value) => (typeof value === 'string' ? day(value, language) : value) }}
      />
    </WithoutTabStops>
  );
}

/** Every Monday and today, as far as they do not touch. */
function ticksOf(days: readonly string[]): string[] {
  const last = days.length - 1;
  return days.filter(
    (value, index) => index === last || (new Date(`${value}T12:00:00Z`).getUTCDay() === 1 && last - index > 3),
  );
}

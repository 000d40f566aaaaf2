/**
 * The bars by month; loaded apart, since they need the chart library. Their text alternative stands around them.
 */
import { BarChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import { WithoutTabStops } from '../../frame/without-tab-stops.tsx';
import { firstExportTexts } from '../../texts/first-export-texts.ts';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { monthShort } from '../../texts/moment-words.ts';
import { monthName } from '../../texts/numbers.ts';
import type { MonthSplit } from './first-export-choice.ts';

export function FirstExportMonthsChart({ months }: { readonly months: readonly MonthSplit[] }) {
  const texts = useTexts(firstExportTexts);
  const language = useLanguage();
  return (
    <WithoutTabStops>
      <BarChart
        h="100%"
        type="stacked"
        data={months.map((each) => ({ ...each, sum: each.goes + each.stays || '' }))}
        dataKey="month"
        series={[
          { name: 'goes', label: texts.goes, color: 'var(--blue)' },
          { name: 'stays', label: texts.stays, color: 'var(--grey-mark)' },
        ]}
        gridAxis="none"
        tickLine="none"
        withYAxis={false}
        textColor="var(--ink-2)"
        barProps={{ isAnimationActive: false }}
        withBarValueLabel
        valueLabelProps={({ name }) =>
          // On top of both parts, once: what they are together.
          name === 'stays' ? { dataKey: 'sum', formatter: (sum) => sum, fontSize: 13 } : { formatter: () => '' }
        }
        barChartProps={{
          accessibilityLayer: false,
          barCategoryGap: 3,
          margin: { left: 0, right: 0, top: 22, bottom: 0 },
        }}
        xAxisProps={{
          interval: months.length > 12 ? 1 : 0,
          tickFormatter: (month: string) => monthShort(month, language),
        }}
        tooltipProps={{ labelFormatter: (month) => (typeof month === 'string' ? monthName(month, language) : month) }}
      />
    </WithoutTabStops>
  );
}

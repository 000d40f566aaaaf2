/**
 * The bars by month; loaded apart, since they need the chart library. Their text alternative stands around them.
 */
import { BarChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import { LabelList } from 'recharts';
import { firstExportTexts } from '../../texts/first-export-texts.ts';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { monthName } from '../../texts/numbers.ts';
import type { MonthSplit } from './first-export-choice.ts';

export function FirstExportMonthsChart({ months }: { readonly months: readonly MonthSplit[] }) {
  const texts = useTexts(firstExportTexts);
  const language = useLanguage();
  return (
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
      cursorFill="var(--hover)"
      barProps={({ name }) => ({
        isAnimationActive: false,
        ...(name === 'stays' && {
          children: <LabelList dataKey="sum" position="top" fill="var(--ink-2)" fontSize={13} />,
        }),
      })}
      barChartProps={{
        accessibilityLayer: false,
        barCategoryGap: 3,
        margin: { left: 0, right: 0, top: 22, bottom: 0 },
      }}
      xAxisProps={{
        interval: months.length > 12 ? 1 : 0,
        tickFormatter: (month: string) => monthName(month, language).slice(0, 3),
      }}
      tooltipProps={{ labelFormatter: (month) => (typeof month === 'string' ? monthName(month, language) : month) }}
    />
  );
}

/**
 * The three ways to begin: only new ones, from a day on, all.
 */
import { Radio } from '@mantine/core';
import { DateInput, DatesProvider } from '@mantine/dates';
import '@mantine/dates/styles.css';
import { IconCalendar } from '@tabler/icons-react';
import dayjs from 'dayjs';
import 'dayjs/locale/nl';
import customParseFormat from 'dayjs/plugin/customParseFormat';
import type { ReactNode } from 'react';
import { firstExportTexts } from '../../texts/first-export-texts.ts';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { calendarDay } from '../../texts/numbers.ts';
import { useCounted } from '../overview/counted.ts';
import type { Choice } from './first-export-choice.ts';

// Somebody who types a day types it as it is shown.
dayjs.extend(customParseFormat);

export function FirstExportCards({
  choice,
  found,
  choose,
}: {
  readonly choice: Choice;
  readonly found: number;
  readonly choose: (change: Partial<Choice>) => void;
}) {
  const texts = useTexts(firstExportTexts);
  const language = useLanguage();
  const counted = useCounted();
  return (
    <DatesProvider settings={{ locale: language, firstDayOfWeek: 1 }}>
      <Radio.Group
        aria-label={texts.choose}
        value={choice.mode}
        onChange={(mode) => choose({ mode: mode as Choice['mode'] })}
      >
        <div className="first-export-cards">
          <Card value="new" title={texts.onlyNew} text={texts.onlyNewText} isChosen={choice.mode === 'new'} />
          <Card value="from" title={texts.from} text={texts.fromText} isChosen={choice.mode === 'from'}>
            <DateInput
              size="sm"
              aria-label={texts.fromDay}
              placeholder={texts.fromDay}
              leftSection={<IconCalendar size={17} stroke={1.75} aria-hidden />}
              valueFormat="D MMM YYYY"
              value={choice.from}
              maxDate={calendarDay(new Date())}
              onChange={(from) => choose({ mode: 'from', from })}
              error={choice.mode === 'from' && choice.from === null ? texts.dayNeeded : undefined}
            />
          </Card>
          <Card value="all" title={texts.all(counted(found))} text={texts.allText} isChosen={choice.mode === 'all'} />
        </div>
      </Radio.Group>
    </DatesProvider>
  );
}

/** The field of a card stands beside its button, not within it. */
function Card({
  value,
  title,
  text,
  isChosen,
  children,
}: {
  readonly value: Choice['mode'];
  readonly title: string;
  readonly text: string;
  readonly isChosen: boolean;
  readonly children?: ReactNode;
}) {
  return (
    <div className={isChosen ? 'first-export-card on' : 'first-export-card'}>
      <Radio.Card value={value} withBorder={false} className="first-export-card-button">
        <Radio.Indicator size="xs" mt={2} />
        <span>
          <b>{title}</b>
          <span className="first-export-card-text">{text}</span>
        </span>
      </Radio.Card>
      {children && <div className="first-export-card-field">{children}</div>}
    </div>
  );
}

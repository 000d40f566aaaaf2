/**
 * Searching and choosing in the log.
 */
import { Button, Select, TextInput } from '@mantine/core';
import { DateInput, DatesProvider } from '@mantine/dates';
import '@mantine/dates/styles.css';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconCalendar, IconSearch } from '@tabler/icons-react';
import dayjs from 'dayjs';
import 'dayjs/locale/nl';
import customParseFormat from 'dayjs/plugin/customParseFormat';
import { useEffect, useState } from 'react';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { logTexts } from '../../texts/log-texts.ts';
import { runTexts } from '../../texts/run-texts.ts';
import { JOBS, type LogFilters } from './log-filters.ts';

// Somebody who types a day types it as it is shown.
dayjs.extend(customParseFormat);

const TYPED_MS = 300;

export function LogFilterBar({ filters }: { readonly filters: LogFilters }) {
  const texts = useTexts(logTexts);
  const { jobs } = useTexts(runTexts);
  const language = useLanguage();
  return (
    <DatesProvider settings={{ locale: language, firstDayOfWeek: 1 }}>
      <div className="log-bar">
        <SearchBox filters={filters} />
        {!filters.isOfLines && (
          <Select
            aria-label={texts.job}
            placeholder={texts.allJobs}
            data={JOBS.map((job) => ({ value: job, label: jobs[job] }))}
            value={filters.job ?? null}
            onChange={(job) => filters.change({ job: job ?? undefined })}
            clearable
          />
        )}
        <Select
          aria-label={texts.result}
          placeholder={texts.allResults}
          data={Object.entries(texts.results).map(([value, label]) => ({ value, label }))}
          value={filters.result === '' ? null : filters.result}
          onChange={(result) => filters.change({ result: result ?? undefined, job: undefined })}
          clearable
        />
        <Day label={texts.from} value={filters.from} max={filters.until} choose={(from) => filters.change({ from })} />
        <Day
          label={texts.until}
          value={filters.until}
          min={filters.from}
          choose={(until) => filters.change({ until })}
        />
        {filters.isAny && (
          <Button variant="subtle" onClick={filters.clear}>
            {texts.clear}
          </Button>
        )}
      </div>
    </DatesProvider>
  );
}

function SearchBox({ filters }: { readonly filters: LogFilters }) {
  const texts = useTexts(logTexts);
  const [typed, type] = useState(filters.search);
  useEffect(() => type(filters.search), [filters.search]);
  const find = useDebouncedCallback(
    (search: string) => filters.change({ search: search.trim(), job: undefined }),
    TYPED_MS,
  );
  return (
    <TextInput
      className="log-search"
      type="search"
      aria-label={texts.search}
      placeholder={texts.search}
      leftSection={<IconSearch size={17} stroke={1.75} aria-hidden />}
      maxLength={100}
      value={typed}
      onChange={(event) => {
        type(event.currentTarget.value);
        find(event.currentTarget.value);
      }}
    />
  );
}

function Day({
  label,
  value,
  min,
  max,
  choose,
}: {
  readonly label: string;
  readonly value: string | undefined;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly choose: (day: string | undefined) => void;
}) {
  const texts = useTexts(logTexts);
  return (
    <DateInput
      className="log-day"
      aria-label={label}
      placeholder={label}
      leftSection={<IconCalendar size={17} stroke={1.75} aria-hidden />}
      valueFormat="D MMM YYYY"
      value={value ?? null}
      onChange={(day) => choose(day ?? undefined)}
      {...(min === undefined ? {} : { minDate: min })}
      {...(max === undefined ? {} : { maxDate: max })}
      clearable
      clearButtonProps={{ 'aria-label': `${label}: ${texts.clearDay}` }}
    />
  );
}

/**
 * Searching, the month, and whether waiting work orders are shown by cause or one by one.
 */
import { SegmentedControl, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { calendarDay, monthName } from '../../texts/numbers.ts';
import { workOrdersTexts } from '../../texts/work-orders-texts.ts';
import type { FilterActs, Filters } from './filters.ts';

const TYPING_MS = 300;
const MONTHS = 24;

export function FilterBar({ filters }: { readonly filters: Filters & FilterActs }) {
  const texts = useTexts(workOrdersTexts);
  const language = useLanguage();
  const months = [...new Set([...lastMonths(), filters.month])]
    .filter((month) => month !== '')
    .toSorted()
    .toReversed();
  return (
    <div className="wo-bar">
      <SearchField filters={filters} />
      <Select
        className="wo-month"
        aria-label={texts.month}
        data={[
          { value: '', label: texts.allMonths },
          ...months.map((month) => ({ value: month, label: monthName(month, language) })),
        ]}
        value={filters.month}
        onChange={(month) => filters.ofMonth(month ?? '')}
        allowDeselect={false}
        maxDropdownHeight={320}
      />
      {filters.place === 'waiting' && (
        <SegmentedControl
          className="wo-view"
          aria-label={texts.view}
          value={filters.view}
          onChange={(view) => filters.show(view === 'list' ? 'list' : 'causes')}
          data={[
            { value: 'causes', label: texts.perCause },
            { value: 'list', label: texts.asList },
          ]}
        />
      )}
    </div>
  );
}

function SearchField({ filters }: { readonly filters: Filters & FilterActs }) {
  const texts = useTexts(workOrdersTexts);
  const [typed, setTyped] = useState(filters.search);
  const lastFound = useRef(filters.search);
  const find = useDebouncedCallback((text: string) => {
    lastFound.current = text.trim() === '' ? '' : text;
    filters.find(text);
  }, TYPING_MS);
  // The address may change without typing: by going back, or by clearing the filters.
  useEffect(() => {
    if (filters.search !== lastFound.current) setTyped(filters.search);
    lastFound.current = filters.search;
  }, [filters.search]);
  return (
    <TextInput
      className="wo-search"
      type="search"
      aria-label={texts.search}
      placeholder={texts.search}
      maxLength={100}
      leftSection={<IconSearch size={17} stroke={1.75} aria-hidden />}
      value={typed}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value);
        find(value);
      }}
    />
  );
}

function lastMonths(): readonly string[] {
  const [year = 0, month = 0] = calendarDay(new Date()).split('-').map(Number);
  return Array.from({ length: MONTHS }, (_, back) =>
    new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7),
  );
}

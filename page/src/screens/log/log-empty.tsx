/**
 * A log with nothing in it: what to do first, or how to see something again.
 */
import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../../texts/language.ts';
import { logTexts } from '../../texts/log-texts.ts';
import type { LogFilters } from './log-filters.ts';

export function LogEmpty({ filters }: { readonly filters: LogFilters }) {
  const texts = useTexts(logTexts);
  return (
    <div className="log-empty" role="status">
      <IconHistory size={22} stroke={1.75} className="c-grey" aria-hidden />
      <p>
        <b>{filters.isAny ? texts.foundNothing : texts.emptyTitle}</b>{' '}
        {filters.isAny ? texts.foundNothingText : texts.emptyText}
      </p>
      {filters.isAny ? (
        <Button variant="default" onClick={filters.clear}>
          {texts.clear}
        </Button>
      ) : (
        <Button variant="default" renderRoot={(root) => <Link to="/koppeling/asperion" {...root} />}>
          {texts.emptyButton}
        </Button>
      )}
    </div>
  );
}

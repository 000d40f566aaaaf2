/**
 * What of the log is shown, as the address says it: going back finds it again. Searching is for lines, the kind is of runs.
 */
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Run } from '../../api/current-run.ts';

export const JOBS = ['export', 'full', 'debtors', 'articles', 'hourtypes'] as const satisfies readonly Run['job'][];

export interface LogFilters {
  readonly search: string;
  readonly result: string;
  readonly job: Run['job'] | undefined;
  /** `2026-11-24`. */
  readonly from: string | undefined;
  readonly until: string | undefined;
  readonly page: number;
  /** The run that is open. */
  readonly openRun: string | undefined;
  /** True when lines of all runs are asked for. */
  readonly isOfLines: boolean;
  readonly isAny: boolean;
  change(change: Change): void;
  clear(): void;
}

interface Change {
  readonly search?: string;
  readonly result?: string | undefined;
  readonly job?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly page?: number;
  readonly openRun?: string | undefined;
}

const KEY = { search: 'zoek', result: 'uitslag', job: 'soort', from: 'van', until: 'tot' } as const;

export function useLogFilters(): LogFilters {
  const asked = useSearch({ from: '/framed/logboek' });
  const navigate = useNavigate({ from: '/logboek' });
  const dayOf = (value: string | undefined) => (/^\d{4}-\d{2}-\d{2}$/.test(value ?? '') ? value : undefined);
  const search = asked.zoek ?? '';
  const result = asked.uitslag ?? '';
  const isOfLines = search !== '' || result !== '';
  const [from, until] = [dayOf(asked.van), dayOf(asked.tot)];
  const job = isOfLines ? undefined : JOBS.find((known) => known === asked.soort);
  return {
    search,
    result,
    job,
    from,
    until,
    page: Math.max(1, Number.parseInt(asked.bladzijde ?? '', 10) || 1),
    openRun: asked.keer,
    isOfLines,
    isAny: isOfLines || job !== undefined || from !== undefined || until !== undefined,
    change: (change) =>
      void navigate({
        search: (before) => ({ ...before, ...inAddress(change) }),
        replace: 'search' in change || 'openRun' in change,
        resetScroll: false,
      }),
    clear: () => void navigate({ search: {}, resetScroll: false }),
  };
}

/** Another filter begins at the first page again. */
function inAddress({ page, openRun, ...filters }: Change): Record<string, string | undefined> {
  const written: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(filters)) written[KEY[name as keyof typeof KEY]] = value || undefined;
  if (openRun !== undefined) return { ...written, keer: openRun || undefined };
  return { ...written, keer: undefined, bladzijde: page === undefined || page === 1 ? undefined : String(page) };
}

/**
 * Logboek (S4): what goes on now, every run with its counts, and what happened to each record. Searching shows lines of all runs.
 */
import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useAnswer } from '../../api/answers.ts';
import { addressOf } from '../../api/client.ts';
import { type Run, useCurrentRun } from '../../api/current-run.ts';
import { Failure } from '../../frame/failure.tsx';
import { useOverview } from '../../frame/overview-answer.ts';
import { usePageTitle } from '../../frame/page-title.ts';
import { RowsSkeleton } from '../../frame/rows-skeleton.tsx';
import { Say } from '../../frame/say.tsx';
import { useCompany } from '../../session.ts';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { logTexts } from '../../texts/log-texts.ts';
import { atMoment, capital } from '../../texts/moment-words.ts';
import { calendarDay, whole } from '../../texts/numbers.ts';
import { runTexts } from '../../texts/run-texts.ts';
import type { Said } from '../../texts/said.ts';
import { LinesTable } from './lines-table.tsx';
import { LiveRun, RunAnnouncement } from './live-run.tsx';
import './log.css';
import { LogEmpty } from './log-empty.tsx';
import { LogFilterBar } from './log-filter-bar.tsx';
import { type LogFilters, useLogFilters } from './log-filters.ts';
import { LogPager } from './log-pager.tsx';
import { RunsTable } from './runs-table.tsx';

const PAGE_SIZE = 50;

export function LogScreen() {
  const texts = useTexts(logTexts);
  usePageTitle(texts.title);
  const { accountId } = useCompany();
  const filters = useLogFilters();
  const run = useCurrentRun(accountId);
  const { search, result, from, until } = filters;
  const said = useSentence(accountId, run);
  const last = useAnswer('GET /api/accounts/:accountId/runs', { params: { accountId }, query: { pageSize: 5 } }).data;
  return (
    <>
      <div className="log-head">
        <Say said={said} />
        <Button
          component="a"
          href={
            addressOf('GET /api/accounts/:accountId/log.csv', {
              params: { accountId },
              query: { search, result, from, until },
            }).url
          }
          download
          variant="default"
          leftSection={<IconDownload size={17} stroke={1.75} aria-hidden />}
        >
          {texts.csv}
        </Button>
      </div>
      <RunAnnouncement run={run} last={last?.items[0]} />
      {run && <LiveRun key={run.runId} accountId={accountId} run={run} />}
      <LogFilterBar filters={filters} />
      {filters.isOfLines ? (
        <Lines accountId={accountId} filters={filters} />
      ) : (
        <Runs accountId={accountId} filters={filters} />
      )}
    </>
  );
}

function useSentence(accountId: string, run: Run | null): Said {
  const texts = useTexts(logTexts);
  const { jobs } = useTexts(runTexts);
  const language = useLanguage();
  const overview = useOverview(accountId).data;
  const lastRun = overview?.lastRuns[0];
  const today = overview?.days.find(({ day }) => day === calendarDay(new Date()))?.invoiced ?? 0;
  const made = today === 0 ? texts.madeNone() : texts.made(today, whole(today, language));
  if (run?.progress?.total) {
    const { done, total } = run.progress;
    return [...texts.goesOnOf(jobs[run.job], whole(done, language), whole(total, language)), ...made];
  }
  if (run) return [...texts.goesOn(jobs[run.job]), ...made];
  if (!overview) return [texts.title];
  if (!lastRun) return texts.nothingYet();
  const when = capital(atMoment(lastRun.startedAt ?? lastRun.queuedAt, language));
  return [...texts.lastTime(when, jobs[lastRun.job]), ...made];
}

interface ListProps {
  readonly accountId: string;
  readonly filters: LogFilters;
}

function Runs({ accountId, filters }: ListProps) {
  const texts = useTexts(logTexts);
  const { job, from, until, page, openRun } = filters;
  const { data, error, refetch } = useAnswer(
    'GET /api/accounts/:accountId/runs',
    { params: { accountId }, query: { page, pageSize: PAGE_SIZE, job, from, until } },
    { keepPrevious: true },
  );
  if (!data)
    return error ? <Failure error={error} retry={() => void refetch()} /> : <RowsSkeleton withSentence={false} />;
  if (data.items.length === 0) return <LogEmpty filters={filters} />;
  return (
    <>
      <RunsTable
        accountId={accountId}
        runs={data.items}
        openRun={openRun}
        open={(runId) => filters.change({ openRun: runId })}
      />
      <LogPager
        page={page}
        pageSize={PAGE_SIZE}
        total={data.total}
        note={texts.kept}
        onPage={(next) => filters.change({ page: next })}
      />
    </>
  );
}

function Lines({ accountId, filters }: ListProps) {
  const texts = useTexts(logTexts);
  const language = useLanguage();
  const { search, result, from, until, page } = filters;
  const { data, error, refetch } = useAnswer(
    'GET /api/accounts/:accountId/log',
    { params: { accountId }, query: { page, pageSize: PAGE_SIZE, search, result, from, until } },
    { keepPrevious: true },
  );
  if (!data)
    return error ? <Failure error={error} retry={() => void refetch()} /> : <RowsSkeleton withSentence={false} />;
  if (data.items.length === 0) return <LogEmpty filters={filters} />;
  return (
    <>
      <LinesTable lines={data.items} label={texts.linesTable} withDay />
      <LogPager
        page={page}
        pageSize={PAGE_SIZE}
        total={data.total}
        note={`${texts.found(whole(data.total, language), data.total)} ${texts.kept}`}
        onPage={(next) => filters.change({ page: next })}
      />
    </>
  );
}

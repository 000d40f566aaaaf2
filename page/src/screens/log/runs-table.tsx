/**
 * Every run in one table, by day; each opens to what it did.
 */
import { Table, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { Fragment } from 'react';
import type { Run } from '../../api/current-run.ts';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { logTexts } from '../../texts/log-texts.ts';
import { calendarDay, time, weekday, wholeOrDash } from '../../texts/numbers.ts';
import { runTexts } from '../../texts/run-texts.ts';
import { RunLines } from './run-lines.tsx';
import { RunMark } from './run-mark.tsx';
import { useRunSummary } from './run-summary.ts';

const COLUMNS = ['new', 'changed', 'unchanged', 'exported', 'waiting', 'failed'] as const;
const COLUMNS_IN_ALL = COLUMNS.length + 3;
const TONE: Partial<Record<(typeof COLUMNS)[number], string>> = { waiting: 'c-amber', failed: 'c-red' };
const DAY_MS = 86_400_000;

interface Props {
  readonly accountId: string;
  readonly runs: readonly Run[];
  readonly openRun: string | undefined;
  /** Empty to close. */
  readonly open: (runId: string) => void;
}

export function RunsTable({ accountId, runs, openRun, open }: Props) {
  const texts = useTexts(logTexts);
  const dayTitle = useDayTitle();
  return (
    <Table className="log-runs" aria-label={texts.runsTable} verticalSpacing={10} horizontalSpacing={0}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{texts.when}</Table.Th>
          <Table.Th>{texts.what}</Table.Th>
          {COLUMNS.map((column) => (
            <Table.Th key={column} className="num">
              {texts.columns[column]}
            </Table.Th>
          ))}
          <Table.Th>
            <span className="sr">{texts.outcome}</span>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {runs.map((run, index) => {
          const on = dayOf(run);
          const before = runs[index - 1];
          return (
            <Fragment key={run.runId}>
              {(!before || dayOf(before) !== on) && (
                <Table.Tr className="log-day-row">
                  <Table.Th colSpan={COLUMNS_IN_ALL} scope="rowgroup">
                    {dayTitle(on)}
                  </Table.Th>
                </Table.Tr>
              )}
              <RunRows accountId={accountId} run={run} isOpen={openRun === run.runId} open={open} />
            </Fragment>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

function RunRows({
  accountId,
  run,
  isOpen,
  open,
}: {
  readonly accountId: string;
  readonly run: Run;
  readonly isOpen: boolean;
  readonly open: Props['open'];
}) {
  const texts = useTexts(runTexts);
  const language = useLanguage();
  const summaryOf = useRunSummary();
  const at = time(run.startedAt ?? run.queuedAt, language);
  const name = texts.jobs[run.job];
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  const isToldInFull = run.state === 'failed' || run.state === 'cancelled' || run.faultCode !== null;
  return (
    <>
      <Table.Tr className={isOpen ? 'log-run open' : 'log-run'}>
        <Table.Td className="log-time">
          <UnstyledButton
            className="log-open"
            aria-expanded={isOpen}
            aria-label={`${at} ${name}`}
            onClick={() => open(isOpen ? '' : run.runId)}
          >
            <Chevron size={16} stroke={1.75} aria-hidden />
            {at}
          </UnstyledButton>
        </Table.Td>
        <Table.Td className="log-what">
          <span className="log-name">{name}</span>{' '}
          <span className="mute log-by">{run.startedBy === '' ? texts.automatic : run.startedBy}</span>
          <span className="mute log-summary">{summaryOf(run, { withWaiting: true })}</span>
        </Table.Td>
        {COLUMNS.map((column) => (
          <Figure key={column} count={run.columns[column]} tone={TONE[column]} />
        ))}
        <Table.Td className="num log-mark">
          <RunMark run={run} />
        </Table.Td>
      </Table.Tr>
      {isOpen && (
        <Table.Tr className="log-rec">
          <Table.Td colSpan={COLUMNS_IN_ALL}>
            <RunLines
              accountId={accountId}
              runId={run.runId}
              name={`${at} ${name}`}
              sentence={isToldInFull ? run.sentence : ''}
            />
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}

/** Zero is a dash, what does not apply to the job is blank. */
function Figure({ count, tone }: { readonly count: number | null; readonly tone: string | undefined }) {
  const texts = useTexts(logTexts);
  const language = useLanguage();
  const colour = count === 0 || count === null ? 'mute' : (tone ?? '');
  return (
    <Table.Td className={`num log-figure ${colour}`}>
      {count === 0 ? (
        <>
          <span aria-hidden>–</span>
          <span className="sr">{texts.zero}</span>
        </>
      ) : (
        wholeOrDash(count, language)
      )}
    </Table.Td>
  );
}

function dayOf(run: Run): string {
  return calendarDay(new Date(run.startedAt ?? run.queuedAt));
}

function useDayTitle(): (day: string) => string {
  const texts = useTexts(logTexts);
  const language = useLanguage();
  const now = Date.now();
  return (day) => {
    const words = weekday(day, language);
    if (day === calendarDay(new Date(now))) return texts.today(words);
    if (day === calendarDay(new Date(now - DAY_MS))) return texts.yesterday(words);
    return words.charAt(0).toUpperCase() + words.slice(1);
  };
}

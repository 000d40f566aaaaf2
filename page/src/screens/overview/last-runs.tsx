/**
 * The last few runs; all of them are in the log.
 */
import { Link } from '@tanstack/react-router';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { calendarDay, day, time } from '../../texts/numbers.ts';
import { overviewTexts } from '../../texts/overview-texts.ts';
import { runTexts } from '../../texts/run-texts.ts';
import { RunMark } from '../log/run-mark.tsx';
import { useRunSummary } from '../log/run-summary.ts';
import type { Overview } from './overview-shapes.ts';

const RUNS_MAX = 5;

export function LastRuns({ runs }: { readonly runs: Overview['lastRuns'] }) {
  const texts = useTexts(overviewTexts);
  const words = useTexts(runTexts);
  const language = useLanguage();
  const summaryOf = useRunSummary();
  const today = calendarDay(new Date());
  return (
    <section className="overview-sec" aria-labelledby="overview-runs">
      <div className="overview-sec-h">
        <h2 id="overview-runs">{texts.lastRuns}</h2>
        <Link to="/logboek">{texts.log}</Link>
      </div>
      {runs.length === 0 && <p className="mute">{texts.noRuns}</p>}
      <ol className="overview-runs">
        {runs.slice(0, RUNS_MAX).map((run) => {
          const at = run.startedAt ?? run.queuedAt;
          const isAutomatic = run.trigger === 'schedule' && run.job === 'export';
          return (
            <li key={run.runId}>
              <time dateTime={at}>
                {time(at, language)}
                {calendarDay(new Date(at)) !== today && <small>{day(at, language).replace(/ \d{4}$/, '')}</small>}
              </time>
              <span>
                {isAutomatic ? words.automaticExport : words.jobs[run.job]}
                <small>
                  {summaryOf(run)}
                  {run.startedBy !== '' && `. ${words.by(run.startedBy)}`}
                </small>
              </span>
              <RunMark run={run} />
            </li>
          );
        })}
      </ol>
    </section>
  );
}

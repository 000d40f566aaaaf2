/**
 * The run that goes on: what it does, how far it is, and the button that stops it between two records. Every tab sees the same.
 */
import { Button, Loader, Paper, Progress } from '@mantine/core';
import { IconCircleCheck, IconClock, IconLoader2, IconPlayerStop } from '@tabler/icons-react';
import { useAct } from '../../api/answers.ts';
import type { Run } from '../../api/current-run.ts';
import { Failure } from '../../frame/failure.tsx';
import { useMay } from '../../session.ts';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { logTexts } from '../../texts/log-texts.ts';
import { atMoment, capital } from '../../texts/moment-words.ts';
import { whole } from '../../texts/numbers.ts';
import { runTexts } from '../../texts/run-texts.ts';
import './live-run.css';
import { percentageOf, phasesOf, type ShownPhase } from './run-phases.ts';

const ANNOUNCED_EVERY = 10;
const PHASE_ICON = { done: IconCircleCheck, now: IconLoader2, next: IconClock } as const;
const PHASE_COLOUR = { done: 'c-green', now: 'c-blue', next: undefined } as const;

export function LiveRun({ accountId, run }: { readonly accountId: string; readonly run: Run }) {
  const texts = useTexts(logTexts);
  const { jobs } = useTexts(runTexts);
  const language = useLanguage();
  const when = atMoment(run.startedAt ?? run.queuedAt, language);
  const percentage = percentageOf(run);
  const phases = phasesOf(run);
  return (
    <Paper component="section" withBorder radius="lg" className="live-run" aria-labelledby="live-run">
      <div className="live-run-h">
        <span className="live-run-dot">
          <Loader size={20} aria-hidden />
        </span>
        <div>
          <h2 id="live-run">{jobs[run.job]}</h2>
          <p className="mute">
            {run.startedBy === '' ? texts.startedByItself(capital(when)) : texts.startedBy(run.startedBy, when)}{' '}
            {run.phaseText} {texts.leave}
          </p>
        </div>
        <StopRun accountId={accountId} run={run} />
      </div>
      <Progress
        value={percentage ?? 100}
        animated={percentage === null}
        striped={percentage === null}
        aria-label={texts.progress}
        className="live-run-bar"
      />
      {phases.length > 0 && (
        <ol className="live-run-phases">
          {phases.map((phase) => (
            <Phase key={phase.name} phase={phase} progress={run.progress} />
          ))}
        </ol>
      )}
      {phases.length === 0 && run.progress && <PhaseCount progress={run.progress} />}
    </Paper>
  );
}

/** Tells a screen reader every ten percent, not each record; stays when the run is over, to tell how it ended. */
export function RunAnnouncement({ run, last }: { readonly run: Run | null; readonly last: Run | undefined }) {
  const texts = useTexts(logTexts);
  const { jobs } = useTexts(runTexts);
  const percentage = run ? percentageOf(run) : null;
  const told = () => {
    if (!run) return last?.finishedAt ? last.sentence : '';
    if (percentage === null) return jobs[run.job];
    return texts.announced(jobs[run.job], Math.floor(percentage / ANNOUNCED_EVERY) * ANNOUNCED_EVERY);
  };
  return (
    <div role="status" className="sr">
      {told()}
    </div>
  );
}

function StopRun({ accountId, run }: { readonly accountId: string; readonly run: Run }) {
  const texts = useTexts(logTexts);
  const mayStop = useMay('office');
  const cancel = useAct('POST /api/accounts/:accountId/runs/:runId/cancellation');
  if (!mayStop) return null;
  const isStopping = run.isCancelAsked || cancel.isSuccess;
  return (
    <div className="live-run-stop">
      <Button
        variant="default"
        leftSection={<IconPlayerStop size={17} stroke={1.75} aria-hidden />}
        loading={cancel.isPending}
        disabled={isStopping}
        onClick={() => cancel.mutate({ params: { accountId, runId: run.runId } })}
      >
        {isStopping ? texts.stopping : texts.stop}
      </Button>
      <Failure error={cancel.error} />
    </div>
  );
}

function Phase({ phase, progress }: { readonly phase: ShownPhase; readonly progress: Run['progress'] }) {
  const texts = useTexts(logTexts);
  const Icon = PHASE_ICON[phase.state];
  return (
    <li className={phase.state} aria-current={phase.state === 'now' ? 'step' : undefined}>
      <Icon size={18} stroke={1.75} className={PHASE_COLOUR[phase.state]} aria-hidden />
      <span>
        <b>{texts.phases[phase.name]}</b>
        <small>
          {phase.state === 'done' && texts.phaseDone}
          {phase.state === 'now' && (progress ? <PhaseCount progress={progress} /> : texts.phaseNow)}
          {phase.state === 'next' && texts.phaseNext}
        </small>
      </span>
    </li>
  );
}

function PhaseCount({ progress: { done, total } }: { readonly progress: NonNullable<Run['progress']> }) {
  const texts = useTexts(logTexts);
  const language = useLanguage();
  return total === null
    ? texts.soFar(whole(done, language))
    : texts.ofTotal(whole(done, language), whole(total, language));
}

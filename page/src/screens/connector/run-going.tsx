/**
 * What a run does right now, beside the button that started it: its state in words, how far it is, and a button to stop it.
 */
import { Button, Progress } from '@mantine/core';
import { useAct } from '../../api/answers.ts';
import { type Run, useCurrentRun } from '../../api/current-run.ts';
import { Failure } from '../../frame/failure.tsx';
import { StateMark } from '../../frame/state-mark.tsx';
import { useMay } from '../../session.ts';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { whole } from '../../texts/numbers.ts';
import { synchronisationTexts } from '../../texts/synchronisation-texts.ts';

/** Nothing while no run of this kind goes on. The place itself stays, so that a screen reader hears it fill. */
export function RunGoing({ accountId, job }: { readonly accountId: string; readonly job: Run['job'] }) {
  const run = useCurrentRun(accountId);
  const isShown = run?.job === job;
  return (
    <div className="set-option-rest" role="status">
      {isShown && <Going accountId={accountId} run={run} />}
    </div>
  );
}

function Going({ accountId, run }: { readonly accountId: string; readonly run: Run }) {
  const texts = useTexts(synchronisationTexts);
  const language = useLanguage();
  const stop = useAct('POST /api/accounts/:accountId/runs/:runId/cancellation');
  const mayStop = useMay('office');
  const { progress, state, phaseText, runId, isCancelAsked } = run;
  const share = progress?.total ? (100 * progress.done) / progress.total : null;
  return (
    <div className="set-going">
      <StateMark state={state === 'queued' ? 'queued' : 'sending'} />
      <span>{phaseText}</span>
      {/* Told by the bar itself; a screen reader does not hear each record. */}
      {progress && progress.total !== null && (
        <span className="mute" aria-hidden>
          {texts.progress(whole(progress.done, language), whole(progress.total, language))}
        </span>
      )}
      {mayStop && (
        <Button
          variant="default"
          size="xs"
          disabled={isCancelAsked}
          loading={stop.isPending}
          onClick={() => stop.mutate({ params: { accountId, runId } })}
        >
          {isCancelAsked ? texts.stopping : texts.stop}
        </Button>
      )}
      {share !== null && <Progress className="set-going-bar" value={share} size="sm" aria-label={phaseText} />}
      <Failure error={stop.error} />
    </div>
  );
}

/**
 * How a run ended, as a state: what went wrong stands out, a run that went well is quiet.
 */
import type { Run } from '../../api/current-run.ts';
import { StateMark } from '../../frame/state-mark.tsx';
import { useLanguage, useTexts } from '../../texts/language.ts';
import { whole } from '../../texts/numbers.ts';
import { runTexts } from '../../texts/run-texts.ts';

export function RunMark({ run }: { readonly run: Pick<Run, 'state' | 'columns' | 'uncertain'> }) {
  const texts = useTexts(runTexts);
  const language = useLanguage();
  const failed = run.columns.failed ?? 0;
  if (run.state === 'queued' || run.state === 'cancelled' || run.state === 'failed') {
    return <StateMark state={run.state} />;
  }
  if (run.state === 'running') return <StateMark state="sending" />;
  if (failed > 0) return <StateMark state="failed">{texts.failed(whole(failed, language))}</StateMark>;
  if (run.uncertain > 0) {
    return <StateMark state="uncertain">{texts.uncertain(whole(run.uncertain, language))}</StateMark>;
  }
  return <StateMark state="done" />;
}

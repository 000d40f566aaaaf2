/**
 * What came of a run in a few words: `3 conceptfacturen, 1 onzeker`.
 */
import type { Run } from '../../api/current-run.ts';
import { type Language, useLanguage, useTexts } from '../../texts/language.ts';
import { whole } from '../../texts/numbers.ts';
import { runTexts } from '../../texts/run-texts.ts';

type Texts = (typeof runTexts)['nl'];

/** Whether its work orders and records are told; an end before its time is told as its sentence. */
export function useRunSummary(): (run: Run, options?: { readonly withWaiting: boolean }) => string {
  const texts = useTexts(runTexts);
  const language = useLanguage();
  return (run, { withWaiting } = { withWaiting: false }) => summaryOf(run, texts, language, withWaiting);
}

function summaryOf(run: Run, texts: Texts, language: Language, withWaiting: boolean): string {
  if (run.state === 'queued') return texts.queued;
  if (run.state === 'running') return run.phaseText;
  if (run.state === 'failed' || run.state === 'cancelled') return run.sentence;
  const { columns } = run;
  const written = (count: number) => whole(count, language);
  const told = (count: number | null, words: (count: number) => string) =>
    count === null || count === 0 ? [] : [words(count)];
  const parts = [
    ...told(columns.exported, (count) => texts.drafts(count, written(count))),
    ...told(columns.new, (count) => texts.created(written(count))),
    ...told(columns.changed, (count) => texts.changed(written(count))),
    ...told(run.uncertain, (count) => texts.uncertain(written(count))),
    ...(withWaiting ? told(columns.waiting, (count) => texts.waiting(count, written(count))) : []),
    ...told(columns.failed, (count) => texts.failed(written(count))),
  ];
  if (parts.length > 0) return parts.join(', ');
  return columns.exported === null ? texts.nothingChanged : texts.nothingNew;
}

/**
 * A run as the API tells it. The one place that turns the counts of a run into the columns of the log.
 */
import type { z } from 'zod';
import type { run as runSchema } from '../../api/run-shapes.ts';
import type { JobName, RunCounts } from '../../store/records.ts';
import type { Run } from '../../store/runs.ts';
import type { Language } from '../../usecases/language.ts';
import { countSentences, phaseSentence, runSentence } from '../../usecases/sentences-log.ts';

type RunShape = z.output<typeof runSchema>;

/** What the API answers about a run, in that language. */
export function runShape(run: Run, language: Language): RunShape {
  return {
    runId: run.id,
    job: run.job,
    trigger: run.trigger,
    startedBy: run.trigger === 'schedule' ? '' : run.startedBy,
    state: run.state,
    phase: run.phase,
    phaseText: phaseSentence(run.state === 'queued' ? 'queued' : run.phase, language),
    sentence: runSentence(run, language),
    results: countSentences(run.counts, language),
    columns: columnsOf(run.job, run.counts),
    uncertain: run.counts.uncertain ?? 0,
    progress: run.state === 'running' ? progressOf(run.phase, run.counts) : null,
    calls: run.calls,
    queuedAt: run.queuedAt.toISOString(),
    startedAt: run.startedAt?.toISOString() ?? null,
    finishedAt: run.finishedAt?.toISOString() ?? null,
    faultCode: run.faultCode,
    isCancelAsked: run.isCancelAsked,
  };
}

/** First part of the counts of an import, by the phase in which they are counted. */
const IMPORTS = { debtors: ['relations'], articles: ['materials', 'hourtypes'], hourtypes: ['hourtypes'] } as const;
const ALL_IMPORTS = ['relations', 'materials', 'hourtypes'];

function columnsOf(job: JobName, counts: RunCounts): RunShape['columns'] {
  const of = (part: string): number => counts[part] ?? 0;
  const imported = (part: string): number => ALL_IMPORTS.reduce((sum, kind) => sum + of(`${kind}.${part}`), 0);
  const [isImport, isExport] = [job !== 'export', job === 'export' || job === 'full'];
  return {
    new: isImport ? imported('new') : null,
    changed: isImport ? imported('changed') : null,
    unchanged: isImport ? imported('unchanged') : null,
    // A draft that was found by its mark went just as well.
    exported: isExport ? of('invoiced') + of('adopted') : null,
    waiting: isExport ? of('waiting') : null,
    failed: imported('refused') + of('unacknowledged'),
  };
}

/** How far the phase is that goes on now; null for one that passes no records one by one. */
function progressOf(phase: string | null, counts: RunCounts): RunShape['progress'] {
  const of = (part: string): number => counts[part] ?? 0;
  if (phase === 'sending') {
    const total = of('ready');
    return { done: Math.min(total, of('invoiced') + of('adopted') + of('uncertain')), total };
  }
  const kinds = IMPORTS[phase as keyof typeof IMPORTS];
  if (kinds === undefined) return null;
  return { done: kinds.reduce((sum, kind) => sum + of(`${kind}.read`), 0), total: null };
}

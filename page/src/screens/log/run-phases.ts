/**
 * Which phases a job passes, in the order of the program, and how far it is in all of them together.
 */
import type { Run } from '../../api/current-run.ts';

export type PhaseName =
  | 'debtors'
  | 'articles'
  | 'hourtypes'
  | 'orders'
  | 'reading'
  | 'settling'
  | 'looking-up'
  | 'sending';

/** What the program calls its phases, for each phase that is shown. */
type Phases = readonly (readonly [PhaseName, readonly string[]])[];
const EXPORT: Phases = [
  ['reading', ['reading']],
  ['settling', ['settling']],
  ['looking-up', ['looking-up']],
  // Looking what became of earlier drafts comes behind it, and not every time.
  ['sending', ['sending', 'following']],
];
const FULL: Phases = [
  ['debtors', ['debtors']],
  ['articles', ['articles']],
  ['hourtypes', ['hourtypes']],
  ['orders', EXPORT.flatMap(([, names]) => names)],
];

export interface ShownPhase {
  readonly name: PhaseName;
  readonly state: 'done' | 'now' | 'next';
}

/** None for an import of one kind, which is one phase. */
export function phasesOf({ job, phase }: Pick<Run, 'job' | 'phase'>): ShownPhase[] {
  const phases = job === 'full' ? FULL : job === 'export' ? EXPORT : [];
  const now = phases.findIndex(([, names]) => names.includes(phase ?? ''));
  return phases.map(([name], index) => ({ name, state: index < now ? 'done' : index === now ? 'now' : 'next' }));
}

/** 0 to 100 over all phases; null as long as it is not known. */
export function percentageOf(run: Pick<Run, 'job' | 'phase' | 'progress'>): number | null {
  const share = run.progress?.total ? Math.min(1, run.progress.done / run.progress.total) : null;
  const phases = phasesOf(run);
  if (phases.length === 0) return share === null ? null : Math.round(100 * share);
  const now = phases.findIndex(({ state }) => state === 'now');
  if (now === -1) return null;
  return Math.round((100 * (now + (share ?? 0))) / phases.length);
}

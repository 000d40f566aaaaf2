/**
 * Starting runs by hand, and why that cannot be done yet (I4, L3).
 */
import { useAct } from '../../api/answers.ts';
import type { AnswerOf } from '../../api/client.ts';
import type { SavedSettings } from './settings-draft.ts';

type Overview = AnswerOf<'GET /api/accounts/:accountId/overview'>;
export type Job = AnswerOf<'GET /api/accounts/:accountId/runs/:runId'>['job'];

/** What has to be done first. */
export type Obstacle = 'licence' | 'outsmart' | 'asperion' | 'saved' | 'exportOn' | 'hourTypesOn';

/** Per kind of start; null: it can be started. */
export interface StartObstacles {
  readonly imports: Obstacle | null;
  readonly hourTypes: Obstacle | null;
  readonly exports: Obstacle | null;
}

/** What stands in the way, the first thing first. Starting uses what was saved, not what is being filled in. */
export function obstaclesOf(overview: Overview, { saved }: SavedSettings): StartObstacles {
  const imports = firstObstacle(overview, saved !== null);
  return {
    imports,
    hourTypes: imports ?? (saved?.value.hourTypesOn ? null : 'hourTypesOn'),
    exports: imports ?? (saved?.value.exportOn ? null : 'exportOn'),
  };
}

function firstObstacle({ licence, outsmart, asperion }: Overview, isSaved: boolean): Obstacle | null {
  if (licence === 'none' || licence === 'ended') return 'licence';
  if (outsmart !== 'connected') return 'outsmart';
  if (asperion !== 'connected') return 'asperion';
  return isSaved ? null : 'saved';
}

export function useStart(accountId: string, job: Job) {
  const act = useAct('POST /api/accounts/:accountId/runs');
  return {
    start: () => act.mutate({ params: { accountId }, body: { job } }),
    isStarting: act.isPending,
    error: act.error,
  };
}

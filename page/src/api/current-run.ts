/**
 * The run that goes on or was the last to be heard of, as told by the stream of events.
 */
import { useQuery } from '@tanstack/react-query';
import { useAnswer } from './answers.ts';
import type { AnswerOf } from './client.ts';

export type Run = AnswerOf<'GET /api/accounts/:accountId/runs/:runId'>;

/** Null while nothing runs. Also right for who opens the page in the middle of a run. */
export function useCurrentRun(accountId: string): Run | null {
  const told = useQuery<Run | null>({ queryKey: ['run', accountId], queryFn: () => null, enabled: false }).data ?? null;
  const asked = useAnswer('GET /api/accounts/:accountId/runs', { params: { accountId }, query: { pageSize: 5 } }).data;
  const current = asked?.items.find(isGoingOn) ?? null;
  if (told && isGoingOn(told)) return told;
  // What ended may still stand as going on in an answer from before.
  return current && current.runId !== told?.runId ? current : null;
}

function isGoingOn({ state }: Run): boolean {
  return state === 'queued' || state === 'running';
}

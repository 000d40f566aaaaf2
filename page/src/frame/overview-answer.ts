/**
 * How things stand, read once for the frame and the overview alike.
 */
import { useAnswer } from '../api/answers.ts';
import { type WireState, wireState } from './wire.tsx';

const AGAIN_MS = 60_000;

export function useOverview(accountId: string) {
  return useAnswer('GET /api/accounts/:accountId/overview', { params: { accountId } }, { refetchInterval: AGAIN_MS });
}

/** What the menu shows of it; also without a company. */
export function useWire(accountId: string | null): { readonly state: WireState; readonly waiting: number } {
  const overview = useAnswer(
    'GET /api/accounts/:accountId/overview',
    { params: { accountId: accountId ?? '' } },
    { enabled: accountId !== null, refetchInterval: AGAIN_MS },
  ).data;
  return {
    state: wireState(overview?.outsmart, overview?.asperion),
    waiting: overview ? overview.balance.thisMonth.waiting.count + overview.balance.earlier.waiting.count : 0,
  };
}

/**
 * A person's word about one work order, some, or all that wait for a cause: handled by hand and back again, a deleted draft
 * made again, an invoice left as it is.
 */
import { useMutation } from '@tanstack/react-query';
import { useAct } from '../../api/answers.ts';
import { type ApiProblem, type CallInput, call } from '../../api/client.ts';
import type { Run } from '../../api/current-run.ts';
import { useFailureText } from '../../frame/failure.tsx';
import { decisionTexts } from '../../texts/decision-texts.ts';
import { useTexts } from '../../texts/language.ts';
import { useTell } from './told.tsx';

/** As many as one call takes, and as one page answers. */
const ROWS_PER_CALL = 200;

type Decision = 'skip' | 'unskip' | 'make-again' | 'keep-invoice';

export interface Deciding {
  /** Whose rows: named, or all of a cause. */
  readonly decide: (decision: Decision, rows: readonly string[] | { readonly causeId: string }) => void;
  readonly isPending: boolean;
}

/** Tells what came of it, also which ones it could not be done for, and how the run ended that it started. */
export function useDecide(accountId: string): Deciding {
  const texts = useTexts(decisionTexts);
  const tell = useTell();
  const textOf = useFailureText();
  const decisions = useDecisions();
  const act = useMutation<void, ApiProblem, Parameters<Deciding['decide']>>({
    mutationFn: async ([decision, rows]) => {
      const rowIds = 'causeId' in rows ? await rowIdsOf(accountId, rows.causeId) : rows;
      let done = 0;
      let run: Run | null = null;
      const refused: string[] = [];
      for (let from = 0; from < rowIds.length; from += ROWS_PER_CALL) {
        const body = { rowIds: rowIds.slice(from, from + ROWS_PER_CALL) };
        const answer = await decisions[decision]({ params: { accountId }, body });
        done += answer.done;
        refused.push(...answer.refused.map(({ text }) => text));
        if (answer.run) run = answer.run;
      }
      tell({ ...(done > 0 && { done: texts.decided[decision](done) }), refused, ...(run && { run }) });
    },
    onError: (error) => tell({ refused: [textOf(error)] }),
  });
  return { decide: (...asked) => act.mutate(asked), isPending: act.isPending };
}

type DecisionInput = CallInput<'POST /api/accounts/:accountId/work-orders/skip'>;
interface Decided {
  readonly done: number;
  readonly refused: readonly { readonly text: string }[];
  readonly run?: Run | null;
}

function useDecisions(): Readonly<Record<Decision, (input: DecisionInput) => Promise<Decided>>> {
  return {
    skip: useAct('POST /api/accounts/:accountId/work-orders/skip').mutateAsync,
    unskip: useAct('POST /api/accounts/:accountId/work-orders/unskip').mutateAsync,
    'make-again': useAct('POST /api/accounts/:accountId/work-orders/make-again').mutateAsync,
    'keep-invoice': useAct('POST /api/accounts/:accountId/work-orders/keep-invoice').mutateAsync,
  };
}

/** Read before anything is changed, for changing moves them between pages. */
async function rowIdsOf(accountId: string, causeId: string): Promise<readonly string[]> {
  const rowIds: string[] = [];
  for (let page = 1; ; page += 1) {
    const query = { place: 'waiting', causeId, page, pageSize: ROWS_PER_CALL } as const;
    const { items, total } = await call('GET /api/accounts/:accountId/work-orders', { params: { accountId }, query });
    rowIds.push(...items.map(({ rowId }) => rowId));
    if (items.length === 0 || rowIds.length >= total) return rowIds;
  }
}

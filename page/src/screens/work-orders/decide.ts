/**
 * Handling work orders by hand and taking them back, of one, some, or all that wait for a cause.
 */
import { useMutation } from '@tanstack/react-query';
import { useAct } from '../../api/answers.ts';
import { type ApiProblem, call } from '../../api/client.ts';
import { useFailureText } from '../../frame/failure.tsx';
import { useTexts } from '../../texts/language.ts';
import { workOrdersTexts } from '../../texts/work-orders-texts.ts';
import { useTell } from './told.tsx';

/** As many as one call takes, and as one page answers. */
const ROWS_PER_CALL = 200;

export interface Deciding {
  /** Whose rows: named, or all of a cause. */
  readonly decide: (decision: 'skip' | 'unskip', rows: readonly string[] | { readonly causeId: string }) => void;
  readonly isPending: boolean;
}

/** Tells what came of it, also which ones it could not be done for. */
export function useDecide(accountId: string): Deciding {
  const texts = useTexts(workOrdersTexts);
  const tell = useTell();
  const textOf = useFailureText();
  const skip = useAct('POST /api/accounts/:accountId/work-orders/skip');
  const unskip = useAct('POST /api/accounts/:accountId/work-orders/unskip');
  const params = { accountId };
  const act = useMutation<void, ApiProblem, Parameters<Deciding['decide']>>({
    mutationFn: async ([decision, rows]) => {
      const rowIds = 'causeId' in rows ? await rowIdsOf(accountId, rows.causeId) : rows;
      let done = 0;
      const refused: string[] = [];
      for (let from = 0; from < rowIds.length; from += ROWS_PER_CALL) {
        const body = { rowIds: rowIds.slice(from, from + ROWS_PER_CALL) };
        const answer = await (decision === 'skip' ? skip : unskip).mutateAsync({ params, body });
        done += answer.done;
        refused.push(...answer.refused.map(({ text }) => text));
      }
      const word = decision === 'skip' ? texts.skipped : texts.unskipped;
      tell({ ...(done > 0 && { done: word(done) }), refused });
    },
    onError: (error) => tell({ refused: [textOf(error)] }),
  });
  return { decide: (...asked) => act.mutate(asked), isPending: act.isPending };
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

/**
 * What the drop-downs offer. Asked of both systems themselves, so it is read when the form opens, when another administration
 * is chosen and when somebody refreshes, and not again with everything else of the company.
 */
import { useQuery } from '@tanstack/react-query';
import { type AnswerOf, type ApiProblem, call } from '../../api/client.ts';
import { useLanguage } from '../../texts/language.ts';
import type { SettingsDraft } from './settings-draft.ts';

const STALE_AFTER_MS = 10 * 60_000;
const ROUTE = 'GET /api/accounts/:accountId/choices';

export type ChoiceLists = AnswerOf<typeof ROUTE>;
export type ChoiceListName = {
  [Name in keyof ChoiceLists]: ChoiceLists[Name] extends readonly unknown[] ? Name : never;
}[keyof ChoiceLists];

export interface Choices {
  readonly lists: ChoiceLists | null;
  readonly isReading: boolean;
  readonly error: ApiProblem | null;
  /** Reads all lists again. */
  readonly refresh: () => void;
}

/** `connection` changes whenever the systems were connected anew; null: Asperion cannot be asked. */
export function useChoices(
  accountId: string,
  connection: string | null,
  { administrationId, hourSalesTypeId }: Pick<SettingsDraft, 'administrationId' | 'hourSalesTypeId'>,
): Choices {
  const language = useLanguage();
  const asked = { administrationId: administrationId ?? '', hourSalesTypeId: hourSalesTypeId ?? '' };
  const scope = ['choices', accountId, connection, language, asked.administrationId];
  const query = useQuery<ChoiceLists, ApiProblem>({
    queryKey: [...scope, asked.hourSalesTypeId],
    queryFn: ({ signal }) => call(ROUTE, { params: { accountId }, query: asked }, signal),
    enabled: connection !== null,
    staleTime: STALE_AFTER_MS,
    refetchOnWindowFocus: false,
    // Lists of another administration are never shown, not even for a moment; another sales type changes only hour types.
    placeholderData: (before, beforeQuery) =>
      JSON.stringify(beforeQuery?.queryKey.slice(0, scope.length)) === JSON.stringify(scope) ? before : undefined,
  });
  return {
    lists: query.data ?? null,
    isReading: query.isFetching,
    error: query.error,
    refresh: () => void query.refetch(),
  };
}

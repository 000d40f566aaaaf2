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

type Answer = AnswerOf<typeof ROUTE>;
type Connections = AnswerOf<'GET /api/accounts/:accountId/connections'>;

const OF_OUTSMART = ['workStatuses', 'workOrderFields'] as const;
const OF_BOOKS = ['salesTypes', 'vatCodes', 'debtorKinds', 'paymentConditions', 'hourTypes'] as const;
export type ChoiceList = 'administrations' | (typeof OF_OUTSMART)[number] | (typeof OF_BOOKS)[number];
export type ChoiceOffered = Answer['administrations'][number];

export interface Choices {
  /** Null while a list is not known: not read yet, its system cannot be asked, or no administration is chosen. */
  readonly listOf: (list: ChoiceList) => readonly ChoiceOffered[] | null;
  /** The default VAT code of the administration (E4); null when there is none, or none is known. */
  readonly defaultVatCode: string | null;
  readonly isReading: boolean;
  readonly error: ApiProblem | null;
  /** Why a system that is connected could not be asked. */
  readonly problems: readonly string[];
  /** Reads all lists again. */
  readonly refresh: () => void;
}

export function useChoices(
  accountId: string,
  connections: Connections,
  { administrationId, hourSalesTypeId }: Pick<SettingsDraft, 'administrationId' | 'hourSalesTypeId'>,
): Choices {
  const language = useLanguage();
  const asked = { administrationId: administrationId ?? '', hourSalesTypeId: hourSalesTypeId ?? '' };
  const isAsperion = connections.asperion?.state === 'connected';
  const isOutSmart = connections.outsmart?.state === 'connected';
  // Different after every new connection, which may be to another company's books.
  const connection = `${connections.asperion?.stateSince} ${connections.outsmart?.connectedAt}`;
  const scope = ['choices', accountId, connection, language, asked.administrationId];
  const query = useQuery<Answer, ApiProblem>({
    queryKey: [...scope, asked.hourSalesTypeId],
    queryFn: ({ signal }) => call(ROUTE, { params: { accountId }, query: asked }, signal),
    enabled: isAsperion || isOutSmart,
    staleTime: STALE_AFTER_MS,
    refetchOnWindowFocus: false,
    // Lists of another administration are never shown, not even for a moment; another sales type changes only hour types.
    placeholderData: (before, beforeQuery) =>
      JSON.stringify(beforeQuery?.queryKey.slice(0, scope.length)) === JSON.stringify(scope) ? before : undefined,
  });
  const isTold = (system: string) => query.data?.problems.some(({ field }) => field === system) ?? false;
  const knows = {
    asperion: isAsperion && !isTold('asperion'),
    outsmart: isOutSmart && !isTold('outsmart'),
    books: query.data?.administrations.some(({ value }) => value === administrationId) ?? false,
  };
  return {
    listOf: (list) => {
      const isKnown = isIn(OF_OUTSMART, list)
        ? knows.outsmart
        : knows.asperion && (list === 'administrations' || knows.books);
      return isKnown ? (query.data?.[list] ?? null) : null;
    },
    defaultVatCode: query.data?.defaultVatCode ?? null,
    isReading: query.isFetching,
    error: query.error,
    problems: (query.data?.problems ?? [])
      .filter(({ field }) => (field === 'asperion' ? isAsperion : isOutSmart))
      .map(({ text }) => text),
    refresh: () => void query.refetch(),
  };
}

function isIn(lists: readonly string[], list: string): boolean {
  return lists.includes(list);
}

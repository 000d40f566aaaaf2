/**
 * Reading and acting through the API in components: TanStack Query over the typed client.
 */
import {
  keepPreviousData,
  type UseMutationResult,
  type UseQueryOptions,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { language } from '../texts/language.ts';
import { type AnswerOf, type ApiProblem, type CallInput, call, type RouteName } from './client.ts';

interface Options {
  readonly enabled?: boolean;
  readonly refetchInterval?: number;
  readonly staleTime?: number;
  /** Shows the old page of a list until the new one is there. */
  readonly keepPrevious?: boolean;
}

/** What a GET route answers, kept and refreshed. */
export function useAnswer<Name extends RouteName>(
  name: Name,
  input: CallInput<Name>,
  { keepPrevious = false, ...options }: Options = {},
): UseQueryResult<AnswerOf<Name>, ApiProblem> {
  const asked: UseQueryOptions<unknown, ApiProblem> = {
    queryKey: keyOf(name, input),
    queryFn: ({ signal }) => call(name, input, signal),
    ...(keepPrevious && { placeholderData: keepPreviousData }),
    ...options,
  };
  return useQuery(asked) as UseQueryResult<AnswerOf<Name>, ApiProblem>;
}

/** The key under which an answer is kept: everything of a company can be refreshed at once by its account id. */
function keyOf(name: RouteName, input: { params?: unknown; query?: unknown }): readonly unknown[] {
  const accountId = (input.params as { accountId?: string } | undefined)?.accountId ?? null;
  return ['api', accountId, name, input.params ?? null, input.query ?? null, language()];
}

/** Calls a route that changes something, and then reads everything of the company again. */
export function useAct<Name extends RouteName>(
  name: Name,
): UseMutationResult<AnswerOf<Name>, ApiProblem, CallInput<Name>> {
  const queries = useQueryClient();
  return useMutation<AnswerOf<Name>, ApiProblem, CallInput<Name>>({
    mutationFn: (input) => call(name, input),
    onSuccess: (_answer, input) => {
      const accountId = (input.params as { accountId?: string } | undefined)?.accountId ?? null;
      return queries.invalidateQueries({ queryKey: accountId === null ? ['api'] : ['api', accountId] });
    },
  });
}

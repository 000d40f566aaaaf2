/**
 * Calls the HTTP API with the types of its own map of routes. The only place that fetches.
 */
import type { AnswerOf, InputOf, RouteName } from '../../../src/api/routes.ts';
import type { ApiError } from '../../../src/api/shapes.ts';
import { language } from '../texts/language.ts';

export type { AnswerOf, RouteName };

/** An answer that is no success. Its message is for people, in their language. */
export class ApiProblem extends Error {
  /** 0: the server could not be reached. */
  readonly status: number;
  readonly code: string;
  readonly problems: ApiError['problems'];

  constructor(status: number, error: ApiError) {
    super(error.message);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = error.code;
    this.problems = error.problems;
  }
}

type Part<Name extends RouteName, P extends 'params' | 'query' | 'body'> =
  InputOf<Name, P> extends undefined ? { [K in P]?: undefined } : { [K in P]: InputOf<Name, P> };

/** What a call of this route takes. */
export type CallInput<Name extends RouteName> = Part<Name, 'params'> & Part<Name, 'query'> & Part<Name, 'body'>;

/** Calls a route. Throws ApiProblem. */
export async function call<Name extends RouteName>(
  name: Name,
  input: CallInput<Name>,
  signal?: AbortSignal,
): Promise<AnswerOf<Name>> {
  const { method, url } = addressOf(name, input);
  const response = await fetch(url, {
    method,
    headers: {
      accept: 'application/json',
      'accept-language': language(),
      ...(input.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
    credentials: 'same-origin',
    ...(signal ? { signal } : {}),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new ApiProblem(0, { code: 'server.unreachable', message: '', problems: [] });
  });
  if (!response.ok) throw new ApiProblem(response.status, await errorOf(response));
  return (await response.json()) as AnswerOf<Name>;
}

/** The address of a GET route, for links to files and for event streams. */
export function addressOf<Name extends RouteName>(
  name: Name,
  input: Omit<CallInput<Name>, 'body'>,
): { method: string; url: string } {
  const [method = 'GET', path = ''] = name.split(' ');
  const { params = {}, query = {} } = input as {
    params?: Record<string, unknown>;
    query?: Record<string, unknown>;
  };
  const filled = path.replace(/:([A-Za-z]+)/g, (_all, part: string) => encodeURIComponent(String(params[part] ?? '')));
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query))
    if (value !== undefined && value !== '') search.set(key, String(value));
  const asked = search.toString();
  return { method, url: asked === '' ? filled : `${filled}?${asked}` };
}

async function errorOf(response: Response): Promise<ApiError> {
  try {
    const error = (await response.json()) as ApiError;
    if (typeof error.message === 'string') return { ...error, problems: error.problems ?? [] };
  } catch {
    // Whatever stands between us and the server answered in its own way.
  }
  return { code: 'server.unexpected', message: '', problems: [] };
}

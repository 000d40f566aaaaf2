/**
 * What a handler of the API gets and answers. Types only: the checks are made before a handler runs (serve-routes.ts).
 */
import type { FastifyReply } from 'fastify';
import type { Route } from '../../api/route.ts';
import type { AnswerOf, CheckedOf, RouteName, Routes } from '../../api/routes.ts';
import type { Person } from '../../identity/person.ts';
import type { AccountStore } from '../../store/store.ts';
import type { Language } from '../../usecases/language.ts';

/** One request that passed its route's checks. */
export interface Call<Name extends RouteName> {
  readonly params: CheckedOf<Name, 'params'>;
  readonly query: CheckedOf<Name, 'query'>;
  readonly body: CheckedOf<Name, 'body'>;
  /** Who asks; null only where the route is for anyone and nobody is signed in. */
  readonly person: PersonOf<Routes[Name]>;
  /** Everything of the company in the path, of which the person is a member; null where the path names none. */
  readonly account: Routes[Name] extends { params: { shape: { accountId: unknown } } } ? AccountStore : null;
  readonly language: Language;
  readonly headers: Headers;
  readonly ip: string;
  /** For cookies, files and streams; anything else is answered by returning it. */
  readonly reply: FastifyReply;
  /** Ends when the caller went away. */
  readonly signal: AbortSignal;
}

type PersonOf<R extends Route> = R['access'] extends 'anyone' ? Person | null : Person;

export type Handler<Name extends RouteName> = (call: Call<Name>) => Promise<AnswerOf<Name>>;

/** A handler for each of these routes, none missing. */
export type HandlersOf<Part> = { readonly [Name in keyof Part & RouteName]: Handler<Name> };

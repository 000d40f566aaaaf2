/**
 * Serves the routes of src/api: who may call, what comes in and what goes out is checked here, the same for all of them.
 * Knows no topic; the handlers do.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod';
import type { z } from 'zod';
import type { Access, Route } from '../../api/route.ts';
import { allRoutes } from '../../api/routes.ts';
import { apiError } from '../../api/shapes.ts';
import { mayActAs, type Person, type Role } from '../../identity/person.ts';
import type { AccountId } from '../../model/ids.ts';
import type { Store } from '../../store/store.ts';
import { languageOf } from '../../usecases/language.ts';
import { forbidden, notFound, signInFirst } from './api-errors.ts';

/** What serving needs to know; handlers get the rest by themselves. */
export interface RouteParts {
  readonly store: Store;
  /** Who asks, by session cookie or API key; null: nobody is signed in. */
  personOf(headers: Headers): Promise<Person | null>;
}

type AnyHandler = (call: never) => Promise<unknown>;

export { jsonSchemaTransform, jsonSchemaTransformObject };

/** Adds every route to the server. Throws when a route has no handler or a handler no route. */
export function serveRoutes(
  app: FastifyInstance,
  parts: RouteParts,
  handlers: Readonly<Record<string, AnyHandler>>,
): void {
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  const missing = Object.keys(allRoutes).filter((name) => !(name in handlers));
  const unknown = Object.keys(handlers).filter((name) => !(name in allRoutes));
  if (missing.length + unknown.length > 0)
    throw new Error(`routes without handler: ${missing.join(', ')}; handlers without route: ${unknown.join(', ')}`);
  for (const [name, route] of Object.entries(allRoutes)) {
    const [method = '', url = ''] = name.split(' ');
    app.route({
      method,
      url,
      schema: schemaOf(route),
      handler: async (request, reply) => {
        const checked = await checkAccess(parts, route, request);
        const answer = await (handlers[name] as (call: unknown) => Promise<unknown>)(callOf(request, reply, checked));
        // A stream or a file has answered by itself.
        return route.response ? answer : reply;
      },
    });
  }
}

function schemaOf({ summary, tag, access, params, query, body, response }: Route) {
  const security = access === 'anyone' ? [] : [{ apiKey: [] }, { session: [] }];
  const errors = { '4xx': apiError, '5xx': apiError };
  return {
    summary,
    description: ACCESS_WORDS[access],
    tags: [tag],
    security,
    ...(params && { params }),
    ...(query && { querystring: query }),
    ...(body && { body }),
    ...(response ? { response: { 200: response as z.ZodType, ...errors } } : {}),
  };
}

const ACCESS_WORDS: Readonly<Record<Access, string>> = {
  anyone: 'For anyone.',
  person: 'For who is signed in.',
  reader: 'For members of the company.',
  office: 'For members with the role office or manager.',
  manager: 'For managers of the company.',
  operator: 'For the operator of this installation.',
};

interface Checked {
  readonly person: Person | null;
  readonly account: ReturnType<Store['forAccount']> | null;
}

/** A company that one is no member of answers as if there were none. */
async function checkAccess(parts: RouteParts, route: Route, request: FastifyRequest): Promise<Checked> {
  const language = languageOf(request.headers['accept-language']);
  const person = await parts.personOf(headersOf(request));
  if (route.access === 'anyone') return { person, account: null };
  if (!person) throw signInFirst(language);
  if (route.isForSessionsOnly && person.sessionId === null) throw forbidden(language);
  if (route.access === 'person') return { person, account: null };
  const accountId = (request.params as { accountId?: AccountId }).accountId;
  const account = accountId === undefined ? null : parts.store.forAccount(accountId);
  if (route.access === 'operator') {
    if (!person.isOperator) throw notFound(language);
    return { person, account };
  }
  const membership = person.memberships.find((one) => one.accountId === accountId);
  if (!membership || account === null) throw notFound(language);
  if (!mayActAs(membership.role, route.access as Role)) throw forbidden(language);
  return { person, account };
}

function callOf(request: FastifyRequest, reply: FastifyReply, { person, account }: Checked) {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  return {
    params: request.params,
    query: request.query,
    body: request.body,
    person,
    account,
    language: languageOf(request.headers['accept-language']),
    headers: headersOf(request),
    ip: request.ip,
    reply,
    signal: gone.signal,
  };
}

/** The headers as the web's own type, which the identity library speaks. */
function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) headers.append(name, one);
  return headers;
}

/**
 * Serves the routes of src/api: who may call, what comes in and what goes out is checked here, the same for all of them.
 * Knows no topic; the handlers do.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import type { Access, Route } from '../../api/route.ts';
import { allRoutes } from '../../api/routes.ts';
import { apiError } from '../../api/shapes.ts';
import { mayActAs, type Person, type Role } from '../../identity/person.ts';
import type { Logger } from '../../kernel/logger.ts';
import type { AccountId } from '../../model/ids.ts';
import type { AccountStore, Store } from '../../store/store.ts';
import { languageOf } from '../../usecases/language.ts';
import { forbidden, notFound, signInFirst } from './api-errors.ts';

/** What serving needs to know; handlers get the rest by themselves. */
export interface RouteParts {
  readonly store: Pick<Store, 'forAccount' | 'changes'>;
  readonly logger: Logger;
  /** Who asks, by session cookie or API key; null: nobody is signed in. */
  personOf(headers: Headers): Promise<Person | null>;
  /** How often one address may try to sign in, a minute. */
  readonly signInsPerMinute: number;
}

type AnyHandler = (call: never) => Promise<unknown>;

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
    const handle = handlers[name] as (call: unknown) => Promise<unknown>;
    const passed = new WeakMap<FastifyRequest, Checked>();
    app.route({
      method,
      url,
      schema: schemaOf(route),
      ...(isSigningIn(route, method) ? { config: { rateLimit: { max: parts.signInsPerMinute } } } : {}),
      // Before anything that was sent is read: who may not call learns nothing from what is wrong with it.
      preParsing: async (request) => {
        passed.set(request, await checkAccess(parts, route, request));
      },
      handler: async (request, reply) => {
        const checked = passed.get(request) as Checked;
        const answer = await handle(callOf(request, reply, checked));
        if (checked.account && method !== 'GET') await tellChanged(parts, checked.account.accountId);
        // A stream or a file has answered by itself.
        return route.response ? answer : reply;
      },
    });
  }
}

/** What anybody may try again and again to get in. */
function isSigningIn(route: Route, method: string): boolean {
  return route.access === 'anyone' && method !== 'GET';
}

/** So that every other page that shows the company reads again. It is done whether or not they hear of it. */
async function tellChanged({ store, logger }: RouteParts, accountId: AccountId): Promise<void> {
  await store.changes.tell(accountId).catch((error: unknown) => logger.warn({ err: error }, 'a change was not told'));
}

/** What the API's description says of a route, and what it is checked against. */
export function schemaOf({ summary, tag, access, params, query, body, response }: Route) {
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
  readonly account: AccountStore | null;
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

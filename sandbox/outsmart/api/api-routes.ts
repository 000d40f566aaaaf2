// Everything under /openapi/: which endpoint, in which order the checks come (docs section 16.3), and the envelope
// around whatever the endpoint says. It holds no business rule.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SandboxClock } from '../../kit/clock.ts';
import { errorPage } from '../../kit/error-page.ts';
import type { HookedServer } from '../../kit/hook-server.ts';
import { dutchTimestamp } from '../dutch-time.ts';
import type { Account } from '../records/account.ts';
import type { AccountBook } from '../records/account-book.ts';
import { entities } from '../records/entities.ts';
import type { OutSmartSettings } from '../settings.ts';
import type { Endpoint } from './call.ts';
import { deleteEntity } from './delete-entity.ts';
import { type Answer, codes, envelope, refusal } from './envelope.ts';
import { listEndpoint } from './list-endpoints.ts';
import { type PhpQuery, singleValue } from './php-query.ts';
import { postWorkOrders } from './post-work-orders.ts';
import { getWorkOrder, getWorkOrders } from './read-work-orders.ts';
import { updateMaterials, updateWorkOrder } from './update-work-order.ts';

export interface ApiParts {
  accounts: AccountBook;
  softwareTokens: ReadonlySet<string>;
  clock: SandboxClock;
  settings: OutSmartSettings;
  hooked: HookedServer;
}

const base = '/openapi/8';
const bodyBytesMax = 25 * 1024 * 1024;

const endpoints: ReadonlyMap<string, Endpoint> = new Map<string, Endpoint>([
  ...[...entities.values()].map((entity): [string, Endpoint] => [entity.endpoint, listEndpoint(entity)]),
  ['GetWorkorders', { GET: getWorkOrders }],
  ['GetWorkorder', { GET: getWorkOrder }],
  ['UpdateWorkorder', { GET: updateWorkOrder, POST: updateMaterials }],
  ['PostWorkorders', { POST: postWorkOrders }],
  ['DeleteEntity', { GET: deleteEntity }],
]);

/** Registers the API. Bodies are taken as text: whether they are JSON is judged late, after the credentials. */
export function apiRoutes(app: FastifyInstance, parts: ApiParts): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: bodyBytesMax }, (_request, body, done) => {
      done(null, body);
    });
    scope.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
      // What is too large never reaches OutSmart's own code, so a web server answers it.
      if (error.statusCode === 413) return reply.code(413).type('text/html').send(errorPage(413));
      return send(parts, request, reply, refusal(codes.serverError, error.message));
    });
    const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
    const handler = (request: FastifyRequest, reply: FastifyReply) =>
      send(parts, request, reply, answer(parts, request));
    for (const url of [base, `${base}/*`]) scope.route({ method: methods, url, exposeHeadRoute: false, handler });
  });
}

function send(parts: ApiParts, request: FastifyRequest, reply: FastifyReply, result: Answer): FastifyReply {
  parts.hooked.noteOutcome(request, [result.code, ...result.messages].join(' '));
  return reply.code(200).type('application/json; charset=utf-8').send(envelope(result));
}

function answer(parts: ApiParts, request: FastifyRequest): Answer {
  const query = request.query as PhpQuery;
  const endpoint = endpointOf(request.url);
  if ('code' in endpoint) return endpoint;
  const account = accountOf(parts, query);
  if ('code' in account) return account;
  const handler = request.method === 'GET' || request.method === 'POST' ? endpoint[request.method] : undefined;
  if (handler === undefined) return refusal(codes.unknownEndpoint, `${request.method} not allowed`);
  const body = request.method === 'POST' ? bodyOf(request.body) : { value: undefined };
  if ('code' in body) return body;
  const now = parts.clock.now();
  const { settings } = parts;
  const timestamp = dutchTimestamp(now);
  return handler({ account, query, body: body.value, settings, nowMs: now.getTime(), timestamp });
}

function endpointOf(url: string): Endpoint | Answer {
  const path = url.split('?', 1)[0] ?? '';
  // One slash at the end is as good as none.
  const name = path.slice(base.length).replace(/^\//, '').replace(/\/$/, '');
  if (name === '') return refusal(codes.noEndpoint);
  return endpoints.get(name) ?? refusal(codes.unknownEndpoint);
}

function accountOf(parts: ApiParts, query: PhpQuery): Account | Answer {
  const token = singleValue(query, 'token');
  const softwareToken = singleValue(query, 'software_token');
  if (!token) return refusal(codes.tokenMissing);
  if (!softwareToken) return refusal(codes.softwareTokenMissing);
  const account = parts.accounts.get(token);
  if (account === undefined || account.card.isRevoked) return refusal(codes.tokenUnknown);
  const isKnown = parts.softwareTokens.has(softwareToken);
  const isLinked = account.card.softwareTokens?.includes(softwareToken) ?? isKnown;
  return isLinked ? account : refusal(codes.softwareTokenUnknown);
}

function bodyOf(text: unknown): { value: unknown } | Answer {
  if (typeof text !== 'string' || text.trim() === '') return refusal(codes.noBody, 'Unable to fetch body');
  try {
    return { value: JSON.parse(text) };
  } catch {
    return refusal(codes.bodyUnreadable, 'Unable to parse body');
  }
}

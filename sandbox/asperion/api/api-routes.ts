// The routes under /v1: finds the resource, authenticates, chooses the books, lets the resource work and writes its
// answer or refusal. One handler for all, since which addresses exist is a setting. Must not know any record.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SandboxClock } from '../../kit/clock.ts';
import type { AsperionStore } from '../books/asperion-store.ts';
import type { AsperionSettings } from '../settings.ts';
import type { Call } from './call.ts';
import { authenticate, chooseBooks, type FindToken, Unauthenticated } from './caller.ts';
import type { Query } from './filters.ts';
import { type Language, languageOf, say } from './messages.ts';
import { ApiProblem, forbidden, invalidField, notFound, problemBody } from './problem.ts';
import { methodNotAllowed, type Resource, type Upload, type WriteMode } from './resource.ts';
import { resourceAt } from './resource-catalogue.ts';

export interface ApiContext {
  readonly store: AsperionStore;
  readonly settings: AsperionSettings;
  readonly clock: SandboxClock;
  readonly findToken: FindToken;
}

interface Address {
  readonly collection: string;
  readonly id?: string;
}

type Verb = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

const VERBS: Verb[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Adds the API to the server. */
export function addApiRoutes(app: FastifyInstance, context: ApiContext): void {
  app.register(async (scope) => {
    scope.addContentTypeParser('multipart/form-data', { parseAs: 'buffer' }, (_request, body, done) => {
      done(null, body);
    });
    scope.setErrorHandler((error, request, reply) => refuse(context.settings, error, request, reply));
    scope.route({ method: VERBS, url: '/v1/:collection', handler: (...both) => answer(context, ...both) });
    scope.route({ method: VERBS, url: '/v1/:collection/:id', handler: (...both) => answer(context, ...both) });
    scope.post('/v1/:collection/:id/file', (...both) => answerUpload(context, ...both));
    scope.all('/v1/*', () => {
      throw notFound(say.noSuchPath);
    });
  });
}

function prepare(context: ApiContext, request: FastifyRequest): { call: Call; resource: Resource; address: Address } {
  const { store, settings, clock, findToken } = context;
  const address = request.params as Address;
  const user = authenticate(request, store, settings, findToken);
  const books = chooseBooks(request, store, settings, user);
  const resource = resourceAt(address.collection, settings);
  if (resource === undefined) throw notFound(say.noSuchPath);
  if (resource.needsInTrade === true && !books.administration.inTrade) throw forbidden(say.inTradeMissing);
  const linkBase = settings.pageLinks === 'absolute' ? `${request.protocol}://${request.host}` : '';
  return { call: { store, settings, clock, user, books, query: request.query as Query, linkBase }, resource, address };
}

function answer(context: ApiContext, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { call, resource, address } = prepare(context, request);
  const { settings } = context;
  const mode = modeOf(request);
  const { id } = address;
  const work = workFor(resource, request.method as Verb, id, call, request.body, mode);
  if (work === undefined) throw methodNotAllowed();
  const body = context.store.together(work);
  if (body === undefined) return reply.code(204).send();
  if (mode.validateOnly && settings.validateOnlyStatus === 204) return reply.code(204).send();
  const isCreated = request.method === 'POST' && !mode.validateOnly;
  return send(reply, isCreated ? settings.createdStatus : 200, 'application/json; charset=utf-8', body);
}

/** What the resource shall do, or undefined when it cannot. */
function workFor(
  resource: Resource,
  verb: Verb,
  id: string | undefined,
  call: Call,
  body: unknown,
  mode: WriteMode,
): (() => object | undefined) | undefined {
  const { list, read, create, update, remove } = resource;
  if (id === undefined) {
    if (verb === 'GET' && list !== undefined) return () => list(call);
    if (verb === 'POST' && create !== undefined) return () => create(call, body, mode);
    return undefined;
  }
  if (verb === 'GET' && read !== undefined) return () => read(call, id);
  if ((verb === 'PUT' || verb === 'PATCH') && update !== undefined) return () => update(call, id, body, mode);
  if (verb !== 'DELETE' || remove === undefined) return undefined;
  return () => {
    remove(call, id, mode);
    return undefined;
  };
}

async function answerUpload(context: ApiContext, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { call, resource, address } = prepare(context, request);
  const { attach } = resource;
  if (attach === undefined) throw notFound(say.noSuchPath);
  const upload = await readUpload(request);
  const mode = modeOf(request);
  const body = context.store.together(() => attach(call, address.id ?? '', upload, mode));
  const status = mode.validateOnly ? 200 : context.settings.createdStatus;
  return send(reply, status, 'application/json; charset=utf-8', body);
}

async function readUpload(request: FastifyRequest): Promise<Upload> {
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  const body = Buffer.isBuffer(request.body) ? new Uint8Array(request.body) : null;
  const form = await new Response(body, { headers }).formData().catch(() => undefined);
  const file = form?.get('File');
  if (!(file instanceof File)) throw invalidField('File', say.fileMissing);
  return { name: file.name, type: file.type, content: Buffer.from(await file.arrayBuffer()) };
}

function modeOf(request: FastifyRequest): WriteMode {
  const { validateOnly } = request.query as Query;
  return { validateOnly: String(validateOnly ?? '').toLowerCase() === 'true', merge: request.method === 'PATCH' };
}

function refuse(
  settings: AsperionSettings,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if (error instanceof Unauthenticated) return reply.code(401).header('www-authenticate', error.challenge).send();
  const problem = error instanceof ApiProblem ? error : problemFrom(error);
  const language: Language = languageOf(request.headers['accept-language']);
  return send(reply, problem.status, `${settings.errorContentType}; charset=utf-8`, problemBody(problem, language));
}

/** Refusals of the web server itself, such as a body that is no JSON, in the same form. */
function problemFrom(error: unknown): ApiProblem {
  const { statusCode = 500, message } = error as { statusCode?: number; message: string };
  const detail = { nl: message, en: message };
  return statusCode === 400 ? invalidField('$', detail) : new ApiProblem(statusCode, say.failureTitle, detail);
}

/** Serialised here, since Fastify would put its own content type on an object. */
function send(reply: FastifyReply, status: number, type: string, body: object): FastifyReply {
  return reply.code(status).header('content-type', type).send(JSON.stringify(body));
}

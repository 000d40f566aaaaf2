/**
 * The HTTP API as a server of its own that does not listen: http-server.ts hands it what is asked under /api.
 */
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { languageOf } from '../../usecases/language.ts';
import { addSecurityHeaders, neverStored } from '../security-headers.ts';
import { refuseForgery } from './anti-forgery.ts';
import { answerFailure, notFound } from './api-errors.ts';
import { apiHandlers } from './api-handlers.ts';
import type { ApiParts } from './api-parts.ts';
import { serveRoutes } from './serve-routes.ts';

/** How often one address may ask, a minute. */
export interface ApiLimits {
  readonly requestsPerMinute: number;
  readonly signInsPerMinute: number;
}

/** An office behind one address, each with a few pages open, stays far below; a program gone wild does not. */
export const API_LIMITS: ApiLimits = { requestsPerMinute: 6_000, signInsPerMinute: 20 };

/** The longest is a choice of work orders to leave behind. */
const BODY_BYTES_MAX = 1024 * 1024;

/** Ready to answer. Throws when a route has no handler. */
export async function createApi(api: ApiParts, limits: ApiLimits = API_LIMITS): Promise<FastifyInstance> {
  const { parts, config, identity } = api;
  // No log of requests, which would hold what people searched for; a proxy before the program can keep one.
  const app = Fastify({
    bodyLimit: BODY_BYTES_MAX,
    // Asking for the headers of a stream alone would open it.
    exposeHeadRoutes: false,
    trustProxy: [...config.trustedProxies],
  });
  app.removeContentTypeParser('text/plain');
  await addSecurityHeaders(app, config.publicUrl);
  neverStored(app);
  await app.register(rateLimit, { max: limits.requestsPerMinute, timeWindow: '1 minute' });
  refuseForgery(app, config.publicUrl);
  app.setErrorHandler((error, request, reply) => answerFailure(reply, error, languageFor(request), parts.logger));
  app.setNotFoundHandler((request) => {
    throw notFound(languageFor(request));
  });
  serveRoutes(
    app,
    {
      store: parts.store,
      logger: parts.logger,
      personOf: (headers) => identity.personOf(headers),
      signInsPerMinute: limits.signInsPerMinute,
    },
    apiHandlers(api),
  );
  await app.ready();
  return app;
}

const languageFor = (request: FastifyRequest) => languageOf(request.headers['accept-language']);

/**
 * What the program answers over HTTP, put together: that it is well, the page, the return from Asperion, and the API. It
 * listens before the heavy parts are there; what needs them waits for them. Speaks HTTP, decides nothing.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import Fastify, { type FastifyInstance } from 'fastify';
import type { UseCaseParts } from '../usecases/parts.ts';
import { answerCallback, CALLBACK_PATH } from './asperion-callback.ts';
import { servePage } from './page-files.ts';
import { plainPage } from './plain-page.ts';
import { addSecurityHeaders, neverStored } from './security-headers.ts';

/** Nothing is sent here but addresses; bodies go to the API, which has its own bound. */
const BODY_BYTES_MAX = 16 * 1024;
/** As Fastify has it: longer than the minute that most proxies keep a line open. */
const KEEP_ALIVE_MS = 72_000;

/** A Fastify server that is asked without listening itself. */
export type Answering = Pick<FastifyInstance, 'routing'>;

export interface Site {
  /** Without a slash at its end. */
  readonly publicUrl: string;
  /** The id of the browser session that asks; null when nobody is signed in. */
  sessionOf(headers: Headers): Promise<string | null>;
  /** What answers under /api: the API itself, or its description. Opened at the first request at the latest. */
  apiFor(path: string): Promise<Answering>;
  /** Folder of the built page; left out: where the build puts it. */
  readonly pageFolder?: string;
}

/** A server that is not listening yet. */
export async function createHttpServer(parts: UseCaseParts, site: Site): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: BODY_BYTES_MAX,
    forceCloseConnections: true,
    serverFactory: (answer) => {
      const server = createServer((request, response) => {
        const path = pathOf(request);
        if (path === '/api' || path.startsWith('/api/')) void passOn(site.apiFor(path), request, response);
        else answer(request, response);
      });
      server.keepAliveTimeout = KEEP_ALIVE_MS;
      return server;
    },
  });
  await addSecurityHeaders(app, site.publicUrl);
  neverStored(app);
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get(CALLBACK_PATH, async (request, reply) => {
    const sessionId = request.headers.cookie ? await site.sessionOf(cookieOf(request.headers.cookie)) : null;
    const answer = await answerCallback(parts, new URL(request.url, 'http://localhost').searchParams, sessionId);
    if (answer.kind === 'page') return reply.redirect(answer.path, 303);
    return reply
      .code(answer.status)
      .type('text/html')
      .send(plainPage(answer.title, [answer.text]));
  });
  app.setErrorHandler((error, request, reply) => {
    const { statusCode = 500 } = error as { statusCode?: number };
    if (statusCode >= 500) {
      const { name, stack } = error as Error;
      parts.logger.error({ method: request.method, route: request.routeOptions.url, name, stack }, 'request failed');
    }
    return reply
      .code(statusCode)
      .type('text/html')
      .send(plainPage(NOT_WELL.title, [NOT_WELL.text]));
  });
  await servePage(app, site.pageFolder);
  return app;
}

const NOT_WELL = {
  title: 'Dit ging niet goed',
  text: 'Probeer het opnieuw. Blijft het zo, neem dan contact op met de beheerder.',
};

function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split('?', 1)[0] ?? '/';
}

function cookieOf(cookie: string): Headers {
  return new Headers({ cookie });
}

/** Waits for what is still being opened. */
async function passOn(api: Promise<Answering>, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    (await api).routing(request, response);
  } catch {
    // Why was logged by who opens it.
    response.writeHead(503, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
    response.end(JSON.stringify({ code: 'server.not-ready', message: NOT_WELL.text, problems: [] }));
  }
}

/**
 * What the program answers over HTTP: that it is well, and the return of a browser from Asperion. The page and the API
 * join here. Speaks HTTP, decides nothing.
 */
import helmet from '@fastify/helmet';
import Fastify, { type FastifyInstance } from 'fastify';
import { isFault } from '../kernel/fault.ts';
import { finishAsperionConnection } from '../usecases/connect-asperion.ts';
import { Refusal, type UseCaseParts } from '../usecases/parts.ts';
import { faultSentence } from '../usecases/sentences.ts';
import { plainPage } from './plain-page.ts';

/** Path of the callback that is registered at Asperion. */
export const CALLBACK_PATH = '/oauth/asperion/callback';

/** Requests of people are small; nothing larger is read. */
const BODY_BYTES_MAX = 1024 * 1024;

/** A server that is not listening yet. */
export async function createHttpServer(parts: UseCaseParts): Promise<FastifyInstance> {
  const app = Fastify({ bodyLimit: BODY_BYTES_MAX, forceCloseConnections: true });
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'unsafe-inline'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: false,
  });
  app.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/', async (_request, reply) =>
    reply
      .type('text/html')
      .send(
        plainPage('De koppeling loopt', [
          'Complete werkbonnen met werkbonstatus Naar Asperion worden elke 15 minuten conceptfacturen.',
          'Bekijk en bedien de koppeling met de opdrachtregel: npm run koppeling -- --help.',
        ]),
      ),
  );
  app.get(CALLBACK_PATH, async (request, reply) => {
    const { status, title, text } = await answerCallback(parts, new URL(request.url, 'http://localhost').searchParams);
    return reply
      .code(status)
      .type('text/html')
      .send(plainPage(title, [text]));
  });
  app.setErrorHandler((error, _request, reply) => {
    parts.logger.error({ err: error }, 'request failed');
    return reply
      .code(500)
      .type('text/html')
      .send(
        plainPage('Dit ging niet goed', ['Probeer het opnieuw. Blijft het zo, neem dan contact op met de beheerder.']),
      );
  });
  return app;
}

/** The sentence for the person whose browser came back. Never shows what the query held. */
export async function answerCallback(
  parts: UseCaseParts,
  query: URLSearchParams,
): Promise<{ status: number; title: string; text: string }> {
  try {
    await finishAsperionConnection(parts, query);
    return { status: 200, title: 'Verbonden met Asperion', text: 'U kunt dit venster sluiten.' };
  } catch (error) {
    const title = 'Niet verbonden met Asperion';
    if (error instanceof Refusal) return { status: 400, title, text: error.message };
    if (isFault(error)) return { status: 502, title, text: faultSentence(error.code, {}) };
    throw error;
  }
}

/**
 * Keeps other sites from acting through the browser of somebody who is signed in: whatever changes something must come
 * from our own page. Calls with an API key are exempt, since no other site can make a browser send one.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { languageOf } from '../../usecases/language.ts';
import { ApiFailure } from './api-errors.ts';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

const TEXTS = {
  elsewhere: {
    nl: 'Deze opdracht kwam niet van onze eigen pagina. Open de pagina opnieuw en probeer het nog eens.',
    en: 'This did not come from our own page. Open the page again and try once more.',
  },
  notJson: {
    nl: 'Deze opdracht had niet de vorm die de koppeling verwacht. Open de pagina opnieuw en probeer het nog eens.',
    en: 'This did not have the form that the connector expects. Open the page again and try once more.',
  },
} as const;

/** Answers 403 to what does not pass. `publicUrl` is where our own page is. */
export function refuseForgery(app: FastifyInstance, publicUrl: string): void {
  const { origin } = new URL(publicUrl);
  app.addHook('onRequest', async (request) => {
    if (READING.has(request.method) || request.headers.authorization !== undefined) return;
    const language = languageOf(request.headers['accept-language']);
    if (!isFromOwnPage(request, origin)) throw new ApiFailure(403, 'request.elsewhere', TEXTS.elsewhere[language]);
    if (!isJson(request)) throw new ApiFailure(403, 'request.not-json', TEXTS.notJson[language]);
  });
}

/**
 * Browsers say where a request comes from, and a page cannot change what they say: by `Sec-Fetch-Site`, older ones by
 * `Origin`. A program says neither; without a cookie it has nothing that could be abused.
 */
function isFromOwnPage({ headers }: FastifyRequest, origin: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  if (headers.origin !== undefined) return headers.origin === origin;
  return headers.cookie === undefined;
}

/** A form of another site can send a body as a form or as plain text, never as JSON. */
function isJson({ headers }: FastifyRequest): boolean {
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  return type === undefined ? !hasBody : type === 'application/json';
}

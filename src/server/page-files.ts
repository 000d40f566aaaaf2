/**
 * The built page: its files, and its one document for every address that is the page's own. Knows nothing of what it shows.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { plainPage } from './plain-page.ts';

/** Where the build puts it (page/vite.config.ts). */
const BUILT_PAGE = fileURLToPath(new URL('../../page/dist/', import.meta.url));
const DOCUMENT = 'index.html';
/** What lies here carries its hash in its name, and so never changes. */
const HASHED = '/assets/';

/** Serves the page from `folder`; when it was not built, says so instead. */
export async function servePage(app: FastifyInstance, folder: string = BUILT_PAGE): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    // The build may come after the start, and lies compressed beside the files where it was made so.
    wildcard: true,
    preCompressed: true,
    cacheControl: false,
    dotfiles: 'ignore',
    setHeaders: (reply, path) => reply.header('cache-control', cacheControlOf(path)),
  });
  app.get('/', (_request, reply) => sendDocument(reply, folder));
  app.setNotFoundHandler((request, reply) =>
    isPageAddress(request) ? sendDocument(reply, folder) : sendPlain(reply, 404, NOTHING_HERE),
  );
}

/** The page itself knows which of its addresses there are. */
function isPageAddress({ method, headers, url }: FastifyRequest): boolean {
  const isReading = method === 'GET' || method === 'HEAD';
  return (
    isReading && (headers.accept ?? '').includes('text/html') && !url.startsWith('/oauth') && !url.startsWith(HASHED)
  );
}

function sendDocument(reply: FastifyReply, folder: string): FastifyReply {
  if (!existsSync(join(folder, DOCUMENT))) return sendPlain(reply, 503, NOT_BUILT);
  return reply.sendFile(DOCUMENT);
}

/** Of a file, or of the compressed one beside it. */
function cacheControlOf(path: string): string {
  if (path.includes(HASHED)) return 'public, max-age=31536000, immutable';
  // It names the hashed files: an old one would ask for files that are gone.
  return new RegExp(`/${DOCUMENT}(\\.\\w+)?$`).test(path) ? 'no-store' : 'no-cache';
}

const NOTHING_HERE = ['Hier is niets', 'Dit adres hoort niet bij de koppeling. Ga terug naar het begin.'] as const;
const NOT_BUILT = [
  'De koppeling loopt',
  'De pagina is nog niet gebouwd. Stop de koppeling en start haar met npm start; dat bouwt de pagina.',
  'Werkbonnen gaan intussen gewoon door; de opdrachtregel werkt ook: npm run koppeling -- --help.',
] as const;

function sendPlain(
  reply: FastifyReply,
  status: number,
  [title, ...text]: readonly [string, ...string[]],
): FastifyReply {
  return reply.code(status).header('cache-control', 'no-store').type('text/html').send(plainPage(title, text));
}

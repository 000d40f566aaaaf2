/**
 * Opens what answers under /api, in its own time: the API once its parts are there, its description once somebody asks.
 * Loaded by name only, so that a program that starts listens before it has read all of this.
 */
import type { Logger } from '../../kernel/logger.ts';
import type { Answering } from '../http-server.ts';
import type { ApiParts } from './api-parts.ts';
import type { ApiLimits } from './create-api.ts';

/** What is about the API, and not the API itself. */
const ABOUT = ['/api', '/api/', '/api/openapi.json', '/api/json', '/api/yaml'];
const ABOUT_FILES = '/api/static/';

/** Which server answers that path. What cannot be opened is logged once, and refused to whoever asks. */
export function apiByPath(open: Promise<ApiParts>, publicUrl: string, logger: Logger, limits?: ApiLimits) {
  const api = open.then(async (parts) => (await import('./create-api.ts')).createApi(parts, limits));
  const log = (error: unknown) => logger.error({ err: error }, 'the API could not be opened');
  api.catch(log);
  let document: Promise<Answering> | null = null;
  return async (path: string): Promise<Answering> => {
    if (!ABOUT.includes(path) && !path.startsWith(ABOUT_FILES)) return api;
    if (document === null) {
      document = import('./api-document.ts').then(({ createApiDocument }) => createApiDocument(publicUrl));
      document.catch(log);
    }
    return document;
  };
}

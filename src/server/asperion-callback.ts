/**
 * The return of a browser from Asperion's login: finishes the connection and says where the browser goes. Back to the page
 * when it was begun there, to a plain answer when it was begun on the command line; never anywhere else.
 */
import { isFault } from '../kernel/fault.ts';
import { finishAsperionConnection } from '../usecases/connect-asperion.ts';
import { Refusal, type UseCaseParts } from '../usecases/parts.ts';
import { faultSentence } from '../usecases/sentences.ts';

/** Path of the callback that is registered at Asperion. */
export const CALLBACK_PATH = '/oauth/asperion/callback';

/** Where the page shows what came of it. */
const PAGE_PATH = '/koppeling/asperion';

export type CallbackAnswer =
  | { readonly kind: 'page'; readonly path: string }
  | { readonly kind: 'text'; readonly status: number; readonly title: string; readonly text: string };

/**
 * Never shows what the query held. `sessionId` is that of the browser that came back. Throws only what nobody foresaw, and
 * that only where there is no page to tell it.
 */
export async function answerCallback(
  parts: UseCaseParts,
  query: URLSearchParams,
  sessionId: string | null,
): Promise<CallbackAnswer> {
  const { isFromPage, error } = await finishAsperionConnection(parts, query, sessionId);
  if (isFromPage) {
    if (error === null) return { kind: 'page', path: `${PAGE_PATH}?verbonden=ja` };
    if (!isForeseen(error)) parts.logger.error({ err: error }, 'connecting Asperion failed');
    return { kind: 'page', path: `${PAGE_PATH}?verbonden=nee&reden=${encodeURIComponent(codeOf(error))}` };
  }
  if (error === null)
    return { kind: 'text', status: 200, title: 'Verbonden met Asperion', text: 'U kunt dit venster sluiten.' };
  const title = 'Niet verbonden met Asperion';
  if (error instanceof Refusal) return { kind: 'text', status: 400, title, text: error.message };
  if (isFault(error)) return { kind: 'text', status: 502, title, text: faultSentence(error.code, {}) };
  throw error;
}

function isForeseen(error: unknown): boolean {
  return error instanceof Refusal || isFault(error);
}

function codeOf(error: unknown): string {
  return error instanceof Refusal || isFault(error) ? error.code : 'server.unexpected';
}

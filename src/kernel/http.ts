/**
 * One HTTP exchange with a deadline, a bound on the answer and an honest account of what a failure means for the other
 * side's state. Knows nothing of either foreign system, retries nothing.
 */

import { Agent, fetch, type Response } from 'undici';
import { Breath } from './breath.ts';

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  readonly bodyBytesMax?: number;
}

/** One exchange, as `exchange` below makes it: the door to the network. Rejects with HttpFailure. */
export type Exchange = (request: HttpRequest) => Promise<HttpAnswer>;

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/**
 * The exchange failed. `not-sent`: the request never reached a server, so nothing happened there.
 * `unclear`: it may have been carried out. `cancelled`: the caller's own signal ended it (unclear as well).
 */
export class HttpFailure extends Error {
  readonly kind: 'not-sent' | 'unclear' | 'cancelled';
  constructor(kind: 'not-sent' | 'unclear' | 'cancelled', message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'HttpFailure';
    this.kind = kind;
  }
}

/** Deadlines are ours alone: undici's own 300 s would cut short the lists that take longer (outsmart-api, section 4). */
const dispatcher = new Agent({ headersTimeout: 0, bodyTimeout: 0 });

const BODY_BYTES_MAX = 128 * 1024 * 1024;
/** Raised before a byte of the request left: no address, no listener, no route, no trusted certificate. */
const NOT_SENT_CODES = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** Sends the request and reads the whole answer within the deadline. Redirects are never followed. Throws HttpFailure. */
export async function exchange(request: HttpRequest): Promise<HttpAnswer> {
  const deadline = AbortSignal.timeout(request.timeoutMs);
  const signal = request.signal ? AbortSignal.any([deadline, request.signal]) : deadline;
  try {
    const response = await fetch(request.url, {
      method: request.method,
      ...(request.headers ? { headers: request.headers } : {}),
      ...(request.body === undefined ? {} : { body: request.body }),
      signal,
      redirect: 'manual',
      dispatcher,
    });
    const text = await readBounded(response, request.bodyBytesMax ?? BODY_BYTES_MAX);
    return { status: response.status, headers: new Headers([...response.headers]), text };
  } catch (error) {
    if (error instanceof HttpFailure) throw error;
    if (request.signal?.aborted) throw new HttpFailure('cancelled', 'stopped on request', error);
    if (deadline.aborted) throw new HttpFailure('unclear', `no answer within ${request.timeoutMs} ms`, error);
    const code = errorCode(error);
    throw new HttpFailure(
      code !== null && NOT_SENT_CODES.has(code) ? 'not-sent' : 'unclear',
      code ?? 'connection lost',
      error,
    );
  }
}

async function readBounded(response: Response, bytesMax: number): Promise<string> {
  if (!response.body) return '';
  // An error page may be in any encoding. In an answer that counts, a character that was lost would end up on an invoice.
  const decoder = new TextDecoder('utf-8', { fatal: response.ok });
  const decode = (chunk?: Uint8Array): string => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch {
      throw new HttpFailure('unclear', 'the answer is not written in UTF-8');
    }
  };
  let bytes = 0;
  // Piece by piece as they come: the whole of a large answer at once would hold up everybody else.
  const pieces: string[] = [];
  const breath = new Breath();
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    if (bytes > bytesMax) throw new HttpFailure('unclear', `the answer is larger than ${bytesMax} bytes`);
    pieces.push(decode(chunk));
    await breath.take();
  }
  pieces.push(decode());
  const text = pieces.join('');
  // Whoever reads it next takes as long again.
  await breath.take();
  return text;
}

/** The system's code of the innermost cause, which is where fetch keeps it. */
function errorCode(error: unknown): string | null {
  for (let cause: unknown = error, depth = 0; cause instanceof Error && depth < 8; cause = cause.cause, depth++) {
    if (cause instanceof AggregateError && cause.errors.length > 0) {
      const inner = errorCode(cause.errors[0]);
      if (inner) return inner;
    }
    const code = (cause as NodeJS.ErrnoException).code;
    if (typeof code === 'string' && !(cause instanceof DOMException)) return code;
  }
  return null;
}

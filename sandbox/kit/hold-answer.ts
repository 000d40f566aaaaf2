// Catches an answer between the work and the wire, whoever writes it (Fastify or a library with the bare
// response), so that the work can be done and the answer still be lost, delayed or cut.

import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** The whole answer as it would have been sent. */
export interface HeldAnswer {
  status: number;
  body: Buffer;
}

/**
 * Holds everything written to `response`; calls `whenComplete` once, when the answer is complete and nothing of it
 * was sent. Headers that were set are still on the response, and it can be written to as usual again.
 */
export function holdAnswer(response: ServerResponse, whenComplete: (held: HeldAnswer) => void): void {
  const chunks: Buffer[] = [];
  const own = { writeHead: response.writeHead, write: response.write, end: response.end };

  const keep = (chunk: unknown, encoding: unknown): void => {
    if (typeof chunk === 'string') {
      chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'));
    } else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    response.statusCode = status;
    const headers = rest.find((part) => typeof part === 'object' && part !== null) as OutgoingHttpHeaders | undefined;
    for (const [name, value] of Object.entries(headers ?? {})) {
      if (value !== undefined) response.setHeader(name, value);
    }
    return response;
  }) as ServerResponse['writeHead'];
  response.write = ((chunk: unknown, ...rest: unknown[]) => {
    keep(chunk, rest[0]);
    const callback = rest.find((part) => typeof part === 'function') as (() => void) | undefined;
    if (callback !== undefined) process.nextTick(callback);
    return true;
  }) as ServerResponse['write'];
  response.end = ((chunk?: unknown, ...rest: unknown[]) => {
    keep(chunk, rest[0]);
    Object.assign(response, own);
    whenComplete({ status: response.statusCode, body: Buffer.concat(chunks) });
    return response;
  }) as ServerResponse['end'];
}

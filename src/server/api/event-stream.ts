/**
 * One stream of server-sent events to one browser. Knows the wire, not what is told.
 */
import type { FastifyReply } from 'fastify';

export interface EventStream {
  /** Sends an event with its value as JSON; without one, just that it happened. */
  send(event: string, value?: unknown): void;
  /** Keeps what stands between us and the browser from closing a quiet line. */
  beat(): void;
  end(): void;
}

/** A browser that does not read for so long that this much waits for it comes back by itself and reads everything again. */
const UNREAD_BYTES_MAX = 1024 * 1024;
const RETRY_MS = 2_000;

/** Takes the answer over from the server and begins the stream. */
export function openEventStream(reply: FastifyReply): EventStream {
  reply.hijack();
  const { raw } = reply;
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value);
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // A proxy that collects the answer first would never pass anything on.
    'x-accel-buffering': 'no',
  });
  const write = (text: string) => {
    if (raw.destroyed || raw.writableEnded) return;
    raw.write(text);
    if (raw.writableLength > UNREAD_BYTES_MAX) raw.destroy();
  };
  // The id comes back with a browser that lost the line: see isReturning.
  write(`id: 1\nretry: ${RETRY_MS}\n\n`);
  return {
    send: (event, value = {}) => write(`event: ${event}\ndata: ${JSON.stringify(value)}\n\n`),
    beat: () => write(':\n\n'),
    end: () => raw.end(),
  };
}

/** Whether the browser had a stream before this one, and may have missed something in between. */
export function isReturning(headers: Headers): boolean {
  return headers.has('last-event-id');
}

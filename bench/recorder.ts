/**
 * Stands between the connector and one foreign system, once, before anything is measured: passes everything on and keeps
 * the bodies of posts, so that the bare client can send exactly what the connector sends without knowing how it is made.
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fetch } from 'undici';

export interface RecordedPost {
  /** Without query. */
  readonly path: string;
  readonly body: string;
}

export interface Recorder {
  /** What to use instead of the origin of the recorded system. */
  readonly url: string;
  /** Posts that succeeded, in the order of their arrival. */
  readonly posts: readonly RecordedPost[];
  close(): Promise<void>;
}

const PASSED_ON = ['authorization', 'content-type', 'x-tenant-id', 'accept', 'accept-language'];

/** Listens on a free port and passes on to `origin` (scheme, host and port). */
export async function startRecorder(origin: string): Promise<Recorder> {
  const posts: RecordedPost[] = [];
  const pass = async (request: IncomingMessage) => {
    const body = await bodyOf(request);
    const { method = 'GET', url = '/' } = request;
    const headers = PASSED_ON.flatMap((name): [string, string][] => {
      const value = request.headers[name];
      return typeof value === 'string' ? [[name, value]] : [];
    });
    const answer = await fetch(origin + url, { method, headers, ...(method === 'POST' ? { body } : {}) });
    if (method === 'POST' && answer.ok) posts.push({ path: url.split('?')[0] ?? '', body });
    return { status: answer.status, type: answer.headers.get('content-type') ?? '', text: await answer.text() };
  };
  const server = createServer((request, response) => {
    pass(request).then(
      ({ status, type, text }) => response.writeHead(status, { 'content-type': type }).end(text),
      (error: Error) => response.destroy(error),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    posts,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

// Stands between the program and a system and changes some of its answers, for what no sandbox would ever answer.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { AtEnd } from './installation.ts';

export interface TamperingProxy {
  /** Takes the place of the address of the system behind it. */
  readonly url: string;
  /** From now on answers to requests like `GET /path` (part of method and path) have what `change` makes of their body. */
  tamper(request: string, change: (body: string) => string): void;
  /** From now on everything passes as it is. */
  passAll(): void;
}

/** Starts one in front of the system at `target`. */
export async function startTamperingProxy(atEnd: AtEnd, target: string): Promise<TamperingProxy> {
  const changes = new Map<string, (body: string) => string>();
  const server = createServer((request, response) => {
    forward(target, request, response, changes).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  atEnd(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const { pathname } = new URL(target);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${pathname === '/' ? '' : pathname}`,
    tamper: (request, change) => void changes.set(request, change),
    passAll: () => changes.clear(),
  };
}

/** What belongs to one connection and not to the message. */
const OF_THE_CONNECTION = new Set(['connection', 'content-length', 'host', 'keep-alive', 'transfer-encoding']);

async function forward(
  target: string,
  request: IncomingMessage,
  response: ServerResponse,
  changes: ReadonlyMap<string, (body: string) => string>,
): Promise<void> {
  const { method = 'GET', url = '/' } = request;
  const sent = Object.entries(request.headers).filter(([name]) => !OF_THE_CONNECTION.has(name));
  const body = method === 'GET' ? undefined : new Uint8Array(await buffer(request));
  const answer = await fetch(new URL(url, target), {
    method,
    headers: Object.fromEntries(sent.map(([name, value]) => [name, String(value)])),
    redirect: 'manual',
    ...(body ? { body } : {}),
  });
  const text = await answer.text();
  const change = [...changes].find(([part]) => `${method} ${url}`.includes(part))?.[1];
  const kept = [...answer.headers].filter(([name]) => !OF_THE_CONNECTION.has(name) && name !== 'content-encoding');
  response.writeHead(answer.status, Object.fromEntries(kept));
  response.end(change ? change(text) : text);
}

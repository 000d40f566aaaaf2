/**
 * Stands between the program and a system and damages the answer of a single call, after the work was done. Only tests
 * import this.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { type Json, plainlyDamaged, shortly } from '../kernel/hostile-answers.test-kit.ts';
import { sendHostile } from '../kernel/hostile-server.test-kit.ts';

/** One for each system; they count their calls together. */
export interface DamagingProxies {
  readonly outsmartUrl: string;
  readonly asperionUrl: string;
  /** Calls since the last `damage` or `count`. */
  calls(): number;
  /** From now on the answer of the call with that number (from 1) is damaged in the way that the seed says. */
  damage(call: number, seed: number): void;
  /** From now on nothing is damaged, and calls are counted from 0. */
  count(): void;
  /** The damage that was done, for a person. */
  done(): string;
  close(): Promise<void>;
}

const OF_THE_CONNECTION = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'keep-alive']);

/** Starts both in front of the systems at these addresses. */
export async function startDamagingProxies(targets: {
  readonly outsmart: string;
  readonly asperion: string;
}): Promise<DamagingProxies> {
  let calls = 0;
  let planned: { readonly call: number; readonly seed: number } | null = null;
  let done = 'nothing was damaged';
  const handle = async (target: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    calls += 1;
    const seed = planned?.call === calls ? planned.seed : null;
    const answer = await forwarded(target, request);
    if (seed === null) {
      response.writeHead(answer.status, answer.headers).end(answer.body);
      return;
    }
    const good = JSON.parse(answer.body === '' ? 'null' : answer.body) as Json;
    const [damaged] = fc.sample(plainlyDamaged(good), { seed, numRuns: 1 });
    if (!damaged || !response.socket) return;
    done = `${request.method} ${request.url?.split('?')[0]}: ${shortly(damaged)}`;
    sendHostile(response.socket, damaged);
  };
  const start = async (target: string) => {
    const server = createServer((request, response) => {
      handle(target, request, response).catch(() => response.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return server;
  };
  const servers = await Promise.all([start(targets.outsmart), start(targets.asperion)]);
  const [outsmartUrl = '', asperionUrl = ''] = servers.map(
    (server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  );
  const plan = (next: typeof planned) => {
    planned = next;
    calls = 0;
    done = 'nothing was damaged';
  };
  return {
    outsmartUrl: outsmartUrl + new URL(targets.outsmart).pathname.replace(/\/$/, ''),
    asperionUrl: asperionUrl + new URL(targets.asperion).pathname.replace(/\/$/, ''),
    calls: () => calls,
    damage: (call, seed) => plan({ call, seed }),
    count: () => plan(null),
    done: () => done,
    async close() {
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}

async function forwarded(target: string, request: IncomingMessage) {
  const headers = Object.entries(request.headers).filter(([name]) => !OF_THE_CONNECTION.has(name));
  const body = await text(request);
  const answer = await fetch(new URL(request.url ?? '/', target), {
    method: request.method ?? 'GET',
    headers: headers.map(([name, value]): [string, string] => [name, String(value)]),
    ...(body === '' ? {} : { body }),
  });
  return {
    status: answer.status,
    headers: { 'content-type': answer.headers.get('content-type') ?? 'application/json' },
    body: await answer.text(),
  };
}

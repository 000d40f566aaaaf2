/**
 * The wire between a program and one foreign system: passes every call on as it came, and kills the program before or after
 * the call that the watch names. A call that was passed on is carried out to its end, whoever asked it is gone by then.
 */
import {
  Agent,
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { WireName, WireWatch } from './crash-points.ts';

export interface HttpWire {
  /** Takes the place of the address of the system behind it. */
  readonly url: string;
  /** Resolves when the system behind it works on nothing any more. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Opens a wire to the system at `target` on a free port. */
export async function openHttpWire(wire: WireName, target: string, watch: WireWatch): Promise<HttpWire> {
  const agent = new Agent({ keepAlive: true });
  const underWay = new Set<Promise<unknown>>();
  const ask = (message: IncomingMessage, body: Buffer): Promise<Answer> => {
    const asking = askSystem(agent, target, message, body);
    const settled = asking.catch(() => undefined).finally(() => underWay.delete(settled));
    underWay.add(settled);
    return asking;
  };
  const handle = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await buffer(message);
    const passing = watch.pass(wire, shortened(`${message.method} ${message.url}`));
    if (passing === 'drop') return void response.destroy();
    if (passing === 'kill-before') {
      watch.kill();
      return void response.destroy();
    }
    // The system may cut the connection: its caller then sees the same.
    const answer = await ask(message, body).catch(() => null);
    if (passing === 'kill-after') watch.kill();
    if (answer === null || watch.isKilled) return void response.destroy();
    deliver(response, answer);
  };
  const server = createServer((message, response) => {
    handle(message, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { pathname } = new URL(target);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${pathname === '/' ? '' : pathname}`,
    async quiet() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      agent.destroy();
    },
  };
}

/** What belongs to one connection and not to the message. */
const OF_THE_CONNECTION = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length']);

function withoutConnection(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_THE_CONNECTION.has(name)));
}

/** The host stays the wire's: addresses in answers then lead back through it. */
function askSystem(agent: Agent, target: string, message: IncomingMessage, body: Buffer): Promise<Answer> {
  const { hostname, port } = new URL(target);
  const { method, url: path } = message;
  const headers = { ...withoutConnection(message.headers), 'content-length': body.length };
  return new Promise((resolve, reject) => {
    const asked = request({ agent, hostname, port, method, path, headers }, (incoming) => {
      buffer(incoming).then(
        (answered) => resolve({ status: incoming.statusCode ?? 502, headers: incoming.headers, body: answered }),
        reject,
      );
    });
    asked.once('error', reject);
    asked.end(body);
  });
}

function deliver(response: ServerResponse, { status, headers, body }: Answer): void {
  if (response.destroyed) return;
  response.writeHead(status, { ...withoutConnection(headers), 'content-length': body.length });
  response.end(body);
}

/** Without what differs from call to call. */
function shortened(call: string): string {
  return call.split('?', 1)[0]?.replace(/\/\d+/g, '/…') ?? call;
}

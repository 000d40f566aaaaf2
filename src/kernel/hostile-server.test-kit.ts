/**
 * For tests only: a server that answers byte by byte what a test says, also what no HTTP library would send. One address
 * for each case, so that many go at once. Knows neither foreign system.
 */

import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';

/** How the body is sent, beside what it says. */
export type Delivery =
  | 'whole'
  | 'length-too-long'
  | 'length-too-short'
  | 'never-ending'
  | 'dripping'
  | 'falsely-gzipped'
  | 'falsely-chunked'
  | 'cut-off';

export interface HostileAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly delivery: Delivery;
}

export interface HostileServer {
  /** A base address of its own, whose requests get these answers in turn; the last one stays. */
  addressFor(...answers: readonly HostileAnswer[]): string;
  close(): Promise<void>;
}

const DRIP_EVERY_MS = 20;

/** Starts one on a free port of this machine. */
export async function startHostileServer(): Promise<HostileServer> {
  const cases = new Map<string, HostileAnswer[]>();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    let received = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      const path = pathOfWholeRequest(received);
      if (path === null) return;
      received = Buffer.alloc(0);
      const answers = cases.get(path.split('/')[1] ?? '') ?? [];
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      if (answer) sendHostile(socket, answer);
      else socket.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    addressFor(...answers) {
      const name = `case-${cases.size}`;
      cases.set(name, [...answers]);
      return `http://127.0.0.1:${port}/${name}`;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Null while the request is still coming. */
function pathOfWholeRequest(received: Buffer): string | null {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const head = received.subarray(0, end).toString('latin1');
  const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
  return received.length - end - 4 < length ? null : (head.split(' ')[1] ?? '');
}

/** Sends it, whatever that does to the connection. */
export function sendHostile(socket: Socket, { status, headers, body, delivery }: HostileAnswer): void {
  const head = (more: Readonly<Record<string, string>>) => {
    const lines = Object.entries({ ...headers, ...more }).map(([name, value]) => `${name}: ${value}\r\n`);
    return `HTTP/1.1 ${status} Odd\r\n${lines.join('')}\r\n`;
  };
  const length = (bytes: number) => head({ 'content-length': String(bytes) });
  switch (delivery) {
    case 'whole':
      socket.write(Buffer.concat([Buffer.from(length(body.length)), body]));
      return;
    case 'length-too-long':
      socket.end(Buffer.concat([Buffer.from(length(body.length + 7)), body]));
      return;
    case 'length-too-short':
      socket.end(Buffer.concat([Buffer.from(length(Math.floor(body.length / 2))), body]));
      return;
    case 'cut-off':
      socket.write(Buffer.concat([Buffer.from(length(body.length)), body.subarray(0, body.length / 2)]));
      setImmediate(() => socket.destroy());
      return;
    case 'never-ending':
      socket.write(`${head({ 'transfer-encoding': 'chunked' })}${body.length.toString(16)}\r\n`);
      socket.write(body);
      return;
    case 'dripping':
      socket.write(length(body.length + 1_000_000));
      drip(socket, body);
      return;
    case 'falsely-gzipped':
      socket.write(`${head({ 'content-encoding': 'gzip', 'content-length': String(body.length) })}`);
      socket.write(body);
      return;
    case 'falsely-chunked':
      socket.end(Buffer.concat([Buffer.from(head({ 'transfer-encoding': 'chunked' })), body]));
  }
}

function drip(socket: Socket, body: Buffer): void {
  let at = 0;
  const timer = setInterval(() => {
    if (socket.destroyed) clearInterval(timer);
    else socket.write(body.subarray(at % Math.max(1, body.length), (at++ % Math.max(1, body.length)) + 1));
  }, DRIP_EVERY_MS);
  socket.once('close', () => clearInterval(timer));
}

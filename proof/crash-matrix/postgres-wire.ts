/**
 * The wire between a program and PostgreSQL: passes messages on whole, and kills the program before a statement is passed on
 * or after the server carried it out. Understands where messages and exchanges begin and end, and nothing of their meaning.
 */
import { type AddressInfo, createServer, type Socket } from 'node:net';
import type { Passing, WireWatch } from './crash-points.ts';
import { MessageReader } from './postgres-messages.ts';

export interface PostgresWire {
  readonly port: number;
  close(): Promise<void>;
}

/** Connects to the server behind the wire, before a word was said. */
export type ConnectToServer = () => Promise<Socket>;

/** Which statements are points. `isWithin`: a transaction is open on its connection. */
export type IsPoint = (statement: string, isWithin: boolean) => boolean;

/** Opens a wire on a free port. */
export async function openPostgresWire(
  connect: ConnectToServer,
  watch: WireWatch,
  isPoint: IsPoint,
): Promise<PostgresWire> {
  const open = new Set<Socket>();
  const server = createServer((client) => {
    open.add(client);
    client.once('close', () => open.delete(client));
    client.on('error', () => undefined);
    connect().then(
      (behind) => join(client, behind, watch, isPoint),
      () => client.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      for (const client of open) client.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Letters of the protocol. */
const QUERY = 'Q';
const PARSE = 'P';
const READY_FOR_QUERY = 'Z';
const NO_TRANSACTION = 'I';
/** Parts of an exchange that a Sync ends. */
const EXTENDED = new Set([PARSE, 'B', 'D', 'E', 'C', 'H']);

function join(client: Socket, behind: Socket, watch: WireWatch, isPoint: IsPoint): void {
  const fromClient = new MessageReader('startup-first');
  const fromServer = new MessageReader('typed');
  let pending: Buffer[] = [];
  let statement = '';
  let isWithin = false;
  /** The exchange under way is the last one that its program sees. */
  let isLast = false;
  const end = (): void => {
    client.destroy();
    behind.destroy();
  };
  const passing = (): Passing => {
    if (isPoint(statement, isWithin)) return watch.pass('database', shortened(statement));
    return watch.isKilled ? 'drop' : 'deliver';
  };
  const send = (): void => {
    const how = passing();
    if (how === 'kill-before') watch.kill();
    if (how === 'kill-before' || how === 'drop') {
      end();
      return;
    }
    isLast = how === 'kill-after';
    behind.write(Buffer.concat(pending));
    pending = [];
    statement = '';
  };
  client.on('data', (chunk) => {
    for (const { type, bytes } of fromClient.read(chunk)) {
      if (type === QUERY) statement = textAt(bytes, 5);
      if (type === PARSE) statement = textAt(bytes, bytes.indexOf(0, 5) + 1);
      pending.push(bytes);
      if (!EXTENDED.has(type)) send();
      if (client.destroyed) return;
    }
  });
  behind.on('data', (chunk) => {
    for (const { type, bytes } of fromServer.read(chunk)) {
      if (watch.isKilled) return end();
      if (type === READY_FOR_QUERY) isWithin = bytes.toString('latin1', 5, 6) !== NO_TRANSACTION;
      if (!isLast) client.write(bytes);
      else if (type === READY_FOR_QUERY) {
        watch.kill();
        return end();
      }
    }
  });
  for (const socket of [client, behind]) {
    socket.on('error', end);
    socket.once('close', end);
  }
}

function textAt(bytes: Buffer, from: number): string {
  return bytes.toString('utf8', from, bytes.indexOf(0, from));
}

/** The verb and its table: `update "intent"`. */
function shortened(statement: string): string {
  const [, words] =
    /^\s*((?:with\b.*?\b)?(?:insert into|update|delete from|select|[a-z]+)(?:\s+"?[\w.]+"?)?)/is.exec(statement) ?? [];
  return (words ?? statement).replace(/\s+/g, ' ').slice(0, 60);
}

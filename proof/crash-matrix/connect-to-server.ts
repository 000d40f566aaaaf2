/**
 * How the wire reaches the PostgreSQL behind it: a Unix socket, an address, or an address with TLS. What a connection's
 * settings mean is left to the library.
 */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { type ConnectionOptions, connect as connectTls } from 'node:tls';
import pg from 'pg';
import type { ConnectToServer } from './postgres-wire.ts';

/** Asks whether the server speaks TLS, before anything else is said. */
const TLS_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);
const YES = 'S';

/** Connects as the settings say, to the point where the first message of the protocol may be sent. */
export function connectToServer(settings: pg.ClientConfig): ConnectToServer {
  const { host, port, ssl } = new pg.Client(settings);
  return async () => {
    const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
    await once(socket, 'connect');
    return ssl ? withTls(socket, host, typeof ssl === 'object' ? ssl : {}) : socket;
  };
}

/** Where the program finds the wire, as the user that the settings name. The way behind the wire keeps its own security. */
export function addressOfWire(settings: pg.ClientConfig, wirePort: number): string {
  const { user, password, database } = new pg.Client(settings);
  const url = new URL(`postgresql://127.0.0.1:${wirePort}/${encodeURIComponent(database ?? '')}?sslmode=disable`);
  url.username = encodeURIComponent(user ?? '');
  if (typeof password === 'string') url.password = encodeURIComponent(password);
  return url.href;
}

async function withTls(socket: Socket, host: string, options: ConnectionOptions): Promise<Socket> {
  socket.write(TLS_REQUEST);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  if (answer.toString() !== YES) throw new Error('PostgreSQL does not speak TLS, while its address asks for it.');
  const secure = connectTls({ ...options, socket, servername: options.servername ?? host });
  await once(secure, 'secureConnect');
  return secure;
}

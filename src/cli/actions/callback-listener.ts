/**
 * Somewhere for Asperion to send the browser back to, while a person connects from the command line: the running server
 * when there is one, else a listener of our own on the same port for as long as it takes.
 */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerCallback, CALLBACK_PATH } from '../../server/asperion-callback.ts';
import { plainPage } from '../../server/plain-page.ts';
import type { UseCaseParts } from '../../usecases/parts.ts';

export interface CallbackListener {
  /** Where the browser is sent back to. */
  readonly callbackUrl: string;
  close(): void;
}

/** The port answers, but not as our server does. The text says what to do. */
export class CallbackPortTaken extends Error {
  override readonly name = 'CallbackPortTaken';
  constructor(port: number) {
    super(
      `Poort ${port} is bezet door een ander programma, zodat Asperion niet kan terugkeren. Maak de poort vrij, of kies een andere met KOPPELING_PORT.`,
    );
  }
}

const PROBE_TIMEOUT_MS = 3_000;

/** Listens on the port, or finds our own server there. Throws CallbackPortTaken. */
export async function listenForCallback(parts: UseCaseParts, port: number): Promise<CallbackListener> {
  if (port !== 0 && (await isOurServer(port))) return { callbackUrl: parts.callbackUrl, close: () => undefined };
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (request.method === 'GET' && pathname === CALLBACK_PATH) return void answer(parts, searchParams, response);
    send(response, 404, 'Niets te zien', 'Deze koppeling wacht alleen op het antwoord van Asperion.');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new CallbackPortTaken(port) : error),
    );
    server.listen(port, hostFor(parts.callbackUrl), resolve);
  });
  const callbackUrl = new URL(parts.callbackUrl);
  // Port 0 asks for any free port; only now is it known which.
  if (callbackUrl.port === '0') callbackUrl.port = String((server.address() as AddressInfo).port);
  return {
    callbackUrl: callbackUrl.href,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** A browser on this machine needs no more than this machine; one that comes through a proxy may come from elsewhere. */
function hostFor(callbackUrl: string): string {
  return /^(localhost|127\.|\[::1\])/.test(new URL(callbackUrl).hostname) ? '127.0.0.1' : '0.0.0.0';
}

/** Ours says that it is well, and refuses a return from Asperion that nobody began; few others do both. */
async function isOurServer(port: number): Promise<boolean> {
  const ask = (path: string) =>
    fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual', signal: AbortSignal.timeout(PROBE_TIMEOUT_MS) });
  try {
    const health = (await (await ask('/healthz')).json()) as { readonly status?: unknown };
    return health?.status === 'ok' && (await ask(CALLBACK_PATH)).status === 400;
  } catch {
    return false;
  }
}

async function answer(parts: UseCaseParts, query: URLSearchParams, response: ServerResponse): Promise<void> {
  try {
    const answered = await answerCallback(parts, query, null);
    if (answered.kind === 'text') return send(response, answered.status, answered.title, answered.text);
    // Begun on the page of a program that is gone by now: this listener has no page to go back to.
    send(response, 400, 'Niet verbonden met Asperion', 'Begin opnieuw met verbinden, op de pagina.');
  } catch (error) {
    parts.logger.error({ err: error }, 'request failed');
    send(
      response,
      500,
      'Dit ging niet goed',
      'Probeer het opnieuw. Blijft het zo, neem dan contact op met de beheerder.',
    );
  }
}

function send(response: ServerResponse, status: number, title: string, text: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    connection: 'close',
  });
  response.end(plainPage(title, [text]));
}

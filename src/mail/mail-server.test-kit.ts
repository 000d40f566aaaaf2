/**
 * A mail server that keeps what it is given: just enough SMTP (RFC 5321) for one client, over a real socket. For tests only.
 */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

export interface TakenMail {
  readonly from: string;
  readonly to: readonly string[];
  /** Headers and text as they came over the line. */
  readonly source: string;
}

export interface MailServer {
  readonly smtpUrl: string;
  readonly mails: readonly TakenMail[];
  /** From now on every recipient is refused. */
  refuse(): void;
  close(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const mails: TakenMail[] = [];
  const sockets = new Set<Socket>();
  let isRefusing = false;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    converse(
      socket,
      () => isRefusing,
      (mail) => mails.push(mail),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    smtpUrl: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mails,
    refuse() {
      isRefusing = true;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function converse(socket: Socket, isRefusing: () => boolean, take: (mail: TakenMail) => void): void {
  const say = (line: string) => socket.write(`${line}\r\n`);
  let from = '';
  let to: string[] = [];
  let source: string[] | null = null;
  say('220 mail.koppeling.example');
  createInterface({ input: socket }).on('line', (line) => {
    if (source !== null) {
      if (line !== '.') {
        source.push(line.startsWith('.') ? line.slice(1) : line);
        return;
      }
      take({ from, to, source: source.join('\n') });
      source = null;
      say('250 kept');
      return;
    }
    const [, address = ''] = /<([^>]*)>/.exec(line) ?? [];
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'MAIL') [from, to] = [address, []];
    if (verb === 'RCPT' && isRefusing()) {
      say('550 nobody here');
      return;
    }
    if (verb === 'RCPT') to.push(address);
    if (verb === 'DATA') source = [];
    say(ANSWERS[verb] ?? '250 ok');
    if (verb === 'QUIT') socket.end();
  });
}

const ANSWERS: Readonly<Record<string, string>> = {
  DATA: '354 go on',
  QUIT: '221 bye',
  EHLO: '250 mail.koppeling.example',
};

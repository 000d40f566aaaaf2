/**
 * Sends mail over the installation's mail server, or nowhere when there is none. Knows how, not what is written.
 */
import { createTransport } from 'nodemailer';

export interface Letter {
  /** One address. */
  readonly to: string;
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
}

export interface Mailer {
  /** Without a mail server nothing is sent. */
  readonly isOn: boolean;
  /** Resolves when the mail server has taken it. Rejects when it did not; nothing is tried again. */
  send(letter: Letter): Promise<void>;
  close(): void;
}

export interface MailConfig {
  readonly smtpUrl: string;
  /** The sender's address. */
  readonly from: string;
}

const TIMEOUT_MS = 20_000;
const CONNECTIONS_MAX = 2;

/** Null: a mailer that is off. */
export function openMailer(config: MailConfig | null): Mailer {
  if (config === null) return { isOn: false, send: async () => undefined, close: () => undefined };
  const transport = createTransport({
    url: config.smtpUrl,
    pool: true,
    maxConnections: CONNECTIONS_MAX,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // What is in a letter is text; a name in it must never make the program read a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    isOn: true,
    async send({ to, subject, text }) {
      await transport.sendMail({
        // As objects, so that a comma in what somebody typed does not make two of one.
        from: { name: '', address: config.from },
        to: { name: '', address: to },
        subject: oneLine(subject),
        text,
        // No machine has to answer that its owner is on holiday.
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    },
    close: () => transport.close(),
  };
}

/** Names of people and companies stand in subjects. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

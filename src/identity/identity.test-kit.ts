/**
 * Identity on a database of its own with a mail server that keeps what it gets, and browsers that keep their cookies. For
 * tests only.
 */
import { createHmac } from 'node:crypto';
import { testDatabase } from '../../tools/test/test-database.ts';
import { systemClock } from '../kernel/clock.ts';
import { createLogger } from '../kernel/logger.ts';
import { type MailServer, startMailServer, type TakenMail } from '../mail/mail-server.test-kit.ts';
import { openMailer } from '../mail/mailer.ts';
import { openStore, type Store } from '../store/store.ts';
import { createAccount, renameAccount } from '../usecases/accounts.ts';
import type { Asker, Cookies, Identity } from './identity.ts';
import { type IdentityOptions, openIdentity } from './open-identity.ts';
import type { Person } from './person.ts';

export const PASSWORD = 'werkbonnen-en-facturen';

export class TestClock {
  #aheadMs = 0;

  now(): Date {
    return new Date(Date.now() + this.#aheadMs);
  }

  advance(timeMs: number): void {
    this.#aheadMs += timeMs;
  }
}

const SECRET_KEY = new Uint8Array(32).fill(7);

/** Identity on a database that has the migrations. */
export function identityOn(
  connection: IdentityOptions['connection'],
  { clock = systemClock, ...others }: Partial<Omit<IdentityOptions, 'connection'>> = {},
): Identity {
  return openIdentity({
    connection,
    secretKey: SECRET_KEY,
    publicUrl: 'http://localhost:3000',
    mailer: openMailer(null),
    isSignUpOpen: true,
    clock,
    logger: createLogger('silent'),
    createAccount: (accounts, name) => createAccount({ store: { accounts }, clock, trialDays: 30 }, name),
    renameAccount: (accounts, accountId, name) => renameAccount({ store: { accounts } }, accountId, name),
    ...others,
  });
}

export interface OpenedIdentity {
  readonly identity: Identity;
  readonly store: Store;
  readonly clock: TestClock;
  readonly mailServer: MailServer;
  /** One more program on the same database. */
  again(): Identity;
  close(): Promise<void>;
}

export async function openTestIdentity({
  isSignUpOpen = true,
  publicUrl = 'http://localhost:3000',
}: {
  readonly isSignUpOpen?: boolean;
  readonly publicUrl?: string;
} = {}): Promise<OpenedIdentity> {
  const database = await testDatabase();
  const clock = new TestClock();
  const store = openStore({ connection: database.poolConfig, secretKey: SECRET_KEY, clock });
  const mailServer = await startMailServer();
  const mailer = openMailer({ smtpUrl: mailServer.smtpUrl, from: 'koppeling@koppeling.example' });
  const opened: Identity[] = [];
  const again = () => {
    const identity = identityOn(database.poolConfig, { publicUrl, mailer, isSignUpOpen, clock });
    opened.push(identity);
    return identity;
  };
  return {
    identity: again(),
    store,
    clock,
    mailServer,
    again,
    async close() {
      for (const identity of opened) await identity.close();
      mailer.close();
      await mailServer.close();
      await store.close();
      await database.drop();
    },
  };
}

/** A browser: shows the cookies it was given. */
export class Browser {
  readonly #cookies = new Map<string, string>();
  readonly #name: string;

  constructor(name = 'Testbrowser') {
    this.#name = name;
  }

  get asker(): Asker {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return { headers: new Headers({ cookie, 'user-agent': this.#name }), language: 'nl' };
  }

  keep(cookies: Cookies): this {
    for (const cookie of cookies) {
      const [pair = '', ...attributes] = cookie.split('; ');
      const equals = pair.indexOf('=');
      const [name, value] = [pair.slice(0, equals), pair.slice(equals + 1)];
      if (attributes.includes('Max-Age=0')) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return this;
  }

  async person(identity: Identity): Promise<Person | null> {
    return identity.personOf(this.asker.headers);
  }
}

/** A browser in which this person is signed in. */
export async function signedIn(identity: Identity, email: string, password = PASSWORD): Promise<Browser> {
  const browser = new Browser();
  const { cookies } = await identity.signIn.signIn({ email, password }, browser.asker);
  return browser.keep(cookies);
}

/** Registers a person with a company; answers their browser. */
export async function registered(identity: Identity, email: string, companyName: string): Promise<Browser> {
  const browser = new Browser();
  const given = { name: `Persoon ${email}`, email, password: PASSWORD, companyName, invitationId: null };
  return browser.keep((await identity.signIn.register(given, browser.asker)).cookies);
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** What an authenticator app shows for this secret now (RFC 6238). */
export function appCode(secret: string): string {
  let bits = '';
  for (const character of secret.replaceAll('=', '')) bits += BASE32.indexOf(character).toString(2).padStart(5, '0');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac('sha1', key).update(step).digest();
  const offset = (hash.at(-1) ?? 0) & 15;
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** A company with one manager, `baas@NAME.example`, and that manager's browser. */
export async function newCompany(identity: Identity, name: string) {
  const browser = await registered(identity, `baas@${name}.example`, name);
  const accountId = (await browser.person(identity))?.memberships[0]?.accountId;
  if (accountId === undefined) throw new Error('who registers with a company is a member of it');
  return { browser, accountId };
}

/** The first mail to this address, once it came. Throws after thirty seconds. */
export async function mailTo({ mails }: MailServer, address: string): Promise<TakenMail> {
  const deadline = performance.now() + 30_000;
  for (;;) {
    const mail = mails.find(({ to }) => to.includes(address));
    if (mail) return mail;
    if (performance.now() > deadline) throw new Error(`no mail came for ${address}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

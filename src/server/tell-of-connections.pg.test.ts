/**
 * The letters about a connection that ended, and about one that is back.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLogger } from '../kernel/logger.ts';
import { startMailServer } from '../mail/mail-server.test-kit.ts';
import { openMailer } from '../mail/mailer.ts';
import { type OpenedStore, openTestStore, tokensNamed } from '../store/store.test-kit.ts';
import { tellOfConnections } from './tell-of-connections.ts';

const PEOPLE = [
  { email: 'peter@jansen.example', role: 'manager' },
  { email: 'marieke@jansen.example', role: 'office' },
  { email: 'kijker@jansen.example', role: 'reader' },
];

describe('a connection that Asperion ended', () => {
  let opened: OpenedStore;
  let server: Awaited<ReturnType<typeof startMailServer>>;
  beforeAll(async () => {
    opened = await openTestStore();
    server = await startMailServer();
  });
  afterAll(async () => {
    await server.close();
    await opened.close();
  });

  const tell = async (smtpUrl = server.smtpUrl) => {
    const mailer = openMailer({ smtpUrl, from: 'koppeling@koppeling.example' });
    await tellOfConnections({
      news: opened.store.connectionNews,
      peopleOf: async () => PEOPLE,
      mailer,
      publicUrl: 'https://koppeling.example',
      logger: createLogger('silent'),
    });
    mailer.close();
  };
  const receivers = () => server.mails.flatMap(({ to }) => to);
  const end = (accountId: string) =>
    opened.store.pool.query(
      "update asperion_connection set state = 'ended', state_since = now() where account_id = $1",
      [accountId],
    );

  test('is mailed once to who can do something about it, and once more when it is back', async () => {
    const account = await opened.newAccount();
    await account.tokens.save(tokensNamed('a'), 'Marieke');
    await tell();
    expect(receivers()).toEqual([]);
    await end(account.accountId);
    await tell();
    await tell();
    expect(receivers()).toEqual(['peter@jansen.example', 'marieke@jansen.example']);
    await account.tokens.save(tokensNamed('b'), 'Marieke');
    await tell();
    await tell();
    expect(receivers().slice(2)).toEqual(['peter@jansen.example', 'marieke@jansen.example']);
  });

  test('that could be mailed to nobody is tried again', async () => {
    const account = await opened.newAccount();
    await account.tokens.save(tokensNamed('c'), 'Marieke');
    await end(account.accountId);
    const before = receivers().length;
    const refusing = await startMailServer();
    refusing.refuse();
    await tell(refusing.smtpUrl);
    await refusing.close();
    expect(receivers().length).toBe(before);
    await tell();
    expect(receivers().length).toBe(before + 2);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  Browser,
  mailTo,
  newCompany,
  type OpenedIdentity,
  openTestIdentity,
  PASSWORD,
  signedIn,
} from './identity.test-kit.ts';

let opened: OpenedIdentity;
beforeAll(async () => {
  opened = await openTestIdentity();
});
afterAll(() => opened.close());

const refused = (code: string) => expect.objectContaining({ name: 'Refusal', code });

describe('passwords and sessions', () => {
  test('a changed password signs out every other browser and keeps this one', async () => {
    const { identity } = opened;
    const { browser } = await newCompany(opened.identity, 'wissel');
    const elsewhere = await signedIn(identity, 'baas@wissel.example');
    const given = { currentPassword: PASSWORD, newPassword: 'een-heel-ander-wachtwoord' };
    browser.keep(await identity.own.changePassword(given, browser.asker));
    expect(await browser.person(identity)).not.toBeNull();
    expect(await elsewhere.person(identity)).toBeNull();
    await expect(signedIn(identity, 'baas@wissel.example')).rejects.toEqual(refused('session.refused'));
    await expect(identity.own.changePassword(given, browser.asker)).rejects.toEqual(refused('password.wrong'));
  });

  test('one sees where one is signed in and can end one of those', async () => {
    const { identity } = opened;
    const { browser } = await newCompany(opened.identity, 'overal');
    const elsewhere = await signedIn(identity, 'baas@overal.example');
    const sessions = await identity.own.sessions(browser.asker);
    expect(sessions.map(({ userAgent }) => userAgent)).toEqual(['Testbrowser', 'Testbrowser']);
    const other = sessions.find(({ isCurrent }) => !isCurrent)?.sessionId ?? '';
    const stranger = await newCompany(opened.identity, 'vreemd');
    await identity.own.revokeSession(other, stranger.browser.asker);
    expect(await elsewhere.person(identity)).not.toBeNull();
    await identity.own.revokeSession(other, browser.asker);
    expect(await elsewhere.person(identity)).toBeNull();
    expect(await browser.person(identity)).not.toBeNull();
  });

  test('who forgot the password gets a mail whose link works once; an unknown address hears the same and gets nothing', async () => {
    const { identity, mailServer } = opened;
    const { browser } = await newCompany(opened.identity, 'vergeten');
    await identity.signIn.askPasswordReset('Baas@vergeten.example', browser.asker);
    await identity.signIn.askPasswordReset('niemand@vergeten.example', browser.asker);
    const { source } = await mailTo(opened.mailServer, 'baas@vergeten.example');
    const token = /nieuw-wachtwoord\/([A-Za-z0-9_-]+)/.exec(source.replaceAll('=\n', ''))?.[1] ?? '';
    await identity.signIn.resetPassword({ token, password: 'nieuw-gekozen-wachtwoord' }, browser.asker);
    expect(await browser.person(identity)).toBeNull();
    expect(
      await (await signedIn(identity, 'baas@vergeten.example', 'nieuw-gekozen-wachtwoord')).person(identity),
    ).not.toBeNull();
    await expect(
      identity.signIn.resetPassword({ token, password: 'nog-een-wachtwoord' }, browser.asker),
    ).rejects.toEqual(refused('password.link-over'));
    expect(mailServer.mails.some(({ to }) => to.includes('niemand@vergeten.example'))).toBe(false);
  });

  test('nobody without a session does anything about an own account', async () => {
    const { own } = opened.identity;
    const { asker } = new Browser();
    for (const asked of [
      own.changeName('X', asker),
      own.changePassword({ currentPassword: PASSWORD, newPassword: PASSWORD }, asker),
      own.sessions(asker),
      own.beginTwoFactor(PASSWORD, asker),
      own.confirmTwoFactor('000000', asker),
    ])
      await expect(asked).rejects.toEqual(refused('session.none'));
  });
});

describe('API keys', () => {
  const keyed = (key: string, cookie = '') => new Headers({ authorization: `Bearer ${key}`, cookie });

  test('a key stands for its person without a session, until it is withdrawn', async () => {
    const { identity } = opened;
    const { browser } = await newCompany(opened.identity, 'sleutel');
    const person = await browser.person(identity);
    const userId = person?.userId ?? '';
    const { key, keyId } = await identity.keys.create(userId, 'Rapportage');
    expect(await identity.personOf(keyed(key))).toEqual({ ...person, sessionId: null });
    const [listed] = await identity.keys.list(userId);
    expect(listed).toMatchObject({ keyId, name: 'Rapportage', ending: key.slice(-4) });
    expect(listed?.lastUsedAt).not.toBeNull();
    expect(JSON.stringify(listed)).not.toContain(key);
    const stranger = (await (await newCompany(opened.identity, 'sleutelloos')).browser.person(identity))?.userId ?? '';
    await identity.keys.withdraw(stranger, keyId);
    expect(await identity.personOf(keyed(key))).not.toBeNull();
    await identity.keys.withdraw(userId, keyId);
    expect(await identity.personOf(keyed(key))).toBeNull();
  });

  test('a wrong key is nobody, whatever cookie comes with it', async () => {
    const { identity } = opened;
    const { browser } = await newCompany(opened.identity, 'mengsel');
    const cookie = browser.asker.headers.get('cookie') ?? '';
    expect(await identity.personOf(keyed('koppeling_onzin', cookie))).toBeNull();
    expect(await identity.personOf(new Headers({ authorization: 'Basic eA==', cookie }))).toBeNull();
  });
});

describe('the operator at the command line', () => {
  test('makes the first manager of a company that has nobody, once', async () => {
    const { identity, store } = opened;
    const { createAccount } = await import('../usecases/accounts.ts');
    const account = await createAccount({ store, clock: opened.clock, trialDays: 30 }, 'Van de opdrachtregel BV');
    const user = { email: 'Cli@bedrijf.example', name: 'Cli', password: PASSWORD, isOperator: true };
    const made = await identity.users.create({ ...user, membership: { account, role: 'manager' } });
    expect(made).toMatchObject({ email: 'cli@bedrijf.example', isOperator: true, memberships: [{ role: 'manager' }] });
    await expect(identity.users.create({ ...user, membership: null })).rejects.toEqual(refused('user.known'));
    const browser = await signedIn(identity, 'cli@bedrijf.example');
    const given = { email: 'collega@bedrijf.example', role: 'office' } as const;
    expect(await identity.companies.invite(account.id, given, browser.asker)).toMatchObject({ role: 'office' });
    await expect(identity.users.setRole('cli@bedrijf.example', account, 'office')).rejects.toEqual(
      refused('member.last-manager'),
    );
  });

  test('refuses a short password, a name of blanks and what is no address', async () => {
    const { users } = opened.identity;
    const user = { email: 'p@bedrijf.example', name: 'P', password: PASSWORD, isOperator: false, membership: null };
    await expect(users.create({ ...user, password: 'kort' })).rejects.toEqual(refused('password.length'));
    await expect(users.create({ ...user, name: '  ' })).rejects.toEqual(refused('user.name-empty'));
    await expect(users.create({ ...user, email: 'geen adres' })).rejects.toEqual(refused('user.email-wrong'));
    await expect(users.setPassword('niemand@bedrijf.example', PASSWORD, { endsTwoFactor: false })).rejects.toEqual(
      refused('user.unknown'),
    );
  });

  test('a new password and a removed user end what was signed in', async () => {
    const { identity } = opened;
    const { browser } = await newCompany(opened.identity, 'ingreep');
    await identity.users.setPassword('baas@ingreep.example', 'door-de-beheerder-gezet', { endsTwoFactor: true });
    expect(await browser.person(identity)).toBeNull();
    const again = await signedIn(identity, 'baas@ingreep.example', 'door-de-beheerder-gezet');
    expect(await identity.users.remove('Baas@ingreep.example')).toBe(true);
    expect(await again.person(identity)).toBeNull();
    expect(await identity.users.remove('baas@ingreep.example')).toBe(false);
  });
});

test('the database holds no password, key or link that could be used', async () => {
  const { identity, store } = opened;
  const { browser } = await newCompany(opened.identity, 'inbraak');
  const { key } = await identity.keys.create((await browser.person(identity))?.userId ?? '', 'k');
  const { rows } = await store.pool.query<{ text: string }>(
    `select coalesce(string_agg(t::text, ' '), '') as text from (
       select a::text as t from auth.account a union all select k::text from auth.api_key k
       union all select v::text from auth.verification v union all select p::text from auth.attempt p) as all_rows`,
  );
  const text = rows[0]?.text ?? '';
  expect(text).not.toContain(PASSWORD);
  expect(text).not.toContain(key);
  expect(text).not.toContain('reset-password');
  expect(text).not.toContain('inbraak.example');
});

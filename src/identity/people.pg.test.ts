import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AccountId } from '../model/ids.ts';
import { Browser, type OpenedIdentity, openTestIdentity, PASSWORD, registered, signedIn } from './identity.test-kit.ts';
import type { Role } from './person.ts';

let opened: OpenedIdentity;
beforeAll(async () => {
  opened = await openTestIdentity();
});
afterAll(() => opened.close());

const refused = (code: string) => expect.objectContaining({ name: 'Refusal', code });

/** A company with one manager, and that manager's browser. */
async function newCompany(name: string) {
  const browser = await registered(opened.identity, `baas@${name}.example`, name);
  const accountId = (await browser.person(opened.identity))?.memberships[0]?.accountId as AccountId;
  return { browser, accountId };
}

/** Invites and lets the invited person register. */
async function newMember(company: { browser: Browser; accountId: AccountId }, email: string, role: Role) {
  const { identity } = opened;
  const invited = await identity.companies.invite(company.accountId, { email, role }, company.browser.asker);
  const { invitationId } = invited;
  const browser = new Browser();
  const given = { name: email, email, password: PASSWORD, companyName: null, invitationId };
  browser.keep((await identity.signIn.register(given, browser.asker)).cookies);
  const member = (await identity.companies.members(company.accountId)).find((one) => one.email === email);
  return { browser, memberId: member?.memberId ?? '' };
}

async function mailTo(address: string) {
  const deadline = performance.now() + 5_000;
  for (;;) {
    const mail = opened.mailServer.mails.find(({ to }) => to.includes(address));
    if (mail) return mail;
    if (performance.now() > deadline) throw new Error(`no mail came for ${address}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe('inviting', () => {
  test('somebody who is invited gets a mail, registers with that address and has the role of the invitation', async () => {
    const { identity } = opened;
    const company = await newCompany('uitnodigend');
    const given = { email: 'Nieuw@uitnodigend.example', role: 'office' } as const;
    const { link, invitationId } = await identity.companies.invite(company.accountId, given, company.browser.asker);
    expect(link).toBe(`http://localhost:3000/uitnodiging/${invitationId}`);
    expect((await mailTo('nieuw@uitnodigend.example')).source).toContain('uitnodiging/');
    expect(await identity.companies.invitation(invitationId)).toEqual({
      accountId: company.accountId,
      companyName: 'uitnodigend',
      email: 'nieuw@uitnodigend.example',
      role: 'office',
      hasAccount: false,
    });
    const browser = new Browser();
    const newcomer = { name: 'Nieuw', email: 'nieuw@uitnodigend.example', password: PASSWORD };
    browser.keep(
      (await identity.signIn.register({ ...newcomer, companyName: null, invitationId }, browser.asker)).cookies,
    );
    expect((await browser.person(identity))?.memberships).toEqual([{ accountId: company.accountId, role: 'office' }]);
    expect(await identity.companies.invitations(company.accountId)).toEqual([]);
    await expect(identity.companies.invitation(invitationId)).rejects.toEqual(refused('invitation.unknown'));
  });

  test('an invitation is of no use with another address, used twice, withdrawn or too late', async () => {
    const { identity, clock } = opened;
    const company = await newCompany('streng');
    const invite = (email: string) =>
      identity.companies.invite(company.accountId, { email, role: 'manager' }, company.browser.asker);
    const register = (email: string, invitationId: string) =>
      identity.signIn.register(
        { name: 'X', email, password: PASSWORD, companyName: null, invitationId },
        new Browser().asker,
      );
    const { invitationId } = await invite('a@streng.example');
    await expect(register('b@streng.example', invitationId)).rejects.toEqual(refused('registration.other-address'));
    const other = await newCompany('ander-streng');
    await expect(identity.companies.accept(invitationId, other.browser.asker)).rejects.toEqual(
      refused('invitation.other-address'),
    );
    await identity.companies.withdrawInvitation(company.accountId, invitationId, company.browser.asker);
    await expect(register('a@streng.example', invitationId)).rejects.toEqual(refused('invitation.unknown'));
    const late = await invite('laat@streng.example');
    clock.advance(8 * 86_400_000);
    await expect(register('laat@streng.example', late.invitationId)).rejects.toEqual(refused('invitation.unknown'));
    clock.advance(-8 * 86_400_000);
    await expect(register('a@streng.example', 'geen-uuid')).rejects.toEqual(refused('invitation.unknown'));
  });

  test('who already has an account accepts signed in, and belongs to both companies', async () => {
    const { identity } = opened;
    const [one, two] = [await newCompany('een'), await newCompany('twee')];
    const given = { email: 'baas@twee.example', role: 'reader' } as const;
    const { invitationId } = await identity.companies.invite(one.accountId, given, one.browser.asker);
    expect(await identity.companies.invitation(invitationId)).toMatchObject({ hasAccount: true });
    expect(await identity.companies.accept(invitationId, two.browser.asker)).toBe(one.accountId);
    expect((await two.browser.person(identity))?.memberships).toEqual([
      { accountId: two.accountId, role: 'manager' },
      { accountId: one.accountId, role: 'reader' },
    ]);
    await expect(identity.companies.invite(one.accountId, given, one.browser.asker)).rejects.toEqual(
      refused('invitation.member-already'),
    );
  });

  test('inviting the same address again takes the place of the earlier invitation', async () => {
    const { identity } = opened;
    const { accountId, browser } = await newCompany('opnieuw');
    const first = await identity.companies.invite(
      accountId,
      { email: 'z@opnieuw.example', role: 'reader' },
      browser.asker,
    );
    await identity.companies.invite(accountId, { email: 'z@opnieuw.example', role: 'office' }, browser.asker);
    const open = await identity.companies.invitations(accountId);
    expect(open.map(({ role }) => role)).toEqual(['office']);
    await expect(identity.companies.invitation(first.invitationId)).rejects.toEqual(refused('invitation.unknown'));
  });

  test('an invitation of another company cannot be withdrawn', async () => {
    const { identity } = opened;
    const [one, two] = [await newCompany('mijn'), await newCompany('jouw')];
    const given = { email: 'q@jouw.example', role: 'reader' } as const;
    const { invitationId } = await identity.companies.invite(two.accountId, given, two.browser.asker);
    await expect(identity.companies.withdrawInvitation(one.accountId, invitationId, one.browser.asker)).rejects.toEqual(
      refused('invitation.unknown'),
    );
    expect(await identity.companies.invitations(two.accountId)).toHaveLength(1);
  });
});

describe('members', () => {
  test('the last manager stays manager and stays member', async () => {
    const { identity } = opened;
    const company = await newCompany('alleen');
    const [self] = await identity.companies.members(company.accountId);
    const memberId = self?.memberId ?? '';
    const { asker } = company.browser;
    await expect(identity.companies.changeRole(company.accountId, memberId, 'office', asker)).rejects.toEqual(
      refused('member.last-manager'),
    );
    await expect(identity.companies.removeMember(company.accountId, memberId, asker)).rejects.toEqual(
      refused('member.last-manager'),
    );
  });

  test('two managers who demote each other at the same moment do not leave the company without one', async () => {
    const { identity, again } = opened;
    const company = await newCompany('tweestrijd');
    const second = await newMember(company, 'tweede@tweestrijd.example', 'manager');
    const members = await identity.companies.members(company.accountId);
    const first = members.find((one) => one.email === 'baas@tweestrijd.example')?.memberId ?? '';
    const outcomes = await Promise.allSettled([
      identity.companies.changeRole(company.accountId, second.memberId, 'reader', company.browser.asker),
      again().companies.changeRole(company.accountId, first, 'reader', second.browser.asker),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const left = await identity.companies.members(company.accountId);
    expect(left.filter(({ role }) => role === 'manager')).toHaveLength(1);
  });

  test('a removed member sees the company no more, at once, and a changed role counts at once', async () => {
    const { identity } = opened;
    const company = await newCompany('kort');
    const { browser, memberId } = await newMember(company, 'even@kort.example', 'office');
    const was = await identity.companies.changeRole(company.accountId, memberId, 'reader', company.browser.asker);
    expect(was.role).toBe('office');
    expect((await browser.person(identity))?.memberships[0]?.role).toBe('reader');
    await identity.companies.removeMember(company.accountId, memberId, company.browser.asker);
    expect((await browser.person(identity))?.memberships).toEqual([]);
  });

  test('a member of another company is nobody here', async () => {
    const { identity } = opened;
    const [one, two] = [await newCompany('hier'), await newCompany('daar')];
    const there = await newMember(two, 'iemand@daar.example', 'office');
    await expect(identity.companies.removeMember(one.accountId, there.memberId, one.browser.asker)).rejects.toEqual(
      refused('member.unknown'),
    );
    await expect(
      identity.companies.changeRole(one.accountId, 'geen-uuid', 'office', one.browser.asker),
    ).rejects.toEqual(refused('member.unknown'));
  });

  test('a new name of the company is also the name in its invitations, and a taken one changes nothing', async () => {
    const { identity, store } = opened;
    const company = await newCompany('oudenaam');
    await identity.companies.rename(company.accountId, 'Nieuwe Naam BV');
    const given = { email: 'n@oudenaam.example', role: 'reader' } as const;
    const { invitationId } = await identity.companies.invite(company.accountId, given, company.browser.asker);
    expect((await identity.companies.invitation(invitationId)).companyName).toBe('Nieuwe Naam BV');
    await newCompany('bezet');
    await expect(identity.companies.rename(company.accountId, 'Bezet')).rejects.toEqual(refused('account.name-taken'));
    expect((await store.accounts.find(company.accountId))?.name).toBe('Nieuwe Naam BV');
  });
});

describe('passwords and sessions', () => {
  test('a changed password signs out every other browser and keeps this one', async () => {
    const { identity } = opened;
    const { browser } = await newCompany('wissel');
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
    const { browser } = await newCompany('overal');
    const elsewhere = await signedIn(identity, 'baas@overal.example');
    const sessions = await identity.own.sessions(browser.asker);
    expect(sessions.map(({ userAgent }) => userAgent)).toEqual(['Testbrowser', 'Testbrowser']);
    const other = sessions.find(({ isCurrent }) => !isCurrent)?.sessionId ?? '';
    const stranger = await newCompany('vreemd');
    await identity.own.revokeSession(other, stranger.browser.asker);
    expect(await elsewhere.person(identity)).not.toBeNull();
    await identity.own.revokeSession(other, browser.asker);
    expect(await elsewhere.person(identity)).toBeNull();
    expect(await browser.person(identity)).not.toBeNull();
  });

  test('who forgot the password gets a mail whose link works once; an unknown address hears the same and gets nothing', async () => {
    const { identity, mailServer } = opened;
    const { browser } = await newCompany('vergeten');
    await identity.signIn.askPasswordReset('Baas@vergeten.example', browser.asker);
    await identity.signIn.askPasswordReset('niemand@vergeten.example', browser.asker);
    const { source } = await mailTo('baas@vergeten.example');
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
    const { browser } = await newCompany('sleutel');
    const person = await browser.person(identity);
    const userId = person?.userId ?? '';
    const { key, keyId } = await identity.keys.create(userId, 'Rapportage');
    expect(await identity.personOf(keyed(key))).toEqual({ ...person, sessionId: null });
    const [listed] = await identity.keys.list(userId);
    expect(listed).toMatchObject({ keyId, name: 'Rapportage', ending: key.slice(-4) });
    expect(listed?.lastUsedAt).not.toBeNull();
    expect(JSON.stringify(listed)).not.toContain(key);
    const stranger = (await (await newCompany('sleutelloos')).browser.person(identity))?.userId ?? '';
    await identity.keys.withdraw(stranger, keyId);
    expect(await identity.personOf(keyed(key))).not.toBeNull();
    await identity.keys.withdraw(userId, keyId);
    expect(await identity.personOf(keyed(key))).toBeNull();
  });

  test('a wrong key is nobody, whatever cookie comes with it', async () => {
    const { identity } = opened;
    const { browser } = await newCompany('mengsel');
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
    const { browser } = await newCompany('ingreep');
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
  const { browser } = await newCompany('inbraak');
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

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  appCode,
  Browser,
  type OpenedIdentity,
  openTestIdentity,
  PASSWORD,
  registered,
  signedIn,
} from './identity.test-kit.ts';

let opened: OpenedIdentity;
beforeAll(async () => {
  opened = await openTestIdentity();
});
afterAll(() => opened.close());

const refused = (code: string) => expect.objectContaining({ name: 'Refusal', code });

describe('registering', () => {
  test('a newcomer who registers with a company is its manager, signed in, and never the operator', async () => {
    const { identity, store } = opened;
    const browser = await registered(identity, 'nieuw@jansen.example', 'Nieuw Bedrijf BV');
    const person = await browser.person(identity);
    expect(person).toMatchObject({ email: 'nieuw@jansen.example', isOperator: false, hasTwoFactor: false });
    expect(person?.memberships).toHaveLength(1);
    expect(person?.memberships[0]).toMatchObject({ role: 'manager' });
    expect((await store.accounts.find('Nieuw Bedrijf BV'))?.id).toBe(person?.memberships[0]?.accountId);
  });

  test('a company name that is taken leaves nothing behind: the same person registers with another name', async () => {
    const { identity } = opened;
    await registered(identity, 'eerste@bedrijf.example', 'Bestaat Al BV');
    await expect(registered(identity, 'tweede@bedrijf.example', 'bestaat al bv')).rejects.toEqual(
      refused('account.name-taken'),
    );
    const browser = await registered(identity, 'tweede@bedrijf.example', 'Ander Bedrijf BV');
    expect(await browser.person(identity)).toMatchObject({ email: 'tweede@bedrijf.example' });
  });

  test('an address that is known leaves no company behind, also not when it is written otherwise', async () => {
    const { identity, store } = opened;
    await registered(identity, 'dubbel@bedrijf.example', 'Dubbel BV');
    await expect(registered(identity, ' Dubbel@Bedrijf.EXAMPLE ', 'Nog Een BV')).rejects.toEqual(
      refused('registration.address-known'),
    );
    expect(await store.accounts.find('Nog Een BV')).toBeNull();
  });

  test('where registering is closed, nobody registers without an invitation', async () => {
    const closed = await openTestIdentity({ isSignUpOpen: false });
    await expect(registered(closed.identity, 'a@bedrijf.example', 'A')).rejects.toEqual(refused('registration.closed'));
    await closed.close();
  });

  test('a company and an invitation at once, or neither, is refused', async () => {
    const { identity } = opened;
    const given = { name: 'X', email: 'x@bedrijf.example', password: PASSWORD };
    for (const [companyName, invitationId] of [
      ['A', 'b'],
      [null, null],
    ] as const)
      await expect(
        identity.signIn.register({ ...given, companyName, invitationId }, new Browser().asker),
      ).rejects.toEqual(refused('registration.one-way'));
  });
});

describe('signing in and out', () => {
  test('a wrong password and an unknown address are told in the same words', async () => {
    const { identity } = opened;
    await registered(identity, 'bekend@bedrijf.example', 'Bekend BV');
    const failures = await Promise.all(
      ['bekend@bedrijf.example', 'onbekend@bedrijf.example', 'geen adres'].map((email) =>
        identity.signIn.signIn({ email, password: 'iets-heel-anders' }, new Browser().asker).catch((error) => error),
      ),
    );
    for (const failure of failures) expect(failure).toEqual(refused('session.refused'));
    expect(new Set(failures.map(String)).size).toBe(1);
  });

  test('after signing out the cookie is worth nothing, also to who copied it', async () => {
    const { identity } = opened;
    await registered(identity, 'weg@bedrijf.example', 'Weg BV');
    const browser = await signedIn(identity, 'weg@bedrijf.example');
    const { headers } = browser.asker;
    expect(await identity.personOf(headers)).not.toBeNull();
    browser.keep(await identity.signIn.signOut(browser.asker));
    expect(await identity.personOf(headers)).toBeNull();
    expect(browser.asker.headers.get('cookie')).toBe('');
  });

  test('a cookie with a changed character belongs to nobody', async () => {
    const { identity } = opened;
    await registered(identity, 'vals@bedrijf.example', 'Vals BV');
    const cookie = (await signedIn(identity, 'vals@bedrijf.example')).asker.headers.get('cookie') ?? '';
    const changed = cookie.replace(/=(.)/, (_, first: string) => `=${first === 'a' ? 'b' : 'a'}`);
    expect(await identity.personOf(new Headers({ cookie: changed }))).toBeNull();
  });

  test('guessing a password ends after ten tries on one address, in all programs together, and goes on a quarter later', async () => {
    const { identity, clock, again } = opened;
    await registered(identity, 'doelwit@bedrijf.example', 'Doelwit BV');
    const programs = [identity, again()];
    const guess = (index: number, password: string) =>
      programs[index % 2]?.signIn.signIn({ email: 'Doelwit@bedrijf.example', password }, new Browser().asker);
    const tries = await Promise.allSettled(
      Array.from({ length: 14 }, (_, index) => guess(index, `gok-nummer-${index}`)),
    );
    const codes = tries.map((one) => (one.status === 'rejected' ? one.reason.code : 'in'));
    expect(codes.filter((code) => code === 'session.refused')).toHaveLength(10);
    expect(codes.filter((code) => code === 'session.too-often')).toHaveLength(4);
    await expect(guess(0, PASSWORD)).rejects.toEqual(refused('session.too-often'));
    clock.advance(15 * 60_000 + 1_000);
    expect(await guess(0, PASSWORD)).toMatchObject({ isSecondStepNeeded: false });
  });

  test('the session cookie is out of reach of scripts and other sites, and secure but on localhost', async () => {
    const cookieOf = async (publicUrl: string) => {
      const other = await openTestIdentity({ publicUrl });
      await registered(other.identity, 'c@bedrijf.example', 'C');
      const { cookies } = await other.identity.signIn.signIn(
        { email: 'c@bedrijf.example', password: PASSWORD },
        new Browser().asker,
      );
      await other.close();
      return cookies.join('\n');
    };
    expect(await cookieOf('https://koppeling.example')).toMatch(/^__Secure-.*HttpOnly; Secure; SameSite=Lax/);
    expect(await cookieOf('http://koppeling.example')).toContain('Secure;');
    const local = await cookieOf('http://localhost:3000');
    expect(local).toMatch(/HttpOnly; SameSite=Lax/);
    expect(local).not.toContain('Secure');
  });
});

describe('a second step', () => {
  async function withTwoFactor(email: string, companyName: string) {
    const { identity } = opened;
    const browser = await registered(identity, email, companyName);
    const { secret, uri, backupCodes } = await identity.own.beginTwoFactor(PASSWORD, browser.asker);
    expect(uri).toContain('otpauth://totp/Koppeling');
    browser.keep(await identity.own.confirmTwoFactor(appCode(secret), browser.asker));
    return { browser, secret, backupCodes };
  }

  test('who turned it on gets in with the code of the app and not with the password alone', async () => {
    const { identity } = opened;
    const { browser, secret } = await withTwoFactor('stappen@bedrijf.example', 'Stappen BV');
    expect(await browser.person(identity)).toMatchObject({ hasTwoFactor: true });
    const other = new Browser();
    const begun = await identity.signIn.signIn({ email: 'stappen@bedrijf.example', password: PASSWORD }, other.asker);
    expect(begun.isSecondStepNeeded).toBe(true);
    other.keep(begun.cookies);
    expect(await other.person(identity)).toBeNull();
    await expect(identity.signIn.secondStep({ code: '000000', isBackupCode: false }, other.asker)).rejects.toEqual(
      refused('session.code-refused'),
    );
    const spaced = appCode(secret).replace(/^(...)/, '$1 ');
    other.keep(await identity.signIn.secondStep({ code: spaced, isBackupCode: false }, other.asker));
    expect(await other.person(identity)).toMatchObject({ email: 'stappen@bedrijf.example' });
  });

  test('a backup code works once', async () => {
    const { identity } = opened;
    const { backupCodes } = await withTwoFactor('reserve@bedrijf.example', 'Reserve BV');
    const [code = ''] = backupCodes;
    const tryIt = async () => {
      const browser = await signedIn(identity, 'reserve@bedrijf.example');
      return browser.keep(await identity.signIn.secondStep({ code, isBackupCode: true }, browser.asker));
    };
    expect(await (await tryIt()).person(identity)).not.toBeNull();
    await expect(tryIt()).rejects.toEqual(refused('session.code-refused'));
  });

  test('the second step of somebody else is not answered by the session that a browser still has', async () => {
    const { identity } = opened;
    await withTwoFactor('collega@bedrijf.example', 'Collega BV');
    const { browser, secret } = await withTwoFactor('eigen@bedrijf.example', 'Eigen BV');
    const begun = await identity.signIn.signIn(
      { email: 'collega@bedrijf.example', password: PASSWORD },
      new Browser().asker,
    );
    browser.keep(begun.cookies.filter((cookie) => cookie.includes('two_factor')));
    await expect(
      identity.signIn.secondStep({ code: appCode(secret), isBackupCode: false }, browser.asker),
    ).rejects.toEqual(refused('session.code-refused'));
  });

  test('guessing codes locks the account for a while, however often one signs in anew', async () => {
    const { identity } = opened;
    await withTwoFactor('gokken@bedrijf.example', 'Gokken BV');
    const codes: string[] = [];
    for (let round = 0; round < 3; round++) {
      const browser = await signedIn(identity, 'gokken@bedrijf.example');
      for (let attempt = 0; attempt < 5; attempt++)
        await identity.signIn
          .secondStep({ code: '000000', isBackupCode: false }, browser.asker)
          .catch((error: { code: string }) => codes.push(error.code));
    }
    expect(codes.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 'session.code-refused'));
    expect(codes.slice(10)).toEqual(Array.from({ length: 5 }, () => 'session.too-often'));
  });

  test('it is ended with the password', async () => {
    const { identity } = opened;
    const { browser } = await withTwoFactor('klaar@bedrijf.example', 'Klaar BV');
    await expect(identity.own.beginTwoFactor(PASSWORD, browser.asker)).rejects.toEqual(refused('two-factor.already'));
    await expect(identity.own.endTwoFactor('iets-heel-anders', browser.asker)).rejects.toEqual(
      refused('password.wrong'),
    );
    browser.keep(await identity.own.endTwoFactor(PASSWORD, browser.asker));
    expect(await browser.person(identity)).toMatchObject({ hasTwoFactor: false });
    const begun = await identity.signIn.signIn(
      { email: 'klaar@bedrijf.example', password: PASSWORD },
      new Browser().asker,
    );
    expect(begun.isSecondStepNeeded).toBe(false);
  });
});

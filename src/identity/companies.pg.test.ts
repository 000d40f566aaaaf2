import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AccountId } from '../model/ids.ts';
import { Browser, mailTo, newCompany, type OpenedIdentity, openTestIdentity, PASSWORD } from './identity.test-kit.ts';
import type { Role } from './person.ts';

let opened: OpenedIdentity;
beforeAll(async () => {
  opened = await openTestIdentity();
});
afterAll(() => opened.close());

const refused = (code: string) => expect.objectContaining({ name: 'Refusal', code });

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

describe('inviting', () => {
  test('somebody who is invited gets a mail, registers with that address and has the role of the invitation', async () => {
    const { identity } = opened;
    const company = await newCompany(opened.identity, 'uitnodigend');
    const given = { email: 'Nieuw@uitnodigend.example', role: 'office' } as const;
    const { link, invitationId } = await identity.companies.invite(company.accountId, given, company.browser.asker);
    expect(link).toBe(`http://localhost:3000/uitnodiging/${invitationId}`);
    expect((await mailTo(opened.mailServer, 'nieuw@uitnodigend.example')).source).toContain('uitnodiging/');
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
    const company = await newCompany(opened.identity, 'streng');
    const invite = (email: string) =>
      identity.companies.invite(company.accountId, { email, role: 'manager' }, company.browser.asker);
    const register = (email: string, invitationId: string) =>
      identity.signIn.register(
        { name: 'X', email, password: PASSWORD, companyName: null, invitationId },
        new Browser().asker,
      );
    const { invitationId } = await invite('a@streng.example');
    await expect(register('b@streng.example', invitationId)).rejects.toEqual(refused('registration.other-address'));
    const other = await newCompany(opened.identity, 'ander-streng');
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
    const [one, two] = [await newCompany(opened.identity, 'een'), await newCompany(opened.identity, 'twee')];
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
    const { accountId, browser } = await newCompany(opened.identity, 'opnieuw');
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
    const [one, two] = [await newCompany(opened.identity, 'mijn'), await newCompany(opened.identity, 'jouw')];
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
    const company = await newCompany(opened.identity, 'alleen');
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
    const company = await newCompany(opened.identity, 'tweestrijd');
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

  test('many changes at once all get their turn', async () => {
    const { identity } = opened;
    const company = await newCompany(opened.identity, 'drukte');
    const { memberId } = await newMember(company, 'wissel@drukte.example', 'reader');
    const { accountId, browser } = company;
    const roles: readonly Role[] = Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? 'office' : 'reader'));
    await Promise.all(roles.map((role) => identity.companies.changeRole(accountId, memberId, role, browser.asker)));
    expect(await identity.companies.members(accountId)).toHaveLength(2);
  });

  test('a removed member sees the company no more, at once, and a changed role counts at once', async () => {
    const { identity } = opened;
    const company = await newCompany(opened.identity, 'kort');
    const { browser, memberId } = await newMember(company, 'even@kort.example', 'office');
    const was = await identity.companies.changeRole(company.accountId, memberId, 'reader', company.browser.asker);
    expect(was.role).toBe('office');
    expect((await browser.person(identity))?.memberships[0]?.role).toBe('reader');
    await identity.companies.removeMember(company.accountId, memberId, company.browser.asker);
    expect((await browser.person(identity))?.memberships).toEqual([]);
  });

  test('a member of another company is nobody here', async () => {
    const { identity } = opened;
    const [one, two] = [await newCompany(opened.identity, 'hier'), await newCompany(opened.identity, 'daar')];
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
    const company = await newCompany(opened.identity, 'oudenaam');
    await identity.companies.rename(company.accountId, 'Nieuwe Naam BV');
    const given = { email: 'n@oudenaam.example', role: 'reader' } as const;
    const { invitationId } = await identity.companies.invite(company.accountId, given, company.browser.asker);
    expect((await identity.companies.invitation(invitationId)).companyName).toBe('Nieuwe Naam BV');
    await newCompany(opened.identity, 'bezet');
    await expect(identity.companies.rename(company.accountId, 'Bezet')).rejects.toEqual(refused('account.name-taken'));
    expect((await store.accounts.find(company.accountId))?.name).toBe('Nieuwe Naam BV');
  });
});

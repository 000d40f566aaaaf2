import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appCode } from '../../identity/identity.test-kit.ts';
import type { AccountId } from '../../model/ids.ts';
import { ApiClient } from './api-client.test-kit.ts';
import { type ApiWorld, emailOf, PASSWORD, startApiWorld } from './api-world.test-kit.ts';

let api: ApiWorld;
let manager: ApiClient;
beforeAll(async () => {
  api = await startApiWorld();
  manager = await api.signIn('manager');
});
afterAll(() => api?.close());

async function auditOf(accountId: string): Promise<string[]> {
  const { entries } = await api.world.store.forAccount(accountId as AccountId).audit.list({ limit: 50, offset: 0 });
  return entries.map(({ by, action, parameters, changes }) =>
    [by, action, ...Object.values(parameters), ...changes.map(({ before, after }) => `${before}>${after}`)].join(' '),
  );
}

const browser = () => new ApiClient(api.address);
const params = () => ({ accountId: api.accountId });

describe('signing in', () => {
  test('a newcomer registers with a company, sees it, signs out and in again', async () => {
    const newcomer = browser();
    const body = { name: 'Nieuw', email: 'nieuw@elders.example', password: PASSWORD, companyName: 'Elders BV' };
    await newcomer.call('POST /api/registration', { body });
    const me = await newcomer.call('GET /api/me');
    expect(me).toMatchObject({ email: 'nieuw@elders.example', accounts: [{ name: 'Elders BV', role: 'manager' }] });
    expect(await auditOf(me.accounts[0]?.accountId ?? '')).toEqual(['Nieuw company.created Elders BV']);
    await newcomer.call('DELETE /api/session');
    expect((await newcomer.refused('GET /api/me')).status).toBe(401);
    const { email, password } = body;
    expect(await newcomer.call('POST /api/session', { body: { email, password } })).toEqual({
      isSecondStepNeeded: false,
    });
    expect((await newcomer.call('GET /api/me')).name).toBe('Nieuw');
  });

  test('a wrong password is told in the language of the browser', async () => {
    const body = { email: emailOf('office'), password: 'niet-dit-wachtwoord' };
    const headers = { 'accept-language': 'en' };
    expect(await browser().refused('POST /api/session', { body, headers })).toMatchObject({
      status: 422,
      code: 'session.refused',
      message: expect.stringContaining('do not belong together'),
    });
  });

  test('two-step sign-in is begun, confirmed and asked for from then on', async () => {
    const office = await api.signIn('office');
    const { secret, backupCodes } = await office.call('POST /api/me/two-factor', { body: { password: PASSWORD } });
    expect(backupCodes).toHaveLength(10);
    await office.call('PUT /api/me/two-factor', { body: { code: appCode(secret) } });
    const other = browser();
    const body = { email: emailOf('office'), password: PASSWORD };
    expect((await other.call('POST /api/session', { body })).isSecondStepNeeded).toBe(true);
    expect((await other.refused('GET /api/me')).code).toBe('session.none');
    await other.call('POST /api/session/second-step', { body: { code: appCode(secret) } });
    expect((await other.call('GET /api/me')).hasTwoFactor).toBe(true);
    await office.call('DELETE /api/me/two-factor', { body: { password: PASSWORD } });
  });

  test('one sees the own sessions, ends another one and changes name and password', async () => {
    const [here, there] = [await api.signIn('reader'), await api.signIn('reader')];
    const { sessions } = await here.call('GET /api/me/sessions');
    const other = sessions.find(({ isCurrent }) => !isCurrent)?.sessionId ?? '';
    await here.call('DELETE /api/me/sessions/:sessionId', { params: { sessionId: other } });
    expect((await there.refused('GET /api/me')).status).toBe(401);
    await here.call('PUT /api/me', { body: { name: 'Nieuwe Naam' } });
    const password = { currentPassword: PASSWORD, newPassword: 'voor-een-ogenblik-anders' };
    await here.call('PUT /api/me/password', { body: password });
    expect((await here.call('GET /api/me')).name).toBe('Nieuwe Naam');
    const back = { currentPassword: password.newPassword, newPassword: PASSWORD };
    await here.call('PUT /api/me/password', { body: back });
  });

  test('an API key is listed without itself and stops when it is withdrawn', async () => {
    const owner = await api.signIn('stranger');
    const { key, keyId } = await owner.call('POST /api/me/api-keys', { body: { name: 'Boekhouding' } });
    const program = new ApiClient(api.address, { authorization: `Bearer ${key}` });
    expect((await program.call('GET /api/me')).email).toBe(emailOf('stranger'));
    expect((await program.refused('GET /api/me/api-keys')).code).toBe('access.role');
    const { keys } = await owner.call('GET /api/me/api-keys');
    expect(keys).toMatchObject([{ keyId, name: 'Boekhouding', ending: key.slice(-4) }]);
    await owner.call('DELETE /api/me/api-keys/:keyId', { params: { keyId } });
    expect((await program.refused('GET /api/me')).status).toBe(401);
  });
});

describe('the company', () => {
  test('a manager renames it, invites, changes roles and removes, and each stands in the audit trail', async () => {
    const { members, name } = await manager.call('GET /api/accounts/:accountId/company', { params: params() });
    expect(members.filter(({ isSelf }) => isSelf).map(({ email }) => email)).toEqual([emailOf('manager')]);
    await manager.call('PUT /api/accounts/:accountId/company', { params: params(), body: { name: 'Hernoemd BV' } });
    const invited = await manager.call('POST /api/accounts/:accountId/invitations', {
      params: params(),
      body: { email: 'gast@bedrijf.example', role: 'reader' },
    });
    expect(invited.name).toBe('Hernoemd BV');
    const invitationId = invited.invitations[0]?.invitationId ?? '';
    const guest = browser();
    expect(await guest.call('GET /api/invitations/:invitationId', { params: { invitationId } })).toEqual({
      ...{ companyName: 'Hernoemd BV', email: 'gast@bedrijf.example', role: 'reader', hasAccount: false },
    });
    const body = { name: 'Gast', email: 'gast@bedrijf.example', password: PASSWORD, invitationId };
    await guest.call('POST /api/registration', { body });
    const company = await manager.call('GET /api/accounts/:accountId/company', { params: params() });
    const memberId = company.members.find(({ email }) => email === 'gast@bedrijf.example')?.memberId ?? '';
    const member = { ...params(), memberId };
    await manager.call('PUT /api/accounts/:accountId/members/:memberId', { params: member, body: { role: 'office' } });
    await manager.call('DELETE /api/accounts/:accountId/members/:memberId', { params: member });
    expect((await guest.refused('GET /api/accounts/:accountId/overview', { params: params() })).status).toBe(404);
    expect((await auditOf(api.accountId)).slice(0, 5)).toEqual([
      'Persoon manager member.removed Gast gast@bedrijf.example',
      'Persoon manager member.role-changed Gast gast@bedrijf.example reader>office',
      'Gast member.joined Gast gast@bedrijf.example',
      'Persoon manager member.invited reader gast@bedrijf.example',
      `Persoon manager company.renamed ${name}>Hernoemd BV`,
    ]);
  });

  test('an invitation is withdrawn and then unknown', async () => {
    const body = { email: 'toch-niet@bedrijf.example', role: 'reader' } as const;
    const invited = await manager.call('POST /api/accounts/:accountId/invitations', { params: params(), body });
    const invitationId = invited.invitations[0]?.invitationId ?? '';
    const withdrawn = await manager.call('DELETE /api/accounts/:accountId/invitations/:invitationId', {
      params: { ...params(), invitationId },
    });
    expect(withdrawn.invitations).toEqual([]);
    const unknown = await browser().refused('GET /api/invitations/:invitationId', { params: { invitationId } });
    expect(unknown).toMatchObject({ status: 404, code: 'invitation.unknown' });
    expect((await auditOf(api.accountId))[0]).toBe('Persoon manager invitation.withdrawn toch-niet@bedrijf.example');
  });

  test('members and invitations of another company are not there', async () => {
    const stranger = await api.signIn('stranger');
    const theirs = await stranger.call('GET /api/accounts/:accountId/company', { params: { accountId: api.otherId } });
    const memberId = theirs.members[0]?.memberId ?? '';
    for (const id of [memberId, randomUUID(), 'iets'])
      expect(
        await manager.refused('DELETE /api/accounts/:accountId/members/:memberId', {
          params: { ...params(), memberId: id },
        }),
      ).toMatchObject({ status: 404, code: 'member.unknown' });
  });

  test('who may come in is decided by a person, not by a key', async () => {
    const program = await api.withKey('manager');
    const body = { email: 'robot@bedrijf.example', role: 'manager' };
    expect(
      await program.refused('POST /api/accounts/:accountId/invitations', { params: params(), body }),
    ).toMatchObject({ status: 403, code: 'access.role' });
    await program.call('GET /api/accounts/:accountId/company', { params: params() });
  });

  test('one person makes a second company and is its manager', async () => {
    const { accountId } = await manager.call('POST /api/companies', { body: { name: 'Tweede Bedrijf BV' } });
    const { accounts } = await manager.call('GET /api/me');
    expect(accounts).toContainEqual({ accountId, name: 'Tweede Bedrijf BV', role: 'manager' });
    expect(await auditOf(accountId)).toEqual(['Persoon manager company.created Tweede Bedrijf BV']);
  });
});

import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { Browser } from '../browser-walk.ts';
import { answerOf, CLIENT, type TestSandbox, testSandbox, USER } from '../test-sandbox.ts';

const REDIRECT = 'http://localhost:5999/terug';
const SCOPE = 'openid profile offline_access asperion_api';
const carla = { userName: USER.userName, password: USER.password };

function authorizeUrl(sandbox: TestSandbox, more: Record<string, string> = {}): string {
  const query = {
    response_type: 'code',
    client_id: CLIENT.clientId,
    redirect_uri: REDIRECT,
    scope: SCOPE,
    state: 's1',
  };
  return `${sandbox.identityUrl}/connect/authorize?${new URLSearchParams({ ...query, ...more })}`;
}

async function token(sandbox: TestSandbox, form: Record<string, string>, headers: Record<string, string> = {}) {
  const secret = 'authorization' in headers ? {} : { client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret };
  const body = new URLSearchParams({ ...secret, ...form });
  return answerOf(await fetch(`${sandbox.identityUrl}/connect/token`, { method: 'POST', body, headers }));
}

const exchange = (sandbox: TestSandbox, back: URL, more: Record<string, string> = {}, headers = {}) =>
  token(
    sandbox,
    { grant_type: 'authorization_code', code: back.searchParams.get('code') ?? '', redirect_uri: REDIRECT, ...more },
    headers,
  );

const refresh = (sandbox: TestSandbox, refreshToken: unknown) =>
  token(sandbox, { grant_type: 'refresh_token', refresh_token: String(refreshToken) });

const apiStatus = async (sandbox: TestSandbox, accessToken: unknown): Promise<number> =>
  (await sandbox.get('/v1/debtors', { authorization: `Bearer ${accessToken}` })).status;

describe('signing in', () => {
  test('a user signs in, allows, and the client can call the API', async () => {
    const sandbox = await testSandbox();
    const back = await new Browser().signIn(authorizeUrl(sandbox), carla);
    expect(`${back.origin}${back.pathname}`).toBe(REDIRECT);
    expect(back.searchParams.get('state')).toBe('s1');
    const answer = await exchange(sandbox, back);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ token_type: 'Bearer', expires_in: 3600, scope: SCOPE });
    expect(await apiStatus(sandbox, answer.body.access_token)).toBe(200);
    const authorization = `Bearer ${answer.body.access_token}`;
    const who = await answerOf(await fetch(`${sandbox.identityUrl}/connect/userinfo`, { headers: { authorization } }));
    expect(who.body).toMatchObject({ sub: 'carla', name: 'Carla de Boer' });
  });

  test('the pages are Dutch and say who asks for what', async () => {
    const sandbox = await testSandbox();
    const browser = new Browser();
    const first = await browser.visit(authorizeUrl(sandbox));
    const login = new URL(first.headers.get('location') ?? '', sandbox.identityUrl).href;
    const loginText = await (await browser.visit(login)).text();
    for (const word of ['Gebruikersnaam', 'Wachtwoord', 'Inloggen', 'Annuleren']) expect(loginText).toContain(word);
    const wrong = await browser.visit(login, { username: 'carla', password: 'anders', choice: 'login' });
    expect(wrong.status).toBe(401);
    expect(await wrong.text()).toContain('niet juist');
    const right = await browser.visit(login, { username: 'CARLA', password: 'geheim', choice: 'login' });
    const resumed = await browser.visit(right.headers.get('location') ?? '');
    const consent = new URL(resumed.headers.get('location') ?? '', sandbox.identityUrl).href;
    const consentText = await (await browser.visit(consent)).text();
    for (const word of ['koppeling', 'carla', 'Toestaan', 'Weigeren']) expect(consentText).toContain(word);
  });

  test('refusing and cancelling send the browser back without a code', async () => {
    const sandbox = await testSandbox();
    const back = await new Browser().signIn(authorizeUrl(sandbox), { ...carla, consent: 'deny' });
    expect(back.searchParams.get('error')).toBe('access_denied');
    expect(back.searchParams.get('state')).toBe('s1');
    const browser = new Browser();
    const first = await browser.visit(authorizeUrl(sandbox));
    const login = new URL(first.headers.get('location') ?? '', sandbox.identityUrl).href;
    const cancelled = await browser.visit(login, { choice: 'cancel' });
    const end = await browser.visit(cancelled.headers.get('location') ?? '');
    expect(end.headers.get('location')).toContain('error=access_denied');
  });

  test('the same browser is asked for consent again and can take another user', async () => {
    const other = {
      userName: 'dirk',
      password: 'sleutel',
      profileName: 'Dirk',
      administrations: [2],
      defaultAdministration: 2,
    };
    const sandbox = await testSandbox({ users: [other] });
    const browser = new Browser();
    await browser.signIn(authorizeUrl(sandbox), carla);
    const first = await browser.visit(authorizeUrl(sandbox));
    const consent = new URL(first.headers.get('location') ?? '', sandbox.identityUrl).href;
    expect(await (await browser.visit(consent)).text()).toContain('Toestaan');
    const again = await browser.visit(consent, { choice: 'other-user' });
    const next = new URL(again.headers.get('location') ?? '', sandbox.identityUrl).href;
    const answer = await exchange(sandbox, await browser.signIn(next, other));
    const mine = await sandbox.get('/v1/administrations', { authorization: `Bearer ${answer.body.access_token}` });
    expect(mine.body._meta?.profileName).toBe('Dirk');
  });

  test('a sign-in that was not started here is refused', async () => {
    const sandbox = await testSandbox();
    const response = await fetch(`${sandbox.identityUrl}/login/onbekend`);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('verlopen');
  });
});

describe('what the client must get right', () => {
  test('a code works once, for its own address and client only', async () => {
    const sandbox = await testSandbox();
    const browser = new Browser();
    const wrongAddress = await exchange(sandbox, await browser.signIn(authorizeUrl(sandbox), carla), {
      redirect_uri: 'http://localhost:5999/elders',
    });
    expect(wrongAddress).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    const back = await browser.signIn(authorizeUrl(sandbox), carla);
    const wrongSecret = await exchange(sandbox, back, { client_secret: 'mis' });
    expect(wrongSecret.body.error).toBe('invalid_client');
    const first = await exchange(sandbox, back);
    expect(first.status).toBe(200);
    expect(await exchange(sandbox, back)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    expect(await apiStatus(sandbox, first.body.access_token)).toBe(401);
  });

  test('the secret may also come as HTTP Basic', async () => {
    const sandbox = await testSandbox();
    const basic = Buffer.from(`${CLIENT.clientId}:${CLIENT.clientSecret}`).toString('base64');
    const back = await new Browser().signIn(authorizeUrl(sandbox), carla);
    const answer = await exchange(sandbox, back, {}, { authorization: `Basic ${basic}` });
    expect(answer.status).toBe(200);
  });

  test('PKCE is checked when it is used, and can be required', async () => {
    const sandbox = await testSandbox();
    const verifier = randomBytes(32).toString('base64url');
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const pkce = { code_challenge: challenge, code_challenge_method: 'S256' };
    const browser = new Browser();
    const without = await exchange(sandbox, await browser.signIn(authorizeUrl(sandbox, pkce), carla));
    expect(without.body.error).toBe('invalid_grant');
    const back = await browser.signIn(authorizeUrl(sandbox, pkce), carla);
    expect((await exchange(sandbox, back, { code_verifier: verifier })).status).toBe(200);
    sandbox.control.settings.pkceRequired = true;
    const refused = await browser.signIn(authorizeUrl(sandbox), carla);
    expect(refused.searchParams.get('error')).toBe('invalid_request');
  });

  test('only known scopes are given; without one the default scope is taken when there is one', async () => {
    const sandbox = await testSandbox();
    const browser = new Browser();
    const unknown = await browser.signIn(authorizeUrl(sandbox, { scope: 'openid alles' }), carla);
    expect(unknown.searchParams.get('error')).toBe('invalid_scope');
    expect((await browser.signIn(authorizeUrl(sandbox, { scope: '' }), carla)).searchParams.get('error')).toBe(
      'invalid_scope',
    );
    const noScope = new URL(authorizeUrl(sandbox));
    noScope.searchParams.delete('scope');
    sandbox.control.settings.defaultScope = 'asperion_api offline_access';
    const answer = await exchange(sandbox, await browser.signIn(noScope.href, carla));
    expect(answer.body).toMatchObject({ scope: 'asperion_api offline_access' });
    expect(answer.body.refresh_token).toBeTypeOf('string');
    expect(answer.body.id_token).toBeUndefined();
  });

  test('scope names can be changed while it runs', async () => {
    const sandbox = await testSandbox();
    sandbox.control.settings.scopes = ['openid', 'offline_access', 'api2'];
    sandbox.control.settings.apiScope = 'api2';
    const back = await new Browser().signIn(authorizeUrl(sandbox, { scope: 'offline_access api2' }), carla);
    const answer = await exchange(sandbox, back);
    expect(await apiStatus(sandbox, answer.body.access_token)).toBe(200);
  });

  test('no refresh token comes without offline_access, and no API access without the scope of the API', async () => {
    const sandbox = await testSandbox();
    const back = await new Browser().signIn(authorizeUrl(sandbox, { scope: 'openid profile' }), carla);
    const answer = await exchange(sandbox, back);
    expect(answer.body.refresh_token).toBeUndefined();
    expect(await apiStatus(sandbox, answer.body.access_token)).toBe(403);
  });

  test('any loopback address may be returned to, others only when registered', async () => {
    const sandbox = await testSandbox();
    const elsewhere = authorizeUrl(sandbox, { redirect_uri: 'https://koppeling.example/terug' });
    const refused = await new Browser().visit(elsewhere);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('invalid_redirect_uri');
    sandbox.control.putClient({ ...CLIENT, redirectUris: ['https://koppeling.example/terug'] });
    expect((await new Browser().visit(elsewhere)).status).toBe(303);
    sandbox.control.settings.anyLoopbackRedirect = false;
    expect((await new Browser().visit(authorizeUrl(sandbox))).status).toBe(400);
    const tricky = authorizeUrl(sandbox, { redirect_uri: 'http://localhost.evil.example/' });
    expect((await new Browser().visit(tricky)).status).toBe(400);
  });
});

describe('refreshing', () => {
  test('each refresh gives a new refresh token; using an old one ends the connection', async () => {
    const sandbox = await testSandbox();
    const first = await sandbox.control.issueTokens('carla');
    const second = await refresh(sandbox, first.refreshToken);
    expect(second.status).toBe(200);
    expect(second.body.refresh_token).not.toBe(first.refreshToken);
    const third = await refresh(sandbox, second.body.refresh_token);
    expect(third.status).toBe(200);
    const reused = await refresh(sandbox, first.refreshToken);
    expect(reused).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    expect((await refresh(sandbox, third.body.refresh_token)).status).toBe(400);
    expect(await apiStatus(sandbox, third.body.access_token)).toBe(401);
  });

  test('of two refreshes at the same moment at most one succeeds, and the connection is lost', async () => {
    const sandbox = await testSandbox();
    const { refreshToken } = await sandbox.control.issueTokens('carla');
    const both = await Promise.all([refresh(sandbox, refreshToken), refresh(sandbox, refreshToken)]);
    const won = both.filter((answer) => answer.status === 200);
    expect(won.length).toBeLessThanOrEqual(1);
    expect((await refresh(sandbox, won[0]?.body.refresh_token)).status).toBe(400);
  });

  test('a refused client does not use up the refresh token', async () => {
    const sandbox = await testSandbox();
    const { refreshToken } = await sandbox.control.issueTokens('carla');
    const form = { grant_type: 'refresh_token', refresh_token: refreshToken, client_secret: 'mis' };
    expect((await token(sandbox, form)).body.error).toBe('invalid_client');
    expect((await refresh(sandbox, refreshToken)).status).toBe(200);
  });

  test('without rotation a refresh token can be used again', async () => {
    const sandbox = await testSandbox({ settings: { rotateRefreshTokens: false } });
    const { refreshToken } = await sandbox.control.issueTokens('carla');
    expect((await refresh(sandbox, refreshToken)).status).toBe(200);
    expect((await refresh(sandbox, refreshToken)).status).toBe(200);
  });

  test('one connection of a user ends without the other', async () => {
    const sandbox = await testSandbox();
    const browser = new Browser();
    const one = await exchange(sandbox, await browser.signIn(authorizeUrl(sandbox), carla));
    const two = await exchange(sandbox, await browser.signIn(authorizeUrl(sandbox), carla));
    const body = new URLSearchParams({
      token: String(one.body.refresh_token),
      client_id: CLIENT.clientId,
      client_secret: CLIENT.clientSecret,
    });
    const revoked = await fetch(`${sandbox.identityUrl}/connect/revocation`, { method: 'POST', body });
    expect(revoked.status).toBe(200);
    expect(await apiStatus(sandbox, one.body.access_token)).toBe(401);
    expect((await refresh(sandbox, one.body.refresh_token)).status).toBe(400);
    expect((await refresh(sandbox, two.body.refresh_token)).status).toBe(200);
  });
});

describe('time', () => {
  test('an access token lives as long as the setting says, on the clock of the sandbox', async () => {
    const sandbox = await testSandbox({ settings: { accessTokenLifetimeSeconds: 60 } });
    const { accessToken, refreshToken, expiresInSeconds } = await sandbox.control.issueTokens('carla');
    expect(expiresInSeconds).toBe(60);
    sandbox.control.clock.advance(59_000);
    expect(await apiStatus(sandbox, accessToken)).toBe(200);
    sandbox.control.clock.advance(1_000);
    expect(await apiStatus(sandbox, accessToken)).toBe(401);
    sandbox.control.settings.accessTokenLifetimeSeconds = 600;
    expect((await refresh(sandbox, refreshToken)).body.expires_in).toBe(600);
  });

  test('a refresh token slides, up to the absolute end that counts from the consent', async () => {
    const dayMs = 86_400_000;
    const sandbox = await testSandbox();
    let { refreshToken } = await sandbox.control.issueTokens('carla');
    for (let round = 0; round < 2; round += 1) {
      sandbox.control.clock.advance(14 * dayMs);
      const answer = await refresh(sandbox, refreshToken);
      expect(answer.status).toBe(200);
      refreshToken = String(answer.body.refresh_token);
    }
    sandbox.control.clock.advance(3 * dayMs);
    expect(await refresh(sandbox, refreshToken)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    const idle = await sandbox.control.issueTokens('carla');
    sandbox.control.clock.advance(15 * dayMs);
    expect((await refresh(sandbox, idle.refreshToken)).status).toBe(400);
  });

  test('a code that waits too long is refused', async () => {
    const sandbox = await testSandbox({ settings: { authorizationCodeLifetimeSeconds: 300 } });
    const back = await new Browser().signIn(authorizeUrl(sandbox), carla);
    sandbox.control.clock.advance(300_000);
    expect((await exchange(sandbox, back)).body.error).toBe('invalid_grant');
  });
});

describe('when Asperion misbehaves', () => {
  test('the operator ends every connection of one user', async () => {
    const sandbox = await testSandbox();
    const tokens = await sandbox.control.issueTokens('carla');
    expect(sandbox.control.revokeUser('carla')).toBeGreaterThan(0);
    expect(await apiStatus(sandbox, tokens.accessToken)).toBe(401);
    expect((await refresh(sandbox, tokens.refreshToken)).body.error).toBe('invalid_grant');
  });

  test('access tokens alone can be ended', async () => {
    const sandbox = await testSandbox();
    const tokens = await sandbox.control.issueTokens('carla');
    sandbox.control.expireAccessTokens('carla');
    expect(await apiStatus(sandbox, tokens.accessToken)).toBe(401);
    expect((await refresh(sandbox, tokens.refreshToken)).status).toBe(200);
  });

  test('a lost answer of the token endpoint means that the refresh token was used all the same', async () => {
    const sandbox = await testSandbox();
    const { refreshToken } = await sandbox.control.issueTokens('carla');
    sandbox.control.identityFaults.add({ kind: 'drop-after', path: '/connect/token' });
    await expect(refresh(sandbox, refreshToken)).rejects.toThrow();
    expect((await refresh(sandbox, refreshToken)).body.error).toBe('invalid_grant');
  });

  test('a connection that breaks before the work leaves the refresh token as it was', async () => {
    const sandbox = await testSandbox();
    const { refreshToken } = await sandbox.control.issueTokens('carla');
    sandbox.control.identityFaults.add({ kind: 'drop-before', path: '/connect/token' });
    await expect(refresh(sandbox, refreshToken)).rejects.toThrow();
    expect((await refresh(sandbox, refreshToken)).status).toBe(200);
  });

  test('the token endpoint can fail, be slow, and tells the journal what was asked', async () => {
    const sandbox = await testSandbox();
    const { refreshToken } = await sandbox.control.issueTokens('carla');
    sandbox.control.identityFaults.add({ kind: 'status', status: 503, path: '/connect/token' });
    expect((await refresh(sandbox, refreshToken)).status).toBe(503);
    sandbox.control.identityFaults.add({ kind: 'delay', delayMs: 120, path: '/connect/token' });
    const start = performance.now();
    expect((await refresh(sandbox, refreshToken)).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThan(100);
    await refresh(sandbox, refreshToken);
    const asked = sandbox.control.identityJournal.entries({ path: '/connect/token' });
    expect(asked.map(({ outcome }) => outcome)).toEqual(['', 'refresh_token', 'refresh_token invalid_grant']);
  });
});

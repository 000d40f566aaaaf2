import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AsperionSandbox } from '#sandbox/asperion/start.ts';
import type { ConnectionTokens } from '../model/token-vault.ts';
import {
  type AuthorizationAttempt,
  beginAuthorization,
  finishAuthorization,
  refreshTokens,
  revokeTokens,
} from './auth.ts';
import { openAsperion } from './client.ts';
import type { AsperionConnection } from './connection.ts';
import {
  connectionTo,
  faultOf,
  MEANT,
  MemoryVault,
  startJsonServer,
  startServer,
  startStand,
  tokensOf,
  USER,
} from './stand.test-kit.ts';

const REDIRECT = 'http://127.0.0.1:4199/verbinding/asperion';

/** A person without scripts: follows redirects, keeps cookies, fills in the form of a page and presses one button. */
class Browser {
  readonly #cookies = new Map<string, string>();

  /** Opens the address and presses `choices` in turn; ends at the first address outside of `inside`. */
  async walk(start: URL, inside: string, choices: readonly Readonly<Record<string, string>>[]): Promise<URL> {
    let address = start;
    let form: Readonly<Record<string, string>> | undefined;
    const left = [...choices];
    for (let steps = 0; steps < 20; steps++) {
      const response = await this.#fetch(address, form);
      form = undefined;
      const location = response.headers.get('location');
      if (location !== null) {
        address = new URL(location, address);
        if (address.origin !== new URL(inside).origin) return address;
      } else {
        form = left.shift();
        if (!form) throw new Error(`stopped at ${address.pathname}: ${(await response.text()).slice(0, 300)}`);
      }
    }
    throw new Error('the walk does not end');
  }

  async #fetch(address: URL, form: Readonly<Record<string, string>> | undefined): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address, {
      method: form ? 'POST' : 'GET',
      ...(form ? { body: new URLSearchParams(form) } : {}),
      headers: { cookie },
      redirect: 'manual',
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';', 1);
      const at = pair.indexOf('=');
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }
}

const LOGIN = { username: USER.userName, password: USER.password, choice: 'login' };

let sandbox: AsperionSandbox;
let connection: AsperionConnection;

beforeEach(async () => {
  sandbox = await startStand();
  connection = connectionTo(sandbox);
});
afterEach(() => sandbox.close());

async function walkThrough(): Promise<{ callbackUrl: URL; attempt: AuthorizationAttempt }> {
  const { url, state, codeVerifier } = await beginAuthorization(connection, REDIRECT);
  const callbackUrl = await new Browser().walk(url, sandbox.identityUrl, [LOGIN, { choice: 'allow' }]);
  return { callbackUrl, attempt: { state, codeVerifier, redirectUri: REDIRECT } };
}

describe('connecting', () => {
  test('a person logs in, allows it, and the connection works', async () => {
    const { callbackUrl, attempt } = await walkThrough();
    expect(callbackUrl.href.startsWith(`${REDIRECT}?`)).toBe(true);
    const tokens = await finishAuthorization(connection, callbackUrl, attempt);
    expect(tokens.expiresAt.getTime()).toBeGreaterThan(Date.now() + 3_500_000);
    const accounting = openAsperion(connection, new MemoryVault(tokens));
    expect((await accounting.readAdministrations()).map((administration) => administration.id)).toContain(MEANT);
  });

  test('also when the server insists on PKCE', async () => {
    sandbox.control.settings.pkceRequired = true;
    const { callbackUrl, attempt } = await walkThrough();
    await expect(finishAuthorization(connection, callbackUrl, attempt)).resolves.toHaveProperty('refreshToken');
  });

  test('also behind a proxy that changed the address to come back to', async () => {
    const { callbackUrl, attempt } = await walkThrough();
    const seen = new URL(`http://10.0.0.7:8080/anders${callbackUrl.search}`);
    await expect(finishAuthorization(connection, seen, attempt)).resolves.toHaveProperty('accessToken');
  });

  test('asks for the scopes of the setting, and for none when that is empty', async () => {
    const { url } = await beginAuthorization(connection, REDIRECT);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: 'koppeling',
      redirect_uri: REDIRECT,
      scope: 'openid profile offline_access asperion_api',
      code_challenge_method: 'S256',
    });
    expect(url.pathname).toBe('/connect/authorize');
    const without = await beginAuthorization({ ...connection, scopes: ' ' }, REDIRECT);
    expect(without.url.searchParams.has('scope')).toBe(false);
    expect(without.state).not.toBe(url.searchParams.get('state'));
  });

  test('an address to come back to with a query of its own is a mistake of ours', async () => {
    await expect(beginAuthorization(connection, `${REDIRECT}?rekening=7`)).rejects.toThrow('no query');
  });

  test('a person who refuses is not connected, and may try again', async () => {
    const { url, state, codeVerifier } = await beginAuthorization(connection, REDIRECT);
    const callbackUrl = await new Browser().walk(url, sandbox.identityUrl, [LOGIN, { choice: 'deny' }]);
    const attempt = { state, codeVerifier, redirectUri: REDIRECT };
    const fault = await faultOf(finishAuthorization(connection, callbackUrl, attempt));
    expect(fault).toMatchObject({ code: 'asperion.not_connected', retry: 'after-reconnect' });
    expect(fault.detail.messages?.[0]).toMatch(/^access_denied/);
  });

  test('an answer to another attempt is not taken, and uses up nothing', async () => {
    const { callbackUrl, attempt } = await walkThrough();
    const fault = await faultOf(finishAuthorization(connection, callbackUrl, { ...attempt, state: 'anders' }));
    expect(fault.code).toBe('asperion.not_connected');
    await expect(finishAuthorization(connection, callbackUrl, attempt)).resolves.toHaveProperty('accessToken');
  });

  test('a code is good once', async () => {
    const { callbackUrl, attempt } = await walkThrough();
    await finishAuthorization(connection, callbackUrl, attempt);
    const fault = await faultOf(finishAuthorization(connection, callbackUrl, attempt));
    expect(fault).toMatchObject({ code: 'asperion.not_connected', retry: 'after-reconnect' });
  });

  test('a code with the wrong verifier is refused', async () => {
    const { callbackUrl, attempt } = await walkThrough();
    const other = await beginAuthorization(connection, REDIRECT);
    const fault = await faultOf(
      finishAuthorization(connection, callbackUrl, { ...attempt, codeVerifier: other.codeVerifier }),
    );
    expect(fault.code).toBe('asperion.not_connected');
  });

  test('without a refresh token there is no connection, and the fault names it', async () => {
    connection = { ...connection, scopes: 'openid profile asperion_api' };
    const { callbackUrl, attempt } = await walkThrough();
    const fault = await faultOf(finishAuthorization(connection, callbackUrl, attempt));
    expect(fault).toMatchObject({ code: 'asperion.contract_broken', detail: { field: 'refresh_token' } });
  });
});

describe('renewing', () => {
  test('gives other tokens, and the old refresh token is worthless from then on', async () => {
    const old = await tokensOf(sandbox);
    const renewed = await refreshTokens(connection, old);
    expect(renewed.accessToken).not.toBe(old.accessToken);
    expect(renewed.refreshToken).not.toBe(old.refreshToken);
    const fault = await faultOf(refreshTokens(connection, old));
    expect(fault).toMatchObject({ code: 'asperion.connection_ended', retry: 'after-reconnect' });
    expect(fault.detail.call).toBe('POST /connect/token');
  });

  test('keeps the refresh token when the server gives no other', async () => {
    sandbox.control.settings.rotateRefreshTokens = false;
    const old = await tokensOf(sandbox);
    expect((await refreshTokens(connection, old)).refreshToken).toBe(old.refreshToken);
  });

  test('with a client that is refused ends nothing: the refresh token is good afterwards', async () => {
    const tokens = await tokensOf(sandbox);
    const fault = await faultOf(refreshTokens({ ...connection, clientSecret: 'fout' }, tokens));
    expect(fault).toMatchObject({ code: 'asperion.client_refused', retry: 'later' });
    await expect(refreshTokens(connection, tokens)).resolves.toHaveProperty('accessToken');
  });

  test.each([
    ['500', { kind: 'status', status: 500 }],
    ['503 with HTML', { kind: 'html', status: 503 }],
    ['HTML as if it had succeeded', { kind: 'html', status: 200 }],
    ['a cut connection', { kind: 'drop-before' }],
    ['half an answer', { kind: 'truncated' }],
  ] as const)('an identity server that answers %s ends nothing', async (_what, rule) => {
    sandbox.control.identityFaults.add({ ...rule, path: '/connect/token' });
    const fault = await faultOf(refreshTokens(connection, await tokensOf(sandbox)));
    expect(fault).toMatchObject({ retry: 'later', detail: { system: 'asperion', call: 'POST /connect/token' } });
    expect(['asperion.unreachable', 'asperion.contract_broken']).toContain(fault.code);
  });

  test('a rate limit says when to come back', async () => {
    sandbox.control.identityFaults.add({ kind: 'rate-limit', retryAfterSeconds: 5 });
    const fault = await faultOf(refreshTokens(connection, await tokensOf(sandbox)));
    expect(fault).toMatchObject({ code: 'asperion.rate_limited', retry: 'later', detail: { retryAfterMs: 5000 } });
  });

  test('has a deadline', async () => {
    const server = await startServer(() => undefined);
    const slow = { ...connection, identityUrl: server.url, timeoutMs: 150 };
    expect((await faultOf(refreshTokens(slow, await tokensOf(sandbox)))).code).toBe('asperion.unreachable');
    await server.close();
  });
});

describe('answers of an identity server that is not ours', () => {
  const tokens: ConnectionTokens = { accessToken: 'a', refreshToken: 'r', expiresAt: new Date(0) };
  const renewAt = async (body: unknown, status: number): Promise<ConnectionTokens> => {
    const server = await startJsonServer(body, status);
    return refreshTokens({ ...connection, identityUrl: `${server.url}/` }, tokens).finally(() => server.close());
  };

  test.each([
    [{ error: 'invalid_grant' }, 400, 'asperion.connection_ended', 'after-reconnect'],
    [{ error: 'invalid_client' }, 400, 'asperion.client_refused', 'later'],
    [{ error: 'invalid_client' }, 401, 'asperion.client_refused', 'later'],
    [{ error: 'invalid_scope', error_description: 'Onbekend' }, 400, 'asperion.client_refused', 'later'],
    [{ error: 'temporarily_unavailable' }, 400, 'asperion.unreachable', 'later'],
    [{ error: 'invalid_grant' }, 500, 'asperion.unreachable', 'later'],
    [{ title: 'Niet gevonden' }, 404, 'asperion.unreachable', 'later'],
    [{ access_token: 'b' }, 200, 'asperion.contract_broken', 'later'],
    [[], 200, 'asperion.contract_broken', 'later'],
  ])('%j with %i is %s', async (body, status, code, retry) => {
    expect(await faultOf(renewAt(body, status))).toMatchObject({ code, retry });
  });

  test('an id token nobody asked for does not matter, whatever is in it', async () => {
    const answer = { access_token: 'b', token_type: 'Bearer', expires_in: 60, refresh_token: 's', id_token: 'onzin' };
    expect(await renewAt(answer, 200)).toMatchObject({ accessToken: 'b', refreshToken: 's' });
  });

  test('a token that does not say how long it lives is taken to live for an hour', async () => {
    const renewed = await renewAt({ access_token: 'b', token_type: 'bearer' }, 200);
    expect(renewed.refreshToken).toBe('r');
    expect(renewed.expiresAt.getTime()).toBeGreaterThan(Date.now() + 3_500_000);
  });

  test('credentials travel in the body, and never over a network in the clear', async () => {
    let sent = '';
    const server = await startServer((request, response) => {
      request.setEncoding('utf8').on('data', (chunk: string) => {
        sent += chunk;
      });
      request.on('end', () => response.writeHead(400).end('{"error":"invalid_grant"}'));
    });
    await faultOf(refreshTokens({ ...connection, identityUrl: server.url }, tokens));
    expect(Object.fromEntries(new URLSearchParams(sent))).toStrictEqual({
      grant_type: 'refresh_token',
      refresh_token: 'r',
      client_id: 'koppeling',
      client_secret: 'geheim van de koppeling',
    });
    expect(server.requests[0]?.headers.authorization).toBeUndefined();
    await server.close();
    const inTheClear = { ...connection, identityUrl: 'http://identity.asperion.example' };
    await expect(refreshTokens(inTheClear, tokens)).rejects.toThrow('must begin with https://');
  });
});

describe('ending a connection', () => {
  test('makes its tokens worthless at Asperion, and may be done twice', async () => {
    const tokens = await tokensOf(sandbox);
    await revokeTokens(connection, tokens);
    const door = openAsperion(connection, new MemoryVault(tokens));
    expect((await faultOf(door.readAdministrations())).code).toBe('asperion.connection_ended');
    await expect(revokeTokens(connection, tokens)).resolves.toBeUndefined();
  });

  test('fails when Asperion cannot be reached, so that it can be tried again', async () => {
    sandbox.control.identityFaults.add({ kind: 'status', status: 500 });
    const fault = await faultOf(revokeTokens(connection, await tokensOf(sandbox)));
    expect(fault).toMatchObject({ code: 'asperion.unreachable', detail: { call: 'POST /connect/revocation' } });
  });
});

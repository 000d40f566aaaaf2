import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ApiClient } from './api-client.test-kit.ts';
import { type ApiWorld, emailOf, PASSWORD, startApiWorld } from './api-world.test-kit.ts';

let api: ApiWorld;
let manager: ApiClient;

/** Whatever is asked and whoever asks. */
const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': null,
};

beforeAll(async () => {
  api = await startApiWorld({
    environment: { KOPPELING_TRUSTED_PROXIES: '127.0.0.1' },
    limits: { requestsPerMinute: 1_000_000, signInsPerMinute: 12 },
  });
  manager = await api.signIn('manager');
});

afterAll(() => api?.close());

describe('Headers', () => {
  test.each([
    ['/api/me', 200],
    ['/api/bestaat-niet', 404],
    ['/api/accounts/x/runs', 404],
    ['/api/openapi.json', 200],
    ['/api', 200],
    ['/healthz', 200],
    ['/oauth/asperion/callback', 400],
  ])('of %s keep browsers from guessing, framing, storing and telling', async (path, status) => {
    const response = await manager.fetch(path);
    expect(response.status).toBe(status);
    for (const [name, value] of Object.entries(ALWAYS))
      expect({ name, value: response.headers.get(name) }).toEqual({ name, value });
    expect(response.headers.get('permissions-policy')).toContain('camera=()');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const policy = response.headers.get('content-security-policy') ?? '';
    for (const part of ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"])
      expect(policy.split(/; ?/)).toContain(part);
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  });

  test('cookies of a session are for the server alone, and for this site', async () => {
    const response = await new ApiClient(api.address).request('POST /api/session', {
      body: { email: emailOf('manager'), password: PASSWORD },
    });
    const cookies = response.headers.getSetCookie();
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) expect(cookie).toMatch(/HttpOnly.*SameSite=Lax|SameSite=Lax.*HttpOnly/);
  });
});

describe('Another site', () => {
  const rename = (headers: Record<string, string>, body: unknown = { name: 'Gekaapt' }) =>
    new ApiClient(api.address, {}).request('PUT /api/me', { body, headers: { cookie: manager.cookie, ...headers } });
  const text = { 'content-type': 'text/plain' };

  test.each([
    ['from another origin', { origin: 'https://kwaad.example' }],
    ['from another site', { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:4800' }],
    ['from a sister site', { 'sec-fetch-site': 'same-site' }],
    ['with a cookie and no word of where it comes from', {}],
    ['from a hidden frame', { origin: 'null' }],
    ['as plain text', { 'sec-fetch-site': 'same-origin', ...text }],
    ['as a form', { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' }],
  ])('cannot act for who is signed in: %s', async (_, headers) => {
    const response = await rename(headers as Record<string, string>);
    expect(response.status).toBe(403);
    expect((await manager.call('GET /api/me')).name).toBe('Persoon manager');
  });

  test('cannot sign somebody in either', async () => {
    const response = await new ApiClient(api.address, { origin: 'https://kwaad.example' }).request(
      'POST /api/session',
      {
        body: { email: emailOf('manager'), password: PASSWORD },
      },
    );
    expect(response.status).toBe(403);
  });

  test('our own page can, by either word of the browser', async () => {
    expect((await rename({ origin: 'http://localhost:4800' }, { name: 'Persoon manager' })).status).toBe(200);
    expect((await rename({ 'sec-fetch-site': 'same-origin' }, { name: 'Persoon manager' })).status).toBe(200);
  });

  test('a program with a key needs no page', async () => {
    const key = await api.withKey('manager');
    const renamed = await key.request('PUT /api/accounts/:accountId/company', {
      params: { accountId: api.accountId },
      body: { name: 'Installatiebedrijf Test' },
      headers: { origin: 'https://elders.example' },
    });
    expect(renamed.status).toBe(200);
  });
});

describe('Limits', () => {
  test('a body that is too large is not read', async () => {
    const response = await manager.request('PUT /api/me', { body: { name: 'x'.repeat(1_100_000) } });
    expect(response.status).toBe(413);
  });

  test('what was filled in wrongly is told beside its field, in the language asked for', async () => {
    const refused = await manager.refused('PUT /api/me', { body: { name: ' ' }, headers: { 'accept-language': 'en' } });
    expect(refused).toMatchObject({
      status: 400,
      code: 'request.wrong',
      message: 'Check what you filled in.',
      problems: [{ field: 'name', text: 'Fill in something here.' }],
    });
  });

  test('an address that tries to sign in too often waits; one that a trusted proxy names is another', async () => {
    const attempt = async (address: string) => {
      const response = await new ApiClient(api.address).request('POST /api/session', {
        body: { email: `${crypto.randomUUID()}@bedrijf.example`, password: 'verkeerd' },
        headers: { 'x-forwarded-for': address },
      });
      return { status: response.status, code: ((await response.json()) as { code: string }).code };
    };
    for (let tries = 0; tries < 12; tries++) expect((await attempt('198.51.100.7')).code).toBe('session.refused');
    expect(await attempt('198.51.100.7')).toEqual({ status: 429, code: 'request.too-often' });
    expect((await attempt('198.51.100.8')).code).toBe('session.refused');
  });
});

describe('The description of the API', () => {
  test('is OpenAPI 3.1 of every route, and says how to get in', async () => {
    const document = (await (await manager.fetch('/api/openapi.json')).json()) as {
      openapi: string;
      paths: Record<string, Record<string, { security?: unknown[] }>>;
      components: { securitySchemes: object; schemas: Record<string, unknown> };
    };
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.components.securitySchemes)).toEqual(['session', 'apiKey']);
    expect(document.components.schemas).toHaveProperty('Run');
    expect(document.paths['/api/accounts/{accountId}/runs']?.post?.security).toEqual([{ apiKey: [] }, { session: [] }]);
    expect(document.paths['/api/session']?.post?.security).toEqual([]);
  });

  test('has a page for people whose scripts are files', async () => {
    const page = await (await manager.fetch('/api')).text();
    const scripts = [...page.matchAll(/<script([^>]*)>([^<]*)/g)];
    expect(scripts.length).toBeGreaterThan(0);
    for (const [, attributes, content] of scripts) {
      expect(content?.trim()).toBe('');
      const source = /src="([^"]+)"/.exec(attributes ?? '')?.[1] ?? '';
      expect((await manager.fetch(source)).status).toBe(200);
    }
  });
});

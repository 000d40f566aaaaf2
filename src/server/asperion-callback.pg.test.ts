import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Browser } from '#sandbox/asperion/browser-walk.ts';
import { beginAsperionConnection } from '../usecases/connect-asperion.ts';
import type { ApiClient } from './api/api-client.test-kit.ts';
import { type ApiWorld, startApiWorld } from './api/api-world.test-kit.ts';
import { CALLBACK_PATH } from './asperion-callback.ts';

let api: ApiWorld;
let manager: ApiClient;

beforeAll(async () => {
  api = await startApiWorld();
  manager = await api.signIn('manager');
});

afterAll(() => api?.close());

/** Through Asperion's login; answers the query that the browser comes back with. */
async function approve(url: string, consent: 'allow' | 'deny' = 'allow'): Promise<string> {
  return (await new Browser().signIn(url, { userName: 'kantoor', password: 'kantoor', consent })).search;
}

async function beginOnPage(): Promise<string> {
  const params = { accountId: api.accountId };
  return (await manager.call('POST /api/accounts/:accountId/connections/asperion', { params })).url;
}

const comeBack = (browser: ApiClient, search: string) => browser.fetch(CALLBACK_PATH + search);
const connectedBy = async () => (await api.world.account.connections.asperion())?.connectedBy;

describe('A connection begun on the page', () => {
  beforeEach(async () => {
    await api.world.account.tokens.forget();
  });

  test('comes back to the page, connected', async () => {
    const response = await comeBack(manager, await approve(await beginOnPage()));
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/koppeling/asperion?verbonden=ja');
    expect(await connectedBy()).toBe('Persoon manager');
  });

  test('serves nobody but the session that began, which can still use it', async () => {
    const search = await approve(await beginOnPage());
    for (const who of ['nobody', 'office', 'stranger', 'manager'] as const) {
      const response = await comeBack(await api.signIn(who), search);
      expect(response.headers.get('location')).toBe('/koppeling/asperion?verbonden=nee&reden=asperion.other-session');
    }
    expect(await api.world.account.connections.asperion()).toMatchObject({ state: 'disconnected' });
    expect((await comeBack(manager, search)).headers.get('location')).toBe('/koppeling/asperion?verbonden=ja');
  });

  test('that the person refused comes back with the reason, and nothing of what the query held', async () => {
    const response = await comeBack(manager, await approve(await beginOnPage(), 'deny'));
    expect(response.headers.get('location')).toBe('/koppeling/asperion?verbonden=nee&reden=asperion.not-allowed');
  });

  test('serves once, and leads to no other place', async () => {
    const search = await approve(await beginOnPage());
    await comeBack(manager, search);
    const again = await comeBack(manager, `${search}&redirect_uri=https://kwaad.example`);
    expect(again.status).toBe(400);
    expect(again.headers.get('location')).toBeNull();
    expect(await again.text()).toContain('verlopen of al gebruikt');
  });
});

describe('A connection begun on the command line', () => {
  test('is finished by any browser, which is told so in a plain page', async () => {
    const { url } = await beginAsperionConnection(api.world.parts, api.world.account, 'opdrachtregel');
    const response = await comeBack(await api.signIn('nobody'), await approve(url));
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('Verbonden met Asperion');
    expect(await connectedBy()).toBe('opdrachtregel');
  });
});

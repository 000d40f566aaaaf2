import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { settingsSchema } from '../../model/settings.ts';
import { ADMINISTRATION, TOKEN } from '../../sync/test-world.test-kit.ts';
import type { ApiClient } from './api-client.test-kit.ts';
import { type ApiWorld, startApiWorld } from './api-world.test-kit.ts';

let api: ApiWorld;
let manager: ApiClient;
let params: { accountId: string };
beforeAll(async () => {
  api = await startApiWorld();
  manager = await api.signIn('manager');
  params = { accountId: api.accountId };
});
afterAll(() => api?.close());

const read = () => manager.call('GET /api/accounts/:accountId/settings', { params });
const versionNow = async () => (await read()).saved?.version ?? 0;
const put = (body: { readonly value: Record<string, unknown>; readonly basedOn: number }) =>
  manager.call('PUT /api/accounts/:accountId/settings', { params, body });

/** Asperion is not connected while the test goes on. */
const withoutAsperion = async () => {
  const { tokens } = api.world.account;
  const kept = (await tokens.read()).tokens;
  await tokens.forget();
  onTestFinished(() => tokens.save(kept, 'test'));
};

const VALUE = { administrationId: ADMINISTRATION, exportOn: true, vatCode: '1' };

describe('the settings', () => {
  test('are saved with every change in the audit trail, in words', async () => {
    const { saved, vanished } = await read();
    expect(saved).toMatchObject({ version: 1, value: { administrationId: ADMINISTRATION, exportOn: true } });
    expect(vanished).toEqual([]);
    const value = {
      ...saved?.value,
      ...{
        createRelations: true,
        debtorKindId: '1',
        roundMinutes: 15,
        fixedText: 'Dank u',
        referenceField: 'Reference',
      },
      extraLines: [{ prefix: 'Werkadres:', fields: ['CustomerStreet', 'CustomerCity'] }],
    };
    const after = await put({ value, basedOn: 1 });
    expect(after.saved).toMatchObject({ version: 2, savedBy: 'Persoon manager', value: { roundMinutes: 15 } });
    expect(after.warnings).toEqual([
      { field: 'paymentConditionId', text: expect.stringContaining('Kies de betalingsconditie') },
    ]);
    const { items } = await manager.call('GET /api/accounts/:accountId/audit', { params });
    expect(items[0]).toMatchObject({
      action: 'settings.changed',
      by: 'Persoon manager',
      text: 'Persoon manager heeft de instellingen gewijzigd.',
    });
    expect(items[0]?.changes.map(({ label, before, after: now }) => `${label}: ${before} > ${now}`)).toEqual([
      'Nieuwe relaties aanmaken: uit > aan',
      expect.stringMatching(/^Standaard debiteursoort: niet ingevuld > 1 · /),
      'Uren afronden op minuten: niet ingevuld > 15',
      'Tekstregel op order: niet ingevuld > Dank u',
      'Referentie veld: niet ingevuld > Reference · Referentie',
      'Extra orderregel 1: niet ingevuld > Werkadres: Klant: straat, Klant: plaats',
    ]);
    const inEnglish = await manager.request('GET /api/accounts/:accountId/audit', {
      params,
      headers: { 'accept-language': 'en' },
    });
    expect(await inEnglish.text()).toContain('"label":"Create new relations","before":"off","after":"on"');
  });

  test('of two people the second is told, and another administration is a deliberate step', async () => {
    const refuse = (body: object) => manager.refused('PUT /api/accounts/:accountId/settings', { params, body });
    const basedOn = await versionNow();
    await put({ value: VALUE, basedOn });
    expect(await refuse({ value: VALUE, basedOn })).toMatchObject({ status: 409, code: 'settings.changed-meanwhile' });
    const other = { ...VALUE, administrationId: 102 };
    const [code, status] = ['settings.administration-change', 409];
    expect(await refuse({ value: other, basedOn: basedOn + 1 })).toMatchObject({ status, code });
    const changed = await manager.call('PUT /api/accounts/:accountId/settings', {
      params,
      body: { value: other, basedOn: basedOn + 1, mayChangeAdministration: true },
    });
    expect(changed.saved?.value.administrationId).toBe(102);
  });

  test('what is wrong is told beside its field, in the language of the person', async () => {
    const value = {
      ...VALUE,
      ...{ roundMinutes: 90, referenceField: 'InternalWorkDescription', fixedText: 'x'.repeat(4_001) },
    };
    const basedOn = await versionNow();
    const problemsIn = async (language: string, given: object) => {
      const headers = { 'accept-language': language };
      const body = { value: given, basedOn, mayChangeAdministration: true };
      const refused = await manager.refused('PUT /api/accounts/:accountId/settings', { params, body, headers });
      expect(refused).toMatchObject({ status: 422, code: 'settings.wrong' });
      return new Map(refused.problems.map(({ field, text }) => [field, text]));
    };
    const dutch = await problemsIn('nl', value);
    expect(dutch.get('roundMinutes')).toBe('Vul een aantal minuten in van 1 tot en met 60.');
    expect(dutch.get('referenceField')).toContain('interne omschrijving');
    expect(dutch.get('fixedText')).toContain('4.000');
    const english = await problemsIn('en', value);
    expect(english.get('roundMinutes')).toBe('Fill in a number of minutes from 1 to 60.');
    expect((await problemsIn('en', { ...VALUE, vatCode: '99' })).get('vatCode')).toContain(
      'VAT code for sales 99 does not exist in Asperion',
    );
    expect((await problemsIn('nl', { ...VALUE, onzin: 1 })).get('onzin')).toBe('Deze instelling bestaat niet.');
  });

  test('a code that is not in Asperion any more is shown with the way to mend it, unless Asperion cannot be asked', async () => {
    const value = settingsSchema.parse({ ...VALUE, vatCode: '1', paymentConditionId: 999, salesTypeId: '10' });
    const basedOn = await versionNow();
    await api.world.account.settings.save(value, { savedBy: 'test', basedOn, exportEveryMs: null, changes: [] });
    expect((await read()).vanished).toEqual([
      {
        field: 'paymentConditionId',
        text: 'Betalingsconditie 999 bestaat niet meer in Asperion. Kies een andere.',
      },
    ]);
    await withoutAsperion();
    expect(await read()).toMatchObject({ saved: { version: basedOn + 1 }, vanished: [] });
  });
});

describe('the choices', () => {
  const choose = (query: object = {}) =>
    manager.call('GET /api/accounts/:accountId/choices', { params, query: query as never });

  test('come from both systems, of the administration that is asked for', async () => {
    const without = await choose();
    expect(without.administrations).toContainEqual({ value: '101', label: '101 · Administratie 101' });
    expect([without.salesTypes, without.vatCodes, without.hourTypes]).toEqual([[], [], []]);
    const found = await choose({ administrationId: '101', hourSalesTypeId: '20' });
    expect(found.salesTypes).toContainEqual({ value: '20', label: '20 · Uren' });
    expect(found.hourTypes).toEqual([{ value: '001', label: '001 · Monteur' }]);
    expect(found.workStatuses).toContainEqual({ value: '1', label: '1 – Naar Asperion' });
    expect(found.workOrderFields).toContainEqual({ value: 'Reference', label: 'Referentie' });
    expect(found.workOrderFields.map(({ value }) => value)).not.toContain('InternalWorkDescription');
    expect(found.vatCodes.length).toBeGreaterThan(0);
    expect(found.problems).toEqual([]);
    expect((await choose({ administrationId: '999' })).salesTypes).toEqual([]);
  });

  test('of one system come also when the other cannot be asked', async () => {
    await withoutAsperion();
    const found = await choose({ administrationId: '101' });
    expect(found.problems).toEqual([
      { field: 'asperion', text: expect.stringContaining('Asperion is niet verbonden') },
    ]);
    expect(found.administrations).toEqual([]);
    expect(found.workStatuses.length).toBeGreaterThan(0);
  });
});

describe('the connections', () => {
  const stand = () => manager.call('GET /api/accounts/:accountId/connections', { params });
  const check = () => manager.call('POST /api/accounts/:accountId/connections/check', { params });

  test('are told with a sentence, and tried when asked to', async () => {
    expect(await stand()).toMatchObject({
      outsmart: { state: 'connected', tokenEnding: '00aa', text: expect.stringContaining('eindigt op 00aa') },
      asperion: { state: 'connected', connectedBy: 'test', text: expect.stringContaining('Verbonden, door test') },
    });
    expect((await check()).asperion?.text).toContain('Verbonden met Administratie 101, door test');
  });

  test('OutSmart is connected with a token that is never shown again, and that is remembered', async () => {
    const connect = 'PUT /api/accounts/:accountId/connections/outsmart';
    const wrong = { params, body: { token: 'token00000000000000000000000000zz' } };
    expect(await manager.refused(connect, wrong)).toMatchObject({ status: 422, code: 'outsmart.token-refused' });
    const answer = await manager.request(connect, { params, body: { token: `https://x.example/?token=${TOKEN}` } });
    const text = await answer.text();
    expect(JSON.parse(text)).toEqual({
      tokenEnding: '00aa',
      workStatus: { code: '1', name: 'Naar Asperion', isCreated: false },
    });
    expect(text).not.toContain(TOKEN);
    const { items } = await manager.call('GET /api/accounts/:accountId/audit', { params });
    expect(items[0]?.text).toBe('Persoon manager heeft OutSmart verbonden, met het token dat eindigt op 00aa.');
  });

  test('Asperion is connected from a browser session alone, and disconnected', async () => {
    const begin = 'POST /api/accounts/:accountId/connections/asperion';
    const { url } = await manager.call(begin, { params });
    expect(url).toContain(api.world.asperion.identityUrl);
    expect((await (await api.withKey('manager')).refused(begin, { params })).status).toBe(403);
    expect(await manager.call('DELETE /api/accounts/:accountId/connections/asperion', { params })).toEqual({
      isRevoked: true,
    });
    expect((await stand()).asperion).toMatchObject({
      state: 'disconnected',
      text: expect.stringContaining('De verbinding is verbroken op'),
    });
    const { items } = await manager.call('GET /api/accounts/:accountId/audit', { params });
    expect(items.slice(0, 2).map(({ action }) => action)).toEqual([
      'connection.asperion-disconnected',
      'connection.asperion-begun',
    ]);
  });

  test('a connection that Asperion ended is noticed when it is tried', async () => {
    const { asperion, account } = api.world;
    const { accessToken, refreshToken } = await asperion.control.issueTokens('kantoor');
    await account.tokens.save({ accessToken, refreshToken, expiresAt: new Date(Date.now() + 3_600_000) }, 'test');
    asperion.control.revokeUser('kantoor');
    asperion.control.expireAccessTokens('kantoor');
    expect((await check()).asperion).toMatchObject({ state: 'ended', text: expect.stringContaining('verbindt') });
    expect((await stand()).asperion).toMatchObject({ state: 'ended' });
  });
});

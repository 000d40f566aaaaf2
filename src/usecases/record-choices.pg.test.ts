/**
 * What people can say about single codes, and what the next exports make of it, over both sandboxes.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startTestWorld, type TestWorld, TOKEN, withMaterial } from '../sync/test-world.test-kit.ts';
import { findAsperionRecords } from './asperion-records.ts';
import { causesOf } from './causes.ts';
import { foreignPages } from './foreign-pages.ts';
import { allowCreation, layLink, listLinks, removeLink } from './record-choices.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await startTestWorld();
});
afterEach(() => world.close());

const give = (...orders: ReturnType<typeof withMaterial>[]) =>
  world.outsmart.control.seed(TOKEN, { workOrders: orders as never });
const drafts = () => world.asperion.control.drafts(101);
const causes = () =>
  causesOf(world.account, foreignPages({ sandbox: null, outsmart: { apiUrl: '' }, asperion: { apiUrl: '' } }), 'nl');
const audited = async () =>
  (await world.account.audit.list({ limit: 50, offset: 0 })).entries.map(({ action, by }) => `${action} ${by}`);

describe('a link that a person lays', () => {
  test('lets what waited for it go, lasting, and can be taken away', async () => {
    give(withMaterial('W1', '4711', '2', '18.75'));
    await world.run('export');
    await layLink(world.parts, world.account, { kind: 'article', code: '4711', targetCode: 'kt-15 ' }, 'Marieke');
    await world.run('export');
    const [draft] = drafts();
    expect(draft?.lines[0]).toMatchObject({ quantity: 2, price: 18.75, description: 'Vulkraan' });
    expect(await listLinks(world.account)).toMatchObject([
      { kind: 'article', code: '4711', targetCode: 'KT-15', targetName: 'Knelkoppeling', by: 'Marieke' },
    ]);
    await removeLink(world.account, 'article', ' 4711', 'Marieke');
    give(withMaterial('W2', '4711', '1', '18.75'));
    await world.run('export');
    expect([drafts().length, (await causes()).length]).toEqual([1, 1]);
    expect(await audited()).toEqual(expect.arrayContaining(['link.laid Marieke', 'link.removed Marieke']));
  });

  test('to a debtor holds in its own administration alone', async () => {
    give(withMaterial('W1', 'KT-15', '1', '10', { CustomerDebtorNr: '10519', CustomerDebtorNrInvoice: '' }));
    await world.run('export');
    await layLink(world.parts, world.account, { kind: 'debtor', code: '10519', targetCode: '10015' }, 'Marieke');
    await world.run('export');
    const [draft] = drafts();
    expect(draft?.debtorCustomerNumber).toBe('10015');
    await world.save({ administrationId: 102 });
    expect(await listLinks(world.account)).toEqual([]);
  });

  test('is refused for what is not there, is blocked or inactive, or is the same', async () => {
    world.asperion.control.seed(101, {
      debtors: [{ customerNumber: '10377', name: 'Garage De Wit', blocked: true }],
      articles: [{ code: 'OUD', description: 'Oud', salesTypeId: '10', isActive: false }],
    });
    const lay = (kind: 'debtor' | 'article', code: string, targetCode: string) =>
      layLink(world.parts, world.account, { kind, code, targetCode }, 'Marieke');
    await expect(lay('debtor', '1', '9')).rejects.toMatchObject({ code: 'link.target-unknown' });
    await expect(lay('debtor', '1', '10377')).rejects.toMatchObject({ code: 'link.target-blocked' });
    await expect(lay('article', '1', 'OUD')).rejects.toMatchObject({ code: 'link.target-inactive' });
    await expect(lay('article', 'kt-15', 'KT-15')).rejects.toMatchObject({ code: 'link.same' });
    await expect(removeLink(world.account, 'article', '77', 'Marieke')).rejects.toMatchObject({ code: 'link.unknown' });
  });

  test('is chosen from what Asperion has', async () => {
    const find = (kind: 'debtor' | 'article', search: string) =>
      findAsperionRecords(world.parts, world.account, { kind, search }, 'nl', new AbortController().signal);
    expect(await find('debtor', 'blom')).toMatchObject({
      records: [{ code: '10042', name: 'Bakkerij Blom' }],
      isCut: false,
    });
    expect(await find('article', 'kt')).toMatchObject({ records: [{ code: 'KT-15', note: '€\u00a012,50' }] });
  });
});

describe('permission to create one record', () => {
  test('creates that one in the next export, although creating is off', async () => {
    await world.save({ salesTypeId: '10' });
    give(withMaterial('W1', '4711', '1', '18.75'), withMaterial('W2', '9999', '1', '10'));
    await world.run('export');
    await allowCreation(world.account, 'materiaal-onbekend:4711', 'Marieke');
    await world.run('export');
    expect(drafts()).toHaveLength(1);
    expect((await causes()).map(({ causeId }) => causeId)).toEqual(['materiaal-onbekend:9999']);
    expect(await audited()).toContain('creation.allowed Marieke');
  });

  test('names the settings that are needed first, and is refused where nothing waits', async () => {
    give(withMaterial('W1', 'KT-15', '1', '10', { CustomerDebtorNr: '10519', CustomerDebtorNrInvoice: '' }));
    await world.run('export');
    await expect(allowCreation(world.account, 'relatie-onbekend:10519', 'Marieke')).rejects.toMatchObject({
      code: 'creation.default-missing',
      message: expect.stringContaining('een standaard debiteursoort en een standaard betalingsconditie'),
    });
    await expect(allowCreation(world.account, 'relatie-onbekend:77', 'Marieke')).rejects.toMatchObject({
      code: 'creation.cause-gone',
    });
  });
});

/**
 * Work orders as the page shows them, and what people can do about those that wait, over both sandboxes.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startTestWorld, type TestWorld, TOKEN, withMaterial, workOrder } from '../sync/test-world.test-kit.ts';
import { administrationNames } from './administration-names.ts';
import { causesOf } from './causes.ts';
import { decideAboutMany } from './decide-about-many.ts';
import { foreignPages } from './foreign-pages.ts';
import { overviewOf } from './overview.ts';
import { workOrderDetail } from './work-order-detail.ts';
import { type ListQuery, listWorkOrders } from './work-order-rows.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await startTestWorld();
});
afterEach(() => world.close());

const give = (...orders: ReturnType<typeof workOrder>[]) =>
  world.outsmart.control.seed(TOKEN, { workOrders: orders as never });
const pages = () =>
  foreignPages({
    sandbox: { outsmartPort: 1, asperionPort: 1, identityPort: 1 },
    outsmart: { apiUrl: world.outsmart.apiUrl },
    asperion: { apiUrl: world.asperion.apiUrl },
  });
const causes = () => causesOf(world.account, pages(), 'nl');
const list = (query: Partial<ListQuery> = {}) =>
  listWorkOrders(world.account, { page: 1, pageSize: 50, search: '', causeId: '', month: '', ...query }, 'nl', pages());
const detail = (rowId: string | undefined) =>
  workOrderDetail({ parts: world.parts, pages: pages(), language: 'nl' }, world.account, rowId ?? '');
const overview = () =>
  overviewOf(
    { parts: world.parts, pages: pages(), names: administrationNames(world.parts), language: 'nl' },
    world.account,
  );
const audited = async () =>
  (await world.account.audit.list({ limit: 50, offset: 0 })).entries.map(({ action, by }) => `${action} ${by}`);

describe('waiting work orders', () => {
  test('are one cause for each thing that is missing, most money first, and the totals count each once', async () => {
    give(
      withMaterial('W1', '4711', '1', '0.10'),
      withMaterial('W2', '4711 ', '2', '0.10'),
      withMaterial('W3', '4711', '1', '100', { CustomerDebtorNr: '10519', CustomerDebtorNrInvoice: '10519' }),
      withMaterial('W4', 'KT-15', '1', '12.50'),
    );
    await world.run('export');
    const found = await causes();
    expect(found.map(({ causeId, tally }) => [causeId, tally])).toEqual([
      ['materiaal-onbekend:4711', { count: 3, amount: '100.3' }],
      ['relatie-onbekend:10519', { count: 1, amount: '100' }],
    ]);
    expect(found[0]).toMatchObject({
      title: 'Artikel 4711 bestaat niet in Asperion.',
      text: 'Vulkraan staat op 3 werkbonnen. Maak het aan of kies een ander artikel.',
      repairs: ['create-article', 'link-article'],
    });
    const { totals } = await list();
    expect(totals.waiting).toEqual({ count: 3, amount: '100.3' });
    expect(totals.invoiced).toEqual({ count: 1, amount: '12.5' });
  });

  test('without a code are one cause too, of which a single one is called by its number', async () => {
    give(withMaterial('W1', '', '1', '10'), withMaterial('W2', '', '1', '10'));
    await world.run('export');
    expect(await causes()).toMatchObject([
      { causeId: 'regel-zonder-artikelcode:', tally: { count: 2, amount: '20' }, repairs: ['choose-sales-type'] },
    ]);
    const { items } = await list({ causeId: 'regel-zonder-artikelcode:' });
    expect(items.map(({ causes: [first] }) => first?.title)).toEqual([
      'Werkbon W2: de regel "Vulkraan" heeft geen artikelcode.',
      'Werkbon W1: de regel "Vulkraan" heeft geen artikelcode.',
    ]);
  });

  test('of a blocked debtor lead to it in Asperion', async () => {
    world.asperion.control.seed(101, { debtors: [{ customerNumber: '10377', name: 'Garage De Wit', blocked: true }] });
    give(withMaterial('W1', 'KT-15', '1', '10', { CustomerDebtorNr: '10377', CustomerDebtorNrInvoice: '' }));
    await world.run('export');
    const [cause] = await causes();
    expect(cause?.repairs).toEqual(['open-in-asperion', 'skip']);
    expect((await fetch(cause?.asperionUrl ?? '')).status).toBe(200);
  });
});

describe('lists', () => {
  beforeEach(async () => {
    give(
      withMaterial('W-100', 'KT-15', '1', '10', { WorkDate: '03-11-2025', CustomerName: '100% Schoon_BV' }),
      withMaterial('W-200', '4711', '1', '20', { WorkDate: '30-11-2025' }),
      withMaterial('W-300', 'KT-15', '1', '30', { WorkDate: '01-12-2025' }),
    );
    await world.run('export');
  });

  test('are found by number, customer and debtor, where signs of a pattern are only signs', async () => {
    const found = async (search: string) => (await list({ search })).items.map(({ orderNumber }) => orderNumber);
    expect(await found('w-1')).toEqual(['W-100']);
    expect(await found('0% schoon_')).toEqual(['W-100']);
    expect(await found('%')).toEqual(['W-100']);
    expect(await found('10042')).toEqual(['W-300', 'W-200', 'W-100']);
    expect(await found('niets')).toEqual([]);
  });

  test('are filtered by place, by month of the work, and page by page with the sum of all that is found', async () => {
    expect((await list({ place: 'waiting' })).items.map(({ orderNumber }) => orderNumber)).toEqual(['W-200']);
    const november = await list({ month: '2025-11' });
    expect([november.total, november.found]).toEqual([2, { count: 2, amount: '30' }]);
    expect((await list({ month: '2025-13' })).total).toBe(0);
    const second = await list({ page: 2, pageSize: 2 });
    expect([second.total, second.items.map(({ orderNumber }) => orderNumber)]).toEqual([3, ['W-100']]);
  });

  test('of a cause that nobody knows are empty', async () => {
    expect((await list({ causeId: 'materiaal-onbekend:9999' })).items).toEqual([]);
    expect((await list({ causeId: 'zomaar' })).items).toEqual([]);
  });
});

describe('one work order beside its invoice', () => {
  test('as it would be now: tags, origins, what is left out and what is missing', async () => {
    const [rowId] = give(
      workOrder('W1', {
        Materials: [
          { MaterialCode: 'KT-15', MaterialName: 'Knelkoppeling', MaterialNr: '4.00', MaterialPrice: '12.50' },
          { MaterialCode: '4711', MaterialName: 'Vulkraan', MaterialNr: '2', MaterialPrice: '18.75' },
          { MaterialCode: '2210', MaterialName: 'Onderhoudsset', MaterialNr: '0', MaterialPrice: '31.40' },
        ],
      }),
    );
    await world.run('export');
    const shown = await detail(rowId);
    expect(shown).toMatchObject({ shown: 'live', orderNumber: 'W1', row: { place: 'waiting' }, notQualifying: null });
    expect(shown.invoice).toMatchObject({ state: 'not-yet', total: '223.13', totalWithVat: null });
    expect(shown.invoice.lines.map(({ tag, kind, note }) => [tag, kind, note])).toEqual([
      ['M1', 'article', 'Artikel KT-15'],
      ['M2', 'held', 'Artikel 4711 ontbreekt'],
      ['M3', 'left-out', 'Niet op de factuur: het aantal is 0'],
      ['U1', 'article', 'Artikel 001'],
    ]);
    const [first] = shown.invoice.lines;
    expect(first).toMatchObject({
      quantity: { value: '4' },
      unitPrice: { value: '€\u00a012,50' },
      vat: { value: '21%' },
    });
    for (const origin of [first?.code?.origin, first?.quantity?.origin, first?.unitPrice?.origin, first?.vat?.origin])
      expect(origin).not.toBe('');
    expect(shown.workOrder.materials.map(({ tag, quantity, price }) => [tag, quantity, price])).toEqual([
      ['M1', '4', '€\u00a012,50'],
      ['M2', '2', '€\u00a018,75'],
      ['M3', '0', '€\u00a031,40'],
    ]);
    expect(shown.workOrder.periods).toMatchObject([{ tag: 'U1', time: '2:10' }]);
    expect(shown.causes).toMatchObject([{ causeId: 'materiaal-onbekend:4711' }]);
    expect(shown.history.map(({ text }) => text)).toEqual([expect.stringContaining('Artikel 4711')]);
    expect((await fetch(shown.workOrder.outsmartUrl ?? '')).status).toBe(200);
  });

  test('as it was when the draft was made, also after both systems changed', async () => {
    const [rowId] = give(workOrder('W1'));
    await world.run('export');
    world.outsmart.control.setStatus(TOKEN, rowId ?? '', { status: 'Opgehaald' });
    const shown = await detail(rowId);
    expect(shown).toMatchObject({ shown: 'stored', row: { place: 'invoiced' }, causes: [], notices: [] });
    expect(shown.invoice).toMatchObject({
      state: 'draft',
      debtor: { value: '10042 Bakkerij Blom' },
      total: '185.63',
      vat: [{ base: '185.63', vat: '38.98' }],
      totalWithVat: '224.61',
    });
    expect((await fetch(shown.invoice.asperionUrl ?? '')).status).toBe(200);
    expect(shown.history[0]?.text).toBe('Conceptfactuur naar Asperion gestuurd.');
  });

  test('as it is remembered while Asperion cannot be asked, with the reason', async () => {
    const [rowId] = give(withMaterial('W1', '4711', '1', '10'));
    await world.run('export');
    await world.account.tokens.forget();
    const shown = await detail(rowId);
    expect(shown).toMatchObject({ shown: 'stored', causes: [{ causeId: 'materiaal-onbekend:4711' }] });
    expect(shown.notices).toEqual([expect.stringContaining('Asperion is niet verbonden')]);
  });

  test('is unknown when no such work order exists', async () => {
    await expect(detail('123456')).rejects.toMatchObject({ code: 'work-order.unknown' });
  });
});

describe('handled by hand', () => {
  test('many at once and back, each remembered with who did, and what cannot be done is told of each', async () => {
    const [first = '', second = '', third = ''] = give(
      withMaterial('W1', '4711', '1', '10'),
      withMaterial('W2', '4711', '1', '20'),
      withMaterial('W3', 'KT-15', '1', '30'),
    );
    await world.run('export');
    const skipped = await decideAboutMany(world.account, [first, second, third, '99', first], 'skip', 'Marieke', 'en');
    expect(skipped.done).toBe(2);
    expect(skipped.refused.map(({ rowId }) => rowId)).toEqual([third, '99']);
    expect((await list({ place: 'skipped' })).items).toMatchObject([
      { decidedBy: 'Marieke' },
      { decidedBy: 'Marieke' },
    ]);
    expect(await causes()).toEqual([]);
    expect((await decideAboutMany(world.account, [first], 'unskip', 'Sander', 'nl')).done).toBe(1);
    await world.run('export');
    expect((await list({ place: 'waiting' })).total).toBe(1);
    expect(await audited()).toEqual([
      'work-order.unskipped Sander',
      'work-order.skipped Marieke',
      'work-order.skipped Marieke',
      ...(await audited()).slice(3),
    ]);
    expect((await detail(first)).history.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Zelf afgehandeld, gekozen door Marieke.', 'Doet weer mee, gekozen door Sander.']),
    );
  });
});

describe('the overview', () => {
  test('has a place for every complete work order, this month and before', async () => {
    give(withMaterial('W1', '4711', '1', '10'), withMaterial('W2', 'KT-15', '1', '20'));
    await world.run('export');
    const before = await overview();
    expect(before).toMatchObject({
      companyName: 'Installatiebedrijf Test',
      licence: 'trial',
      outsmart: 'connected',
      asperion: 'connected',
      administrationName: 'Administratie 101',
      stopped: null,
      isExportOn: true,
      lastExport: { job: 'export', state: 'done' },
      activeRun: null,
      balance: {
        thisMonth: { waiting: { count: 1, amount: '10' }, invoiced: { count: 1, amount: '20' } },
        thisMonthTotal: { count: 2, amount: '30' },
        earlierTotal: { count: 0, amount: '0' },
      },
    });
    expect(before.setUp.map(({ step, isDone }) => [step, isDone])).toEqual([
      ['licence', true],
      ['outsmart', true],
      ['asperion', true],
      ['settings', true],
      ['first-export', true],
    ]);
    expect(before.nextExportAt).not.toBeNull();
    expect(before.days).toHaveLength(30);
    expect(before.days.at(-1)).toMatchObject({ invoiced: 1, waiting: 1 });
    world.clock.advance(32 * 24 * 3_600_000);
    const later = await overview();
    expect(later.balance).toMatchObject({
      thisMonthTotal: { count: 0, amount: '0' },
      earlier: { waiting: { count: 1 }, invoiced: { count: 1 } },
    });
  });
});

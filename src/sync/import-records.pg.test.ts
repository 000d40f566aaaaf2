import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ADMINISTRATION, startTestWorld, type TestWorld, TOKEN } from './test-world.test-kit.ts';

describe('imports from Asperion to OutSmart', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await startTestWorld();
    await world.save({ importDebtors: true, importArticles: true, hourTypesOn: true, hourSalesTypeId: '20' });
  });
  afterEach(async () => {
    await world.close();
  });

  const posts = (path: string) =>
    world.outsmart.control.journal.entries().filter((entry) => entry.method === 'POST' && entry.path.includes(path))
      .length;
  const codes = (records: readonly Record<string, unknown>[]) => records.map(({ code }) => code);

  test('debtors become relations, articles materials, and articles of the hour sales type hour types instead', async () => {
    const run = await world.run('full');
    expect(run).toMatchObject({
      state: 'done',
      counts: { 'relations.new': 2, 'materials.new': 1, 'hourtypes.new': 1 },
    });
    expect(world.outsmart.control.relations(TOKEN).map(({ debtor_number, name }) => [debtor_number, name])).toEqual([
      ['10042', 'Bakkerij Blom'],
      ['10015', 'Vastgoed Meerzicht B.V.'],
    ]);
    expect(codes(world.outsmart.control.materials(TOKEN))).toEqual(['KT-15']);
    expect(codes(world.outsmart.control.hourTypes(TOKEN))).toEqual(['001']);
  });

  test('a second import of unchanged records writes nothing', async () => {
    await world.run('full');
    world.outsmart.control.journal.clear();
    const run = await world.run('full');
    expect(run.counts).toMatchObject({ 'relations.unchanged': 2, 'materials.unchanged': 1, 'hourtypes.unchanged': 1 });
    expect(world.outsmart.control.journal.entries().filter(({ method }) => method === 'POST')).toEqual([]);
  });

  test('only what changed in Asperion is written', async () => {
    await world.run('full');
    world.asperion.control.editArticle(ADMINISTRATION, 'KT-15', { salesPrice: 13.75 as never });
    world.outsmart.control.journal.clear();
    const run = await world.run('articles');
    expect(run.counts).toMatchObject({ 'materials.changed': 1 });
    expect(posts('materials')).toBe(1);
    expect(posts('relations')).toBe(0);
  });

  test('a blocked debtor makes its relation inactive, and active again when the block is lifted', async () => {
    await world.run('debtors');
    const active = () =>
      world.outsmart.control.relations(TOKEN).find(({ debtor_number }) => debtor_number === '10042')?.active;
    world.asperion.control.editDebtor(ADMINISTRATION, '10042', { blocked: true });
    await world.run('debtors');
    expect(active()).toBe('0');
    world.asperion.control.editDebtor(ADMINISTRATION, '10042', { blocked: false });
    await world.run('debtors');
    expect(active()).toBe('1');
  });

  test('an article that goes inactive, moves to the hour types or disappears is reported and never deleted', async () => {
    world.asperion.control.seed(ADMINISTRATION, {
      articles: ['IN', 'MV', 'GN'].map((code) => ({
        code,
        description: code,
        salesPrice: 1 as never,
        salesTypeId: '10',
      })),
    });
    await world.run('full');
    world.asperion.control.editArticle(ADMINISTRATION, 'IN', { isActive: false });
    world.asperion.control.editArticle(ADMINISTRATION, 'MV', { salesTypeId: '20' });
    const gone = world.asperion.control.articles(ADMINISTRATION).find(({ code }) => code === 'GN');
    world.asperion.control.remove(ADMINISTRATION, 'articles', gone?.id ?? 0);
    const run = await world.run('full');
    expect(await world.told(run.id)).toEqual(
      expect.arrayContaining([
        'inactive import.inactive IN',
        'moved import.moved MV',
        'gone import.gone GN',
        'new - MV',
      ]),
    );
    expect(codes(world.outsmart.control.materials(TOKEN))).toEqual(expect.arrayContaining(['IN', 'MV', 'GN']));
    expect(await world.told((await world.run('full')).id)).toEqual([]);
    expect(world.outsmart.control.journal.count({ path: 'DeleteEntity' })).toBe(0);
  });

  test('a debtor without an address gets a visible stand-in and a notice', async () => {
    world.asperion.control.seed(ADMINISTRATION, {
      debtors: [{ customerNumber: 'LEEG', name: 'Zonder adres', address: '', postCode: '', city: '' }],
    });
    const run = await world.run('debtors');
    expect(run.counts).toMatchObject({ 'relations.new': 3 });
    expect(world.outsmart.control.relations(TOKEN).find(({ debtor_number }) => debtor_number === 'LEEG')).toMatchObject(
      { street: '-', city: '-' },
    );
    expect(await world.told(run.id)).toContain('notice import.stand-in LEEG');
  });

  test('an import that is broken off goes on where it was, without repeating or skipping a record', async () => {
    const articles = Array.from({ length: 1_200 }, (_, index) => ({
      code: `A${index}`,
      description: `Artikel ${index}`,
      salesPrice: 1 as never,
      salesTypeId: '10',
    }));
    world.asperion.control.seed(ADMINISTRATION, { articles });
    world.outsmart.control.faults.add({ kind: 'status', status: 500, path: 'materials', skip: 1, times: 10 });
    const first = await world.run('articles');
    expect(first.state).toBe('failed');
    expect(first.counts['materials.new']).toBe(500);
    world.outsmart.control.faults.clear();
    const second = await world.run('articles');
    expect(second.counts).toMatchObject({ 'materials.unchanged': 500, 'materials.new': 701 });
    expect(world.outsmart.control.materials(TOKEN)).toHaveLength(1_201);
  });

  test('a 64 kB text, emoji and markup in a name arrive as the text they are', async () => {
    const description = `🔥 <b>ketel</b> & "co" ${'x'.repeat(64_000)}`;
    world.asperion.control.seed(ADMINISTRATION, {
      articles: [{ code: 'LANG', description, salesPrice: 1 as never, salesTypeId: '10' }],
    });
    await world.run('articles');
    expect(world.outsmart.control.materials(TOKEN).find(({ code }) => code === 'LANG')?.description).toBe(description);
  });
});

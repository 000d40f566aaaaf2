import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AsperionSandbox } from '#sandbox/asperion/start.ts';
import type { Accounting, Books } from '../model/accounting.ts';
import type { ArticleId } from '../model/ids.ts';
import { openAsperion } from './client.ts';
import { connectionTo, faultOf, lastingVault, MEANT, startJsonServer, startStand, vaultOf } from './stand.test-kit.ts';

let sandbox: AsperionSandbox;
let accounting: Accounting;
let books: Books;

beforeEach(async () => {
  sandbox = await startStand();
  sandbox.control.seed(MEANT, {
    debtors: ['1', '10', '21', 'K-7', 'Straße 3', ' 8 '].map((customerNumber) => ({
      customerNumber,
      name: customerNumber,
    })),
    articles: [
      { code: 'ARB-01', description: 'Monteur', salesTypeId: '1' },
      { code: 'ARB-010', description: 'Voorman', salesTypeId: '1' },
      { code: 'OUD-1', description: 'Uit de handel', isActive: false },
      { code: 'ÉÉN', description: 'Eén' },
    ],
  });
  accounting = openAsperion(connectionTo(sandbox, { pageSize: 5 }), await vaultOf(sandbox));
  books = accounting.books(MEANT);
});
afterEach(() => sandbox.close());

const numbersOf = async (keys: readonly string[]): Promise<string[]> =>
  (await books.findDebtors(keys)).map((debtor) => debtor.customerNumber).toSorted();
const codesOf = async (keys: readonly string[]): Promise<string[]> =>
  (await books.findArticles(keys)).map((article) => article.code).toSorted();
const more = (count: number): { customerNumber: string; name: string }[] =>
  Array.from({ length: count }, (_, n) => ({ customerNumber: `X${n}`, name: 'x' }));

describe('a few keys', () => {
  test('debtor 1 is not debtor 10 or 21', async () => {
    expect(await numbersOf(['1'])).toStrictEqual(['1']);
    expect(accounting.callCount).toBe(1);
    expect(sandbox.control.journal.entries()[0]?.query).toMatchObject({ CustomerNumber_comparison: 'Equals' });
  });

  test('even when Asperion does not know the comparison, the keys are compared again', async () => {
    const rows = ['1', '10', '21'].map((customerNumber, n) => ({ id: n + 1, customerNumber }));
    const server = await startJsonServer({ _data: rows });
    const elsewhere = openAsperion(connectionTo({ ...sandbox, apiUrl: server.url }), lastingVault()).books(MEANT);
    expect((await elsewhere.findDebtors(['1'])).map((debtor) => debtor.customerNumber)).toStrictEqual(['1']);
    await server.close();
  });

  test('case and white space around a key do not count, also outside of ASCII', async () => {
    expect(await numbersOf([' k-7 '])).toStrictEqual(['K-7']);
    expect(await numbersOf(['STRASSE 3', 'straße 3'])).toStrictEqual(['Straße 3']);
    expect(await codesOf(['één'])).toStrictEqual(['ÉÉN']);
  });

  test('an inactive article is found as well', async () => {
    expect((await books.findArticles(['oud-1']))[0]).toMatchObject({ code: 'OUD-1', isActive: false });
  });

  test('blank keys and no keys find nothing, and nothing is asked', async () => {
    expect(await numbersOf(['', '  '])).toStrictEqual([]);
    expect(await codesOf([])).toStrictEqual([]);
    expect(accounting.callCount).toBe(0);
  });

  test('one key in two spellings is looked up once', async () => {
    expect(await codesOf(['arb-01', 'ARB-01 '])).toStrictEqual(['ARB-01']);
    expect(accounting.callCount).toBe(1);
  });
});

describe('many keys', () => {
  const keys = ['1', '10', '21', 'k-7', 'nergens'];

  test('the list is read when it has fewer pages than there are keys', async () => {
    expect(await numbersOf(keys)).toStrictEqual(['1', '10', '21', 'K-7']);
    expect(accounting.callCount).toBe(2);
  });

  test('each key is looked up when the list is longer; the first page was the price of knowing', async () => {
    sandbox.control.seed(MEANT, { debtors: more(100) });
    expect(await numbersOf(keys)).toStrictEqual(['1', '10', '21', 'K-7']);
    expect(accounting.callCount).toBe(6);
  });

  test('after a look-up that failed no more are made', async () => {
    sandbox.control.seed(MEANT, { debtors: more(200) });
    sandbox.control.faults.add({ kind: 'status', status: 400, path: 'CustomerNumber=', times: 0 });
    const many = more(20).map((debtor) => debtor.customerNumber);
    expect((await faultOf(books.findDebtors(many))).code).toBe('asperion.refused');
    await books.readDebtorKinds();
    expect(accounting.callCount).toBeLessThan(12);
  });

  test('in the list a number with white space around it is found too', async () => {
    expect(await numbersOf([...keys, '8'])).toContain(' 8 ');
  });

  test('inactive articles are in the list', async () => {
    expect(await codesOf(['arb-01', 'arb-010', 'oud-1', 'één', 'nergens'])).toStrictEqual([
      'ARB-01',
      'ARB-010',
      'OUD-1',
      'ÉÉN',
    ]);
  });
});

test('articles by id, inactive ones included; one that is gone is absent', async () => {
  const ids = sandbox.control.articles(MEANT).map((article) => String(article.id) as ArticleId);
  const found = await books.readArticlesById(new Set([...ids, '99999' as ArticleId]));
  expect(found.map((article) => article.id).toSorted()).toStrictEqual(ids.toSorted());
  const single = await books.readArticlesById(new Set(ids.slice(2, 3)));
  expect(single.map((article) => article.code)).toStrictEqual(['OUD-1']);
});

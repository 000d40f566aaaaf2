import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AsperionSandbox } from '#sandbox/asperion/start.ts';
import type { Books } from '../model/accounting.ts';
import { openAsperion } from './client.ts';
import { connectionTo, MEANT, startStand, vaultOf } from './stand.test-kit.ts';

let sandbox: AsperionSandbox;
let books: Books;

beforeEach(async () => {
  sandbox = await startStand();
  sandbox.control.seed(MEANT, {
    debtors: [
      { customerNumber: '10042', name: 'Bakkerij Blom' },
      { customerNumber: '10043', name: 'Garage De Wit' },
      { customerNumber: '20042', name: 'Blomstein Vastgoed' },
      ...Array.from({ length: 30 }, (_one, index) => ({ customerNumber: `3${index}`, name: `Klant ${index}` })),
    ],
    articles: [
      { code: '4711', description: 'Vulkraan', salesTypeId: '10' },
      { code: 'VK-2', description: 'Haakse vulkraan', salesTypeId: '10' },
      { code: '4799', description: 'Oude kraan', salesTypeId: '10', isActive: false },
    ],
  });
  books = openAsperion(connectionTo(sandbox, { pageSize: 5 }), await vaultOf(sandbox)).books(MEANT);
});
afterEach(() => sandbox.close());

const debtors = async (text: string, limit = 10) => {
  const { records, isCut } = await books.findDebtorsWithText(text, limit);
  return { numbers: records.map(({ customerNumber }) => customerNumber), isCut };
};

test('a debtor is found by the start of its number and by a part of its name, whatever the case', async () => {
  expect(await debtors('1004')).toEqual({ numbers: ['10042', '10043'], isCut: false });
  expect(await debtors('blom')).toEqual({ numbers: ['20042', '10042'], isCut: false });
  expect(await debtors(' niets ')).toEqual({ numbers: [], isCut: false });
});

test('what has no room is said, and no more than a few pages are asked for', async () => {
  const { numbers, isCut } = await debtors('klant', 4);
  expect([numbers.length, isCut]).toEqual([4, true]);
  expect((await debtors('', 3)).isCut).toBe(true);
  expect((await debtors('klant', 100)).numbers.length).toBeLessThanOrEqual(15);
});

test('an article is found by code and description; one that is inactive is not offered', async () => {
  const codes = async (text: string) => (await books.findArticlesWithText(text, 10)).records.map(({ code }) => code);
  expect(await codes('vulkraan')).toEqual(['4711', 'VK-2']);
  expect(await codes('47')).toEqual(['4711']);
});

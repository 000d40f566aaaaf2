import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AsperionSandbox } from '#sandbox/asperion/start.ts';
import { decimal, decimalText } from '../kernel/decimal.ts';
import type { Accounting, Article, Books } from '../model/accounting.ts';
import { openAsperion } from './client.ts';
import { connectionTo, MEANT, OTHER, startStand, vaultOf } from './stand.test-kit.ts';

let sandbox: AsperionSandbox;
let accounting: Accounting;
let books: Books;
const yes = (): boolean => true;

beforeEach(async () => {
  sandbox = await startStand();
  accounting = openAsperion(connectionTo(sandbox), await vaultOf(sandbox));
  books = accounting.books(MEANT);
});
afterEach(() => sandbox.close());

async function articlesOf(salesTypeId: string | null): Promise<Article[]> {
  const articles: Article[] = [];
  for await (const page of books.readArticles({ salesTypeId })) articles.push(...page);
  return articles;
}

describe('what a bookkeeper keeps in Asperion', () => {
  beforeEach(() => {
    sandbox.control.seed(MEANT, {
      salesTypes: [
        { id: '1', description: 'Arbeid' },
        { id: '11', description: 'Materiaal' },
        { id: '12', description: 'Vervallen', disabled: true },
      ],
      vatCodes: [
        { id: '1', percentage: 21, description: 'Hoog', isDefault: true },
        {
          id: '7',
          percentage: 9.5,
          salesCode: false,
          validUntil: '2024-12-31T00:00:00',
          validFrom: '2019-01-01T00:00:00',
        },
      ],
      articles: [
        {
          code: 'ARB',
          description: 'Monteur',
          unit: 'uur',
          salesTypeId: '1',
          salesPrice: 62.5,
          eanCode1: '8712345678906',
        },
        { code: 'MAT', salesTypeId: '11', salesPrice: 0.1 },
        { code: 'OUD', salesTypeId: '1', isActive: false },
      ],
    });
  });

  test('articles: the active ones, or only those of one sales type (1 is not 11)', async () => {
    expect((await articlesOf(null)).map((article) => article.code)).toStrictEqual(['ARB', 'MAT']);
    expect((await articlesOf('1')).map((article) => article.code)).toStrictEqual(['ARB']);
    expect((await articlesOf('99')).map((article) => article.code)).toStrictEqual([]);
  });

  test('an article with all that is known of it', async () => {
    const [article] = await articlesOf('1');
    expect(article).toMatchObject({
      description: 'Monteur',
      unit: 'uur',
      salesTypeId: '1',
      eanCode: '8712345678906',
      isActive: true,
    });
    expect(article && decimalText(article.salesPrice)).toBe('62.5');
  });

  test('sales types that are in use', async () => {
    const salesTypes = await books.readSalesTypes();
    expect(salesTypes.map((salesType) => salesType.id)).toStrictEqual(['1', '2', '3', '4', '11']);
    expect(salesTypes.at(-1)).toStrictEqual({ id: '11', description: 'Materiaal' });
  });

  test('VAT codes with their last day', async () => {
    const codes = (await books.readVatCodes()).filter((code) => ['1', '7'].includes(code.id));
    expect(codes.map(({ percentage, ...code }) => ({ ...code, percentage: decimalText(percentage) }))).toStrictEqual([
      {
        id: '1',
        description: 'Hoog',
        isForSales: true,
        isDefault: true,
        validFrom: null,
        validUntil: null,
        percentage: '21',
      },
      {
        id: '7',
        description: '',
        isForSales: false,
        isDefault: false,
        validFrom: '2019-01-01',
        validUntil: '2024-12-31',
        percentage: '9.5',
      },
    ]);
  });

  test('debtor kinds and payment conditions', async () => {
    expect((await books.readDebtorKinds())[0]).toStrictEqual({ id: '1', description: 'Binnenland' });
    expect((await books.readPaymentConditions())[1]).toStrictEqual({ id: 2, description: '30 dagen' });
  });
});

describe('what the connector makes in Asperion', () => {
  test('a debtor, found again as it was made', async () => {
    const made = await books.createDebtor(
      {
        customerNumber: 'W-77',
        name: 'Smederij "Het Vuur" & Zn. 🔥',
        address: 'Ambachtsweg 3',
        postCode: '1234 AB',
        city: 'Ons Dorp',
        countryCode: 'NL',
        attentionTo: 'Jo',
        phoneNumber: '0101234567',
        emailAddress: 'kantoor@hetvuur.example',
        debtorKindId: '2',
        paymentConditionId: 2,
      },
      yes,
    );
    expect(made.administrationId).toBe(MEANT);
    const [found] = await books.findDebtors(['w-77']);
    expect(found).toMatchObject({
      id: made.id,
      name: 'Smederij "Het Vuur" & Zn. 🔥',
      attentionTo: 'Jo',
      isBlocked: false,
    });
    expect(sandbox.control.debtors(MEANT)[0]).toMatchObject({ debtorKindId: '2', paymentConditionId: 2 });
    expect(sandbox.control.debtors(OTHER)).toHaveLength(0);
  });

  test('an article, with its exact price', async () => {
    const made = await books.createArticle(
      { code: 'NIEUW', description: 'Buis 15 mm', unit: 'm', salesTypeId: '2', salesPrice: decimal('1234.5678') },
      yes,
    );
    const [found] = await books.findArticles(['NIEUW']);
    expect(found).toMatchObject({ id: made.id, unit: 'm', salesTypeId: '2', isActive: true });
    expect(found && decimalText(found.salesPrice)).toBe('1234.5678');
    expect(sandbox.control.journal.entries()[0]?.bodyText).toContain('"salesPrice":1234.5678');
  });

  test.each([200, 201] as const)('also when Asperion answers a create with %i', async (createdStatus) => {
    sandbox.control.settings.createdStatus = createdStatus;
    const article = { code: 'A', description: 'a', unit: '', salesTypeId: '1', salesPrice: decimal('1') };
    expect((await books.createArticle(article, yes)).administrationId).toBe(MEANT);
  });

  test('that landed in other books than meant, and says so', async () => {
    const misspelt = openAsperion(connectionTo(sandbox, { tenantHeader: 'X-Tennant' }), await vaultOf(sandbox));
    const article = { code: 'A', description: 'a', unit: '', salesTypeId: '1', salesPrice: decimal('1') };
    expect((await misspelt.books(MEANT).createArticle(article, yes)).administrationId).toBe(OTHER);
  });
});

test('opening a door asks nothing of Asperion', async () => {
  expect(accounting.callCount).toBe(0);
  expect(books.administrationId).toBe(MEANT);
  expect(sandbox.control.journal.count()).toBe(0);
});

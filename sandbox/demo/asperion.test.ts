import { describe, expect, test } from 'vitest';
import { demoAsperion } from './asperion.ts';
import type { AsperionAdministration } from './asperion-shapes.ts';

const today = '2026-11-24';
const seed = demoAsperion(today);

function administration(id: number): AsperionAdministration {
  const found = seed.administrations.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`No administration ${id}.`);
  return found;
}

const jansen = administration(101);
const rental = administration(102);
const comparable = (code: string): string => code.trim().toLowerCase();

describe('the demo company in Asperion', () => {
  test('the same day gives the same company, and another day only other dates', () => {
    expect(demoAsperion(today)).toEqual(seed);
    const later = demoAsperion('2027-02-01');
    expect(later.administrations[0]?.articles.map((article) => article.code)).toEqual(
      jansen.articles.map((article) => article.code),
    );
    expect(later.administrations[0]?.debtors.map((debtor) => debtor.name)).toEqual(
      jansen.debtors.map((debtor) => debtor.name),
    );
  });

  test('it survives being written as JSON without losing anything', () => {
    expect(JSON.parse(JSON.stringify(seed))).toEqual(seed);
  });

  test('it is large enough to need several pages', () => {
    expect(jansen.debtors.length).toBeGreaterThanOrEqual(320);
    expect(jansen.articles.filter((article) => article.isActive).length).toBeGreaterThanOrEqual(1250);
  });

  test.each([101, 102])('in administration %d every number, code and id occurs once', (id) => {
    const { debtors, articles } = administration(id);
    const keys = [
      debtors.map((debtor) => String(debtor.id)),
      debtors.map((debtor) => comparable(debtor.customerNumber)),
      articles.map((article) => String(article.id)),
      articles.map((article) => comparable(article.code)),
    ];
    for (const values of keys) expect(new Set(values).size).toBe(values.length);
  });

  test.each([101, 102])('in administration %d everything referred to exists', (id) => {
    const { debtors, articles, salesTypes, vatCodes, debtorKinds, paymentConditions, ledgerAccounts } =
      administration(id);
    const salesTypeIds = salesTypes.map((salesType) => salesType.id);
    for (const article of articles) expect(salesTypeIds).toContain(article.salesTypeId);
    for (const salesType of salesTypes) {
      expect(vatCodes.map((code) => code.id)).toContain(salesType.vatCode);
      expect(ledgerAccounts.map((account) => account.id)).toContain(salesType.ledgerAccountId);
    }
    if (id === 101) {
      const kinds = debtorKinds.map((kind) => kind.id);
      const conditions = paymentConditions.map((condition) => condition.id);
      for (const debtor of debtors) {
        expect(kinds).toContain(debtor.debtorKindId);
        expect(conditions).toContain(debtor.paymentConditionId);
      }
    }
  });

  test('no VAT code is the default, the 6 % code has expired, and purchase codes are not for sales', () => {
    expect(jansen.vatCodes.some((code) => code.isDefault)).toBe(false);
    expect(jansen.vatCodes.find((code) => code.percentage === 6)).toMatchObject({ validUntil: '2018-12-31' });
    expect(jansen.vatCodes.find((code) => code.id === '1')).toMatchObject({ percentage: 21, salesCode: true });
    expect(jansen.vatCodes.some((code) => !code.salesCode)).toBe(true);
  });

  test('the user may use both administrations and starts in the one that the demo does not connect', () => {
    expect(seed.users).toEqual([
      {
        userName: 'demo',
        password: 'demo',
        profileName: 'Demo gebruiker',
        administrations: [101, 102],
        defaultAdministration: 102,
      },
    ]);
  });

  test('numbers and codes of the other administration mean something else there', () => {
    const nameOf = (side: AsperionAdministration): unknown =>
      side.debtors.find((debtor) => debtor.customerNumber === '10482')?.name;
    const priceOf = (side: AsperionAdministration): unknown =>
      side.articles.find((article) => article.code === '001')?.salesPrice;
    expect(nameOf(jansen)).toBe('Bakkerij Van Loon');
    expect(nameOf(rental)).not.toBe(nameOf(jansen));
    expect(priceOf(jansen)).toBe(62.5);
    expect(priceOf(rental)).not.toBe(priceOf(jansen));
    const ids = [...jansen.debtors, ...rental.debtors].map((debtor) => debtor.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the debtors', () => {
  test('some are blocked, some live abroad, some have no postcode or town', () => {
    expect(jansen.debtors.filter((debtor) => debtor.blocked).length).toBeGreaterThanOrEqual(3);
    expect(new Set(jansen.debtors.map((debtor) => debtor.countryCode)).size).toBeGreaterThanOrEqual(4);
    expect(jansen.debtors.some((debtor) => debtor.postCode === '' && debtor.city !== '')).toBe(true);
    expect(jansen.debtors.some((debtor) => debtor.postCode === '' && debtor.city === '')).toBe(true);
  });

  test('optional members are null in some and filled in others', () => {
    for (const member of ['addressLine2', 'comments', 'characteristic5', 'dateLastChange'] as const) {
      expect(jansen.debtors.some((debtor) => debtor[member] === null)).toBe(true);
      expect(jansen.debtors.some((debtor) => debtor[member] !== null)).toBe(true);
    }
  });

  test.each(['&', '<', '>', '"', "'", '🍦', 'Ö', '’', '<script>alert(1)</script>'])('a name contains %s', (text) => {
    expect(jansen.debtors.some((debtor) => debtor.name.includes(text))).toBe(true);
  });

  test('all e-mail addresses are invented and made of plain letters', () => {
    for (const { emailAddress } of jansen.debtors) {
      expect(emailAddress).toMatch(/^$|^[a-z0-9-]+@[a-z0-9-]+\.example$/);
    }
  });

  test('dates lie before today', () => {
    for (const debtor of jansen.debtors) {
      expect(debtor.dateAdded < today).toBe(true);
      if (debtor.dateLastChange !== null) expect(debtor.dateLastChange >= debtor.dateAdded).toBe(true);
    }
  });

  test('bank account numbers pass the check of 97', () => {
    const ibans = jansen.debtors.map((debtor) => debtor.iban).filter((iban) => iban !== '');
    expect(ibans.length).toBeGreaterThan(50);
    for (const iban of ibans) {
      const moved = `${iban.slice(4)}${iban.slice(0, 4)}`;
      const digits = moved.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
      expect(BigInt(digits) % 97n).toBe(1n);
    }
  });
});

describe('the articles', () => {
  test('prices have two, three and four decimals and never more', () => {
    const decimals = jansen.articles.map((article) => (String(article.salesPrice).split('.')[1] ?? '').length);
    expect(decimals).toContain(2);
    expect(decimals).toContain(3);
    expect(decimals).toContain(4);
    expect(Math.max(...decimals)).toBe(4);
    expect(jansen.articles.every((article) => article.salesPrice >= 0)).toBe(true);
  });

  test('units may be empty, descriptions may hold inch signs and fill the whole field', () => {
    expect(jansen.articles.some((article) => article.unit === '')).toBe(true);
    expect(jansen.articles.some((article) => article.description.includes('½″'))).toBe(true);
    expect(jansen.articles.some((article) => article.description.includes('½"'))).toBe(true);
    const lengths = jansen.articles.map((article) => article.description.length);
    expect(Math.max(...lengths)).toBeGreaterThan(240);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(255);
    expect(jansen.articles.some((article) => article.longDescription?.includes('\n'))).toBe(true);
  });

  test('sales type Uren holds the hour types; AVOND and 4711 are not there', () => {
    const hourTypes = jansen.articles.filter((article) => article.salesTypeId === '20');
    expect(hourTypes.map(({ code, salesPrice, isActive }) => [code, salesPrice, isActive])).toEqual([
      ['001', 62.5, true],
      ['002', 72.5, true],
      ['003', 41.25, true],
      ['REIS', 45, true],
      ['SPOED', 97.5, true],
      ['ENG', 84, true],
      ['NACHT', 110, false],
    ]);
    const codes = jansen.articles.map((article) => comparable(article.code));
    expect(codes).not.toContain('avond');
    expect(codes).not.toContain('4711');
  });

  test('several sales types are used, and some articles are inactive', () => {
    expect(new Set(jansen.articles.map((article) => article.salesTypeId)).size).toBeGreaterThanOrEqual(8);
    expect(jansen.articles.filter((article) => !article.isActive).length).toBeGreaterThanOrEqual(10);
  });

  test('article numbers for scanning carry a right check digit', () => {
    const eans = jansen.articles.flatMap((article) => article.eanCode1 ?? []);
    expect(eans.length).toBeGreaterThan(500);
    for (const ean of eans) {
      const sum = [...ean].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
      expect(sum % 10).toBe(0);
    }
  });
});

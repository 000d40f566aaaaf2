// The second administration of the demo user, and the default one. Its debtor numbers, article codes, sales types and
// VAT codes mean something else than those of the first: whoever forgets to name the administration notices at once.

import { demoDebtorKinds, demoJournals, demoLedgerAccounts, demoPaymentConditions } from './administration-lists.ts';
import { articlesOf } from './articles.ts';
import type { AsperionAdministration } from './asperion-shapes.ts';
import { debtorsOf } from './debtors.ts';
import type { Party } from './parties.ts';
import type { Product } from './products.ts';

const names = [
  'Steigerbouw Hoogvliegers BV',
  'Evenementen Tentzeil',
  'Aannemer Baksteen & Co',
  'Fam. Vos',
  'Stichting Zomerfeest',
];
const numbers = ['10004', '10005', '10127', '10482', '20001'];

const rentals: readonly (readonly [code: string, name: string, unit: string, price: string])[] = [
  ['001', 'Huur aggregaat 20 kVA', 'dag', '95.00'],
  ['002', 'Huur bouwlamp', 'dag', '7.50'],
  ['REIS', 'Bezorgen en ophalen', '', '65.00'],
  ['4502', 'Huur heteluchtkanon', 'week', '112.50'],
  ['STEIGER-6', 'Huur rolsteiger 6 m', 'week', '138.00'],
  ['STEIGER-8', 'Huur rolsteiger 8 m', 'week', '164.00'],
  ['HEK', 'Huur bouwhek per stuk', 'week', '2.375'],
];

/** Administration 102, with dates before `today` (YYYY-MM-DD). */
export function rentalAdministration(today: string): AsperionAdministration {
  return {
    id: 102,
    name: 'Jansen Verhuur BV',
    inTrade: false,
    debtors: debtorsOf(names.map(partyOf), today).map((debtor) => ({ ...debtor, id: debtor.id + 60_000 })),
    articles: articlesOf(rentals.map(productOf), today).map((article) => ({ ...article, id: article.id + 8000 })),
    salesTypes: [
      { id: '10', description: 'Verhuur klein materieel', ledgerAccountId: 8200, vatCode: '21', disabled: false },
      { id: '20', description: 'Verhuur steigers', ledgerAccountId: 8200, vatCode: '21', disabled: false },
    ],
    vatCodes: [
      {
        id: '21',
        description: 'Btw hoog 21 %',
        salesCode: true,
        percentage: 21,
        isDefault: false,
        validFrom: '2012-10-01',
        validUntil: null,
        countryCode: 'NL',
      },
      {
        id: '1',
        description: 'Inkoop 21 %',
        salesCode: false,
        percentage: 21,
        isDefault: false,
        validFrom: '2012-10-01',
        validUntil: null,
        countryCode: 'NL',
      },
    ],
    debtorKinds: demoDebtorKinds().slice(0, 2),
    paymentConditions: demoPaymentConditions().slice(1, 3),
    journals: demoJournals().slice(3),
    ledgerAccounts: demoLedgerAccounts().filter((account) => [1300, 8200].includes(account.id)),
  };
}

function partyOf(name: string, index: number): Party {
  return {
    number: numbers[index] ?? String(20_000 + index),
    name,
    kind: 'company',
    street: 'Havenkade',
    houseNumber: String(100 + index),
    extraAddress: null,
    zip: '3812 AA',
    city: 'Amersfoort',
    country: 'NL',
    contact: '',
    phone: '033-5550102',
    mobile: '',
    email: `verhuur${index}@post.example`,
    cocNumber: '',
    vatNumber: '',
    iban: '',
    isBlocked: false,
  };
}

function productOf([code, name, unit, price]: (typeof rentals)[number]): Product {
  return {
    code,
    name,
    longDescription: null,
    unit,
    salesTypeId: code.startsWith('STEIGER') ? '20' : '10',
    price,
    eanCode: null,
    isActive: true,
  };
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimal, decimalText } from '../kernel/decimal.ts';
import type { NewArticle, NewDebtor } from '../model/accounting.ts';
import { articleRecord, debtorRecord, invoiceRecord, vatCodeRecord } from './records.ts';
import {
  articleBody,
  articleFromRecord,
  compareIds,
  debtorBody,
  debtorFromRecord,
  idInBody,
  markedInvoiceFromRecord,
  vatCodeFromRecord,
} from './translate.ts';

const debtorOnTheWire = {
  id: 7,
  customerNumber: '10025',
  name: 'Bakkerij De Korenaar',
  address: 'Dorpsstraat 1',
  addressLine2: null,
  postCode: '1234 AB',
  city: 'Ons Dorp',
  countryCode: 'NL',
  attentionTo: '',
  phoneNumber: null,
  mobileNumber: '0612345678',
  emailAddress: 'info@korenaar.example',
  cocNumber: 12345678,
  vatNumber: null,
  iban: 'x',
  blocked: true,
  _meta: { self: '/v1/debtors/7' },
};

describe('debtors', () => {
  test('null, an empty text and a number are all read as text, and unknown members are left alone', () => {
    expect(debtorFromRecord(debtorRecord.parse(debtorOnTheWire))).toStrictEqual({
      id: '7',
      customerNumber: '10025',
      name: 'Bakkerij De Korenaar',
      address: 'Dorpsstraat 1',
      postCode: '1234 AB',
      city: 'Ons Dorp',
      countryCode: 'NL',
      attentionTo: '',
      phoneNumber: '',
      mobileNumber: '0612345678',
      emailAddress: 'info@korenaar.example',
      cocNumber: '12345678',
      vatNumber: '',
      isBlocked: true,
    });
  });

  test('a debtor of nothing but an id is a debtor with empty texts that is not blocked', () => {
    const debtor = debtorFromRecord(debtorRecord.parse({ id: 'D1' }));
    expect(debtor).toMatchObject({ id: 'D1', customerNumber: '', name: '', isBlocked: false });
  });

  const wanted: NewDebtor = {
    customerNumber: '10026',
    name: 'Smederij "Het Vuur"',
    address: 'Ambachtsweg 3',
    postCode: '',
    city: 'Ons Dorp',
    countryCode: ' ',
    attentionTo: '',
    phoneNumber: '',
    emailAddress: 'kantoor@hetvuur.example',
    debtorKindId: '1',
    paymentConditionId: 2,
  };

  test('a new debtor is sent without the members that have no value', () => {
    expect(JSON.parse(debtorBody(wanted))).toStrictEqual({
      customerNumber: '10026',
      name: 'Smederij "Het Vuur"',
      address: 'Ambachtsweg 3',
      city: 'Ons Dorp',
      emailAddress: 'kantoor@hetvuur.example',
      debtorKindId: '1',
      paymentConditionId: 2,
    });
  });

  test('a required member is sent even when it is empty, so that Asperion says what it misses', () => {
    expect(JSON.parse(debtorBody({ ...wanted, address: '' }))).toMatchObject({ address: '' });
  });
});

describe('articles', () => {
  test('the price is exact, and the sales type is text whatever it was', () => {
    const article = articleFromRecord(
      articleRecord.parse({
        id: 12,
        code: 'KT-15',
        description: 'Kraan',
        salesTypeId: 3,
        salesPrice: 19.95,
        isActive: false,
      }),
    );
    expect(article).toMatchObject({
      id: '12',
      code: 'KT-15',
      unit: '',
      salesTypeId: '3',
      eanCode: '',
      isActive: false,
    });
    expect(decimalText(article.salesPrice)).toBe('19.95');
  });

  test('an article that does not say whether it is active is active', () => {
    expect(articleFromRecord(articleRecord.parse({ id: 1, code: 'A' })).isActive).toBe(true);
  });

  test('a new article is sent with its price digit by digit', () => {
    const article: NewArticle = {
      code: 'X',
      description: 'Buis',
      unit: '',
      salesTypeId: '2',
      salesPrice: decimal('0.10'),
    };
    expect(articleBody(article)).toBe('{"code":"X","description":"Buis","salesTypeId":"2","salesPrice":0.1}');
    expect(articleBody({ ...article, unit: 'm' })).toContain('"unit":"m"');
  });

  test('an id that was a number goes back as a number, another as text', () => {
    expect(JSON.stringify([idInBody('12'), idInBody('A12'), idInBody('007')])).toBe('[12,"A12","007"]');
  });
});

test('a VAT code that does not say it is for sales is not', () => {
  const code = vatCodeFromRecord(vatCodeRecord.parse({ id: 1, description: 'Hoog', percentage: 21 }));
  expect(code).toMatchObject({ id: '1', isForSales: false, isDefault: false, validFrom: null, validUntil: null });
});

test('a draft without a number has none, also when the number is an empty text', () => {
  const read = (invoiceNumber: unknown) =>
    markedInvoiceFromRecord(
      invoiceRecord.parse({ id: 5, description: 'x', invoiceNumber, date: '2025-03-14T00:00:00' }),
    );
  expect(read(null)).toStrictEqual({ id: '5', description: 'x', invoiceNumber: null, date: '2025-03-14' });
  expect(read('').invoiceNumber).toBeNull();
  expect(read('2025-0117').invoiceNumber).toBe('2025-0117');
});

test('ids are ordered by age: 9 before 10, numbers before texts', () => {
  expect(['10', 'B', '9', 'A', '10'].toSorted(compareIds)).toStrictEqual(['9', '10', '10', 'A', 'B']);
});

describe('whatever comes over the wire', () => {
  const schemas = { debtorRecord, articleRecord, vatCodeRecord, invoiceRecord };
  const names = [
    'id',
    'code',
    'customerNumber',
    'salesPrice',
    'percentage',
    'isActive',
    'blocked',
    'date',
    'validFrom',
  ];
  const anything = fc.oneof(
    fc.dictionary(fc.constantFrom(...names), fc.jsonValue()),
    fc
      .record({ id: fc.oneof(fc.nat(), fc.string()) })
      .chain((row) =>
        fc.dictionary(fc.constantFrom(...names.slice(1)), fc.jsonValue()).map((rest) => ({ ...row, ...rest })),
      ),
    fc.jsonValue(),
  );

  test('a record is either refused or read, and nothing else happens', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom(...Object.values(schemas)), (wire, schema) => {
        const before = JSON.stringify(wire);
        schema.safeParse(wire);
        expect(JSON.stringify(wire)).toBe(before);
      }),
      { numRuns: 2000 },
    );
  });

  test('what is read can be translated, and texts stay the texts they were', () => {
    fc.assert(
      fc.property(fc.nat(), fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (id, name, code) => {
        expect(debtorFromRecord(debtorRecord.parse({ id, name, customerNumber: code }))).toMatchObject({
          name,
          customerNumber: code,
        });
        expect(articleFromRecord(articleRecord.parse({ id, description: name, code }))).toMatchObject({
          description: name,
          code,
        });
      }),
    );
  });
});

/**
 * What must hold for every debtor and article, however odd its texts: OutSmart's required members are filled and fit.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText } from '../kernel/any-text.test-kit.ts';
import { decimal, readDecimal } from '../kernel/decimal.ts';
import { article, debtor } from './example-records.test-kit.ts';
import { hourTypeFromArticle } from './hour-type-from-article.ts';
import { materialFromArticle } from './material-from-article.ts';
import { relationFromDebtor } from './relation-from-debtor.ts';

const text = fc.oneof(
  anyText,
  fc.constantFrom('', ' ', '\n'),
  anyText.map((short) => short.repeat(20)),
);

test('a relation has every required member, none longer than OutSmart holds', () => {
  const members = { customerNumber: text, name: text, address: text, postCode: text, city: text, attentionTo: text };
  fc.assert(
    fc.property(fc.record(members), (odd) => {
      const outcome = relationFromDebtor(debtor(odd));
      if (outcome.kind === 'unusable') return;
      const { debtorNumber, name, street, postalCode, city, houseNumber, contactPerson } = outcome.record;
      for (const required of [debtorNumber, name, street, postalCode, city]) expect(required.trim()).not.toBe('');
      for (const member of [debtorNumber, name, street, postalCode, city, houseNumber, contactPerson]) {
        expect(member.length).toBeLessThanOrEqual(255);
      }
      expect(relationFromDebtor(debtor(odd))).toEqual(outcome);
    }),
  );
});

test('a material and an hour type have every required member and a price that can be read', () => {
  const members = { code: text, description: text, unit: text, eanCode: text };
  fc.assert(
    fc.property(fc.record(members), fc.integer(), (odd, cents) => {
      const salesPrice = decimal(`${cents}e-2`);
      const material = materialFromArticle(article({ ...odd, salesPrice }));
      if (material.kind === 'record') {
        const { code, description, unit } = material.record;
        for (const required of [code, description, unit]) expect(required.trim()).not.toBe('');
        expect(readDecimal(material.record.price)?.eq(salesPrice)).toBe(true);
      }
      const hourType = hourTypeFromArticle(article({ ...odd, salesPrice }));
      if (hourType.kind === 'record') {
        expect(hourType.record.name.trim()).not.toBe('');
        expect(hourType.record.code.length).toBeLessThanOrEqual(55);
        expect(readDecimal(hourType.record.salePrice)?.eq(salesPrice)).toBe(true);
      }
    }),
  );
});

import { describe, expect, test } from 'vitest';
import { decimal } from '../kernel/decimal.ts';
import { article } from './example-records.test-kit.ts';
import { materialFromArticle } from './material-from-article.ts';

describe('an article as a material', () => {
  test('keeps code, description, unit and EAN code', () => {
    expect(materialFromArticle(article({ code: ' KT-15 ', eanCode: '8712345678906' }))).toEqual({
      kind: 'record',
      record: {
        code: 'KT-15',
        description: 'Knelkoppeling 15mm messing',
        price: '11.95',
        unit: 'st',
        eanCode: '8712345678906',
      },
      notices: [],
    });
  });

  test.each([
    ['9', '9.00'],
    ['0', '0.00'],
    ['12.3456', '12.3456'],
    ['1495', '1495.00'],
    ['-1.5', '-1.50'],
  ])('a price of %s is written as %s', (price, text) => {
    expect(materialFromArticle(article({ salesPrice: decimal(price) }))).toMatchObject({ record: { price: text } });
  });

  test('gets the code for a description and a dash for a unit that are empty', () => {
    expect(materialFromArticle(article({ description: '', unit: ' ' }))).toMatchObject({
      record: { description: 'KT-15', unit: '-' },
      notices: [
        { code: 'stand-in', field: 'description', parameters: { standIn: 'KT-15' } },
        { code: 'stand-in', field: 'unit', parameters: { standIn: '-' } },
      ],
    });
  });

  test('keeps line breaks in the description', () => {
    expect(materialFromArticle(article({ description: 'Ketel\n22 kW' }))).toMatchObject({
      record: { description: 'Ketel\n22 kW' },
    });
  });

  test.each([
    ['é', 2, 32_767],
    ['€', 3, 21_845],
    ['😀', 4, 16_383],
    ['a', 1, 65_535],
  ])('a description of %s, %i bytes each, is cut to 65.535 bytes between characters', (character, bytes, count) => {
    const outcome = materialFromArticle(article({ description: character.repeat(70_000) }));
    expect(outcome).toMatchObject({
      notices: [{ code: 'cut', parameters: { length: `${70_000 * bytes}`, max: '65535' } }],
    });
    expect(outcome.kind === 'record' && outcome.record.description === character.repeat(count)).toBe(true);
  });

  test('a description of exactly 65.535 bytes is whole', () => {
    expect(materialFromArticle(article({ description: `${'é'.repeat(32_767)}a` }))).toMatchObject({ notices: [] });
  });

  test('an EAN code that is too long is left out rather than cut into another one', () => {
    expect(materialFromArticle(article({ eanCode: '8'.repeat(56) }))).toMatchObject({
      record: { eanCode: '' },
      notices: [{ code: 'left-out-too-long', field: 'eanCode' }],
    });
  });

  test('cannot be written without a code, or with one longer than 255 characters', () => {
    expect(materialFromArticle(article({ code: ' ' }))).toMatchObject({ kind: 'unusable', reason: 'no-key' });
    expect(materialFromArticle(article({ code: 'x'.repeat(256) }))).toMatchObject({
      reason: 'key-too-long',
      field: 'code',
    });
    expect(materialFromArticle(article({ code: 'x'.repeat(255) })).kind).toBe('record');
  });
});

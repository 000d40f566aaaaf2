import { expect, test } from 'vitest';
import { article, mechanic } from './example-records.test-kit.ts';
import { hourTypeFromArticle } from './hour-type-from-article.ts';

test('an article as an hour type keeps code, name and price', () => {
  expect(hourTypeFromArticle(mechanic)).toEqual({
    kind: 'record',
    record: { code: '001', name: 'Monteur', salePrice: '62.50', isActive: true },
    notices: [],
  });
});

test('an empty name becomes the code, a long one is cut on one line', () => {
  expect(hourTypeFromArticle(article({ description: '\n' }))).toMatchObject({
    record: { name: 'KT-15' },
    notices: [{ code: 'stand-in', field: 'name' }],
  });
  expect(hourTypeFromArticle(article({ description: `Uur\n${'x'.repeat(300)}` }))).toMatchObject({
    record: { name: `Uur ${'x'.repeat(251)}` },
    notices: [{ code: 'cut', field: 'name' }],
  });
});

test('a code longer than a work period can hold cannot be written', () => {
  expect(hourTypeFromArticle(article({ code: 'x'.repeat(55) })).kind).toBe('record');
  expect(hourTypeFromArticle(article({ code: 'x'.repeat(56) }))).toMatchObject({
    kind: 'unusable',
    reason: 'key-too-long',
  });
  expect(hourTypeFromArticle(article({ code: '' }))).toMatchObject({ kind: 'unusable', reason: 'no-key' });
});

test('an inactive article is an inactive hour type', () => {
  expect(hourTypeFromArticle(article({ isActive: false }))).toMatchObject({ record: { isActive: false } });
});

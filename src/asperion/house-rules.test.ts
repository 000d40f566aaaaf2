import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('.', import.meta.url);
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.includes('.test'))
  .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));

test('the Asperion client has never heard of the field service system and imports no sandbox', () => {
  expect(sources.length).toBeGreaterThan(20);
  const strangers = /outsmart|from '[^']*(sandbox|field-service|work-order)[^']*'/i;
  expect(sources.filter((source) => strangers.test(source.text)).map((source) => source.name)).toStrictEqual([]);
});

test('every create is sent from one place, and so is every delete', () => {
  const places = (pattern: RegExp): string[] =>
    sources.filter((source) => pattern.test(source.text)).map((source) => source.name);
  expect(places(/effect: 'create'/)).toStrictEqual(['create.ts']);
  expect(places(/effect: 'delete'/)).toStrictEqual(['targets/invoice-collection.ts']);
  expect(places(/method: 'PUT'/)).toStrictEqual([]);
});

test('requests leave from two places only: the API and the identity server', () => {
  const senders = sources.filter((source) => /\bexchange\(|\bfetch\(/.test(source.text)).map((source) => source.name);
  expect(senders.toSorted()).toStrictEqual(['call.ts', 'identity-fetch.ts']);
});

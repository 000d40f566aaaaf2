import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('.', import.meta.url);
const sources = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && !name.includes('.test'))
  .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));

test('the OutSmart client cannot delete anything: the name of that call is not in its code', () => {
  const deletingCall = ['Delete', 'Entity'].join('');
  expect(sources.length).toBeGreaterThan(5);
  expect(sources.filter((source) => source.text.toLowerCase().includes(deletingCall.toLowerCase()))).toEqual([]);
});

test('the OutSmart client has never heard of the accounting package and imports no sandbox', () => {
  const strangers = /from '[^']*(asperion|sandbox|accounting)[^']*'/i;
  expect(sources.filter((source) => strangers.test(source.text)).map((source) => source.name)).toEqual([]);
});

test('the status of work orders is changed in one place of the code only', () => {
  const places = sources.flatMap((source) => source.text.match(/update_status: 'true'/g) ?? []);
  expect(places).toHaveLength(1);
});

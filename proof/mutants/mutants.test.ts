import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MUTANTS } from './mutants.ts';
import { edited } from './mutated-copy.ts';

const edits = MUTANTS.flatMap(({ name, edits: all }) => all.map((edit) => [`${name} in ${edit.file}`, edit] as const));

test.each(edits)('the guard %s still stands where it is taken out', (_, edit) => {
  const source = readFileSync(new URL(`../../${edit.file}`, import.meta.url), 'utf8');
  expect(edited(source, edit)).not.toBe(source);
});

test('a guard that stands somewhere else by now is told, with its file', () => {
  const edit = { file: 'src/a.ts', text: 'guard();', instead: '' };
  expect(() => edited('other();', edit)).toThrow('src/a.ts does not hold once: guard();');
  expect(() => edited('guard(); guard();', edit)).toThrow('src/a.ts');
});

test('each has a name of its own', () => {
  expect(new Set(MUTANTS.map(({ name }) => name)).size).toBe(MUTANTS.length);
});

// The house style of texts, over every catalogue of the page in both languages. What a function fills in is not looked at;
// the words around it are.

import { describe, expect, test } from 'vitest';

const modules = import.meta.glob<Readonly<Record<string, unknown>>>('./*-texts.ts', { eager: true });

interface Text {
  readonly at: string;
  readonly text: string;
}

/** Texts of a part of a catalogue; of a function those in its source, without what they fill in. */
function textsOf(part: unknown, at: string): Text[] {
  if (typeof part === 'string') return [{ at, text: part }];
  if (typeof part === 'function') return literalsOf(part.toString()).map((text) => ({ at, text }));
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => textsOf(value, `${at}.${key}`));
}

function literalsOf(source: string): string[] {
  const templates = /`((?:[^`\\]|\\.)*)`/g;
  const quoted = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"/g;
  const inTemplates = [...source.matchAll(templates)].map(([, text = '']) => text);
  // A template may hold quoted texts in what it fills in.
  const inQuotes = [...source.matchAll(quoted)].map(([, single, double]) => single ?? double ?? '');
  return [...inTemplates.map((text) => text.replace(/\$\{[^}]*\}/g, ' ')), ...inQuotes];
}

const catalogues = Object.entries(modules).flatMap(([file, exported]) =>
  Object.entries(exported).flatMap(([name, catalogue]) => {
    if (typeof catalogue !== 'object' || catalogue === null || !('nl' in catalogue && 'en' in catalogue)) return [];
    return [{ name: `${file} ${name}`, nl: catalogue.nl, en: catalogue.en }];
  }),
);

/** Words of programmers, and phrases that blame the reader or say nothing. */
const BANNED =
  /\b(ongeldige?|verplichte? velde?n?|helaas|oeps|fout opgetreden|exception|null|undefined|HTTP|JSON|UUID|invalid|(mandatory|required) field|unfortunately|oops|an error (has )?occurred)\b/i;

/** Only the token of OutSmart is called so, and only where OutSmart is being connected or followed. */
const TOKEN = /token/i;
const ABOUT_OUTSMART = /outsmart|connector|overview/i;

describe.each(['nl', 'en'] as const)('every text of the page in %s', (language) => {
  const texts = catalogues.flatMap(({ name, [language]: catalogue }) => textsOf(catalogue, name));

  test('is there', () => {
    expect(catalogues.length).toBeGreaterThan(10);
    expect(texts.length).toBeGreaterThan(300);
  });

  test('has none of the words that do not belong on the page', () => {
    expect(texts.filter(({ text }) => BANNED.test(text))).toEqual([]);
  });

  test('says token of the token of OutSmart alone', () => {
    const others = texts.filter(({ at, text }) => TOKEN.test(text) && !ABOUT_OUTSMART.test(at + text));
    expect(others).toEqual([]);
  });
});

test('every Dutch text speaks to the reader as u, never as je or jij', () => {
  const texts = catalogues.flatMap(({ name, nl }) => textsOf(nl, name));
  expect(texts.filter(({ text }) => /\b(je|jij|jouw|jullie)\b/i.test(text))).toEqual([]);
});

test('both languages say the same things', () => {
  const keysOf = (part: unknown, at = ''): string[] =>
    typeof part === 'object' && part !== null
      ? Object.entries(part).flatMap(([key, value]) => keysOf(value, `${at}.${key}`))
      : [at];
  for (const { name, nl, en } of catalogues) expect(keysOf(en), name).toEqual(keysOf(nl));
});

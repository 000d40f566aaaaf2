import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { errorsDoc, faultDescriptions } from './generate-errors-doc.ts';

const sourceFolder = new URL('../src/', import.meta.url);

/** Code and retry of every fault that is thrown with both written out. */
function thrownFaults(): { code: string; retry: string; path: string }[] {
  const paths = readdirSync(sourceFolder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /(?<!\.test|test-kit)\.ts$/.test(path),
  );
  return paths.flatMap((path) => {
    const text = readFileSync(new URL(path, sourceFolder), 'utf8');
    const matches = text.matchAll(/new Fault\(\s*'([a-z_.]+)',\s*\{[^;]*?\bretry: '([a-z-]+)'/g);
    return [...matches].map(([, code = '', retry = '']) => ({ code, retry, path }));
  });
}

describe('docs/errors.md', () => {
  test('is what the generator would write', () => {
    const { path, text } = errorsDoc();
    expect(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')).toBe(text);
  });

  test('says the retry that the program really throws', () => {
    const thrown = thrownFaults();
    expect(thrown.length).toBeGreaterThan(20);
    const described = faultDescriptions as Readonly<Record<string, { readonly retry: readonly string[] }>>;
    expect(thrown.filter(({ code, retry }) => !described[code]?.retry.includes(retry))).toEqual([]);
  });
});

// docs/guarantees.md names the tests that show its promises; those tests exist, under those titles. Whether they show what
// is promised is for a reader to judge.

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const projectFolder = new URL('../', import.meta.url).pathname;

interface NamedTest {
  readonly path: string;
  readonly title: string;
}

/** What stands as `a.test.ts` “title”, “title”; a title belongs to the file before it. */
function testsNamedIn(page: string): NamedTest[] {
  const text = page.replaceAll('\n', ' ');
  return text
    .split(/(?=`[\w./-]+\.test\.ts`)/)
    .slice(1)
    .flatMap((part) => {
      const path = /`([^`]+)`/.exec(part)?.[1] ?? '';
      return [...part.matchAll(/“([^”]+)”/g)].map(([, title = '']) => ({ path, title }));
    });
}

function isThere({ path, title }: NamedTest): boolean {
  return existsSync(projectFolder + path) && readFileSync(projectFolder + path, 'utf8').includes(`test('${title}'`);
}

const page = readFileSync(`${projectFolder}docs/guarantees.md`, 'utf8');

describe('docs/guarantees.md', () => {
  test('names tests that exist', () => {
    const named = testsNamedIn(page);
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((one) => !isThere(one))).toEqual([]);
  });

  test('shows every promise by at least one test', () => {
    const parts = page.split(/^## /m).slice(1);
    expect(parts.length).toBeGreaterThan(8);
    expect(parts.filter((part) => testsNamedIn(part).length === 0)).toEqual([]);
  });
});

test('a title that no test has is seen', () => {
  const planted = testsNamedIn('By `tools/guarantees.test.ts` “names tests that exist”, “flies to\nthe moon”.');
  expect(planted.filter((one) => !isThere(one)).map(({ title }) => title)).toEqual(['flies to the moon']);
});

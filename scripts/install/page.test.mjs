// The stamp that says whether the built page is of the files that lie there now.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sourceHash } from './page.mjs';

let root;
const write = (path, text) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'koppeling-page-'));
  write('package-lock.json', '{}');
  write('page/index.html', '<html>');
  write('page/src/main.tsx', 'start();');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('the page is made anew when a file of it changes, is added, or a package does', () => {
  const before = sourceHash(root);
  expect(sourceHash(root)).toBe(before);
  write('page/src/main.tsx', 'begin();');
  const changed = sourceHash(root);
  write('page/src/screens/log.tsx', '');
  const added = sourceHash(root);
  write('package-lock.json', '{"packages":{}}');
  expect(new Set([before, changed, added, sourceHash(root)]).size).toBe(4);
});

test('what the building leaves behind does not make it anew', () => {
  const before = sourceHash(root);
  write('page/dist/assets/main.js', 'built');
  write('page/dist.old/main.js', 'built');
  expect(sourceHash(root)).toBe(before);
});

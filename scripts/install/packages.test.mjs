// The stamp that says whether the packages that were put together are those that are installed now.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ensurePackages, packagesHash } from './packages.mjs';

const SCRIPT = 'scripts/install/put-packages-together.mjs';

let root;
const write = (path, text) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'koppeling-packages-'));
  write('package-lock.json', '{}');
  write(SCRIPT, "import { mkdirSync } from 'node:fs'; mkdirSync(process.argv[2], { recursive: true });");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('they are put together anew when a package changes, or how it is done', () => {
  const before = packagesHash(root);
  expect(packagesHash(root)).toBe(before);
  write('package-lock.json', '{"packages":{}}');
  const changed = packagesHash(root);
  write(SCRIPT, '');
  expect(new Set([before, changed, packagesHash(root)]).size).toBe(3);
});

test('once made they are left alone, and a failure is told and is not taken for made', async () => {
  const told = [];
  const tell = (text) => told.push(text);
  expect(await ensurePackages(root, tell)).toBe(0);
  write('node_modules/.cache/packages-in-one/kept', '');
  expect(await ensurePackages(root, tell)).toBe(0);
  expect(told).toEqual([]);
  write(SCRIPT, 'process.exit(3);');
  expect(await ensurePackages(root, tell)).toBe(3);
  expect(await ensurePackages(root, tell)).toBe(3);
  expect(told).toHaveLength(2);
});

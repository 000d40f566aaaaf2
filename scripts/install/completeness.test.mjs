// Whether an installation made by hand is as good as one of ours.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { isFinished, missingPackages } from './completeness.mjs';

function newProject(packages) {
  const root = mkdtempSync(join(tmpdir(), 'koppeling-completeness-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }));
  return root;
}

function install(root, path, version) {
  mkdirSync(join(root, path), { recursive: true });
  writeFileSync(join(root, path, 'package.json'), JSON.stringify({ version }));
}

test('a package that is absent, or there in another version, is missing', () => {
  const root = newProject({
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '2.0.0' },
    'node_modules/b/node_modules/c': { version: '3.0.0' },
  });
  install(root, 'node_modules/a', '1.0.0');
  install(root, 'node_modules/b', '1.9.0');
  expect(missingPackages(root).map(({ path }) => path)).toEqual(['node_modules/b', 'node_modules/b/node_modules/c']);
});

test('packages for other machines are not missed, and one for this machine is, as optional', () => {
  const { platform, arch } = process;
  const root = newProject({
    'node_modules/other-os': { version: '1.0.0', optional: true, os: ['sunos'] },
    'node_modules/other-cpu': { version: '1.0.0', optional: true, os: platform, cpu: 'mips' },
    'node_modules/other-libc': { version: '1.0.0', optional: true, os: [platform], libc: ['other'] },
    'node_modules/wasm-part': { version: '1.0.0', optional: true },
    'node_modules/ours': { version: '1.0.0', optional: true, os: platform, cpu: arch },
  });
  expect(missingPackages(root)).toEqual([{ path: 'node_modules/ours', isOptional: true }]);
});

test('an installation counts as finished when npm has written its own list, which it does last', () => {
  const root = newProject({});
  expect(isFinished(root)).toBe(false);
  mkdirSync(join(root, 'node_modules'));
  writeFileSync(join(root, 'node_modules/.package-lock.json'), '{}');
  expect(isFinished(root)).toBe(true);
});

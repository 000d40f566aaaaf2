// docs/dependencies.md names every dependency of package.json with its version, licence and reason, and no other; and each
// has a licence we allow. The licence is read from package-lock.json, which knows the packages of other platforms too.

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const projectFolder = new URL('../', import.meta.url).pathname;
const read = (path: string) => readFileSync(projectFolder + path, 'utf8');

/** Licences that ask for nothing but their own text, or (Apache-2.0) a notice of changes. */
const allowedLicences = [
  ...['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD'],
  ...['MIT-0', 'BlueOak-1.0.0', 'Unlicense'],
];

interface Row {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly reason: string;
}

interface Manifest {
  readonly license?: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

function rowsOf(page: string): Row[] {
  return page
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => {
      const [, name = '', version = '', licence = '', reason = ''] = line.split('|').map((cell) => cell.trim());
      return { name: name.replaceAll('`', ''), version, licence, reason };
    });
}

/** Of what only tests and checks use: copyleft per file is fine for files we neither change nor hand on. */
const allowedInTestsOnly = ['MPL-2.0'];

/** Vite's, which the lock file does not count among the tools since another package names Vite as an option. */
const BUILD_TOOL = /^node_modules\/lightningcss(-[\w-]+)?$/;

/** Of a font: it may be served to anybody with any program, as long as its licence stays with it. */
const allowedForFonts = ['OFL-1.1'];
const fonts = ['node_modules/@fontsource-variable/hanken-grotesk'];

/** `MIT OR Apache-2.0` is allowed when one of the two is, `MIT AND ISC` when both are. */
function isAllowed(licence: string, more: readonly string[] = []): boolean {
  const allowed = [...allowedLicences, ...more];
  return licence
    .replace(/^\((.*)\)$/, '$1')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((part) => allowed.includes(part)));
}

const manifest = JSON.parse(read('package.json')) as Manifest;
const wanted = { ...manifest.dependencies, ...manifest.optionalDependencies, ...manifest.devDependencies };
const lock = JSON.parse(read('package-lock.json')) as {
  readonly packages: Readonly<
    Record<string, { readonly license?: string; readonly dev?: boolean; readonly devOptional?: boolean }>
  >;
};
const rows = rowsOf(read('docs/dependencies.md'));

describe('docs/dependencies.md', () => {
  test('names every dependency once, at its version, and no other', () => {
    expect(Object.keys(wanted).length).toBeGreaterThan(20);
    expect(rows.map(({ name, version }) => `${name} ${version}`).sort()).toEqual(
      Object.entries(wanted)
        .map(([name, version]) => `${name} ${version}`)
        .sort(),
    );
  });

  test('gives each its reason', () => {
    expect(rows.filter(({ reason }) => reason === '')).toEqual([]);
  });

  test('says the licence under which each is locked and installed', () => {
    const differing = rows.filter(({ name, licence }) => {
      const manifestPath = `node_modules/${name}/package.json`;
      const installed = existsSync(projectFolder + manifestPath)
        ? (JSON.parse(read(manifestPath)) as Manifest).license
        : licence;
      return lock.packages[`node_modules/${name}`]?.license !== licence || installed !== licence;
    });
    expect(differing).toEqual([]);
  });
});

test('every dependency, and whatever it brings along, has a licence that we allow', () => {
  const locked = Object.entries(lock.packages).filter(([path]) => path !== '');
  expect(locked.length).toBeGreaterThan(100);
  const others = locked
    .filter(([path, { license = 'none', dev = false }]) => {
      const isTool = dev || BUILD_TOOL.test(path);
      const more = [...(isTool ? allowedInTestsOnly : []), ...(fonts.includes(path) ? allowedForFonts : [])];
      return !isAllowed(license, more);
    })
    .map(([path, { license }]) => `${path}: ${license}`);
  expect(others).toEqual([]);
});

test('a licence is allowed by itself, as one of a choice, or with others that are', () => {
  const allowed = ['MIT', 'MIT OR Apache-2.0', '(GPL-3.0-only OR MIT)', 'MIT AND ISC'];
  const others = ['GPL-3.0-only', 'none', 'MIT AND GPL-2.0-only', 'UNLICENSED', 'MPL-2.0'];
  expect([...allowed, ...others].filter((licence) => isAllowed(licence))).toEqual(allowed);
  expect(isAllowed('MPL-2.0', allowedInTestsOnly)).toBe(true);
});

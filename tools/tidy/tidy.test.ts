// The house rules of CONTRIBUTING.md, held against the whole tree; and for each rule a planted fault that it must see.

import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  leftoverProblems,
  longFileProblems,
  machinePathProblems,
  mapProblems,
  nameProblems,
  openingProblems,
  type TreeFile,
  testTitleProblems,
} from './house-rules.ts';

const projectFolder = new URL('../../', import.meta.url).pathname;
const tree = globSync(['{src,sandbox,scenarios,promises,proof,bench,tools,scripts,docs,.ci}/**/*', '*.{ts,md,json}'], {
  cwd: projectFolder,
  withFileTypes: true,
})
  .filter((entry) => entry.isFile() && entry.name !== 'package-lock.json')
  .map((entry) => `${entry.parentPath}/${entry.name}`.replace(projectFolder, '').replace(/^\//, ''))
  .filter((path) => /\.(ts|tsx|mjs|json|sql|md)$|^\.ci\//.test(path))
  .map((path): TreeFile => ({ path, text: readFileSync(projectFolder + path, 'utf8') }));

/** The rules themselves, and the faults planted below, speak of what they forbid. */
const rest = tree.filter(({ path }) => !path.startsWith('tools/tidy/'));

describe('The tree', () => {
  test('was looked at', () => {
    expect(tree.length).toBeGreaterThan(200);
    for (const folder of ['src', 'sandbox', 'tools', 'scripts', 'docs']) {
      expect(tree.filter(({ path }) => path.startsWith(`${folder}/`)).length, folder).toBeGreaterThan(0);
    }
  });

  test('has no file too long to read at once', () => expect(longFileProblems(tree)).toEqual([]));

  test('has no name that says nothing', () => expect(nameProblems(tree)).toEqual([]));

  test('has no notes to oneself', () => expect(leftoverProblems(rest)).toEqual([]));

  test('names no path of one machine', () => expect(machinePathProblems(rest)).toEqual([]));

  test('has no two tests of one name in a file', () => expect(testTitleProblems(tree)).toEqual([]));

  test('says at the top of each file what it is for', () => expect(openingProblems(tree)).toEqual([]));

  test.runIf(existsSync(`${projectFolder}ARCHITECTURE.md`))('is all on the map, ARCHITECTURE.md', () => {
    expect(mapProblems(tree, readFileSync(`${projectFolder}ARCHITECTURE.md`, 'utf8'))).toEqual([]);
  });
});

describe('A planted fault is seen:', () => {
  const file = (path: string, text = ''): TreeFile[] => [{ path, text }];
  const lines = (count: number) => '// A line.\n'.repeat(count);

  test('a source file of 301 lines, unless it has a reason', () => {
    expect(longFileProblems(file('src/a.ts', lines(301)), {})).toHaveLength(1);
    expect(longFileProblems(file('src/a.ts', lines(300)), {})).toEqual([]);
    expect(longFileProblems(file('src/a.ts', lines(301)), { 'src/a.ts': 'One table.' })).toEqual([]);
  });

  test('a reason for a file that is no longer long', () => {
    expect(longFileProblems(file('src/a.ts', lines(10)), { 'src/a.ts': 'One table.' })).toHaveLength(1);
  });

  test.each(['src/sync/order-helper.ts', 'src/common/x.ts', 'sandbox/data.ts', 'src/utils.test.ts'])('%s', (path) => {
    expect(nameProblems(file(path))).toHaveLength(1);
  });

  test('a name that only contains such a word is fine', () => {
    expect(nameProblems(file('src/store/database.ts'))).toEqual([]);
  });

  test('notes to oneself, without an issue', () => {
    expect(leftoverProblems(file('src/a.ts', '// TODO later\n// FIXME\n// TODO(#12) known\n'))).toHaveLength(2);
  });

  test('a path of one machine', () => {
    expect(machinePathProblems(file('docs/a.md', 'see /home/jan/koppeling and /Users/jan'))).toHaveLength(1);
    expect(machinePathProblems(file('docs/a.md', 'see https://x.example/home/page and src/work/x'))).toEqual([]);
  });

  test('two tests of one name in one block, and not in two', () => {
    const twice = "test('a', () => {});\ntest('a', () => {});\n";
    expect(testTitleProblems(file('src/a.test.ts', twice))).toHaveLength(1);
    const apart = "describe('one', () => {\n  test('a', f);\n});\ndescribe('two', () => {\n  test('a', f);\n});\n";
    expect(testTitleProblems(file('src/a.test.ts', apart))).toEqual([]);
  });

  test('a folder that is not on the map', () => {
    const files = [...file('src/sync/x.ts'), ...file('src/store/deep/x.ts'), ...file('tools/x.ts')];
    expect(mapProblems(files, '| `src/sync/` | acts |\n  store/  remembers\n')).toEqual([
      'ARCHITECTURE.md has no line for the folder tools/',
    ]);
  });

  test('a file that opens without a word', () => {
    expect(openingProblems(file('src/a.ts', "import x from 'y';\n"))).toHaveLength(1);
    expect(openingProblems(file('src/a.ts', '/** Says what it is. */\n'))).toEqual([]);
  });
});

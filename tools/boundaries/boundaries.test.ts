// The whole tree keeps to the import table; and a violation of each kind, planted here, is seen. Without the second half
// a checker that reads nothing would be green for ever.

import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { boundaryViolations } from './boundary-violations.ts';
import { importsOf } from './imports-of.ts';

const projectFolder = new URL('../../', import.meta.url).pathname;
const files = globSync(
  ['{src,sandbox,scenarios,promises,proof,bench,tools,page-tests}/**/*.ts', 'page/{,src/**/}*.{ts,tsx}', '*.ts'],
  {
    cwd: projectFolder,
  },
).sort();

test('every file imports only what its folder may', () => {
  expect(files.length).toBeGreaterThan(100);
  const violations = files.flatMap((file) => boundaryViolations(file, readFileSync(projectFolder + file, 'utf8')));
  expect(violations).toEqual([]);
});

test('the scanner sees nearly as many imports as a plain count of the word', () => {
  const texts = files.map((file) => readFileSync(projectFolder + file, 'utf8'));
  const seen = texts.reduce((sum, text) => sum + importsOf(text).length, 0);
  const counted = texts.reduce((sum, text) => sum + (text.match(/^import\b/gm)?.length ?? 0), 0);
  expect(seen).toBeGreaterThanOrEqual(counted);
});

describe('A planted import is seen', () => {
  test.each([
    [
      'src/mapping/plant.ts',
      "import { x } from '../store/links.ts';",
      'src/mapping may import besides its own files only',
    ],
    ['src/mapping/plant.ts', "import { x } from '#src/store/links.ts';", 'src/mapping may import'],
    ['src/mapping/deep/er/plant.ts', "import type { X } from '../../../outsmart/client.ts';", 'src/mapping may import'],
    ['src/mapping/plant.ts', "import { readFile } from 'node:fs/promises';", 'nothing of Node'],
    ['src/mapping/plant.ts', "import { z } from 'zod';", 'no packages'],
    ['src/kernel/plant.ts', "import { x } from '../model/ids.ts';", 'words without opinions'],
    ['src/model/plant.ts', "import { x } from '#src/config/config.ts';", 'would grow opinions'],
    ['src/config/plant.ts', "import { x } from '../store/store.ts';", 'knows no user'],
    ['src/outsmart/plant.ts', "import { x } from '../asperion/client.ts';", 'strangers'],
    ['src/outsmart/plant.ts', "import type { X } from '../model/accounting.ts';", 'never src/model/accounting.ts'],
    ['src/asperion/plant.ts', "import { x } from '../outsmart/client.ts';", 'strangers'],
    [
      'src/asperion/plant.ts',
      "import type { X } from '#src/model/field-service.ts';",
      'never src/model/field-service.ts',
    ],
    ['src/store/plant.ts', "import { x } from '../sync/run-job.ts';", 'does not fetch'],
    ['src/store/embedded/plant.ts', "import { x } from '../store.ts';", 'nothing to do with what is kept'],
    ['src/queue/plant.ts', "import { x } from '../sync/run-job.ts';", 'not its meaning'],
    ['src/sync/plant.ts', "import { x } from '../asperion/client.ts';", 'through the doors'],
    ['src/usecases/plant.ts', "import { x } from '../server/start.ts';", 'which of the two asks'],
    ['src/server/plant.ts', "import { x } from '../outsmart/client.ts';", 'the work of sync'],
    ['src/server/plant.ts', "import { x } from '../cli/main.ts';", 'the work of sync'],
    ['src/cli/plant.ts', "import { x } from '#src/asperion/client.ts';", 'the work of sync'],
    ['src/api/plant.ts', "import { x } from '../usecases/language.ts';", 'agree on'],
    ['src/api/plant.ts', "import { readFile } from 'node:fs/promises';", 'nothing of Node'],
    ['src/identity/plant.ts', "import { x } from '../store/work-orders.ts';", 'what they work on'],
    ['page/src/plant.tsx', "import { x } from '../../src/usecases/language.ts';", 'by its API alone'],
    ['src/demo/plant.ts', "import { x } from '../store/store.ts';", 'no other doors'],
    ['src/demo/plant.ts', "import { x } from '../../sandbox/demo/articles.ts';", 'no other doors'],
    ['src/main.ts', "import { x } from '#sandbox/outsmart/start.ts';", 'wires the program'],
    ['src/unheard-of/plant.ts', '', 'no line in tools/boundaries'],
    ['sandbox/outsmart/plant.ts', "import { x } from '../../src/kernel/decimal.ts';", 'strangers'],
    ['sandbox/outsmart/plant.ts', "import { x } from '../asperion/start.ts';", 'strangers too'],
    ['sandbox/kit/plant.ts', "import type { X } from '#src/model/ids.ts';", 'which system is played'],
    ['sandbox/outsmart/plant.test.ts', "import { x } from '#src/outsmart/client.ts';", 'sandbox/outsmart may import'],
    ['scenarios/plant.test.ts', "import { x } from '#src/store/store.ts';", 'instead of importing it'],
    ['src/sync/plant.ts', "import { x } from './example.test-kit.ts';", 'for tests only'],
  ])('%s: %s', (file, text, reason) => {
    expect(boundaryViolations(file, text).join()).toContain(reason);
  });

  test.each([
    ["import {\n  one,\n  two,\n} from '../store/links.ts';"],
    ["import x, { type Y } from '../store/links.ts';"],
    ["import * as links from '../store/links.ts';"],
    ["import '../store/links.ts';"],
    ['import "../store/links.ts";'],
    ["export { x } from '../store/links.ts';"],
    ["export * from '../store/links.ts';"],
    ["export type { X } from '../store/links.ts';"],
    ["const x = await import('../store/links.ts');"],
    ["const x = await import(\n  '../store/links.ts'\n);"],
    ["type X = import('../store/links.ts').X;"],
    [`const x = import(\`../store/$\{name}.ts\`);`],
    ['const x = import(path);'],
    ["import { a } from '../model/ids.ts';\nimport { b } from '../store/links.ts';"],
  ])('in the form %j', (text) => {
    expect(boundaryViolations('src/mapping/plant.ts', text)).toHaveLength(1);
  });
});

describe('What is allowed is left alone', () => {
  test.each([
    ['src/sync/plant.ts', "import { x } from '../mapping/vat.ts';"],
    ['src/store/plant.ts', "import { x } from './links.ts';"],
    ['src/cli/plant.ts', "import { x } from '../server/start.ts';"],
    ['src/main.ts', "import { x } from './asperion/client.ts';"],
    ['src/outsmart/plant.test.ts', "import { x } from '#sandbox/outsmart/start.ts';"],
    ['src/sync/plant.pg.test.ts', "import { x } from '../../tools/test/test-database.ts';"],
    ['src/mapping/plant.ts', "// import { x } from '../store/links.ts';"],
    ['src/mapping/plant.ts', "/* as in import('../store/links.ts') */"],
    ['src/mapping/plant.ts', "const url = 'https://koppeling.example'; const important = 1;"],
  ])('%s: %s', (file, text) => {
    expect(boundaryViolations(file, text)).toEqual([]);
  });
});

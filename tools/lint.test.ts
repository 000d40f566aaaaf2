// The linter's settings do what CONTRIBUTING.md promises: a planted fault of each important kind is seen. A rule that is
// renamed or silently switched off by an upgrade would otherwise go unnoticed.

import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const projectFolder = fileURLToPath(new URL('..', import.meta.url));
/** A project of its own with our settings: planted in the real one, the faults would be seen by whoever else is looking. */
const project = mkdtempSync(join(tmpdir(), 'koppeling-lint-'));

const faults: Record<string, { file: string; text: string }> = {
  noFloatingPromises: { file: 'floating.ts', text: 'async function send() {}\nexport function go() {\n  send();\n}\n' },
  noImportCycles: {
    file: 'cycle-one.ts',
    text: "import { two } from './cycle-two.ts';\nexport const one = () => two;\n",
  },
  noExplicitAny: { file: 'anything.ts', text: 'export const x = (y: any) => y;\n' },
  useImportType: { file: 'type.ts', text: "import { Server } from 'node:http';\nexport type X = Server;\n" },
  useThrowOnlyError: { file: 'thrown.ts', text: "export function fail() {\n  throw 'text';\n}\n" },
  noEnum: { file: 'enumeration.ts', text: 'export enum Colour {\n  Red,\n}\n' },
  noExcessiveLinesPerFunction: {
    file: 'long.ts',
    text: `export function long(x: string[]) {\n${'  x.push("line");\n'.repeat(71)}}\n`,
  },
  noProcessEnv: { file: 'environment.ts', text: 'export const home = () => process.env.HOME;\n' },
  noConsole: { file: 'console.ts', text: "export const say = () => console.log('x');\n" },
  useFilenamingConvention: { file: 'CamelCase.ts', text: 'export const x = 1;\n' },
};

let report = '';

beforeAll(async () => {
  const folder = join(project, 'src/planted');
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(projectFolder, 'biome.json'), join(project, 'biome.json'));
  for (const { file, text } of Object.values(faults)) writeFileSync(join(folder, file), text);
  writeFileSync(join(folder, 'cycle-two.ts'), "import { one } from './cycle-one.ts';\nexport const two = () => one;\n");
  const biome = join(projectFolder, 'node_modules/.bin/biome');
  const args = ['lint', '--max-diagnostics=none', '--reporter=github'];
  // It exits with an error, as it should.
  const run = promisify(execFile)(biome, args, { cwd: project });
  ({ stdout: report } = await run.catch((error: { stdout: string }) => error));
}, 60_000);

afterAll(() => rmSync(project, { recursive: true, force: true }));

describe('The linter sees', () => {
  test.each(Object.entries(faults))('%s', (rule, { file }) => {
    expect(
      report
        .split('\n')
        .filter((line) => line.includes(rule))
        .join('\n'),
    ).toContain(file);
  });
});

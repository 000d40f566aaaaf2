import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const PROGRAM = fileURLToPath(new URL('./packages-in-one.test-program.ts', import.meta.url));

const packageOf = (path: string) => /^(@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? '';

test('a server loads each of these packages from the few files alone, so that there are not two of anything', () => {
  const list = readFileSync(`${PROJECT}node_modules/.cache/packages-in-one/index.json`, 'utf8');
  const together = new Set(Object.keys(JSON.parse(list) as object).map(packageOf));
  expect([...together]).toEqual(expect.arrayContaining(['kysely', 'zod', 'undici', 'better-auth']));
  const loaded = execFileSync(process.execPath, [PROGRAM], { encoding: 'utf8' }).split('\n');
  const inside = loaded.map((url) => url.split('/node_modules/').at(-1) ?? '');
  expect(inside.filter((path) => path.startsWith('.cache/packages-in-one/')).length).toBeGreaterThan(10);
  expect(inside.filter((path) => together.has(packageOf(path)))).toEqual([]);
});

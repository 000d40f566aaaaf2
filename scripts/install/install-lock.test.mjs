// Two terminals in one clone: npm start and npm test at the same moment must not install over each other.

import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { withInstallLock } from './install-lock.mjs';

function newLock() {
  const folder = mkdtempSync(join(tmpdir(), 'koppeling-lock-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'lock');
}

/** A claim as a process that was killed leaves it; the number is one that no process has. */
function leaveClaim(path, holder = {}) {
  writeFileSync(path, JSON.stringify({ pid: 2_147_483_646, host: hostname(), ...holder }));
}

test('the claim stands while the work is done and is gone afterwards, also after a failure', async () => {
  const path = newLock();
  const result = await withInstallLock(
    path,
    () => {},
    async () => JSON.parse(readFileSync(path, 'utf8')).pid,
  );
  expect(result).toBe(process.pid);
  expect(existsSync(path)).toBe(false);

  const failing = withInstallLock(
    path,
    () => {},
    async () => Promise.reject(new Error('npm ci failed')),
  );
  await expect(failing).rejects.toThrow('npm ci failed');
  expect(existsSync(path)).toBe(false);
});

test('ten waiters that find the claim of a killed installer take turns', async () => {
  const path = newLock();
  leaveClaim(path);
  let atWork = 0;
  const turns = await Promise.all(
    Array.from({ length: 10 }, (_, turn) =>
      withInstallLock(
        path,
        () => {},
        async () => {
          atWork += 1;
          expect(atWork).toBe(1);
          await new Promise((settle) => setImmediate(settle));
          atWork -= 1;
          return turn;
        },
      ),
    ),
  );
  expect(turns).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('an installer in another container is waited for while it gives signs of life, and that is said once', async () => {
  const path = newLock();
  leaveClaim(path, { host: 'another-container' });
  const told = [];
  const waiting = withInstallLock(
    path,
    (message) => told.push(message),
    async () => 'done',
  );
  await expect.poll(() => told.length, { timeout: 15_000 }).toBe(1);
  expect(existsSync(path)).toBe(true);

  const longAgo = new Date(Date.now() - 60_000);
  utimesSync(path, longAgo, longAgo);
  expect(await waiting).toBe('done');
  expect(told).toEqual(['Another terminal is installing in this folder; waiting until it is done...']);
});

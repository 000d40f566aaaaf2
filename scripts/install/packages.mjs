// Makes sure that the packages of many small files are there in few large ones (put-packages-together.mjs): once after each
// installation, about a second. The program finds them by itself and does without when they are missing, only slower.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withInstallLock } from './install-lock.mjs';

const PLACE = 'node_modules/.cache/packages-in-one';
const STAMP = '.made-from';
const SCRIPT = 'scripts/install/put-packages-together.mjs';

/** Makes sure that they are of the packages that are installed now; returns the exit code. Two at once are safe. */
export async function ensurePackages(root, tell) {
  const wanted = packagesHash(root);
  if (isMade(root, wanted)) return 0;
  return withInstallLock(join(root, '.install.lock.packages'), tell, async (nameWorker) => {
    if (isMade(root, wanted)) return 0;
    const [made, place, old] = ['.building', '', '.old'].map((ending) => join(root, `${PLACE}${ending}`));
    for (const folder of [made, old]) rmSync(folder, { recursive: true, force: true });
    const exitCode = await putTogether(root, made, nameWorker);
    if (exitCode !== 0) {
      tell('The packages could not be put together; what is wrong stands above.');
      return exitCode;
    }
    writeFileSync(join(made, STAMP), wanted);
    // In one step each, so that a program that starts never finds half of it.
    if (existsSync(place)) renameSync(place, old);
    renameSync(made, place);
    rmSync(old, { recursive: true, force: true });
    return 0;
  });
}

/** What they would be made from now: the packages by their lock file, and the script. */
export function packagesHash(root) {
  const hash = createHash('sha256');
  for (const file of ['package-lock.json', SCRIPT]) hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function isMade(root, wanted) {
  const stamp = join(root, PLACE, STAMP);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

function putTogether(root, folder, nameWorker) {
  const node = join(root, 'node_modules/.bin/node');
  return new Promise((settle) => {
    const child = spawn(existsSync(node) ? node : process.execPath, [join(root, SCRIPT), folder], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    });
    if (child.pid !== undefined) nameWorker(child.pid);
    child.once('error', () => settle(1));
    child.once('close', (code) => settle(code ?? 1));
  });
}

// Builds the page when it is not there or not made from what lies in page/ now. A second or two, once after each change;
// otherwise a hash of some hundred small files. No dependencies: it runs before the program does.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withInstallLock } from './install-lock.mjs';

/** Of page/, what the built page is made from. */
const SOURCES = ['index.html', 'vite.config.ts', 'public', 'src'];
const STAMP = '.made-from';

/** Makes sure that `root`/page/dist is up to date; returns the exit code. Two at once are safe. */
export async function ensurePage(root, tell) {
  if (isBuilt(root, sourceHash(root))) return 0;
  return withInstallLock(join(root, '.install.lock.page'), tell, async (nameWorker) => {
    const wanted = sourceHash(root);
    if (isBuilt(root, wanted)) return 0;
    tell('Building the page (once; a few seconds)...');
    const exitCode = await build(root, nameWorker);
    if (exitCode !== 0) {
      tell('The page could not be built; what is wrong stands above.');
      return exitCode;
    }
    replace(root, wanted);
    return 0;
  });
}

/** What the page would be made from now; also of the packages, by their lock file. */
export function sourceHash(root) {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  for (const file of SOURCES.flatMap((source) => filesUnder(join(root, 'page', source)))) {
    hash.update(file.slice(root.length)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function filesUnder(path) {
  const entries = existsSync(path) ? readdirSafely(path) : [];
  if (entries === null) return [path];
  return entries
    .map((entry) => join(path, entry))
    .sort()
    .flatMap(filesUnder);
}

/** Null for a file. */
function readdirSafely(path) {
  try {
    return readdirSync(path);
  } catch (error) {
    if (error.code === 'ENOTDIR') return null;
    throw error;
  }
}

function isBuilt(root, wanted) {
  const stamp = join(root, 'page/dist', STAMP);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

function build(root, nameWorker) {
  const node = join(root, 'node_modules/.bin/node');
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', join(root, 'page'), '--outDir', 'dist.building', '--emptyOutDir', '--logLevel', 'warn'];
  return new Promise((settle) => {
    const child = spawn(existsSync(node) ? node : process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 2, 2],
      // Whoever builds it during a test would get the development build of React otherwise, twice as large.
      env: { ...process.env, NODE_ENV: 'production' },
    });
    if (child.pid !== undefined) nameWorker(child.pid);
    child.once('error', () => settle(1));
    child.once('close', (code) => settle(code ?? 1));
  });
}

/** In one step each, so that a server that runs never finds half a page. */
function replace(root, wanted) {
  const [built, place, old] = ['dist.building', 'dist', 'dist.old'].map((name) => join(root, 'page', name));
  writeFileSync(join(built, STAMP), wanted);
  rmSync(old, { recursive: true, force: true });
  if (existsSync(place)) renameSync(place, old);
  renameSync(built, place);
  rmSync(old, { recursive: true, force: true });
}

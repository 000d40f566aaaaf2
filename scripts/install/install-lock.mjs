// One installation at a time per clone: `npm start` and `npm test` in two terminals must not empty node_modules under each
// other. A file beside node_modules (not inside: npm removes that) says who is at work; its holder touches it every second.

import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';

const heartbeatMs = 1_000;
const silentMsMax = 15_000;
const waitMsMax = 15 * 60_000;

/** The claims of this process; a claim with our number that is not among them was left by a process that had it before. */
const held = new Set();

/**
 * Runs `work` while holding the lock and returns its result. Waits for another holder, and takes over from a dead one.
 * `work` is given a function to name the process that does the installing: should we be killed, that one goes on alone.
 */
export async function withInstallLock(path, tell, work) {
  await acquire(path, tell);
  const release = () => {
    held.delete(path);
    rmSync(path, { force: true });
  };
  // A signal would end the process without the event 'exit'.
  const onInterrupt = () => process.exit(130);
  const onTerminate = () => process.exit(143);
  process.once('exit', release).once('SIGINT', onInterrupt).once('SIGTERM', onTerminate);
  const heartbeat = setInterval(() => giveSignOfLife(path), heartbeatMs);
  try {
    return await work((workerPid) => writeClaim(path, 'w', workerPid));
  } finally {
    clearInterval(heartbeat);
    process.off('exit', release).off('SIGINT', onInterrupt).off('SIGTERM', onTerminate);
    release();
  }
}

function giveSignOfLife(path) {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // Somebody removed the file by hand: then nothing is left to keep alive, and the work is better finished.
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
    writeClaim(path, 'wx');
    held.add(path);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function writeClaim(path, flag, workerPid) {
  writeFileSync(path, JSON.stringify({ pid: process.pid, host: hostname(), workerPid }), { flag });
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
    const isDead = holder.host === hostname() ? !isAtWork(holder, path) : isSilent;
    return isDead ? text : undefined;
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function isAtWork({ pid, workerPid }, path) {
  if (workerPid !== undefined && runs(workerPid, 'npm')) return true;
  return pid === process.pid ? held.has(path) : runs(pid, 'ensure-installed');
}

function runs(pid, word) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  try {
    // In a container a number is soon used again, so the number alone proves nothing.
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(word);
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

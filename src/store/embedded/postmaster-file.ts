// The file postmaster.pid: what a running PostgreSQL writes into its data folder, and what a killed one leaves behind.
// It only says who claims to run; whether that is true is asked of the operating system here and of a connection elsewhere.

import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type PostmasterFile = {
  readonly pid: number;
  readonly port: number;
  /** Empty while the server is starting. */
  readonly socketFolder: string;
  /** By its own account it takes connections. */
  readonly isReady: boolean;
};

/** A number that no process has: Linux stops at 4,194,304 and macOS at 99,998. */
const impossiblePid = '2147483646';

/** Reads the file. 'unreadable' is one that is just being written, or that a power cut left empty. */
export function readPostmasterFile(folder: string): PostmasterFile | 'none' | 'unreadable' {
  const text = readText(postmasterFile(folder));
  if (text === undefined) return 'none';
  // Lines: process, data folder, start time, port, socket folder, address, shared memory, status.
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (!(pid > 0)) return 'unreadable';
  const [port, socketFolder] = [Number(lines[3]), lines[4] ?? ''];
  return { pid, port, socketFolder, isReady: lines[7]?.trim() === 'ready' };
}

/** How long ago the file was last written, in milliseconds. */
export function postmasterFileAgeMs(folder: string): number {
  return Date.now() - (statSync(postmasterFile(folder), { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
}

/**
 * Whether that process is a living PostgreSQL on that data folder. Not so for a zombie, and not for another program that
 * was given the number of a killed PostgreSQL, which in a container happens at the first restart.
 */
export function isPostmasterOf(folder: string, pid: number): boolean {
  if (process.platform !== 'linux') return listedCommand(pid).includes(folder);
  const status = readText(`/proc/${pid}/stat`) ?? '';
  const [, program, state] = /\((.*)\) (\S)/s.exec(status) ?? [];
  if (program !== 'postgres' || state === 'Z') return false;
  try {
    // PostgreSQL works inside its data folder, and that link stays right when the folder is moved.
    return readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch {
    return false;
  }
}

/**
 * Makes the files of a killed server recognisable as stale. Removing postmaster.pid would do too, but would also take away
 * PostgreSQL's own check, by the shared memory named in it, that no process of the killed server is still writing.
 */
export function markPostmasterFileStale(folder: string): void {
  markStale(postmasterFile(folder));
}

/** The same for the lock beside the socket, which names the same process and stands in the way in the same cases. */
export function markSocketLockUnlessInUse(folder: string, socketFolder: string): void {
  const path = join(socketFolder, '.s.PGSQL.5432.lock');
  const pid = Number.parseInt(readText(path) ?? '', 10);
  if (pid > 0 && !isPostmasterOf(folder, pid)) markStale(path);
}

function markStale(path: string): void {
  const text = readText(path);
  if (text !== undefined) writeFileSync(path, text.replace(/^-?\d+/, impossiblePid));
}

/** For a file with nothing in it: there is no number to correct, and PostgreSQL would refuse to start beside it for ever. */
export function removePostmasterFile(folder: string): void {
  rmSync(postmasterFile(folder), { force: true });
}

function postmasterFile(folder: string): string {
  return join(folder, 'postmaster.pid');
}

function listedCommand(pid: number): string {
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

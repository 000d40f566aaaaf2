// What runs on a data folder, as the operating system tells it: PostgreSQL and the sandboxes. Asks nothing of the program
// under test, which might be wrong about it.

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { until } from './until.ts';

export interface RunningProcess {
  readonly pid: number;
  /** The whole command line. */
  readonly command: string;
}

/** Every process that works in the data folder or was started with it on its command line. */
export function processesOn(dataDir: string): RunningProcess[] {
  if (existsSync('/proc/self/cmdline')) {
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return pids.map(Number).flatMap((pid) => processOn(dataDir, pid));
  }
  const listed = execFileSync('ps', ['-axo', 'pid=,command='], { encoding: 'utf8' }).split('\n');
  return listed
    .filter((line) => line.includes(dataDir))
    .map((line) => ({ pid: Number.parseInt(line, 10), command: line.trim().replace(/^\d+ /, '') }));
}

function processOn(dataDir: string, pid: number): RunningProcess[] {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    // PostgreSQL's own processes do not name the folder, but work in it.
    const isOn = command.includes(dataDir) || readlinkSync(`/proc/${pid}/cwd`).startsWith(dataDir);
    return isOn && command !== '' ? [{ pid, command }] : [];
  } catch {
    // It ended while we looked, or is another user's.
    return [];
  }
}

export interface Postmaster {
  readonly pid: number;
  readonly socketFolder: string;
}

/** The main process of the embedded PostgreSQL, as its own file tells; null when there is no such file. */
export function postmasterOf(dataDir: string): Postmaster | null {
  const file = join(dataDir, 'postgres', 'postmaster.pid');
  if (!existsSync(file)) return null;
  // Lines: process, data folder, start time, port, socket folder.
  const lines = readFileSync(file, 'utf8').split('\n');
  return { pid: Number(lines[0]), socketFolder: lines[4] ?? '' };
}

/** Ends all of PostgreSQL on that folder at once, as a kernel short of memory does. */
export function killDatabase(dataDir: string): void {
  for (const { pid } of processesOn(join(dataDir, 'postgres'))) signal(pid, 'SIGKILL');
}

/** Ends whatever is left on the folder. The database first and by its own quick way, which leaves no shared memory behind. */
export async function endAll(dataDir: string): Promise<void> {
  const postmaster = postmasterOf(dataDir);
  if (postmaster && processesOn(dataDir).some(({ pid }) => pid === postmaster.pid)) signal(postmaster.pid, 'SIGQUIT');
  await until('PostgreSQL to end', () => processesOn(join(dataDir, 'postgres')).length === 0, 20_000).catch(
    () => undefined,
  );
  for (const { pid } of processesOn(dataDir)) signal(pid, 'SIGKILL');
  await until('everything on the folder to end', () => processesOn(dataDir).length === 0, 20_000);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

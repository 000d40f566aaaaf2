// The three things done with PostgreSQL's own programs: make a cluster, start it, stop it. Each returns when it is done.
// Knows nothing of who uses the cluster or whether one is running already.

import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { chown, mkdir, open, readdir, readFile, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type ClusterPlace, renameUnlessThere } from './cluster-place.ts';
import { EmbeddedDatabaseError } from './embedded-database-error.ts';
import { programEnvironment } from './os-user.ts';
import { binaryPath } from './postgres-binaries.ts';
import { markSocketLockUnlessInUse } from './postmaster-file.ts';
import { makeSocketFolder } from './socket-folder.ts';

/** The owner of everything in the cluster. There is no password: the socket folder lets nobody else in. */
export const databaseUser = 'app';

const logBytesMax = 5_000_000;

/** The encoding and sorting are said in full: with a bare LC_ALL=C the database would become SQL_ASCII. */
const initdbOptions = [
  ...['-U', databaseUser, '--auth-local=trust', '--auth-host=reject', '--encoding=UTF8'],
  ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
];

/**
 * Makes the cluster unless it is there. It is made under another name and renamed when finished, so that neither a killed
 * first start nor two first starts at once leave half a cluster. `isDurable: false` is for tests.
 */
export async function initialiseCluster(place: ClusterPlace, { isDurable = true } = {}): Promise<void> {
  if (await isInitialised(place)) return;
  const unfinished = `${place.folder}.new-${randomUUID()}`;
  await mkdir(unfinished, { mode: 0o700 });
  if (place.runAs) await chown(unfinished, place.runAs.uid, place.runAs.gid);
  const sync = isDurable ? [] : ['--no-sync'];
  const { exitCode, output } = await run(place, 'initdb', [...initdbOptions, ...sync, '-D', unfinished]);
  if (exitCode !== 0) {
    await rm(unfinished, { recursive: true, force: true });
    throw new EmbeddedDatabaseError(`The database could not be made in ${place.folder}. initdb says:\n${output}`);
  }
  await renameUnlessThere(unfinished, place.folder);
  if (isDurable) await syncFolder(dirname(place.folder));
}

async function isInitialised({ folder, binaries }: ClusterPlace): Promise<boolean> {
  const entries = await readdir(folder).catch((): string[] => []);
  if (entries.length === 0) return false;
  if (!entries.includes('PG_VERSION')) {
    throw new EmbeddedDatabaseError(
      `${folder} should hold the database, but what is in it is something else. Move it away, or set KOPPELING_DATA_DIR.`,
    );
  }
  const major = (await readFile(join(folder, 'PG_VERSION'), 'utf8')).trim();
  if (major === binaries.version.split('.')[0]) return true;
  throw new EmbeddedDatabaseError(
    `The database in ${folder} was made by PostgreSQL ${major}, and this release brings PostgreSQL ${binaries.version}, ` +
      'which cannot read it. Go back to the release that made it.',
  );
}

/**
 * Starts the cluster in a session of its own, so that Ctrl-C reaches us and not it, and returns when it takes connections.
 * Throws EmbeddedDatabaseError with the end of its log, also when another process has just started the same cluster.
 */
export async function startCluster(place: ClusterPlace, settings: Record<string, string> = {}): Promise<void> {
  await makeSocketFolder(place.socketFolder, place.runAs);
  markSocketLockUnlessInUse(place.folder, place.socketFolder);
  const log = join(place.folder, 'server.log');
  const logBytes = (await stat(log).catch(() => undefined))?.size ?? 0;
  if (logBytes > logBytesMax) await rename(log, `${log}.1`);
  const all = {
    listen_addresses: '',
    unix_socket_directories: place.socketFolder,
    unix_socket_permissions: '0700',
    port: '5432',
    timezone: 'UTC',
    ...settings,
  };
  const options = Object.entries(all).map(([name, value]) => `-c ${name}='${value}'`);
  const args = ['start', '-w', '-t', '60', '-D', place.folder, '-l', log, '-o', options.join(' ')];
  const { exitCode, output } = await run(place, 'pg_ctl', args);
  if (exitCode === 0) return;
  const lastLines = (await readFile(log, 'utf8').catch(() => '')).trimEnd().split('\n').slice(-8).join('\n');
  throw new EmbeddedDatabaseError(
    `The database in ${place.folder} did not start. pg_ctl says:\n${output}\nThe end of ${log}:\n${lastLines}`,
  );
}

/** Stops the cluster and returns when it has stopped. `immediate` skips the tidy end and is for clusters thrown away. */
export async function stopCluster(place: ClusterPlace, mode: 'fast' | 'immediate' = 'fast'): Promise<void> {
  const { exitCode, output } = await run(place, 'pg_ctl', ['stop', '-m', mode, '-w', '-t', '60', '-D', place.folder]);
  if (exitCode !== 0) {
    throw new EmbeddedDatabaseError(`The database in ${place.folder} did not stop. pg_ctl says:\n${output}`);
  }
  // Tidiness only: when somebody is already starting it again the folder is not empty, or is made again.
  await rmdir(place.socketFolder).catch(() => {});
}

function run(
  { binaries, runAs }: ClusterPlace,
  program: 'initdb' | 'pg_ctl',
  args: readonly string[],
): Promise<{ exitCode: number | null; output: string }> {
  return new Promise((settle, reject) => {
    const child = spawn(binaryPath(binaries, program), args, {
      // The folder we stand in may be closed to the other user, or be removed under us.
      cwd: '/',
      // A session of its own: a second Ctrl-C must not cut a tidy stop short.
      detached: true,
      env: programEnvironment,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...runAs,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.once('error', reject);
    child.once('close', (exitCode) => settle({ exitCode, output: output.trimEnd() }));
  });
}

/** Without this a power cut just after the first start could take the new name away, and all that came into it. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY);
  await handle.sync().finally(() => handle.close());
}

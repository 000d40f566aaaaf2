// Where one embedded cluster lives on this machine: its data folder, its socket folder, its programs, and the OS user that
// runs it. Decided here once, so that the rest of this folder never asks "are we root?".

import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { cp, link, mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { EmbeddedDatabaseError } from './embedded-database-error.ts';
import { canEnter, canRun, isRoot, type OsUser, postgresOsUser } from './os-user.ts';
import { binaryPath, findPostgresBinaries, type PostgresBinaries } from './postgres-binaries.ts';
import { socketFolderOf } from './socket-folder.ts';

export type ClusterPlace = {
  /** The data folder of PostgreSQL, without symbolic links. It need not exist yet. */
  readonly folder: string;
  readonly socketFolder: string;
  readonly binaries: PostgresBinaries;
  /** Only when we are root: the user that the programs run as. */
  readonly runAs: OsUser | undefined;
};

/** Names where a cluster is that could not stay in the data folder. scripts/install reads it too. */
const locationFile = 'postgres.location';

/**
 * Decides the place for the cluster of `dataDir` and makes the folders around it. `fallbackFolder` is used only by root,
 * when the user that runs PostgreSQL cannot get at the programs or the data where they are (a clone under /root).
 * Throws EmbeddedDatabaseError with the remedy when there is no such place.
 */
export async function chooseClusterPlace(dataDir: string, fallbackFolder: string): Promise<ClusterPlace> {
  await mkdir(dataDir, { recursive: true });
  const home = await realpath(dataDir);
  const found = findPostgresBinaries();
  if (!isRoot()) {
    const folder = knownFolder(home);
    await assertOwn(folder);
    assertQuotable(folder, found.folder);
    return { folder, socketFolder: socketFolderOf(folder, tmpdir()), binaries: found, runAs: undefined };
  }
  const runAs = (await ownerOf(knownFolder(home))) ?? (await postgresOsUser());
  const binaries = await reachableBinaries(found, runAs, fallbackFolder);
  const folder = await reachableFolder(home, runAs, fallbackFolder);
  assertQuotable(folder, binaries.folder);
  // Not tmpdir(): root's own temporary folder may be closed to others.
  return { folder, socketFolder: socketFolderOf(folder, '/tmp'), binaries, runAs };
}

/** Once a cluster was placed elsewhere it stays there, also when the reason is gone: an empty new one would look like loss. */
function knownFolder(home: string): string {
  const note = join(home, locationFile);
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : join(home, 'postgres');
}

async function ownerOf(folder: string): Promise<OsUser | undefined> {
  if (!existsSync(folder)) return undefined;
  const { uid, gid } = await stat(folder);
  return uid === 0 ? undefined : { uid, gid };
}

async function assertOwn(folder: string): Promise<void> {
  const owner = await ownerOf(folder);
  const { uid, username } = userInfo();
  if (owner === undefined || owner.uid === uid) return;
  throw new EmbeddedDatabaseError(
    `The database in ${folder} belongs to another OS user (number ${owner.uid}), probably because Koppeling was once ` +
      `started as root. Start it as root again, or make the folder your own: sudo chown -R ${username} ${folder}`,
  );
}

/** pg_ctl hands these paths to a shell between double quotes, where four characters have a meaning. */
function assertQuotable(...paths: string[]): void {
  const path = paths.find((candidate) => /["$`\\]/.test(candidate));
  if (path === undefined) return;
  throw new EmbeddedDatabaseError(
    `PostgreSQL cannot be started from ${path}: the path contains one of " $ \` \\. Move the folder or set KOPPELING_DATA_DIR.`,
  );
}

async function reachableBinaries(found: PostgresBinaries, runAs: OsUser, fallback: string): Promise<PostgresBinaries> {
  if (await canRun(binaryPath(found, 'initdb'), runAs)) return found;
  const copy = { ...found, folder: join(fallback, `postgresql-${found.packageVersion}`) };
  if (!existsSync(copy.folder)) {
    const unfinished = `${copy.folder}.new-${randomUUID()}`;
    await mkdir(fallback, { recursive: true, mode: 0o755 });
    await cp(found.folder, unfinished, { recursive: true, verbatimSymlinks: true });
    await renameUnlessThere(unfinished, copy.folder);
  }
  if (await canRun(binaryPath(copy, 'initdb'), runAs)) return copy;
  throw new EmbeddedDatabaseError(
    `PostgreSQL's programs cannot be run by OS user number ${runAs.uid}, neither in ${found.folder} nor in ${copy.folder}. ` +
      'Put the program in a folder that every user may enter, or start it as an ordinary user.',
  );
}

async function reachableFolder(home: string, runAs: OsUser, fallback: string): Promise<string> {
  const folder = knownFolder(home);
  if (await canEnter(dirname(folder), runAs)) return folder;
  if (existsSync(folder)) {
    throw new EmbeddedDatabaseError(
      `The database is in ${folder}, and OS user number ${runAs.uid}, who runs PostgreSQL, cannot get there: a folder ` +
        `above it is closed. Open it (chmod o+x on each folder above) or start Koppeling as the owner of ${home}.`,
    );
  }
  // A name of its own each time: a new clone in an old place must not find the database of its predecessor.
  const elsewhere = join(fallback, `data-${randomUUID()}`);
  await mkdir(elsewhere, { recursive: true, mode: 0o755 });
  if (await canEnter(elsewhere, runAs)) return noteLocation(home, join(elsewhere, 'postgres'));
  throw new EmbeddedDatabaseError(
    `OS user number ${runAs.uid}, who runs PostgreSQL, can enter neither ${home} nor ${fallback}. ` +
      'Set KOPPELING_DATA_DIR to a folder that every user may enter, for example /var/lib/koppeling/data.',
  );
}

/** Writes down where the cluster is and returns that place, or the one that another first start wrote down just before. */
async function noteLocation(home: string, folder: string): Promise<string> {
  const unfinished = join(home, `${locationFile}.${randomUUID()}`);
  await writeFile(unfinished, `${folder}\n`);
  const isFirst = await link(unfinished, join(home, locationFile)).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
      return false;
    },
  );
  await rm(unfinished);
  if (!isFirst) await rm(dirname(folder), { recursive: true });
  return knownFolder(home);
}

/** Moves a finished folder to its name in one step; when another process was first, that one stays. */
export async function renameUnlessThere(finished: string, name: string): Promise<void> {
  try {
    await rename(finished, name);
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    await rm(finished, { recursive: true, force: true });
  }
}

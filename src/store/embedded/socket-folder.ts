// The folder that holds a cluster's Unix socket: short enough for a socket path however deep the project lies, and closed
// to other users. Knows nothing of PostgreSQL but the name of its socket.

import { createHash } from 'node:crypto';
import { chown, lstat, mkdir } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { EmbeddedDatabaseError } from './embedded-database-error.ts';
import type { OsUser } from './os-user.ts';

/** A Unix socket path has room for 107 bytes on Linux and 103 on macOS. */
const socketPathBytesMax = 103;

/** The socket folder that belongs to a data folder: always the same one, so that every process finds it. */
export function socketFolderOf(clusterFolder: string, temporaryFolder: string): string {
  const name = `koppeling-${shortHash(clusterFolder)}`;
  const isShort = Buffer.byteLength(join(temporaryFolder, name, '.s.PGSQL.5432')) <= socketPathBytesMax;
  // The path passes through pg_ctl's shell and through PostgreSQL's list syntax.
  const isPlain = /^[\w./-]+$/.test(temporaryFolder);
  return join(isShort && isPlain ? temporaryFolder : '/tmp', name);
}

/** Twelve characters that stand for a path where the path itself would be too long. */
function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/**
 * Makes the socket folder. Its name can be guessed and the folder above is open to all, so one that is already there must
 * be a real folder of the right owner: whoever owns it could put a socket of his own in it.
 */
export async function makeSocketFolder(path: string, runAs: OsUser | undefined): Promise<void> {
  const ownerUid = runAs?.uid ?? userInfo().uid;
  await mkdir(path, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  const before = await lstat(path);
  if (runAs && before.isDirectory() && before.uid === 0) await chown(path, runAs.uid, runAs.gid);
  const { uid, mode } = await lstat(path);
  if (before.isDirectory() && uid === ownerUid && (mode & 0o077) === 0) return;
  throw new EmbeddedDatabaseError(
    `${dirname(path)} holds "${basename(path)}", which is not a closed folder of OS user number ${ownerUid}. ` +
      "The database's socket would not be safe there: remove it and start again.",
  );
}

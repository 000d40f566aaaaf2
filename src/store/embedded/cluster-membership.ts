// Several programs use one cluster at once: the server, and commands beside it. Each holds a shared lock in the database
// for as long as it uses the cluster; whoever leaves and finds nobody else stops it. The lock dies with its connection, so
// a killed program is counted out by itself. Nothing outside the database is needed to know who is there.

import { realpath } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { ClusterPlace } from './cluster-place.ts';
import { databaseUser, initialiseCluster, startCluster, stopCluster } from './cluster-programs.ts';
import { EmbeddedDatabaseError } from './embedded-database-error.ts';
import {
  isPostmasterOf,
  markPostmasterFileStale,
  postmasterFileAgeMs,
  readPostmasterFile,
  removePostmasterFile,
} from './postmaster-file.ts';

/** The lock is taken in the database `postgres`, which is always there. The number is arbitrary and ours. */
const maintenanceDatabase = 'postgres';
const useLock = 48_004_800;

const joinMsMax = 120_000;
const pollMs = 50;
const unreachableMsMax = 10_000;
const unreadableMsMax = 10_000;
/** A start can fail because another process starts the same cluster, or because a killed one is still winding down. */
const startPausesMs = [200, 500, 1_000, 2_000, 4_000];

export type Membership = {
  /** Holds the shared lock; its end means that the cluster stopped or crashed. */
  readonly client: pg.Client;
  readonly socketFolder: string;
  readonly startedByUs: boolean;
};

/**
 * Joins the cluster, starting it when it is not running. A cluster left by a killed program is simply joined; one of
 * another PostgreSQL version is restarted with ours. Throws EmbeddedDatabaseError when it cannot be had in two minutes.
 */
export async function joinCluster(place: ClusterPlace): Promise<Membership> {
  const beganAt = Date.now();
  let startedByUs = false;
  let starts = 0;
  while (Date.now() - beganAt < joinMsMax) {
    const found = await findRunning(place);
    if (found === 'unreachable' && Date.now() - beganAt > unreachableMsMax) break;
    if (found === 'absent') {
      startedByUs = await tryStart(place, startPausesMs[starts]);
      starts += 1;
    } else if (found === 'busy' || found === 'unreachable') {
      await delay(pollMs);
    } else if (await takeSharedLock(found.client)) {
      return { ...found, startedByUs };
    } else {
      // The last user is just stopping it: wait until it is gone.
      await closeQuietly(found.client);
      await delay(pollMs);
    }
  }
  throw new EmbeddedDatabaseError(describeUnreachable(place));
}

/** Leaves the cluster; the last one out stops it and returns when it has stopped. */
export async function leaveCluster(place: ClusterPlace, { client }: Membership): Promise<void> {
  try {
    // Held until the end of the connection, that is of the cluster: nobody can join one that is being stopped.
    if (await isLastUser(client)) await stopCluster(place);
  } finally {
    await closeQuietly(client);
  }
}

async function isLastUser(client: pg.Client): Promise<boolean> {
  try {
    await client.query('select pg_advisory_unlock_shared($1)', [useLock]);
    return await isGranted(client, 'select pg_try_advisory_lock($1) as granted');
  } catch {
    // The connection was lost, and our part in the cluster with it.
    return false;
  }
}

/** Returns whether it started. A failed start is tried again after `pauseMs`, and is final when there is no pause left. */
async function tryStart(place: ClusterPlace, pauseMs: number | undefined): Promise<boolean> {
  await initialiseCluster(place);
  try {
    await startCluster(place);
    return true;
  } catch (error) {
    if (pauseMs === undefined) throw error;
    await delay(pauseMs);
    return false;
  }
}

type Found =
  | Pick<Membership, 'client' | 'socketFolder'>
  /** Nothing runs on our folder. */
  | 'absent'
  /** It is starting or stopping. */
  | 'busy'
  /** It runs, says that it takes connections, and does not take ours. */
  | 'unreachable';

/**
 * Looks for our running cluster. The file postmaster.pid and `pg_ctl status` are not believed: only a connection that
 * names our folder as its own counts.
 */
async function findRunning(place: ClusterPlace): Promise<Found> {
  const file = readPostmasterFile(place.folder);
  if (file === 'none') return 'absent';
  if (file === 'unreadable') {
    if (postmasterFileAgeMs(place.folder) < unreadableMsMax) return 'busy';
    removePostmasterFile(place.folder);
    return 'absent';
  }
  const client = file.socketFolder === '' ? undefined : await connect(file.socketFolder, file.port);
  const identity = client ? await identify(client, place) : 'lost';
  if (client && identity === 'ours') return { client, socketFolder: file.socketFolder };
  if (client) await closeQuietly(client);
  if (!isPostmasterOf(place.folder, file.pid)) {
    markPostmasterFileStale(place.folder);
    return 'absent';
  }
  // Alive and ours, but with other programs than these, or under the name its folder had before it was moved.
  if (identity === 'other') await stopCluster(place);
  return file.isReady && !client ? 'unreachable' : 'busy';
}

async function connect(host: string, port: number): Promise<pg.Client | undefined> {
  const client = new pg.Client({
    ...{ host, port, database: maintenanceDatabase, user: databaseUser, ssl: false },
    ...{ application_name: 'koppeling: uses the embedded database', connectionTimeoutMillis: 10_000 },
  });
  // Its loss is noticed by 'end'; an 'error' without a listener would end the program.
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch {
    return undefined;
  }
}

async function identify(client: pg.Client, { folder, binaries }: ClusterPlace): Promise<'ours' | 'other' | 'lost'> {
  try {
    const { rows } = await client.query<{ folder: string; version: string }>(
      "select current_setting('data_directory') as folder, current_setting('server_version') as version",
    );
    const actual = await realpath(rows[0]?.folder ?? '').catch(() => undefined);
    return actual === folder && rows[0]?.version.split(' ')[0] === binaries.version ? 'ours' : 'other';
  } catch {
    return 'lost';
  }
}

async function takeSharedLock(client: pg.Client): Promise<boolean> {
  try {
    return await isGranted(client, 'select pg_try_advisory_lock_shared($1) as granted');
  } catch {
    return false;
  }
}

async function isGranted(client: pg.Client, lockQuery: string): Promise<boolean> {
  const { rows } = await client.query<{ granted: boolean }>(lockQuery, [useLock]);
  return rows[0]?.granted === true;
}

async function closeQuietly(client: pg.Client): Promise<void> {
  await client.end().catch(() => {});
}

function describeUnreachable({ folder }: ClusterPlace): string {
  const file = readPostmasterFile(folder);
  const log = `Its log: ${folder}/server.log.`;
  if (typeof file === 'string') return `The database in ${folder} could not be started in two minutes. ${log}`;
  return (
    `The database in ${folder} runs as process ${file.pid}, but cannot be reached through its socket in ` +
    `${file.socketFolder}. Stop it (kill -INT ${file.pid}) and start again. ${log}`
  );
}

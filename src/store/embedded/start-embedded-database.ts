// The door to the embedded PostgreSQL: real, durable, in the data folder, reached through a Unix socket. Used when no
// KOPPELING_DATABASE_URL is given. Knows nothing of our tables.

import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { joinCluster, leaveCluster, type Membership } from './cluster-membership.ts';
import { type ClusterPlace, chooseClusterPlace } from './cluster-place.ts';
import { databaseUser } from './cluster-programs.ts';

const databaseName = 'koppeling';
const fallbackFolderForRoot = '/var/lib/koppeling';
const revivePauseMsMax = 10_000;

export type EmbeddedDatabase = {
  /** For `new pg.Pool(...)`. Complete, so that PGPORT and its like in the environment change nothing. */
  readonly connection: { host: string; port: number; database: string; user: string; ssl: false };
  /** False when it was running already: another command uses it, or an earlier program was killed. */
  readonly startedByUs: boolean;
  /** Call it after closing your connections. Stops the database when nobody else uses it. Safe to call twice. */
  release(): Promise<void>;
};

export type EmbeddedDatabaseOptions = {
  readonly dataDir: string;
  /** Where root puts what the user running PostgreSQL cannot reach in place. */
  readonly fallbackFolder?: string;
  /** Told, in English and for the log, when the database stopped under us and when it is back. */
  readonly onTrouble?: (message: string) => void;
};

/**
 * Joins the database of `dataDir`, making and starting it when needed. While it is held, a database that stops (its
 * process killed by the system, say) is started again and recovers by itself; open connections are lost at such a moment.
 * Throws EmbeddedDatabaseError, whose message says what to do.
 */
export async function startEmbeddedDatabase(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  const place = await chooseClusterPlace(options.dataDir, options.fallbackFolder ?? fallbackFolderForRoot);
  const first = await joinCluster(place);
  try {
    await createDatabaseUnlessThere(first.client);
  } catch (error) {
    await leaveCluster(place, first);
    throw error;
  }
  const holding = hold(place, first, options.onTrouble ?? (() => {}));
  return {
    connection: { host: first.socketFolder, port: 5432, database: databaseName, user: databaseUser, ssl: false },
    startedByUs: first.startedByUs,
    release: holding.release,
  };
}

/** Keeps us counted as a user of the cluster until `release`, joining again whenever the lock's connection is lost. */
function hold(place: ClusterPlace, first: Membership, tell: (message: string) => void): { release(): Promise<void> } {
  const releasing = new AbortController();
  let membership = first;
  let reviving: Promise<void> | undefined;
  let released: Promise<void> | undefined;
  const watch = () => {
    membership.client.once('end', () => {
      if (!releasing.signal.aborted) reviving = revive();
    });
  };
  const revive = async () => {
    tell('The embedded database stopped; starting it again.');
    for (let pauseMs = 500; !releasing.signal.aborted; pauseMs = Math.min(pauseMs * 2, revivePauseMsMax)) {
      try {
        membership = await joinCluster(place);
        watch();
        tell('The embedded database is back.');
        return;
      } catch (error) {
        tell(`The embedded database could not be started again: ${(error as Error).message}`);
        await delay(pauseMs, undefined, { signal: releasing.signal }).catch(() => {});
      }
    }
  };
  const leave = async () => {
    releasing.abort();
    await reviving;
    await leaveCluster(place, membership);
  };
  watch();
  return {
    release: () => {
      released ??= leave();
      return released;
    },
  };
}

async function createDatabaseUnlessThere(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName]);
  if (rowCount) return;
  try {
    await client.query(`create database ${databaseName}`);
  } catch (error) {
    // Two first starts at once: 42P04 and 23505 both say that the other one made it.
    if (!['42P04', '23505'].includes((error as pg.DatabaseError).code ?? '')) throw error;
  }
}

/**
 * A PostgreSQL of the attack's own, quick and gone afterwards. It is killed programs that are attacked here, not a killed
 * database: what PostgreSQL committed it keeps while it runs, also without waiting for the disk.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { chooseClusterPlace } from '#src/store/embedded/cluster-place.ts';
import { databaseUser, initialiseCluster, startCluster, stopCluster } from '#src/store/embedded/cluster-programs.ts';

export interface ThrowAwayPostgres {
  readonly server: pg.ClientConfig;
  stop(): Promise<void>;
}

const SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

/** Starts one in a folder for temporary files. Throws EmbeddedDatabaseError. */
export async function startThrowAwayPostgres(): Promise<ThrowAwayPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'koppeling-proof-'));
  await chmod(folder, 0o755);
  const place = await chooseClusterPlace(folder, '/var/lib/koppeling');
  await initialiseCluster(place, { isDurable: false });
  await startCluster(place, SETTINGS);
  return {
    server: { host: place.socketFolder, port: 5432, database: 'postgres', user: databaseUser, ssl: false },
    async stop() {
      await stopCluster(place, 'immediate');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

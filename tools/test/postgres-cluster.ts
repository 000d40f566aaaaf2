// One throw-away PostgreSQL cluster for a whole test run (project `postgres`), with a template database that already has
// the migrations. Vitest starts this once; the test files clone the template through test-database.ts.
// With TEST_DATABASE_URL the same happens on a server that is already there.

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { type ClusterPlace, chooseClusterPlace } from '#src/store/embedded/cluster-place.ts';
import { databaseUser, initialiseCluster, startCluster, stopCluster } from '#src/store/embedded/cluster-programs.ts';
import { migrateToLatest } from '#src/store/migrate.ts';
import { inDatabase } from './database-address.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: { admin: pg.ClientConfig; template: string };
  }
}

const folderPrefix = 'koppeling-test-';
const freeBytesMin = 512 * 1024 * 1024;

/** What makes a cluster quick and unsafe. Fine here: it does not outlive the run. */
const throwAwaySettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
  shared_buffers: '64MB',
  max_wal_size: '1GB',
};

/** Vitest calls this before the first test file of the project and the returned function after the last. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer();
  const template = `koppeling_template_${process.pid}`;
  try {
    await onServer(server.admin, `create database ${template}`);
    await migrateToLatest(inDatabase(server.admin, template));
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide('postgres', { admin: server.admin, template });
  return async () => {
    await onServer(server.admin, `drop database if exists ${template} with (force)`);
    await server.stop();
  };
}

async function startServer(): Promise<{ admin: pg.ClientConfig; stop(): Promise<void> }> {
  const url = process.env.TEST_DATABASE_URL;
  if (url) {
    const admin = { connectionString: url };
    await onServer(admin, 'select 1').catch((cause: Error) => {
      const remedy = 'Start that server, or leave the variable out: then the tests start one of their own.';
      throw new Error(`The server of TEST_DATABASE_URL cannot be used: ${cause.message}. ${remedy}`, { cause });
    });
    return { admin, stop: async () => {} };
  }
  const parent = quickestFolder();
  await sweepLeftovers(parent);
  const folder = mkdtempSync(join(parent, `${folderPrefix}${process.pid}-`));
  await chmod(folder, 0o755);
  const place = await placeIn(folder);
  const stop = async () => {
    await stopCluster(place, 'immediate');
    rmSync(folder, { recursive: true, force: true });
  };
  await initialiseCluster(place, { isDurable: false });
  await startCluster(place, throwAwaySettings);
  return {
    admin: { host: place.socketFolder, port: 5432, database: 'postgres', user: databaseUser, ssl: false },
    stop,
  };
}

function placeIn(folder: string): Promise<ClusterPlace> {
  return chooseClusterPlace(folder, '/var/lib/koppeling');
}

/** In memory when there is room: there a database is cloned in 14 ms, on a disk in 500. Containers often give 64 MB only. */
function quickestFolder(): string {
  if (!existsSync('/dev/shm')) return tmpdir();
  const { bavail, bsize } = statfsSync('/dev/shm');
  return bavail * bsize > freeBytesMin ? '/dev/shm' : tmpdir();
}

/** A killed test run cannot stop its cluster; the next run does. */
async function sweepLeftovers(parent: string): Promise<void> {
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(folderPrefix))) {
    const pid = Number(name.slice(folderPrefix.length).split('-')[0]);
    if (isAlive(pid)) continue;
    try {
      const place = await placeIn(join(parent, name));
      if (existsSync(join(place.folder, 'postmaster.pid'))) await stopCluster(place, 'immediate');
      rmSync(join(parent, name), { recursive: true, force: true });
    } catch {
      // Another user's, or another run is sweeping too.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('vitest');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function onServer(admin: pg.ClientConfig, statement: string): Promise<void> {
  const client = new pg.Client(admin);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

// What dies without warning, and what the next start makes of it: our own program, PostgreSQL, or both, with whatever
// they leave in postmaster.pid.

import { spawn } from 'node:child_process';
import { chownSync, mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  newDataDir,
  otherProcess,
  postmasterPid,
  preparedDataDirs,
  query,
  until,
} from './embedded-database.test-suite.ts';
import { isRoot } from './os-user.ts';
import { startEmbeddedDatabase } from './start-embedded-database.ts';

const preparedDataDir = preparedDataDirs();

async function start(dataDir: string, onTrouble?: (message: string) => void) {
  const database = await startEmbeddedDatabase({ dataDir, ...(onTrouble && { onTrouble }) });
  onTestFinished(() => database.release());
  return database;
}

async function killPostmaster(dataDir: string): Promise<void> {
  const pid = postmasterPid(dataDir);
  if (pid === undefined) throw new Error('There is no postmaster to kill.');
  process.kill(pid, 'SIGKILL');
  await until(() => postmasterPid(dataDir) !== pid);
}

describe('After a death without warning', { timeout: 60_000 }, () => {
  test('a killed program leaves the database running, and the next one takes it over and stops it', async () => {
    const dataDir = await preparedDataDir();
    const killed = await otherProcess(dataDir);
    await query(killed.connection, "create table orders as select 'WB-1' as number");
    await killed.kill();
    expect(postmasterPid(dataDir)).toBeDefined();

    const next = await start(dataDir);
    expect(next.startedByUs).toBe(false);
    expect(await query(next.connection, 'select number from orders')).toEqual([{ number: 'WB-1' }]);
    await next.release();
    expect(postmasterPid(dataDir)).toBeUndefined();
  });

  test('a killed PostgreSQL starts again with every committed row', async () => {
    const dataDir = await preparedDataDir();
    const killed = await otherProcess(dataDir);
    await query(killed.connection, 'create table orders as select generate_series(1, 5000) as number');
    await killed.kill();
    await killPostmaster(dataDir);

    const next = await start(dataDir);
    expect(next.startedByUs).toBe(true);
    expect(await query(next.connection, 'select count(*)::int as kept from orders')).toEqual([{ kept: 5000 }]);
  });

  test('a PostgreSQL killed under a running program comes back by itself', async () => {
    const dataDir = await preparedDataDir();
    const told: string[] = [];
    const database = await start(dataDir, (message) => told.push(message));
    await query(database.connection, "create table orders as select 'WB-1' as number");
    await killPostmaster(dataDir);

    await until(() => told.includes('The embedded database is back.'));
    expect(await query(database.connection, 'select number from orders')).toEqual([{ number: 'WB-1' }]);
    await database.release();
    expect(postmasterPid(dataDir)).toBeUndefined();
  });

  test('a process that was given the number of the killed PostgreSQL is not taken for it, and lives on', async () => {
    const dataDir = await preparedDataDir();
    const earlier = await start(dataDir);
    await earlier.release();
    const file = join(dataDir, 'postgres', 'postmaster.pid');
    const socketFolder = earlier.connection.host;
    const { uid, gid } = statSync(join(dataDir, 'postgres'));
    // Of the same OS user, or PostgreSQL itself would see that it is none of its own.
    const stranger = spawn('sleep', ['600'], isRoot() ? { uid, gid } : {});
    onTestFinished(() => void stranger.kill());
    writeFileSync(file, `${stranger.pid}\n${dataDir}/postgres\n1\n5432\n${socketFolder}\n\n  1234 5678\nready   \n`);
    mkdirSync(socketFolder, { mode: 0o700 });
    chownSync(socketFolder, uid, gid);
    writeFileSync(join(socketFolder, '.s.PGSQL.5432.lock'), `${stranger.pid}\n${dataDir}/postgres\n1\n5432\n`);
    chownSync(join(socketFolder, '.s.PGSQL.5432.lock'), uid, gid);

    const database = await start(dataDir);
    expect(database.startedByUs).toBe(true);
    expect(await query(database.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(stranger.exitCode).toBeNull();
  });

  test('a postmaster.pid that a power cut left empty is no obstacle', async () => {
    const dataDir = await preparedDataDir();
    await (await start(dataDir)).release();
    const file = join(dataDir, 'postgres', 'postmaster.pid');
    writeFileSync(file, '');
    const anHourAgo = new Date(Date.now() - 3_600_000);
    utimesSync(file, anHourAgo, anHourAgo);

    expect((await start(dataDir)).startedByUs).toBe(true);
    expect(readFileSync(file, 'utf8')).not.toBe('');
  });

  test('a first start that was cut short leaves nothing that the next one stumbles over', async () => {
    const dataDir = await newDataDir();
    const program = new URL('./hold-database.test-program.ts', import.meta.url).pathname;
    const child = spawn(process.execPath, [program, dataDir], { stdio: 'ignore' });
    await until(() => statSync(dataDir, { throwIfNoEntry: false }) !== undefined);
    child.kill('SIGKILL');

    const { connection } = await start(dataDir);
    expect(await query(connection, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

// The embedded database with its real programs: who starts it, who shares it, who stops it. What happens when things die
// is in recovery.test.ts.

import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { newDataDir, otherProcess, postmasterPid, preparedDataDirs, query } from './embedded-database.test-suite.ts';
import { EmbeddedDatabaseError } from './embedded-database-error.ts';
import { isRoot } from './os-user.ts';
import { findPostgresBinaries } from './postgres-binaries.ts';
import { type EmbeddedDatabaseOptions, startEmbeddedDatabase } from './start-embedded-database.ts';

const preparedDataDir = preparedDataDirs();

async function start(options: EmbeddedDatabaseOptions) {
  const database = await startEmbeddedDatabase(options);
  onTestFinished(() => database.release());
  return database;
}

describe('The embedded database', { timeout: 60_000 }, () => {
  test('is made at the first start, loses nothing at a power cut, and stops with its only user', async () => {
    const dataDir = await newDataDir();
    const database = await start({ dataDir });

    expect(database.startedByUs).toBe(true);
    const settings = await query<{ name: string; setting: string }>(
      database.connection,
      `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes',
        'data_checksums', 'listen_addresses', 'server_encoding', 'TimeZone') order by name`,
    );
    expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
      data_checksums: 'on',
      fsync: 'on',
      full_page_writes: 'on',
      listen_addresses: '',
      server_encoding: 'UTF8',
      synchronous_commit: 'on',
      TimeZone: 'UTC',
    });

    await database.release();
    expect(postmasterPid(dataDir)).toBeUndefined();
  });

  test('keeps its rows from one start to the next', async () => {
    const dataDir = await preparedDataDir();
    const first = await start({ dataDir });
    await query(first.connection, "create table orders as select 'WB-1' as number");
    await first.release();

    const second = await start({ dataDir });
    expect(await query(second.connection, 'select number from orders')).toEqual([{ number: 'WB-1' }]);
  });

  test('is shared by a second process and stopped by the last one that leaves', async () => {
    const dataDir = await preparedDataDir();
    const server = await otherProcess(dataDir);
    const command = await otherProcess(dataDir);
    expect([server.startedByUs, command.startedByUs]).toEqual([true, false]);

    await server.leave();
    expect(await query(command.connection, 'select 1 as one')).toEqual([{ one: 1 }]);

    await command.leave();
    expect(postmasterPid(dataDir)).toBeUndefined();
  });

  test('is made once when two processes start at the same moment', async () => {
    const dataDir = await newDataDir();
    const both = await Promise.all([otherProcess(dataDir), otherProcess(dataDir)]);

    expect(both.filter((process) => process.startedByUs)).toHaveLength(1);
    for (const { connection } of both) expect(await query(connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    await Promise.all(both.map((process) => process.leave()));
    expect(postmasterPid(dataDir)).toBeUndefined();
  });

  test('serves everyone who comes in the instant in which the last one leaves', async () => {
    const dataDir = await preparedDataDir();
    const comeAndGo = async () => {
      for (let visit = 0; visit < 4; visit += 1) {
        const database = await startEmbeddedDatabase({ dataDir });
        expect(await query(database.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
        await database.release();
      }
    };
    await Promise.all([comeAndGo(), comeAndGo(), comeAndGo()]);
    expect(postmasterPid(dataDir)).toBeUndefined();
  });

  test('starts in a folder so deep that a socket in it would have too long a path', async () => {
    const dataDir = await newDataDir(join(...Array.from({ length: 12 }, (_, level) => `een-diepe-map-${level}`)));
    const { connection } = await start({ dataDir });
    expect(await query(connection, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('starts in a folder with spaces and accents in its name', async () => {
    const { connection } = await start({ dataDir: await newDataDir("Koppeling 's avonds in het café") });
    expect(await query(connection, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('is found again after its folder was moved while it ran', async () => {
    const dataDir = await preparedDataDir();
    const killed = await otherProcess(dataDir);
    await query(killed.connection, "create table orders as select 'WB-1' as number");
    await killed.kill();
    const moved = join(await newDataDir(), 'moved');
    await mkdir(join(moved, '..'), { recursive: true });
    await rename(dataDir, moved);

    const database = await start({ dataDir: moved });
    expect(await query(database.connection, 'select number from orders')).toEqual([{ number: 'WB-1' }]);
    await database.release();
    expect(postmasterPid(moved)).toBeUndefined();
  });

  test('is not started in a folder that holds something else', async () => {
    const dataDir = await newDataDir();
    await mkdir(join(dataDir, 'postgres'), { recursive: true });
    await writeFile(join(dataDir, 'postgres', 'holiday.txt'), 'Terschelling');

    const refusal = await startEmbeddedDatabase({ dataDir }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(EmbeddedDatabaseError);
    expect(String(refusal)).toContain('Move it away, or set KOPPELING_DATA_DIR');
  });

  test('is not started on files of another major version of PostgreSQL', async () => {
    const dataDir = await newDataDir();
    await mkdir(join(dataDir, 'postgres'), { recursive: true });
    await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '17\n');

    await expect(startEmbeddedDatabase({ dataDir })).rejects.toThrow('was made by PostgreSQL 17');
  });

  test('says on a machine it cannot run on that a PostgreSQL of your own will do', () => {
    expect(() => findPostgresBinaries('win32-x64')).toThrow('set KOPPELING_DATABASE_URL');
  });

  test.runIf(isRoot())('moves out of a folder that only root may enter, and stays where it went', async () => {
    const dataDir = await newDataDir('closed');
    await mkdir(dataDir, { mode: 0o700 });
    const fallbackFolder = join(await newDataDir(), 'fallback');
    const first = await start({ dataDir, fallbackFolder });
    await query(first.connection, "create table orders as select 'WB-1' as number");
    await first.release();

    const second = await start({ dataDir, fallbackFolder: join(fallbackFolder, 'not-used') });
    expect(await query(second.connection, 'select number from orders')).toEqual([{ number: 'WB-1' }]);
  });
});

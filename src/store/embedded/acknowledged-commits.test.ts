// PostgreSQL killed under load: whatever was told to be committed is there when it is back, and it tells so of its settings.
// No power is cut here; that a commit waits for the disk is what the settings say.

import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { postmasterPid, preparedDataDirs, query, until } from './embedded-database.test-suite.ts';
import { startEmbeddedDatabase } from './start-embedded-database.ts';

const preparedDataDir = preparedDataDirs();

const WRITERS = 8;
const ACKNOWLEDGED_BEFORE = 500;

test('with all of PostgreSQL killed under load, every commit that was acknowledged is there afterwards', {
  timeout: 60_000,
}, async () => {
  const dataDir = await preparedDataDir();
  const told: string[] = [];
  const database = await startEmbeddedDatabase({ dataDir, onTrouble: (message) => told.push(message) });
  onTestFinished(() => database.release());
  const { connection } = database;
  await query(connection, 'create table written (number integer primary key)');
  const acknowledged: number[] = [];
  const writing = Array.from({ length: WRITERS }, (_, writer) => writeUntilLost(connection, writer, acknowledged));
  await until(() => acknowledged.length >= ACKNOWLEDGED_BEFORE);
  const processes = await query<{ pid: number }>(connection, 'select pid from pg_stat_activity');
  for (const pid of [postmasterPid(dataDir), ...processes.map(({ pid }) => pid)]) kill(pid);
  await Promise.all(writing);

  await until(() => told.includes('The embedded database is back.'));
  const kept = await query<{ number: number }>(connection, 'select number from written');
  const keptNumbers = new Set(kept.map(({ number }) => number));
  expect(acknowledged.filter((number) => !keptNumbers.has(number))).toEqual([]);
  // Of each writer at most the one commit whose answer never came.
  expect(keptNumbers.size - acknowledged.length).toBeLessThanOrEqual(WRITERS);
  expect(
    await query(
      connection,
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`,
    ),
  ).toEqual([{ fsync: 'on', commit: 'on' }]);
});

/** One commit after the other on a connection of its own, each noted when the database says that it is done. */
async function writeUntilLost(config: pg.ClientConfig, writer: number, acknowledged: number[]): Promise<void> {
  const client = new pg.Client(config);
  client.on('error', () => undefined);
  await client.connect();
  try {
    for (let number = writer; ; number += WRITERS) {
      await client.query('insert into written values ($1)', [number]);
      acknowledged.push(number);
    }
  } catch {
    // The connection is gone: nobody knows what became of the last one.
  }
}

function kill(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
  } catch (error) {
    // The first blow took it along.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

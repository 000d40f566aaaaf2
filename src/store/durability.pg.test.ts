import { expect, test } from 'vitest';
import { testDatabase } from '../../tools/test/test-database.ts';
import { forgetfulSettings } from './durability.ts';
import { openPool } from './pool.ts';

test('a server that forgets at a power cut what it committed is recognised by its settings', async () => {
  const database = await testDatabase();
  const pool = openPool({ ...database.poolConfig, max: 1 });
  // The server of the tests is quick and forgetful, unless somebody lent one.
  const { rows } = await pool.query<{ fsync: string; full: string }>(
    `select current_setting('fsync') as fsync, current_setting('full_page_writes') as full`,
  );
  const ofServer = [
    ...(rows[0]?.fsync === 'off' ? ['fsync'] : []),
    ...(rows[0]?.full === 'off' ? ['full_page_writes'] : []),
  ];
  await pool.query('set synchronous_commit = off');
  expect(await forgetfulSettings(pool)).toEqual([...ofServer, 'synchronous_commit']);
  await pool.query('set synchronous_commit = local');
  expect(await forgetfulSettings(pool)).toEqual(ofServer);
  await pool.end();
  await database.drop();
});

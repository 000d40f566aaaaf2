import { expect, test } from 'vitest';
import { testDatabase } from '../../tools/test/test-database.ts';
import { DatabaseNewerThanProgram, migrateToLatest } from './migrate.ts';
import { openPool } from './pool.ts';

test('ten programs that start at once on an empty database all find it migrated', async () => {
  const database = await testDatabase({ empty: true });
  const applied = await Promise.all(Array.from({ length: 10 }, () => migrateToLatest(database.poolConfig)));
  expect(applied.flat().filter((name) => name === '0001-first')).toHaveLength(1);
  await database.drop();
});

test('a program older than its database refuses to start and says so', async () => {
  const database = await testDatabase({ empty: true });
  await migrateToLatest(database.poolConfig);
  const pool = openPool(database.poolConfig);
  await pool.query(`insert into kysely_migration (name, timestamp) values ('9999-later', '2030')`);
  await pool.end();
  await expect(migrateToLatest(database.poolConfig)).rejects.toThrow(DatabaseNewerThanProgram);
  await database.drop();
});

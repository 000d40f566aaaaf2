import { getMigrations } from 'better-auth/db/migration';
import { Kysely, PostgresDialect } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../../tools/test/test-database.ts';
import { createLogger } from '../kernel/logger.ts';
import { openPool } from '../store/pool.ts';
import { createAuth } from './auth.ts';
import type { AuthTables } from './auth-tables.ts';

test('the tables for people are the ones that the library expects, none missing and none to change', async () => {
  const database = await testDatabase();
  const db = new Kysely<AuthTables>({ dialect: new PostgresDialect({ pool: openPool(database.poolConfig) }) });
  const auth = createAuth({
    db,
    secretKey: new Uint8Array(32),
    publicUrl: 'http://localhost:3000',
    logger: createLogger('silent'),
    onPasswordReset: () => undefined,
  });
  const { toBeCreated, toBeAdded, compileMigrations } = await getMigrations(auth.options);
  expect(toBeCreated).toEqual([]);
  expect(toBeAdded).toEqual([]);
  expect((await compileMigrations()).replace(/[;\s]/g, '')).toBe('');
  await db.destroy();
  await database.drop();
});

// The ground the other PostgreSQL tests stand on: every file has its own database, made from the same migrations.

import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from './test-database.ts';

let first: TestDatabase;
let second: TestDatabase;

beforeAll(async () => {
  [first, second] = await Promise.all([testDatabase(), testDatabase({ empty: true })]);
});

afterAll(async () => {
  await Promise.all([first.drop(), second.drop()]);
});

async function ask(config: pg.PoolConfig, sql: string): Promise<unknown> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return (await client.query(sql)).rows[0];
  } finally {
    await client.end();
  }
}

test('what one test file writes is not seen by another', async () => {
  await ask(first.poolConfig, "create table only_here as select 'WB-1' as number");
  expect(await ask(second.poolConfig, "select to_regclass('only_here') as found")).toEqual({ found: null });
});

test('the address leads to the same database as the settings for a pool', async () => {
  const question = 'select current_database() as name';
  expect(await ask({ connectionString: first.url }, question)).toEqual(await ask(first.poolConfig, question));
});

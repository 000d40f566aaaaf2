// A database of its own for a test file, cloned from the migrated template of the run. Only for `*.pg.test.ts`: that is
// the project whose cluster postgres-cluster.ts starts.

import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { addressOf, inDatabase } from './database-address.ts';

export type TestDatabase = {
  /** For `new pg.Pool(...)`. */
  readonly poolConfig: pg.PoolConfig;
  /** The same as an address, for what only takes an address or runs in another process. */
  readonly url: string;
  /** Removes it, connections and all; call it in `afterAll`. */
  drop(): Promise<void>;
};

/** Clones the template; about 15 ms in memory. `{ empty: true }` gives a database without our tables, for migration tests. */
export async function testDatabase({ empty = false } = {}): Promise<TestDatabase> {
  const { admin, template } = inject('postgres');
  const name = `koppeling_test_${randomBytes(8).toString('hex')}`;
  await statement(admin, `create database ${name} template ${empty ? 'template0' : template} strategy file_copy`);
  return {
    poolConfig: inDatabase(admin, name),
    url: addressOf(admin, name),
    drop: () => statement(admin, `drop database if exists ${name} with (force)`),
  };
}

async function statement(admin: pg.ClientConfig, sql: string): Promise<void> {
  const client = new pg.Client(admin);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

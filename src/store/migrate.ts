/**
 * Applies the numbered SQL files of migrations/, forward only, one transaction each. Several programs may start at once.
 */
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type pg from 'pg';
import { openPool } from './pool.ts';

const FOLDER = new URL('./migrations/', import.meta.url);

/** The database was made by a newer program; running on would risk its records. */
export class DatabaseNewerThanProgram extends Error {
  constructor(unknown: readonly string[]) {
    super(
      `The database was made by a newer version of this program (it has ${unknown.join(', ')}). ` +
        'Start that version, or restore the back-up made before the upgrade.',
    );
    this.name = 'DatabaseNewerThanProgram';
  }
}

/**
 * Brings the database to the newest migration. Answers the names of those applied now, in order.
 * Throws DatabaseNewerThanProgram, or the error of the migration that failed (its transaction is rolled back).
 */
export async function migrateToLatest(connection: pg.PoolConfig): Promise<readonly string[]> {
  const pool = openPool({ ...connection, max: 2 });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const migrations = await readMigrations();
    const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
    const unknown = (await appliedNames(db)).filter((name) => !(name in migrations));
    if (unknown.length > 0) throw new DatabaseNewerThanProgram(unknown);
    const { error, results } = await migrator.migrateToLatest();
    if (error) throw error;
    return (results ?? []).filter((result) => result.status === 'Success').map((result) => result.migrationName);
  } finally {
    await db.destroy();
  }
}

/**
 * Answers a question: which migrations a newer program has applied since, beside this one. Ask for it at the start: an
 * upgrade in place brings new files before the old program has gone.
 */
export async function watchForLaterMigrations(pool: pg.Pool): Promise<() => Promise<readonly string[]>> {
  const known = await migrationNames();
  return async () => {
    const { rows } = await pool.query<{ name: string }>(
      'select name from kysely_migration where name != all($1) order by name',
      [known],
    );
    return rows.map(({ name }) => name);
  };
}

async function readMigrations(): Promise<Record<string, Migration>> {
  const migrations: Record<string, Migration> = {};
  for (const name of await migrationNames()) {
    const text = await readFile(new URL(`${name}.sql`, FOLDER), 'utf8');
    migrations[name] = { up: async (db) => void (await sql.raw(text).execute(db)) };
  }
  return migrations;
}

/** Of this program, in order. */
async function migrationNames(): Promise<readonly string[]> {
  const files = (await readdir(fileURLToPath(FOLDER))).filter((file) => file.endsWith('.sql'));
  return files.map((file) => file.replace(/\.sql$/, '')).sort();
}

async function appliedNames(db: Kysely<unknown>): Promise<string[]> {
  const table = await sql<{ found: string | null }>`select to_regclass('kysely_migration')::text as found`.execute(db);
  if (!table.rows[0]?.found) return [];
  const names = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return names.rows.map((row) => row.name);
}

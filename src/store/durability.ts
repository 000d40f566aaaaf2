/**
 * Whether the server of the database keeps what it says is committed through a power cut. Reads its settings, changes none.
 */
import type pg from 'pg';

/** Each of them off makes PostgreSQL quicker and forgetful. */
const KEEPING = ['fsync', 'synchronous_commit', 'full_page_writes'] as const;

/** The settings that are off, as PostgreSQL names them; empty when committed is committed. */
export async function forgetfulSettings(pool: pg.Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select name from unnest($1::text[]) as name where current_setting(name) = 'off' order by name`,
    [KEEPING],
  );
  return rows.map(({ name }) => name);
}

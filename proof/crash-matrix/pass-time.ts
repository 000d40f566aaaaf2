/**
 * Lets time pass without waiting for it: every moment that the program wrote down about its work lies that much further back
 * afterwards, and the clocks of the sandboxes are that much further. A killed process keeps its account for 30 s and a create
 * without an answer is looked up after the waiting time; nobody wants to sit through that some thousand times.
 */
import pg from 'pg';
import type { ProofDatabase } from '../proof-databases.ts';
import type { Systems } from './company.ts';

/** What the program waits for stands in these. What it tells people of the past stays as it is. */
const TABLES = ['account_lease', 'intent', 'work_order', 'run', 'asperion_connection'];

export async function passTime({ connection }: ProofDatabase, systems: Systems, seconds: number): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const { rows } = await client.query<{ table_name: string; column_name: string }>(
      `select table_name, column_name from information_schema.columns
       where table_schema = 'public' and table_name = any($1) and data_type = 'timestamp with time zone'`,
      [TABLES],
    );
    for (const table of TABLES) {
      const columns = rows.filter((row) => row.table_name === table).map((row) => row.column_name);
      if (columns.length === 0) continue;
      const shifts = columns.map((column) => `${column} = ${column} - make_interval(secs => ${seconds})`);
      await client.query(`update ${table} set ${shifts.join(', ')}`);
    }
  } finally {
    await client.end();
  }
  systems.outsmart.control.clock.advance(seconds * 1_000);
  systems.asperion.control.clock.advance(seconds * 1_000);
}

// A PostgreSQL server that belongs to no installation, as an operator with several of them has one: every program that is
// given its address works in the same database. Gone after the test.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { AtEnd } from './installation.ts';
import { endAll, postmasterOf } from './processes.ts';
import { temporaryFolder } from './temporary-folder.ts';

const PROGRAM = fileURLToPath(new URL('../../src/store/embedded/hold-database.test-program.ts', import.meta.url));

export interface OwnDatabase {
  /** For KOPPELING_DATABASE_URL. */
  readonly url: string;
  /** Runs one statement as the operator who looks into it, and answers its rows. */
  query<Row extends pg.QueryResultRow>(statement: string): Promise<Row[]>;
}

/** Starts it, empty. */
export async function ownDatabase(atEnd: AtEnd): Promise<OwnDatabase> {
  const folder = await temporaryFolder();
  const dataDir = join(folder, 'data');
  const holder = spawn(process.execPath, [PROGRAM, dataDir], { stdio: ['pipe', 'pipe', 'inherit'] });
  atEnd(async () => {
    const socketFolder = postmasterOf(dataDir)?.socketFolder ?? '';
    holder.kill('SIGKILL');
    await endAll(dataDir);
    if (socketFolder !== '') rmSync(socketFolder, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  });
  const [line] = (await once(createInterface(holder.stdout), 'line')) as [string];
  const { connection } = JSON.parse(line) as {
    connection: { host: string; port: number; database: string; user: string };
  };
  const { host, port, database, user } = connection;
  const url = `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(host)}&port=${port}`;
  return {
    url,
    async query<Row extends pg.QueryResultRow>(statement: string) {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      try {
        return (await client.query<Row>(statement)).rows;
      } finally {
        await client.end();
      }
    },
  };
}

import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { addressOf } from '../tools/test/database-address.ts';
import { MayNotCreateDatabases, ProofDatabases } from './proof-databases.ts';
import { RealProgram } from './real-program.ts';

const PASSWORD = 'only-for-this-test';

describe('the proof on the PostgreSQL of an installation', () => {
  const { admin } = inject('postgres');
  const role = `proof_guest_${process.pid}`;
  let client: pg.Client;
  beforeAll(async () => {
    client = new pg.Client(admin);
    await client.connect();
    await client.query(`create role ${role} login password '${PASSWORD}'`);
  });
  afterAll(async () => {
    await client.query(`drop role ${role}`);
    await client.end();
  });

  const proofDatabases = async () => {
    const { rows } = await client.query<{ datname: string }>(
      "select datname from pg_database where datname like 'koppeling_proof_%'",
    );
    return rows.map(({ datname }) => datname);
  };

  test('is given by one command, as a document too, and exits with 0 when all is proved', async () => {
    const environment = { KOPPELING_DATABASE_URL: addressOf(admin, String(admin.database ?? 'postgres')) };
    const args = ['prove', '--points', '1', '--histories', '2', '--json'];
    const { exitCode, stdout, stderr } = await new RealProgram(args, environment, 300_000).end();
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ proved: true, failures: [], simulation: { histories: 2 } });
  }, 320_000);

  test('makes databases of its own and removes them, and no other', async () => {
    const before = await proofDatabases();
    const databases = await ProofDatabases.on(admin, { isThrowAway: true });
    const template = await databases.make();
    const copy = await databases.make(template);
    const made = (await proofDatabases()).filter((name) => !before.includes(name));
    expect(made).toEqual(expect.arrayContaining([template.name, copy.name]));
    await databases.close();
    const left = await proofDatabases();
    expect(left).not.toContain(template.name);
    expect(left).not.toContain(copy.name);
  });

  test('says what to do when the user may not make databases', async () => {
    const asGuest = new URL(addressOf(admin, String(admin.database ?? 'postgres')));
    asGuest.username = role;
    asGuest.password = PASSWORD;
    const databases = await ProofDatabases.on({ connectionString: asGuest.href });
    await expect(databases.make()).rejects.toThrow(MayNotCreateDatabases);
    await databases.close();
  });
});

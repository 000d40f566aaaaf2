/**
 * Databases for attacks, on a server that may hold more than these: each is made by us under a name of our own, and goes in
 * the end. Never looks into, or changes, a database that it did not make.
 */
import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface ProofDatabase {
  readonly name: string;
  /** For `new pg.Pool(...)`. */
  readonly connection: pg.ClientConfig;
}

/** The user may not make databases on this server. The message says what to do, in Dutch. */
export class MayNotCreateDatabases extends Error {
  override readonly name = 'MayNotCreateDatabases';
}

const INSUFFICIENT_PRIVILEGE = '42501';

export class ProofDatabases {
  readonly #server: pg.ClientConfig;
  readonly #client: pg.Client;
  readonly #prefix = `koppeling_proof_${randomBytes(4).toString('hex')}`;
  readonly #copying: string;
  readonly #made = new Set<string>();
  #last = 0;
  /** The server copies one database at a time; a second copy of the same one would be refused. */
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(server: pg.ClientConfig, client: pg.Client, copying: string) {
    this.#server = server;
    this.#client = client;
    this.#copying = copying;
  }

  /** `isThrowAway`: the server is ours alone, so that databases are copied in the way that is quick and burdens others. */
  static async on(server: pg.ClientConfig, { isThrowAway = false } = {}): Promise<ProofDatabases> {
    const client = new pg.Client(server);
    client.on('error', () => undefined);
    await client.connect();
    return new ProofDatabases(server, client, isThrowAway ? 'strategy file_copy' : '');
  }

  /** A new database: empty, or a copy of one of ours that nobody is connected to. Throws MayNotCreateDatabases. */
  async make(template: ProofDatabase | null = null): Promise<ProofDatabase> {
    this.#last += 1;
    const name = `${this.#prefix}_${this.#last}`;
    const from = template ? `template ${template.name} ${this.#copying}` : 'template template0';
    await this.#inTurn(`create database ${name} ${from}`).catch((error: unknown) => {
      if ((error as { code?: string }).code !== INSUFFICIENT_PRIVILEGE) throw error;
      throw new MayNotCreateDatabases(
        'De gebruiker van KOPPELING_DATABASE_URL mag geen databases maken, en het bewijs heeft een eigen database nodig. ' +
          'Laat de beheerder van PostgreSQL dit uitvoeren: ALTER ROLE gebruiker CREATEDB; of geef --temporary-postgres mee.',
        { cause: error },
      );
    });
    this.#made.add(name);
    return { name, connection: inDatabase(this.#server, name) };
  }

  async drop({ name }: ProofDatabase): Promise<void> {
    if (!this.#made.delete(name)) return;
    await this.#inTurn(`drop database if exists ${name} with (force)`);
  }

  /** Drops all that is left. */
  async close(): Promise<void> {
    for (const name of [...this.#made]) await this.drop({ name, connection: {} });
    await this.#client.end();
  }

  #inTurn(statement: string): Promise<unknown> {
    const done = this.#turn.catch(() => undefined).then(() => this.#client.query(statement));
    this.#turn = done.catch(() => undefined);
    return done;
  }
}

/** An address would win over a database name beside it. */
function inDatabase(server: pg.ClientConfig, name: string): pg.ClientConfig {
  if (!server.connectionString) return { ...server, database: name };
  const url = new URL(server.connectionString);
  url.pathname = `/${name}`;
  return { connectionString: url.href };
}

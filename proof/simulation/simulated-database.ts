/**
 * PostgreSQL as a history has it: the real one, but each statement waits for the scheduler, and between the first and the last
 * statement of a transaction no other connection gets a turn, as row locks would see to, until the server ends a transaction
 * whose process does nothing any more. Connections break and commits lose their answer on command. `clock_timestamp()` becomes
 * the simulated time.
 */
import type pg from 'pg';
import type { SeededRandom } from '#sandbox/demo/seeded-random.ts';
import type { Scheduler } from './scheduler.ts';
import type { SimulatedProcess } from './simulated-process.ts';

/** What the driver of the store asks of a connection. */
type Result = pg.QueryResult;

/** The database broke off a connection, as in a restart. */
export class ConnectionBroken extends Error {
  override readonly name = 'ConnectionBroken';
}

/** As the program asks of PostgreSQL (store/pool.ts): an open transaction of a frozen process lasts no longer. */
const IDLE_IN_TRANSACTION_MS_MAX = 30_000;

interface Connection {
  readonly process: SimulatedProcess;
  isInTransaction: boolean;
  isBroken: boolean;
}

interface Statement {
  readonly connection: Connection;
  readonly text: string;
  readonly values: readonly unknown[];
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

export class SimulatedDatabase {
  readonly #real: pg.PoolClient;
  readonly #scheduler: Scheduler;
  readonly #random: SeededRandom;
  /** Whose statement or transaction goes on; everybody else waits. */
  #turn: Connection | null = null;
  /** Of the one whose turn it is: asked, and not carried out yet. */
  #pending: Statement | null = null;
  readonly #waiting: Statement[] = [];
  /** Counts the statements that began; an open transaction did nothing since when it is still the same. */
  #moves = 0;
  /** Of a hundred statements so many break their connection. */
  troublePercent = 0;
  troubles = 0;
  /** Set when a work order or an intent may have changed; for whoever watches to reset. */
  isChanged = false;

  constructor(real: pg.PoolClient, scheduler: Scheduler, random: SeededRandom) {
    this.#real = real;
    this.#scheduler = scheduler;
    this.#random = random;
  }

  get isInTransaction(): boolean {
    return this.#turn?.isInTransaction ?? false;
  }

  /** The connections of one process, in the form that the store wants. */
  poolOf(process: SimulatedProcess): pg.Pool {
    const connect = async () => {
      const connection: Connection = { process, isInTransaction: false, isBroken: false };
      return {
        query: (text: string, values: readonly unknown[] = []) => this.#ask(connection, text, values),
        release: () => void this.#endTurn(connection),
      };
    };
    const pool = {
      options: {},
      ending: false,
      connect,
      async query(text: string, values?: readonly unknown[]): Promise<Result> {
        const client = await connect();
        try {
          return await client.query(text, values);
        } finally {
          client.release();
        }
      },
      end: async () => undefined,
    };
    return pool as unknown as pg.Pool;
  }

  /** Ends what a killed process left: a statement on its way may still be carried out, an open transaction is rolled back. */
  async cutOff(process: SimulatedProcess): Promise<void> {
    const connection = this.#turn;
    if (connection?.process !== process) return;
    const pending = this.#pending;
    this.#pending = null;
    if (pending && this.#random.chance(50)) await this.#execute(pending).catch(() => undefined);
    await this.#endTurn(connection);
  }

  #ask(connection: Connection, text: string, values: readonly unknown[]): Promise<Result> {
    if (connection.isBroken) return Promise.reject(new ConnectionBroken('the connection is gone'));
    const { kind } = knownText(text, values.length);
    if (kind === 'news') return Promise.resolve(NOTHING);
    connection.process.countOperation(this.#scheduler, text === 'commit' || kind === 'change');
    return new Promise((resolve, reject) => this.#line({ connection, text, values, resolve, reject }));
  }

  #line(statement: Statement): void {
    if (this.#turn === null || this.#turn === statement.connection) this.#begin(statement);
    else this.#waiting.push(statement);
  }

  #begin(statement: Statement): void {
    const { connection, text, values } = statement;
    this.#turn = connection;
    this.#pending = statement;
    this.#moves += 1;
    const name = `${connection.process.name}  sql ${knownText(text, values.length).shortened}`;
    this.#scheduler.after(this.#random.whole(0, 3), name, null, () => this.#carryOut(statement));
  }

  async #carryOut(statement: Statement): Promise<void> {
    const { connection, resolve, reject } = statement;
    const { process } = connection;
    if (this.#pending !== statement) return;
    // A frozen process had sent it already, or has still to do so.
    const pausedMs = process.pausedUntilMs - this.#scheduler.nowMs;
    if (pausedMs > 0 && this.#random.chance(50)) return this.#putOff(statement, pausedMs);
    this.#pending = null;
    const isTrouble = this.troublePercent > 0 && this.#random.chance(this.troublePercent);
    if (isTrouble) return this.#break(statement);
    const answer = await this.#execute(statement).then(
      (result) => () => resolve(result),
      (error: unknown) => () => reject(error),
    );
    this.#scheduler.deliver(process, answer);
    if (connection.isInTransaction) this.#watchIdle(connection);
    else await this.#endTurn(connection);
  }

  /** Until its process wakes. Only a transaction keeps others waiting for that long. */
  async #putOff(statement: Statement, pausedMs: number): Promise<void> {
    const { connection } = statement;
    const isLocking = connection.isInTransaction;
    this.#scheduler.after(pausedMs, '', null, () => {
      if (isLocking) return this.#carryOut(statement);
      return connection.process.isAlive ? this.#line(statement) : undefined;
    });
    if (isLocking) return this.#watchIdle(connection);
    this.#pending = null;
    await this.#endTurn(connection);
  }

  /** A transaction in which nothing happens any more is ended by the server, and its connection with it. */
  #watchIdle(connection: Connection): void {
    if (connection.process.pausedUntilMs <= this.#scheduler.nowMs) return;
    const move = this.#moves;
    this.#scheduler.after(IDLE_IN_TRANSACTION_MS_MAX, '', null, async () => {
      if (this.#turn !== connection || this.#moves !== move) return;
      const pending = this.#pending;
      this.#pending = null;
      connection.isBroken = true;
      await this.#endTurn(connection);
      if (pending) this.#scheduler.deliver(connection.process, () => pending.reject(lost()));
    });
  }

  /** The connection goes, before the statement was carried out or before its answer arrived. */
  async #break(statement: Statement): Promise<void> {
    const { connection, reject } = statement;
    this.troubles += 1;
    if (this.#random.chance(50)) await this.#execute(statement).catch(() => undefined);
    connection.isBroken = true;
    await this.#endTurn(connection);
    this.#scheduler.deliver(connection.process, () => reject(lost()));
  }

  async #execute({ connection, text, values }: Statement): Promise<Result> {
    const { kind, timed } = knownText(text, values.length);
    if (kind === 'change') this.isChanged = true;
    const all = timed.hasTime ? [...values, new Date(this.#scheduler.nowMs)] : [...values];
    // Under a name it is parsed and planned once for all histories.
    const named = timed.name === null ? {} : { name: timed.name };
    const result: Result = await this.#real.query({ ...named, text: timed.text, values: all });
    if (text === 'begin') connection.isInTransaction = true;
    if (text === 'commit' || text === 'rollback') connection.isInTransaction = false;
    return result;
  }

  /** To be waited for before the process hears of it: what it does then may end its turn too. */
  async #endTurn(connection: Connection): Promise<void> {
    if (this.#turn !== connection) return;
    if (connection.isInTransaction) await this.#real.query('rollback');
    connection.isInTransaction = false;
    this.#turn = null;
    this.#giveOn();
  }

  /** To the first in line; what a frozen process had sent may be carried out, and otherwise waits until it wakes. */
  #giveOn(): void {
    while (this.#turn === null) {
      const next = this.#waiting.shift();
      if (!next) return;
      const { process } = next.connection;
      if (process.isAlive) this.#begin(next);
    }
  }
}

function lost(): ConnectionBroken {
  return new ConnectionBroken('the connection was lost');
}

const CHANGES = /(insert into|update) "(work_order|intent)"/;
const NOTHING = { command: 'SELECT', rowCount: 0, oid: 0, fields: [], rows: [] } satisfies Result;

interface KnownText {
  /** `news`: tells listeners, of which a history has none. `change`: a work order or an intent may change by it. */
  readonly kind: 'news' | 'change' | 'other';
  readonly shortened: string;
  /** With the simulated time as its last parameter. */
  readonly timed: { readonly text: string; readonly hasTime: boolean; readonly name: string | null };
}

/** Statements are few and are seen by the thousands. */
const knownTexts = new Map<string, KnownText>();

function knownText(text: string, parameters: number): KnownText {
  const known = knownTexts.get(text);
  if (known) return known;
  const isNews = text.includes('pg_notify(');
  // A partial index is not recognised in a plan that is made without the values.
  const mayBeNamed = !/^(begin|commit|rollback)|on conflict \([^)]*\) where/.test(text);
  const made: KnownText = {
    kind: isNews ? 'news' : CHANGES.test(text) ? 'change' : 'other',
    shortened: shortened(text),
    timed: {
      text: text.replaceAll('clock_timestamp()', `$${parameters + 1}::timestamptz`),
      hasTime: text.includes('clock_timestamp()'),
      name: mayBeNamed ? `s${knownTexts.size}` : null,
    },
  };
  knownTexts.set(text, made);
  return made;
}

/** Enough of a statement to know it by. */
function shortened(text: string): string {
  const target = /(?:insert into|update|delete from|from) "?([a-z_]+)"?/.exec(text)?.[1];
  const verb = /^\s*([a-z_]+)/.exec(text)?.[1] ?? '?';
  const inner = [...text.matchAll(/(insert into|update) "([a-z_]+)"/g)].map(([, what, table]) => `${what} ${table}`);
  return inner.length > 0 ? inner.join(' + ') : `${verb}${target ? ` ${target}` : ''}`;
}

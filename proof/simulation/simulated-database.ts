/**
 * PostgreSQL as a history has it: the real one, but each statement waits for the scheduler, and between the first and the last
 * statement of a transaction no other process gets a turn, as row locks would see to. Connections break and commits lose their
 * answer on command. `clock_timestamp()` becomes the simulated time.
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

interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

interface Holder {
  readonly process: SimulatedProcess;
  isInTransaction: boolean;
  isBroken: boolean;
  pending: Statement | null;
}

interface Waiting {
  readonly process: SimulatedProcess;
  readonly give: () => void;
}

export class SimulatedDatabase {
  readonly #real: pg.PoolClient;
  readonly #scheduler: Scheduler;
  readonly #random: SeededRandom;
  #holder: Holder | null = null;
  readonly #waiting: Waiting[] = [];
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
    return this.#holder?.isInTransaction ?? false;
  }

  /** How long, at least, an open transaction stays open from now on; 0 when there is none. */
  get transactionGoesOnMs(): number {
    if (!this.#holder?.isInTransaction) return 0;
    return Math.max(1, this.#holder.process.pausedUntilMs - this.#scheduler.nowMs);
  }

  /** The connections of one process, in the form that the store wants. */
  poolOf(process: SimulatedProcess): pg.Pool {
    const connect = async () => this.#connect(process);
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
    const holder = this.#holder;
    if (holder?.process !== process) return;
    const { pending } = holder;
    holder.pending = null;
    if (pending && this.#random.chance(50)) await this.#execute(holder, pending).catch(() => undefined);
    await this.#release(holder);
  }

  async #connect(process: SimulatedProcess) {
    if (this.#holder) await new Promise<void>((resolve) => this.#waiting.push({ process, give: resolve }));
    const holder: Holder = { process, isInTransaction: false, isBroken: false, pending: null };
    this.#holder = holder;
    return {
      query: (text: string, values: readonly unknown[] = []) => this.#ask(holder, text, values),
      release: () => void this.#release(holder),
    };
  }

  #ask(holder: Holder, text: string, values: readonly unknown[]): Promise<Result> {
    if (holder.isBroken) return Promise.reject(new ConnectionBroken('the connection is gone'));
    if (knownText(text, values.length).kind === 'news') return Promise.resolve(NOTHING);
    const { process } = holder;
    return new Promise((resolve, reject) => {
      const statement: Statement = { text, values, resolve, reject };
      holder.pending = statement;
      process.countOperation(this.#scheduler, text === 'commit' || CHANGES.test(text));
      const name = `${process.name}  sql ${knownText(text, values.length).shortened}`;
      this.#scheduler.after(this.#random.whole(0, 3), name, null, () => this.#carryOut(holder, statement));
    });
  }

  async #carryOut(holder: Holder, statement: Statement): Promise<void> {
    const { process } = holder;
    if (holder.pending !== statement) return;
    const pausedMs = process.pausedUntilMs - this.#scheduler.nowMs;
    // A frozen process had sent it already, or has still to do so.
    if (pausedMs > 0 && this.#random.chance(50)) {
      this.#scheduler.after(pausedMs, '', null, () => this.#carryOut(holder, statement));
      return;
    }
    holder.pending = null;
    const isTrouble = this.troublePercent > 0 && this.#random.chance(this.troublePercent);
    if (isTrouble) return this.#break(holder, statement);
    try {
      const result = await this.#execute(holder, statement);
      this.#scheduler.deliver(process, () => statement.resolve(result));
    } catch (error) {
      this.#scheduler.deliver(process, () => statement.reject(error));
    }
  }

  /** The connection goes, before the statement was carried out or before its answer arrived. */
  async #break(holder: Holder, statement: Statement): Promise<void> {
    this.troubles += 1;
    if (this.#random.chance(50)) await this.#execute(holder, statement).catch(() => undefined);
    if (holder.isInTransaction) await this.#real.query('rollback');
    holder.isInTransaction = false;
    holder.isBroken = true;
    this.#scheduler.deliver(holder.process, () => statement.reject(new ConnectionBroken('the connection was lost')));
  }

  async #execute(holder: Holder, { text, values }: Statement): Promise<Result> {
    const { kind, timed } = knownText(text, values.length);
    if (kind === 'change') this.isChanged = true;
    const all = timed.hasTime ? [...values, new Date(this.#scheduler.nowMs)] : [...values];
    // Under a name it is parsed and planned once for all histories.
    const named = timed.name === null ? {} : { name: timed.name };
    const result: Result = await this.#real.query({ ...named, text: timed.text, values: all });
    if (text === 'begin') holder.isInTransaction = true;
    if (text === 'commit' || text === 'rollback') holder.isInTransaction = false;
    return result;
  }

  async #release(holder: Holder): Promise<void> {
    if (this.#holder !== holder) return;
    if (holder.isInTransaction) await this.#real.query('rollback');
    this.#holder = null;
    this.#giveOn();
  }

  /** To the first in line that can take it; one that is frozen asks again when it wakes. */
  #giveOn(): void {
    if (this.#holder) return;
    const { nowMs } = this.#scheduler;
    const next = this.#waiting.findIndex(({ process }) => process.isAlive && process.pausedUntilMs <= nowMs);
    const [taken] = next < 0 ? [] : this.#waiting.splice(next, 1);
    if (taken) {
      this.#reserveFor(taken);
      return;
    }
    const frozen = this.#waiting.find(({ process }) => process.isAlive);
    if (frozen) {
      const { process } = frozen;
      this.#scheduler.after(process.pausedUntilMs - nowMs, '', process, () => this.#giveOn());
    }
  }

  #reserveFor({ process, give }: Waiting): void {
    // Held from now on, so that nobody who asks in this very turn slips in between.
    this.#holder = { process, isInTransaction: false, isBroken: false, pending: null };
    give();
  }
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

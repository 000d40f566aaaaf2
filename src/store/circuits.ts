/**
 * A circuit breaker per foreign system and account, kept in the database since each run may be another process: a system that
 * does not answer an account is left alone by its automatic runs for a while, so that they take no time from others. And
 * the calls an account made lately. One whose circuit is open is tried by the first run after that, and by every person.
 */
import { sql } from 'kysely';
import type { FaultCode, ForeignSystem } from '../kernel/fault.ts';
import type { AccountId } from '../model/ids.ts';
import type { StoreParts } from './database.ts';

export interface OpenCircuit {
  readonly system: ForeignSystem;
  readonly until: Date;
}

export interface Circuits {
  /** The one that is open longest from now; null when both systems may be called. */
  open(): Promise<OpenCircuit | null>;
  /** A run ended because that system did not answer. */
  failed(system: ForeignSystem, code: FaultCode): Promise<void>;
  /** Both systems answered a whole run. */
  succeeded(): Promise<void>;
  /** Foreign calls of the runs that began since that moment. */
  callsSince(moment: Date): Promise<number>;
}

/** So many runs in a row; fewer may be chance. */
const FAILURES_MAX = 3;
const OPEN_MS = 30 * 60_000;
/** Nobody waits longer than this after a system is back. */
const OPEN_MS_MAX = 2 * 60 * 60_000;

export function circuitsOf({ guarded: db, clock }: StoreParts, accountId: AccountId): Circuits {
  return {
    async open() {
      const row = await db
        .selectFrom('circuit')
        .select(['system', 'open_until'])
        .where('account_id', '=', accountId)
        .where('open_until', '>', clock.now())
        .orderBy('open_until', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row?.open_until ? { system: row.system, until: row.open_until } : null;
    },
    async failed(system, code) {
      const now = clock.now();
      const beyond = sql<number>`circuit.failures + 1 - ${FAILURES_MAX}::integer`;
      const openMs = sql<number>`least(${OPEN_MS} * power(2, least(${beyond}, 10)), ${OPEN_MS_MAX})`;
      await db
        .insertInto('circuit')
        .values({ account_id: accountId, system, failures: 1, last_code: code, open_until: null })
        .onConflict((conflict) =>
          conflict.columns(['account_id', 'system']).doUpdateSet((eb) => ({
            failures: eb('circuit.failures', '+', 1),
            last_code: code,
            open_until: sql<Date | null>`case when ${beyond} < 0 then null
              else ${now}::timestamptz + make_interval(secs => ${openMs} / 1000) end`,
          })),
        )
        .execute();
    },
    async succeeded() {
      await db.deleteFrom('circuit').where('account_id', '=', accountId).execute();
    },
    async callsSince(moment) {
      const { calls } = await db
        .selectFrom('run')
        .where('account_id', '=', accountId)
        .where('started_at', '>=', moment)
        .select((eb) => eb.fn.sum<string | null>('calls').as('calls'))
        .executeTakeFirstOrThrow();
      return Number(calls ?? 0);
    },
  };
}

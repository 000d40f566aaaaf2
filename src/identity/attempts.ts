/**
 * Limits how often something may be tried, over all processes and restarts: counted in the database before it is tried, so
 * that many attempts at once do not slip through. Whom it is about is kept as a hash.
 */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Clock } from '../kernel/clock.ts';
import type { AuthDatabase } from './auth-tables.ts';

const MINUTE_MS = 60_000;

/** What is limited, how often, in what time. */
const LIMITS = {
  /** Signing in with one address, right or wrong; a right one ends the counting. */
  'sign-in': { timesMax: 10, withinMs: 15 * MINUTE_MS },
  /** Giving one's own password again for something that needs it. */
  password: { timesMax: 10, withinMs: 15 * MINUTE_MS },
  /** Mails to one address for a new password. */
  reset: { timesMax: 3, withinMs: 60 * MINUTE_MS },
} as const;

type What = keyof typeof LIMITS;

export interface Attempts {
  /** Counts one more; false when it was one too many. */
  take(what: What, who: string): Promise<boolean>;
  /** It went well: counting begins anew. */
  forget(what: What, who: string): Promise<void>;
}

export function attemptsOf(db: AuthDatabase, clock: Clock): Attempts {
  return {
    async take(what, who) {
      const { timesMax, withinMs } = LIMITS[what];
      const now = clock.now();
      const countedUntil = new Date(now.getTime() + withinMs);
      await db.deleteFrom('auth.attempt').where('counted_until', '<=', now).execute();
      const { times } = await db
        .insertInto('auth.attempt')
        .values({ subject: subjectOf(what, who), times: 1, counted_until: countedUntil })
        .onConflict((conflict) => conflict.column('subject').doUpdateSet({ times: sql`attempt.times + 1` }))
        .returning('times')
        .executeTakeFirstOrThrow();
      return times <= timesMax;
    },
    async forget(what, who) {
      await db.deleteFrom('auth.attempt').where('subject', '=', subjectOf(what, who)).execute();
    },
  };
}

function subjectOf(what: What, who: string): Buffer {
  return createHash('sha256').update(`${what}\n${who.trim().toLowerCase()}`).digest();
}

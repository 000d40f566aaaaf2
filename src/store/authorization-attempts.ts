/**
 * Begun authorizations at Asperion that wait for their callback. Whoever shows the state is the one that began; it serves once.
 */
import { createHash } from 'node:crypto';
import type { AccountId } from '../model/ids.ts';
import type { StoreParts } from './database.ts';

export interface AuthorizationSecrets {
  readonly codeVerifier: string;
  readonly redirectUri: string;
}

export interface NewAttempt {
  readonly secrets: AuthorizationSecrets;
  readonly startedBy: string;
  readonly lifetimeMs: number;
  /** The browser session that begins; null on the command line. */
  readonly sessionId: string | null;
}

export interface TakenAttempt {
  readonly accountId: AccountId;
  readonly startedBy: string;
  readonly secrets: AuthorizationSecrets;
  /** It was begun on the page, where the person wants to be back. */
  readonly isFromPage: boolean;
}

/** Somebody else's browser session began it: it stays for whoever did. */
export type TakeOutcome =
  | { readonly kind: 'taken'; readonly attempt: TakenAttempt }
  | { readonly kind: 'other-session' }
  | { readonly kind: 'unknown' };

export interface AttemptOutcome {
  readonly outcome: 'connected' | 'refused';
  readonly text: string | null;
}

export interface AuthorizationAttempts {
  /** With a session, only that browser session can use it. */
  begin(accountId: AccountId, state: string, attempt: NewAttempt): Promise<void>;
  /**
   * The attempt behind a state that is known, not expired and not used, when it is of this browser session or of the command
   * line; it is used from then on.
   */
  take(state: string, sessionId: string | null): Promise<TakeOutcome>;
  finish(accountId: AccountId, state: string, outcome: AttemptOutcome): Promise<void>;
  /** Null while the person has not answered. */
  outcome(accountId: AccountId, state: string): Promise<AttemptOutcome | null>;
}

const PURPOSE = 'authorization-attempt';

export function authorizationAttemptsOf({
  guarded: db,
  acrossAccounts,
  clock,
  sealer,
}: StoreParts): AuthorizationAttempts {
  const isWaiting = async (state: string, now: Date): Promise<boolean> => {
    const row = await acrossAccounts
      .selectFrom('authorization_attempt')
      .select('state_hash')
      .where('state_hash', '=', hash(state))
      .where('finished_at', 'is', null)
      .where('expires_at', '>', now)
      .executeTakeFirst();
    return row !== undefined;
  };
  return {
    async begin(accountId, state, { secrets, startedBy, lifetimeMs, sessionId }) {
      const now = clock.now();
      await db
        .insertInto('authorization_attempt')
        .values({
          state_hash: hash(state),
          account_id: accountId,
          secrets_sealed: await sealer.seal(PURPOSE, accountId, JSON.stringify(secrets)),
          started_by: startedBy,
          created_at: now,
          expires_at: new Date(now.getTime() + lifetimeMs),
          session_hash: sessionId === null ? null : hash(sessionId),
        })
        .execute();
    },
    async take(state, sessionId) {
      const now = clock.now();
      const ofSession = sessionId === null ? null : hash(sessionId);
      // The one look-up without an account: the callback of the browser brings nothing but the state, which is the key.
      const row = await acrossAccounts
        .updateTable('authorization_attempt')
        .set({ finished_at: now })
        .where('state_hash', '=', hash(state))
        .where('finished_at', 'is', null)
        .where('expires_at', '>', now)
        .where((eb) => eb.or([eb('session_hash', 'is', null), eb('session_hash', '=', ofSession)]))
        .returningAll()
        .executeTakeFirst();
      if (!row) return { kind: (await isWaiting(state, now)) ? 'other-session' : 'unknown' };
      const { account_id: accountId, started_by: startedBy } = row;
      const secrets = JSON.parse(await sealer.open(PURPOSE, accountId, row.secrets_sealed)) as AuthorizationSecrets;
      return { kind: 'taken', attempt: { accountId, startedBy, secrets, isFromPage: row.session_hash !== null } };
    },
    async finish(accountId, state, { outcome, text }) {
      await db
        .updateTable('authorization_attempt')
        .set({ outcome, outcome_text: text })
        .where('account_id', '=', accountId)
        .where('state_hash', '=', hash(state))
        .execute();
    },
    async outcome(accountId, state) {
      const row = await db
        .selectFrom('authorization_attempt')
        .select(['outcome', 'outcome_text'])
        .where('account_id', '=', accountId)
        .where('state_hash', '=', hash(state))
        .executeTakeFirst();
      return row?.outcome ? { outcome: row.outcome, text: row.outcome_text } : null;
    },
  };
}

function hash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

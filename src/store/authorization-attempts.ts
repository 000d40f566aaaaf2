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

export interface TakenAttempt {
  readonly accountId: AccountId;
  readonly startedBy: string;
  readonly secrets: AuthorizationSecrets;
}

export interface AttemptOutcome {
  readonly outcome: 'connected' | 'refused';
  readonly text: string | null;
}

export interface AuthorizationAttempts {
  begin(
    accountId: AccountId,
    state: string,
    secrets: AuthorizationSecrets,
    startedBy: string,
    lifetimeMs: number,
  ): Promise<void>;
  /** The attempt behind a state that is known, not expired and not used; it is used from then on. Else null. */
  take(state: string): Promise<TakenAttempt | null>;
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
  return {
    async begin(accountId, state, secrets, startedBy, lifetimeMs) {
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
        })
        .execute();
    },
    async take(state) {
      const now = clock.now();
      // The one look-up without an account: the callback of the browser brings nothing but the state, which is the key.
      const row = await acrossAccounts
        .updateTable('authorization_attempt')
        .set({ finished_at: now })
        .where('state_hash', '=', hash(state))
        .where('finished_at', 'is', null)
        .where('expires_at', '>', now)
        .returningAll()
        .executeTakeFirst();
      if (!row) return null;
      const secrets = JSON.parse(
        await sealer.open(PURPOSE, row.account_id, row.secrets_sealed),
      ) as AuthorizationSecrets;
      return { accountId: row.account_id, startedBy: row.started_by, secrets };
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

function hash(state: string): string {
  return createHash('sha256').update(state).digest('hex');
}

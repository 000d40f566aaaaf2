/**
 * Connects an account to Asperion through its own login and consent (C2), and takes the connection back (C3).
 */
import { isFault } from '../kernel/fault.ts';
import type { AccountId } from '../model/ids.ts';
import type { AttemptOutcome } from '../store/authorization-attempts.ts';
import type { AccountStore } from '../store/store.ts';
import { Refusal, type UseCaseParts } from './parts.ts';

/** How long a person may take to log in and consent. */
const ATTEMPT_LIFETIME_MS = 15 * 60_000;

export interface BegunConnection {
  /** Where the person's browser must go. */
  readonly url: string;
  readonly state: string;
}

/** Begins an authorization; its callback serves once, within fifteen minutes. */
export async function beginAsperionConnection(
  parts: UseCaseParts,
  account: AccountStore,
  startedBy: string,
): Promise<BegunConnection> {
  const { url, state, codeVerifier } = await parts.authorization.begin(parts.callbackUrl);
  await parts.store.attempts.begin(
    account.accountId,
    state,
    { codeVerifier, redirectUri: parts.callbackUrl },
    startedBy,
    ATTEMPT_LIFETIME_MS,
  );
  return { url: url.href, state };
}

/**
 * Handles what Asperion's browser redirect brought. Answers the account that is connected now. Refusals:
 * asperion.unknown-attempt for a state that nobody began, that is used or too old; asperion.not-allowed when the person
 * or Asperion said no.
 */
export async function finishAsperionConnection(parts: UseCaseParts, query: URLSearchParams): Promise<AccountId> {
  const state = query.get('state') ?? '';
  const attempt = state === '' ? null : await parts.store.attempts.take(state);
  if (!attempt) {
    throw new Refusal(
      'asperion.unknown-attempt',
      'Deze aanmelding is verlopen of al gebruikt. Begin opnieuw met verbinden.',
    );
  }
  const account = parts.store.forAccount(attempt.accountId);
  const callback = new URL(attempt.secrets.redirectUri);
  callback.search = query.toString();
  try {
    const tokens = await parts.authorization.finish(callback, { state, ...attempt.secrets });
    await account.tokens.save(tokens, attempt.startedBy);
    await parts.store.attempts.finish(attempt.accountId, state, { outcome: 'connected', text: null });
    return attempt.accountId;
  } catch (error) {
    const text = isFault(error) ? error.code : 'bug';
    await parts.store.attempts.finish(attempt.accountId, state, { outcome: 'refused', text });
    if (!isFault(error) || error.retry !== 'after-reconnect') throw error;
    throw new Refusal('asperion.not-allowed', 'Asperion gaf geen toestemming. Begin opnieuw en kies Toestaan.');
  }
}

/** What became of a begun connection; null while the person has not answered. */
export function asperionConnectionOutcome(
  parts: UseCaseParts,
  account: AccountStore,
  state: string,
): Promise<AttemptOutcome | null> {
  return parts.store.attempts.outcome(account.accountId, state);
}

/** Revokes the tokens at Asperion and forgets them. Forgets them also when Asperion cannot be reached. */
export async function disconnectAsperion(parts: UseCaseParts, account: AccountStore): Promise<{ isRevoked: boolean }> {
  const stored = await account.tokens.read().catch((error: unknown) => {
    if (isFault(error) && error.retry === 'after-reconnect') return null;
    throw error;
  });
  if (!stored) return { isRevoked: false };
  let isRevoked = true;
  try {
    await parts.authorization.revoke(stored.tokens);
  } catch (error) {
    if (!isFault(error)) throw error;
    isRevoked = false;
  }
  await account.tokens.forget();
  return { isRevoked };
}

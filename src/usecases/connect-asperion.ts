/**
 * Connects an account to Asperion through its own login and consent (C2), and takes the connection back (C3).
 */
import { isFault } from '../kernel/fault.ts';
import type { AccountId } from '../model/ids.ts';
import type { AttemptOutcome, TakenAttempt } from '../store/authorization-attempts.ts';
import type { AccountStore } from '../store/store.ts';
import type { UseCaseParts } from './parts.ts';
import { refusal } from './sentences-refusals.ts';

/** How long a person may take to log in and consent. */
const ATTEMPT_LIFETIME_MS = 15 * 60_000;

export interface BegunConnection {
  /** Where the person's browser must go. */
  readonly url: string;
  readonly state: string;
}

/**
 * Begins an authorization; its callback serves once, within fifteen minutes. With the id of a browser session it serves only
 * that session, and the browser comes back to the page; without one, on the command line, whichever browser is used.
 */
export async function beginAsperionConnection(
  parts: UseCaseParts,
  account: AccountStore,
  startedBy: string,
  sessionId: string | null = null,
): Promise<BegunConnection> {
  const { url, state, codeVerifier } = await parts.authorization.begin(parts.callbackUrl);
  await parts.store.attempts.begin(account.accountId, state, {
    secrets: { codeVerifier, redirectUri: parts.callbackUrl },
    startedBy,
    lifetimeMs: ATTEMPT_LIFETIME_MS,
    sessionId,
  });
  return { url: url.href, state };
}

export interface FinishedConnection {
  /** Null when nothing was connected. */
  readonly accountId: AccountId | null;
  /** It was begun on the page, which is where the browser goes back to. */
  readonly isFromPage: boolean;
  /**
   * Why it is not connected: a Refusal (asperion.unknown-attempt for a state that nobody began, that is used or too old;
   * asperion.other-session for one that another session began; asperion.not-allowed when the person or Asperion said no), a
   * Fault, or a bug. Null when it is.
   */
  readonly error: unknown;
}

/** Handles what Asperion's browser redirect brought to the browser with that session, if any. */
export async function finishAsperionConnection(
  parts: UseCaseParts,
  query: URLSearchParams,
  sessionId: string | null,
): Promise<FinishedConnection> {
  const state = query.get('state') ?? '';
  const taken = state === '' ? UNKNOWN : await parts.store.attempts.take(state, sessionId);
  if (taken.kind === 'other-session')
    return { accountId: null, isFromPage: true, error: refusal('asperion.other-session') };
  if (taken.kind === 'unknown')
    return { accountId: null, isFromPage: false, error: refusal('asperion.unknown-attempt') };
  const { accountId, isFromPage } = taken.attempt;
  try {
    await exchange(parts, state, taken.attempt, query);
    return { accountId, isFromPage, error: null };
  } catch (error) {
    return { accountId: null, isFromPage, error };
  }
}

const UNKNOWN = { kind: 'unknown' } as const;

/** Gets the tokens and stores them; what comes of it is remembered for whoever began. */
async function exchange(
  parts: UseCaseParts,
  state: string,
  { accountId, startedBy, secrets }: TakenAttempt,
  query: URLSearchParams,
): Promise<void> {
  const callback = new URL(secrets.redirectUri);
  callback.search = query.toString();
  try {
    const tokens = await parts.authorization.finish(callback, { state, ...secrets });
    await parts.store.forAccount(accountId).tokens.save(tokens, startedBy);
    await parts.store.attempts.finish(accountId, state, { outcome: 'connected', text: null });
  } catch (error) {
    const text = isFault(error) ? error.code : 'bug';
    await parts.store.attempts.finish(accountId, state, { outcome: 'refused', text });
    if (!isFault(error) || error.retry !== 'after-reconnect') throw error;
    throw refusal('asperion.not-allowed');
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

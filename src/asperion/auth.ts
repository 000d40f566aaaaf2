/**
 * Asperion's OAuth 2.0: the walk of a person through login and consent, and the renewal and end of what came of it.
 * The protocol is openid-client's work. Keeps nothing: where tokens rest is the TokenVault's business.
 */
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientSecretPost,
  Configuration,
  calculatePKCECodeChallenge,
  customFetch,
  randomPKCECodeVerifier,
  randomState,
  refreshTokenGrant,
  tokenRevocation,
} from 'openid-client';
import { Fault } from '../kernel/fault.ts';
import { type Outside, realOutside } from '../kernel/outside.ts';
import type { ConnectionTokens } from '../model/token-vault.ts';
import { type AsperionConnection, addressOf, assertPrivate, isLoopback } from './connection.ts';
import { faultOfIdentityError, type IdentityStep } from './identity-faults.ts';
import { identityFetch } from './identity-fetch.ts';

/** What a walk through login and consent must remember until the browser comes back. */
export interface AuthorizationAttempt {
  readonly state: string;
  readonly codeVerifier: string;
  readonly redirectUri: string;
}

/**
 * Begins a walk: send the person to `url`, and keep `state` and `codeVerifier` (a secret) for `finishAuthorization`.
 * `redirectUri` is where the browser comes back to, without a query of its own: what belongs to the walk is found by state.
 */
export async function beginAuthorization(
  connection: AsperionConnection,
  redirectUri: string,
): Promise<{ url: URL; state: string; codeVerifier: string }> {
  if (/[?#]/.test(redirectUri)) throw new Error('the address to come back to must have no query and no fragment');
  const state = randomState();
  const codeVerifier = randomPKCECodeVerifier();
  const url = buildAuthorizationUrl(configurationOf(connection, realOutside), {
    redirect_uri: redirectUri,
    state,
    code_challenge: await calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
    ...(connection.scopes.trim() === '' ? {} : { scope: connection.scopes.trim() }),
  });
  return { url, state, codeVerifier };
}

/**
 * Ends a walk: exchanges the code in the address that the browser came back to for tokens.
 * Only the query of `callbackUrl` counts, so that a proxy may have rewritten the rest.
 * Faults: asperion.not_connected (denied, another walk's state, code used or too old), asperion.client_refused,
 * asperion.rate_limited, asperion.unreachable, asperion.contract_broken.
 */
export async function finishAuthorization(
  connection: AsperionConnection,
  callbackUrl: URL,
  attempt: AuthorizationAttempt,
): Promise<ConnectionTokens> {
  if (callbackUrl.searchParams.get('state') !== attempt.state) {
    throw new Fault('asperion.not_connected', {
      retry: 'after-reconnect',
      system: 'asperion',
      messages: ['the answer belongs to another attempt to connect'],
    });
  }
  const address = new URL(attempt.redirectUri + callbackUrl.search);
  const grant = await atIdentity(connection, 'exchange', (configuration) =>
    authorizationCodeGrant(configuration, address, {
      expectedState: attempt.state,
      pkceCodeVerifier: attempt.codeVerifier,
    }),
  );
  if (grant.refresh_token === undefined) throw withoutRefreshToken(connection);
  return tokensOf(grant.access_token, grant.refresh_token, grant.expires_in);
}

/**
 * Renews the tokens. The refresh token in `current` is used up by this: store the answer before using it.
 * Faults: asperion.connection_ended (retry after-reconnect; the only one that ends the connection),
 * asperion.client_refused, asperion.rate_limited, asperion.unreachable, asperion.contract_broken (all retry later).
 */
export async function refreshTokens(
  connection: AsperionConnection,
  current: ConnectionTokens,
  outside: Way = realOutside,
): Promise<ConnectionTokens> {
  const grant = await atIdentity(
    connection,
    'refresh',
    (configuration) => refreshTokenGrant(configuration, current.refreshToken),
    outside,
  );
  // No new refresh token means the old one stays good (RFC 6749, section 6).
  return tokensOf(grant.access_token, grant.refresh_token ?? current.refreshToken, grant.expires_in, outside);
}

/**
 * Makes the tokens worthless at Asperion, the refresh token first. Tokens that are worthless already are no fault.
 * Faults: asperion.client_refused, asperion.rate_limited, asperion.unreachable.
 */
export async function revokeTokens(connection: AsperionConnection, tokens: ConnectionTokens): Promise<void> {
  await atIdentity(connection, 'revoke', (configuration) =>
    tokenRevocation(configuration, tokens.refreshToken, { token_type_hint: 'refresh_token' }),
  );
  await atIdentity(connection, 'revoke', (configuration) =>
    tokenRevocation(configuration, tokens.accessToken, { token_type_hint: 'access_token' }),
  );
}

/** How the identity server is reached, and by which clock a lifetime is counted. */
type Way = Pick<Outside, 'clock' | 'exchange'>;

async function atIdentity<T>(
  connection: AsperionConnection,
  step: IdentityStep,
  act: (configuration: Configuration) => Promise<T>,
  outside: Way = realOutside,
): Promise<T> {
  const path = step === 'revoke' ? connection.paths.revocation : connection.paths.token;
  try {
    return await act(configurationOf(connection, outside));
  } catch (error) {
    throw faultOfIdentityError(step, `POST ${path}`, error);
  }
}

/** No discovery: the three addresses are settings, so a server without a discovery document will do. */
function configurationOf(connection: AsperionConnection, { exchange }: Way): Configuration {
  const { identityUrl, paths, clientId, clientSecret, timeoutMs } = connection;
  assertPrivate(identityUrl);
  const configuration = new Configuration(
    {
      issuer: identityUrl.replace(/\/+$/, ''),
      authorization_endpoint: addressOf(identityUrl, paths.authorize).href,
      token_endpoint: addressOf(identityUrl, paths.token).href,
      revocation_endpoint: addressOf(identityUrl, paths.revocation).href,
    },
    clientId,
    {},
    ClientSecretPost(clientSecret),
  );
  configuration[customFetch] = identityFetch(timeoutMs, exchange);
  // The library's own deadline would fire first and hide whether the request was sent.
  configuration.timeout = 0;
  if (isLoopback(new URL(identityUrl))) allowInsecureRequests(configuration);
  return configuration;
}

/** @assumed The life of an access token that comes without `expires_in`: the identity server's usual one. */
const LIFETIME_UNTOLD_SECONDS = 3600;

function tokensOf(
  accessToken: string,
  refreshToken: string,
  expiresInSeconds: number | undefined,
  { clock }: Way = realOutside,
): ConnectionTokens {
  const lifetimeMs = (expiresInSeconds ?? LIFETIME_UNTOLD_SECONDS) * 1000;
  return { accessToken, refreshToken, expiresAt: new Date(clock.now().getTime() + lifetimeMs) };
}

/** Without one the connection would end within the hour. Mostly a scope that is missing (`offline_access`). */
function withoutRefreshToken(connection: AsperionConnection): Fault {
  return new Fault('asperion.contract_broken', {
    retry: 'never',
    system: 'asperion',
    call: `POST ${connection.paths.token}`,
    field: 'refresh_token',
    messages: [`no refresh token was given for the scopes "${connection.scopes}"`],
  });
}

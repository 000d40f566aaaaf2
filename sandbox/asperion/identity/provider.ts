// Sets up oidc-provider the way Asperion's identity server is assumed to work: code flow with optional PKCE, secrets
// by form or header, one-time refresh tokens, opaque access tokens. Must not know the API or the pages.
import type { JsonWebKey } from 'node:crypto';
import { errors, interactionPolicy, Provider } from 'oidc-provider';
import { html, page } from '../../kit/html.ts';
import type { AsperionStore } from '../books/asperion-store.ts';
import type { SandboxClient } from '../books/records.ts';
import type { AsperionSettings } from '../settings.ts';
import { adapterOver, type IdentityRecords } from './identity-records.ts';

export interface ProviderContext {
  readonly issuer: string;
  readonly store: AsperionStore;
  readonly settings: AsperionSettings;
  readonly records: IdentityRecords;
  readonly key: JsonWebKey;
}

const HOUR_SECONDS = 3600;
const LOOPBACK = /^http:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?(?:[/?]|$)/;

/** A provider for the scopes that the settings name now. All its state is in `records`, so it can be replaced. */
export function makeProvider(context: ProviderContext): Provider {
  const { issuer, store, settings, records, key } = context;
  const provider = new Provider(issuer, {
    adapter: (model) =>
      model === 'Client'
        ? { ...adapterOver(records, model), find: async (id) => clientMetadata(store.client(id)) }
        : adapterOver(records, model),
    jwks: { keys: [{ ...key, kty: 'RSA' }] },
    cookies: { keys: ['asperion-sandbox'] },
    scopes: settings.scopes,
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'] },
    routes: {
      authorization: '/connect/authorize',
      token: '/connect/token',
      revocation: '/connect/revocation',
      userinfo: '/connect/userinfo',
      jwks: '/.well-known/openid-configuration/jwks',
    },
    responseTypes: ['code'],
    clientAuthMethods: ['client_secret_basic', 'client_secret_post'],
    features: {
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      devInteractions: { enabled: false },
      revocation: { enabled: true, allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId },
      rpInitiatedLogout: { enabled: false },
    },
    interactions: { url: (_ctx, interaction) => `/login/${interaction.uid}`, policy: policyFor(settings) },
    pkce: { required: () => settings.pkceRequired },
    clientBasedCORS: () => false,
    findAccount: (_ctx, accountId) => accountOf(store, accountId),
    rotateRefreshToken: () => settings.rotateRefreshTokens,
    issueRefreshToken: (_ctx, _client, code) => code.scopes.has('offline_access'),
    expiresWithSession: () => false,
    allowOmittingSingleRegisteredRedirectUri: false,
    ttl: lifetimes(settings),
    renderError(ctx, out) {
      ctx.type = 'html';
      const what = html`<p class="notice bad"><strong>${out.error}</strong> ${out.error_description ?? ''}</p>`;
      ctx.body = page('Aanmelden bij Asperion is niet gelukt', what);
    },
  });
  acceptLoopback(provider, settings);
  provider.silent = true;
  return provider;
}

function clientMetadata(client: SandboxClient | undefined) {
  if (client === undefined) return undefined;
  return {
    client_id: client.clientId,
    client_secret: client.clientSecret,
    client_name: client.clientId,
    redirect_uris: client.redirectUris.length > 0 ? [...client.redirectUris] : ['http://127.0.0.1/callback'],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: 'client_secret_post',
  } as const satisfies Record<string, unknown>;
}

/** The usual login and consent, after a check that refuses scopes the server does not know. */
function policyFor(settings: AsperionSettings) {
  const policy = interactionPolicy.base();
  const known = new Set(settings.scopes);
  const check = new interactionPolicy.Check('scope_unknown', 'unknown scope', (ctx) => {
    // The query as sent: in its own parameters the provider has left out unknown scopes already.
    if (ctx.oidc.route !== 'authorization') return interactionPolicy.Check.NO_NEED_TO_PROMPT;
    const asked = String(ctx.query.scope ?? '');
    const unknown = asked.split(' ').filter((scope) => !known.has(scope));
    if (unknown.length > 0) throw new errors.InvalidScope('requested scope is unknown or missing', asked);
    return interactionPolicy.Check.NO_NEED_TO_PROMPT;
  });
  policy.get('login')?.checks.add(check, 0);
  return policy;
}

function accountOf(store: AsperionStore, accountId: string) {
  const user = store.user(accountId);
  if (user === undefined) return undefined;
  const claims = { sub: user.userName, name: user.profileName, preferred_username: user.userName };
  return { accountId: user.userName, claims: async () => claims };
}

/** A refresh needs its grant, so the life of the grant is the absolute life of its refresh tokens. */
function lifetimes(settings: AsperionSettings) {
  return {
    AccessToken: () => settings.accessTokenLifetimeSeconds,
    AuthorizationCode: () => settings.authorizationCodeLifetimeSeconds,
    IdToken: () => settings.accessTokenLifetimeSeconds,
    RefreshToken: () => settings.refreshTokenSlidingSeconds,
    Grant: () => settings.refreshTokenAbsoluteSeconds,
    Interaction: HOUR_SECONDS,
    Session: 12 * HOUR_SECONDS,
  };
}

function acceptLoopback(provider: Provider, settings: AsperionSettings): void {
  const { prototype } = provider.Client;
  const isRegistered = prototype.redirectUriAllowed;
  prototype.redirectUriAllowed = function redirectUriAllowed(uri: string): boolean {
    return (settings.anyLoopbackRedirect && LOOPBACK.test(uri)) || isRegistered.call(this, uri);
  };
}

// The identity server on its own port: kit hooks in front, sign-in pages, and oidc-provider for everything else. Also
// what the API and the operator need of it: finding, issuing and ending tokens. Must not know the API.
import type { ServerResponse } from 'node:http';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { KoaContextWithOIDC, Provider } from 'oidc-provider';
import { z } from 'zod';
import type { SandboxClock } from '../../kit/clock.ts';
import { FaultSwitches } from '../../kit/faults.ts';
import { hookServer, type Kit, type KitSettings } from '../../kit/hook-server.ts';
import { Journal } from '../../kit/journal.ts';
import type { Tables } from '../../kit/persistent-tables.ts';
import type { TokenHolder } from '../api/caller.ts';
import type { AsperionStore } from '../books/asperion-store.ts';
import type { AsperionSettings } from '../settings.ts';
import { IdentityRecords } from './identity-records.ts';
import { makeProvider } from './provider.ts';
import { addSignInRoutes } from './sign-in-routes.ts';
import { signingKey } from './signing-key.ts';

/** What a fresh connection consists of. */
export interface IssuedTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresInSeconds: number;
}

/** The running identity server. */
export interface IdentityServer {
  readonly url: string;
  readonly kit: Kit<KitSettings>;
  readonly records: IdentityRecords;
  findToken(accessToken: string): TokenHolder | undefined;
  /** A connection as if the user had consented just now. Throws for an unknown user or client. */
  issueTokens(userName: string, clientId: string): Promise<IssuedTokens>;
  close(): Promise<void>;
}

export interface IdentityOptions {
  readonly host: string;
  readonly port: number;
  readonly tables: Tables;
  readonly store: AsperionStore;
  readonly settings: AsperionSettings;
  readonly clock: SandboxClock;
}

/** Starts listening; the address is known only then, and tokens carry it. */
export async function startIdentityServer(options: IdentityOptions): Promise<IdentityServer> {
  const { tables, store, settings, clock } = options;
  const records = new IdentityRecords(tables, clock);
  const key = await signingKey(tables);
  const app = Fastify({ forceCloseConnections: true });
  const kit = identityKit(clock);
  const { noteOutcome } = hookServer(app, kit);
  const requests = new WeakMap<object, FastifyRequest>();

  let current: { scopes: string; provider: Provider; handle: ReturnType<Provider['callback']> } | undefined;
  const running = () => {
    const scopes = settings.scopes.join(' ');
    // A provider cannot change its scopes, but all its state lies outside it.
    if (current?.scopes !== scopes) {
      const provider = makeProvider({ issuer: url, store, settings, records, key });
      noteGrants(provider, (ctx, outcome) => {
        const request = requests.get(ctx.req);
        if (request !== undefined) noteOutcome(request, outcome);
      });
      current = { scopes, provider, handle: provider.callback() };
    }
    return current;
  };

  addSignInRoutes(app, { store, records, provider: () => running().provider });
  addProtocolRoutes(app, (request, response) => {
    requests.set(request.raw, request);
    request.raw.url = withDefaults(request.raw.url ?? '/', settings);
    return running().handle(request.raw, response);
  });
  const url = await app.listen({ host: options.host, port: options.port });

  return {
    url,
    kit,
    records,
    findToken: (accessToken) => holderOf(records, accessToken),
    issueTokens: (userName, clientId) => issueTokens(running().provider, { store, settings, userName, clientId }),
    close: () => app.close(),
  };
}

function identityKit(clock: SandboxClock): Kit<KitSettings> {
  return {
    clock,
    faults: new FaultSwitches(),
    journal: new Journal(),
    settings: { latencyMs: 0, lateVisibilityMs: 0 },
    settingsSchema: z.strictObject({ latencyMs: z.number().int().min(0).exactOptional() }),
    isApi: (path) => !path.startsWith('/_sandbox'),
    partyOf: () => '',
  };
}

type Handle = (request: FastifyRequest, response: ServerResponse) => Promise<void>;

/** Everything that has no page of its own goes to oidc-provider, body unread. */
function addProtocolRoutes(app: FastifyInstance, handle: Handle): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.all('/*', async (request, reply) => {
      reply.hijack();
      await handle(request, reply.raw);
    });
  });
}

/** Consent is asked for every time, and a request without scope gets the default one when there is one. */
function withDefaults(address: string, settings: AsperionSettings): string {
  const url = new URL(address, 'http://sandbox.example');
  if (url.pathname !== '/connect/authorize') return address;
  const { searchParams } = url;
  if (!searchParams.has('scope') && settings.defaultScope !== null) searchParams.set('scope', settings.defaultScope);
  if (!searchParams.has('prompt')) searchParams.set('prompt', 'consent');
  return `${url.pathname}${url.search}`;
}

function noteGrants(provider: Provider, note: (ctx: KoaContextWithOIDC, outcome: string) => void): void {
  const grantType = (ctx: KoaContextWithOIDC): string => String(ctx.oidc.params?.grant_type ?? '');
  provider.on('grant.success', (ctx) => note(ctx, grantType(ctx)));
  provider.on('grant.error', (ctx, error) => note(ctx, `${grantType(ctx)} ${error.message}`.trim()));
}

function holderOf(records: IdentityRecords, accessToken: string): TokenHolder | undefined {
  const payload = records.find('AccessToken', accessToken);
  if (payload?.accountId === undefined) return undefined;
  return { userName: payload.accountId, scopes: new Set(payload.scope?.split(' ')) };
}

interface IssueOrder {
  readonly store: AsperionStore;
  readonly settings: AsperionSettings;
  readonly userName: string;
  readonly clientId: string;
}

async function issueTokens(provider: Provider, order: IssueOrder): Promise<IssuedTokens> {
  const user = order.store.user(order.userName);
  if (user === undefined) throw new Error(`there is no user ${order.userName}`);
  const client = await provider.Client.find(order.clientId);
  if (client === undefined) throw new Error(`there is no client ${order.clientId}`);
  const accountId = user.userName;
  const scope = order.settings.scopes.join(' ');
  const grant = new provider.Grant({ accountId, clientId: order.clientId });
  grant.addOIDCScope(scope);
  const grantId = await grant.save();
  const properties = { client, accountId, grantId, gty: 'authorization_code', scope };
  const accessToken = new provider.AccessToken(properties);
  const refreshToken = new provider.RefreshToken(properties);
  return {
    accessToken: await accessToken.save(),
    refreshToken: await refreshToken.save(),
    expiresInSeconds: accessToken.expiration,
  };
}

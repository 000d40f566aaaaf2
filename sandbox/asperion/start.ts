// Starts the whole sandbox: the API with its pages on one port, the identity server on another, one state behind both.
// The only file that puts the parts together.
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { type Ask, askerOf } from '../kit/ask.ts';
import { SandboxClock } from '../kit/clock.ts';
import { FaultSwitches } from '../kit/faults.ts';
import { hookServer, type Kit } from '../kit/hook-server.ts';
import { Journal } from '../kit/journal.ts';
import { openTables } from '../kit/persistent-tables.ts';
import { addApiRoutes } from './api/api-routes.ts';
import { tenantHeader } from './api/caller.ts';
import { AsperionStore } from './books/asperion-store.ts';
import type { SandboxClient, SandboxUser } from './books/records.ts';
import { type AsperionControl, makeControl } from './control.ts';
import { type IdentityServer, startIdentityServer } from './identity/identity-server.ts';
import { addOperatorRoutes } from './operator/add-operator-routes.ts';
import { addPageRoutes } from './pages/page-routes.ts';
import { type AsperionSeed, applySeed } from './seed.ts';
import { type AsperionSettings, defaultSettings } from './settings.ts';
import { settingsSchema } from './settings-schema.ts';

export interface AsperionSandboxOptions {
  /** 0 or absent: any free port. */
  readonly port?: number;
  readonly identityPort?: number;
  readonly host?: '127.0.0.1';
  /** Where to keep state; null or absent: in memory. */
  readonly dataDir?: string | null;
  readonly latencyMs?: number;
  readonly lateVisibilityMs?: number;
  /** Added to the clients that are known; each start. */
  readonly clients?: readonly SandboxClient[];
  /** Added to the users that are known; each start. */
  readonly users?: readonly SandboxUser[];
  /** Applied only when there is no state yet. */
  readonly seed?: AsperionSeed;
  readonly settings?: Partial<AsperionSettings>;
  /** Real time unless given. */
  readonly clock?: SandboxClock;
}

export interface AsperionSandbox {
  /** Root of pages and operator routes. */
  readonly url: string;
  /** What a client takes as the API host; paths start with /v1. */
  readonly apiUrl: string;
  readonly identityUrl: string;
  readonly control: AsperionControl;
  /** The API without a network in between. */
  readonly ask: Ask;
  close(): Promise<void>;
}

/** What a sandbox knows when nobody says anything: one administration, one user, one client. */
const STANDARD_CLIENT: SandboxClient = {
  clientId: 'sandbox-client',
  clientSecret: 'sandbox-secret',
  redirectUris: [],
};
const STANDARD_SEED: AsperionSeed = {
  administrations: [{ id: 1, name: 'Installatiebedrijf De Vonk' }],
  users: [
    {
      userName: 'demo',
      password: 'demo',
      profileName: 'Demo Gebruiker',
      administrations: [1],
      defaultAdministration: 1,
    },
  ],
};

/** Starts both servers. Rejects when a port is taken or the state cannot be read. */
export async function startAsperionSandbox(options: AsperionSandboxOptions = {}): Promise<AsperionSandbox> {
  const host = options.host ?? '127.0.0.1';
  const { dataDir = null } = options;
  const tables = openTables(dataDir === null ? null : join(dataDir, 'asperion.jsonl'));
  const store = new AsperionStore(tables);
  const clock = options.clock ?? new SandboxClock();
  const settings = settingsFrom(options);
  fill(store, options, clock);
  const identity = await startIdentityServer({
    host,
    port: options.identityPort ?? 0,
    tables,
    store,
    settings,
    clock,
  });
  const { app, control } = apiServer(store, settings, clock, identity);
  const url = await app.listen({ host, port: options.port ?? 0 });
  return {
    url,
    apiUrl: url,
    identityUrl: identity.url,
    control,
    ask: askerOf(app),
    async close() {
      await Promise.all([app.close(), identity.close()]);
      tables.close();
    },
  };
}

function settingsFrom({ settings, latencyMs, lateVisibilityMs }: AsperionSandboxOptions): AsperionSettings {
  const all = { ...defaultSettings(), ...settings };
  return {
    ...all,
    latencyMs: latencyMs ?? all.latencyMs,
    lateVisibilityMs: lateVisibilityMs ?? all.lateVisibilityMs,
  };
}

function fill(store: AsperionStore, options: AsperionSandboxOptions, clock: SandboxClock): void {
  const isBare = options.users === undefined && options.seed === undefined;
  if (store.isEmpty) applySeed(store, options.seed ?? (isBare ? STANDARD_SEED : { administrations: [] }), clock.now());
  for (const user of options.users ?? []) store.putUser(user);
  for (const client of options.clients ?? []) store.putClient(client);
  if (store.clients().length === 0) store.putClient(STANDARD_CLIENT);
}

function apiServer(
  store: AsperionStore,
  settings: AsperionSettings,
  clock: SandboxClock,
  identity: IdentityServer,
): { app: FastifyInstance; control: AsperionControl } {
  const app = Fastify({
    forceCloseConnections: true,
    bodyLimit: 25 * 1024 * 1024,
    routerOptions: { caseSensitive: false, ignoreTrailingSlash: true },
  });
  const faults = new FaultSwitches();
  const journal = new Journal();
  const control = makeControl({ store, settings, clock, faults, journal, identity });
  const kit: Kit<AsperionSettings> = {
    clock,
    faults,
    journal,
    settings,
    settingsSchema,
    isApi: (path) => path.slice(0, 4).toLowerCase() === '/v1/',
    partyOf: (request) => tenantHeader(request, settings) ?? '',
  };
  hookServer(app, kit);
  addApiRoutes(app, { store, settings, clock, findToken: identity.findToken });
  addOperatorRoutes(app, control, identity.kit);
  addPageRoutes(app, store, control);
  return { app, control };
}

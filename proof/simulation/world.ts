/**
 * Everything one history plays in: a company, both systems, their bookkeeper and office, the database, and the processes of
 * the program, with nothing between them but the simulated network. Decides nothing about what happens.
 */
import type pg from 'pg';
import { type AsperionSandbox, startAsperionSandbox } from '#sandbox/asperion/start.ts';
import { type SeededRandom, seededRandom } from '#sandbox/demo/seeded-random.ts';
import { SandboxClock } from '#sandbox/kit/clock.ts';
import { type OutSmartSandbox, startOutSmartSandbox } from '#sandbox/outsmart/start.ts';
import { type AsperionConnection, DEFAULT_PATHS, DEFAULT_TENANT_HEADER } from '#src/asperion/connection.ts';
import { storeOver } from '#src/store/store.ts';
import { type Company, type Identity, openCompany } from './company.ts';
import { Ledger } from './ledger.ts';
import { plainSealer } from './plain-sealer.ts';
import { Scheduler } from './scheduler.ts';
import { SimulatedDatabase } from './simulated-database.ts';
import { SimulatedNetwork } from './simulated-network.ts';
import { Trace } from './trace.ts';
import { Weather } from './weather.ts';

const SOFTWARE_TOKEN = 'software0000000000000000000000000000000a';
const CLIENT = { clientId: 'simulation', clientSecret: 'simulation-secret', redirectUris: [] };
/** A Monday morning in winter. */
const START_MS = Date.parse('2026-03-02T07:00:00.000Z');

/** Connections to the one database that histories share; each history has companies of its own in it. */
export interface HistoryDatabase {
  /** For the program. */
  readonly program: pg.PoolClient;
  /** For whoever looks on. */
  readonly watching: pg.Pool;
  readonly connection: pg.PoolConfig;
}

export interface World {
  readonly random: SeededRandom;
  readonly trace: Trace;
  readonly scheduler: Scheduler;
  readonly weather: Weather;
  readonly database: SimulatedDatabase;
  readonly network: SimulatedNetwork;
  readonly ledger: Ledger;
  readonly asperion: AsperionSandbox;
  readonly outsmart: OutSmartSandbox;
  readonly softwareToken: string;
  readonly asperionConnection: AsperionConnection;
  readonly companies: readonly Company[];
  readonly historyDatabase: HistoryDatabase;
  close(): Promise<void>;
}

class HistoryClock extends SandboxClock {
  #scheduler: Scheduler;

  constructor(scheduler: Scheduler) {
    super();
    this.#scheduler = scheduler;
  }

  override now(): Date {
    return new Date(this.#scheduler.nowMs);
  }
}

/** Opens the world of one seed, with a company for each of these. */
export async function openWorld(
  seed: number,
  historyDatabase: HistoryDatabase,
  identities: readonly Identity[],
): Promise<World> {
  const streamOf = (name: string) => seededRandom(`${name} ${seed}`);
  const trace = new Trace(START_MS);
  const scheduler = new Scheduler(START_MS, trace);
  const clock = new HistoryClock(scheduler);
  const outsmart = await startOutSmartSandbox({
    accounts: identities.map(({ outsmartToken: token, officeUser: name }) => ({ token, name })),
    softwareTokens: [SOFTWARE_TOKEN],
    clock,
  });
  const asperion = await startAsperionSandbox(asperionOptions(clock, identities));
  const weather = new Weather(streamOf('weather'));
  const ledger = new Ledger(identities);
  const store = storeOver({
    ...{ connection: historyDatabase.connection, pool: historyDatabase.watching, sealer: plainSealer },
    clock: { now: () => new Date(scheduler.readMs()) },
  });
  const companies: Company[] = [];
  for (const identity of identities) companies.push(await openCompany({ store, asperion, scheduler }, identity));
  return {
    ...{ random: streamOf('people'), trace, scheduler, weather, ledger, asperion, outsmart, companies },
    database: new SimulatedDatabase(historyDatabase.program, scheduler, streamOf('database')),
    network: new SimulatedNetwork({
      ...{ scheduler, weather, random: streamOf('network'), asperion: placeOf(asperion), outsmart: placeOf(outsmart) },
      identityOrigin: new URL(asperion.identityUrl).origin,
      onWork: (work) => ledger.note(work),
    }),
    softwareToken: SOFTWARE_TOKEN,
    asperionConnection: connectionTo(asperion),
    historyDatabase,
    async close() {
      await Promise.all([asperion.close(), outsmart.close()]);
    },
  };
}

function placeOf({ apiUrl, ask }: Pick<AsperionSandbox, 'apiUrl' | 'ask'>) {
  return { origin: new URL(apiUrl).origin, ask };
}

function connectionTo({ apiUrl, identityUrl }: AsperionSandbox): AsperionConnection {
  return {
    ...{ apiUrl, identityUrl, clientId: CLIENT.clientId, clientSecret: CLIENT.clientSecret },
    scopes: 'openid profile offline_access asperion_api',
    tenantHeader: DEFAULT_TENANT_HEADER,
    ...{ pageSize: 200, concurrency: 4, timeoutMs: 30_000 },
    paths: DEFAULT_PATHS,
    target: { kind: 'draft-invoice' },
  };
}

function asperionOptions(clock: SandboxClock, identities: readonly Identity[]) {
  const users = identities.map(({ officeUser, administrations }) => ({
    ...{ userName: officeUser, password: officeUser, profileName: officeUser },
    ...{ administrations, defaultAdministration: administrations[1] },
  }));
  const administrations = [...new Set(identities.flatMap((identity) => identity.administrations))];
  return { clock, clients: [CLIENT], users, seed: { administrations: administrations.map(administrationSeed) } };
}

function administrationSeed(id: number) {
  return {
    id,
    name: `Administratie ${id}`,
    debtors: [
      { customerNumber: '10042', name: 'Bakkerij Blom' },
      { customerNumber: '10015', name: 'Vastgoed Meerzicht B.V.' },
    ],
    articles: [
      { code: 'KT-15', description: 'Knelkoppeling', salesPrice: 12.5, salesTypeId: '10' },
      { code: '001', description: 'Monteur', salesPrice: 62.5, salesTypeId: '20' },
    ],
    salesTypes: [
      { id: '10', description: 'Materiaal' },
      { id: '20', description: 'Uren' },
    ],
  };
}

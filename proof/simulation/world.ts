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
import type { AccountId } from '#src/model/ids.ts';
import { type AccountStore, type Store, storeOver } from '#src/store/store.ts';
import { Ledger } from './ledger.ts';
import { plainSealer } from './plain-sealer.ts';
import { Scheduler } from './scheduler.ts';
import { SimulatedDatabase } from './simulated-database.ts';
import { SimulatedNetwork } from './simulated-network.ts';
import { Trace } from './trace.ts';
import { Weather } from './weather.ts';

export const ADMINISTRATIONS = [101, 102] as const;
const OUTSMART_TOKEN = 'token00000000000000000000000000aa';
const SOFTWARE_TOKEN = 'software0000000000000000000000000000000a';
const CLIENT = { clientId: 'simulation', clientSecret: 'simulation-secret', redirectUris: [] };
const OFFICE = 'kantoor';
/** A Monday morning in winter. */
const START_MS = Date.parse('2026-03-02T07:00:00.000Z');

/** Connections to the one database that histories share; each history has a company of its own in it. */
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
  readonly outsmartToken: string;
  readonly softwareToken: string;
  /** The person whose books these are. */
  readonly officeUser: string;
  readonly asperionConnection: AsperionConnection;
  /** Out of reach of every fault, for people's decisions and for looking on. */
  readonly calmStore: Store;
  readonly calm: AccountStore;
  readonly accountId: AccountId;
  readonly historyDatabase: HistoryDatabase;
  /** As a person who connects, or connects again. */
  connectAsperion(): Promise<void>;
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

/** Opens the world of one seed. `makeCompany` gives it a company in the shared database. */
export async function openWorld(
  seed: number,
  historyDatabase: HistoryDatabase,
  makeCompany: (store: Store, outsmartToken: string) => Promise<AccountId>,
): Promise<World> {
  const streamOf = (name: string) => seededRandom(`${name} ${seed}`);
  const trace = new Trace(START_MS);
  const scheduler = new Scheduler(START_MS, trace);
  const clock = new HistoryClock(scheduler);
  const outsmart = await startOutSmartSandbox({
    accounts: [{ token: OUTSMART_TOKEN, name: 'Installatiebedrijf Simulatie' }],
    softwareTokens: [SOFTWARE_TOKEN],
    clock,
  });
  const asperion = await startAsperionSandbox(asperionOptions(clock));
  const weather = new Weather(streamOf('weather'));
  const ledger = new Ledger();
  const { connection } = historyDatabase;
  const calmStore = storeOver({
    ...{ connection, pool: historyDatabase.watching, sealer: plainSealer },
    clock: { now: () => new Date(scheduler.readMs()) },
  });
  const accountId = await makeCompany(calmStore, OUTSMART_TOKEN);
  const calm = calmStore.forAccount(accountId);
  const connectAsperion = async () => {
    const { accessToken, refreshToken } = await asperion.control.issueTokens(OFFICE);
    const expiresAt = new Date(scheduler.nowMs + 3_600_000);
    await calm.tokens.save({ accessToken, refreshToken, expiresAt }, OFFICE);
  };
  await connectAsperion();
  return {
    ...{
      random: streamOf('people'),
      trace,
      scheduler,
      weather,
      ledger,
      asperion,
      outsmart,
      calmStore,
      calm,
      accountId,
    },
    database: new SimulatedDatabase(historyDatabase.program, scheduler, streamOf('database')),
    network: new SimulatedNetwork({
      ...{ scheduler, weather, random: streamOf('network'), asperion: placeOf(asperion), outsmart: placeOf(outsmart) },
      identityOrigin: new URL(asperion.identityUrl).origin,
      onWork: (work) => ledger.note(work),
    }),
    outsmartToken: OUTSMART_TOKEN,
    softwareToken: SOFTWARE_TOKEN,
    officeUser: OFFICE,
    asperionConnection: connectionTo(asperion),
    historyDatabase,
    connectAsperion,
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

function asperionOptions(clock: SandboxClock) {
  const user = { userName: OFFICE, password: OFFICE, profileName: 'Kantoor' };
  const administrations = [...ADMINISTRATIONS];
  return {
    clock,
    clients: [CLIENT],
    users: [{ ...user, administrations, defaultAdministration: ADMINISTRATIONS[1] }],
    seed: { administrations: administrations.map(administrationSeed) },
  };
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

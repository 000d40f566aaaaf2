/**
 * The whole connector without a server, for tests: real store on PostgreSQL, both clients over real HTTP, both sandboxes.
 * Only tests import this.
 */
import type pg from 'pg';
import { type AsperionSandbox, startAsperionSandbox } from '#sandbox/asperion/start.ts';
import { type OutSmartSandbox, startOutSmartSandbox } from '#sandbox/outsmart/start.ts';
import { testDatabase } from '../../tools/test/test-database.ts';
import { beginAuthorization, finishAuthorization, revokeTokens } from '../asperion/auth.ts';
import { openAsperion } from '../asperion/client.ts';
import { type AsperionConnection, DEFAULT_PATHS, DEFAULT_TENANT_HEADER } from '../asperion/connection.ts';
import type { Clock } from '../kernel/clock.ts';
import { createLogger } from '../kernel/logger.ts';
import type { RunId } from '../model/ids.ts';
import { ASPERION_CONNECTOR } from '../model/licence.ts';
import type { SettingsInput } from '../model/settings.ts';
import { openOutSmart } from '../outsmart/client.ts';
import { openPool } from '../store/pool.ts';
import type { JobName } from '../store/records.ts';
import type { Run } from '../store/runs.ts';
import { type AccountStore, openStore, type Store } from '../store/store.ts';
import { createAccount } from '../usecases/accounts.ts';
import { confirmFirstExport } from '../usecases/confirm-first-export.ts';
import { connectOutSmart } from '../usecases/connect-outsmart.ts';
import { orderLicence } from '../usecases/licences.ts';
import type { UseCaseParts } from '../usecases/parts.ts';
import { saveSettings } from '../usecases/save-settings.ts';
import { runJob } from './run-job.ts';
import { startStrayingProxy } from './straying-proxy.test-kit.ts';

export const ADMINISTRATION = 101;
export const TOKEN = 'token00000000000000000000000000aa';
const SOFTWARE_TOKEN = 'software0000000000000000000000000000000a';
const CLIENT = { clientId: 'test-client', clientSecret: 'test-secret', redirectUris: [] };
const UNCERTAIN_WAIT_MS = 15 * 60_000;
/** No answer is late because the machine is busy; a test about late answers says how long it waits for them. */
const LONG_TIMEOUT_MS = 30_000;

/** A clock that goes on by itself and can be set forward. */
export class TestClock implements Clock {
  #offsetMs = 0;
  now(): Date {
    return new Date(Date.now() + this.#offsetMs);
  }
  advance(ms: number): void {
    this.#offsetMs += ms;
  }
}

export interface TestWorld {
  readonly outsmart: OutSmartSandbox;
  readonly asperion: AsperionSandbox;
  readonly store: Store;
  readonly account: AccountStore;
  readonly parts: UseCaseParts;
  readonly clock: TestClock;
  /** Of its database. */
  readonly connection: pg.PoolConfig;
  /** Parts of a second process on the same database: its own store and doors. */
  secondProcess(): UseCaseParts;
  save(settings: SettingsInput): Promise<void>;
  run(job: JobName, parts?: UseCaseParts): Promise<Run>;
  /** Takes the lease away from whoever holds it, as a pause longer than its life would. */
  loseLease(): Promise<void>;
  /** A process whose creates lose their tenant header on the way, and so land in the user's default administration. */
  withStrayingCreates(): Promise<{ run(): Promise<Run>; close(): Promise<void> }>;
  /** Lines of the log of one run, oldest first, as `result code subject`. */
  told(runId: RunId): Promise<string[]>;
  close(): Promise<void>;
}

/** Starts everything: one account with a licence, connected to both sides, with the settings of the worked examples. */
export async function startTestWorld(options: { readonly timeoutMs?: number } = {}): Promise<TestWorld> {
  const database = await testDatabase();
  const outsmart = await startOutSmartSandbox({
    accounts: [{ token: TOKEN, name: 'Test' }],
    softwareTokens: [SOFTWARE_TOKEN],
  });
  const asperion = await startAsperionSandbox({
    clients: [CLIENT],
    users: [
      {
        userName: 'kantoor',
        password: 'kantoor',
        profileName: 'Kantoor',
        administrations: [ADMINISTRATION, 102],
        defaultAdministration: 102,
      },
    ],
    seed: { administrations: [administrationSeed(ADMINISTRATION), administrationSeed(102)] },
  });
  const clock = new TestClock();
  const connection: AsperionConnection = {
    apiUrl: asperion.apiUrl,
    identityUrl: asperion.identityUrl,
    clientId: CLIENT.clientId,
    clientSecret: CLIENT.clientSecret,
    scopes: 'openid profile offline_access asperion_api',
    tenantHeader: DEFAULT_TENANT_HEADER,
    pageSize: 200,
    concurrency: 4,
    timeoutMs: options.timeoutMs ?? LONG_TIMEOUT_MS,
    paths: DEFAULT_PATHS,
    target: { kind: 'draft-invoice' },
  };
  const stores: Store[] = [];
  const makeParts = (holder: string, asperionConnection = connection): UseCaseParts => {
    const store = openStore({ connection: database.poolConfig, secretKey: new Uint8Array(32).fill(7), clock });
    stores.push(store);
    const outsmartWith = (token: string, signal?: AbortSignal) =>
      openOutSmart(
        {
          apiUrl: outsmart.apiUrl,
          softwareToken: SOFTWARE_TOKEN,
          bearer: null,
          token,
          timeoutMs: LONG_TIMEOUT_MS,
          listTimeoutMs: LONG_TIMEOUT_MS,
          concurrency: 4,
        },
        signal,
      );
    return {
      store,
      doors: {
        openFieldService: async (account, signal) =>
          outsmartWith((await account.connections.outsmartToken()) ?? '', signal),
        openAccounting: async (account, signal) => openAsperion(asperionConnection, account.tokens, { signal, clock }),
      },
      authorization: {
        begin: (redirectUri) => beginAuthorization(connection, redirectUri),
        finish: (callbackUrl, secrets) => finishAuthorization(connection, callbackUrl, secrets),
        revoke: (tokens) => revokeTokens(connection, tokens),
      },
      tryOutSmart: async (token) => outsmartWith(token),
      limits: { sendConcurrency: 4, uncertainWaitMs: UNCERTAIN_WAIT_MS, followEveryMs: 60 * 60_000, callsPerDay: null },
      clock,
      logger: createLogger('silent'),
      holder,
      callbackUrl: 'http://localhost:4800/oauth/asperion/callback',
      exportEveryMs: 15 * 60_000,
      trialDays: 30,
    };
  };
  const parts = makeParts('test-1');
  const { id } = await createAccount(parts, 'Installatiebedrijf Test');
  const account = parts.store.forAccount(id);
  await orderLicence(account, ASPERION_CONNECTOR, 'test');
  await connectOutSmart(parts, account, TOKEN);
  const { accessToken, refreshToken } = await asperion.control.issueTokens('kantoor');
  await account.tokens.save({ accessToken, refreshToken, expiresAt: new Date(Date.now() + 3_600_000) }, 'test');
  const save = async (settings: SettingsInput) => {
    await saveSettings(
      parts,
      account,
      { administrationId: ADMINISTRATION, exportOn: true, vatCode: '1', ...settings },
      { savedBy: 'test', basedOn: null, mayChangeAdministration: true },
    );
  };
  const run = async (job: JobName, by: UseCaseParts = parts): Promise<Run> => {
    const { run: asked } = await account.runs.ask(job, 'person', 'test');
    const end = await runJob(by, id, asked.id, { waitMs: 20_000, signal: new AbortController().signal });
    if (end.kind !== 'finished') throw new Error(`the run ended as ${end.kind}`);
    return end.run;
  };
  await save({});
  await confirmFirstExport(account, 'test', null);
  return {
    outsmart,
    asperion,
    store: parts.store,
    account,
    parts,
    clock,
    connection: database.poolConfig,
    secondProcess: () => makeParts(`test-${stores.length + 1}`),
    save,
    run,
    async loseLease() {
      const pool = openPool({ ...database.poolConfig, max: 1 });
      await pool.query(
        'update account_lease set fence = fence + 1, expires_at = clock_timestamp() where account_id = $1',
        [id],
      );
      await pool.end();
    },
    async withStrayingCreates() {
      const proxy = await startStrayingProxy(asperion.apiUrl);
      const strayParts = makeParts('stray', { ...connection, apiUrl: proxy.url });
      return { run: () => run('export', strayParts), close: proxy.close };
    },
    async told(runId) {
      const lines = await account.log.read({ runId, limit: 1_000 });
      return lines.toReversed().map((line) => `${line.result} ${line.code ?? '-'} ${line.subjectKey}`);
    },
    async close() {
      for (const store of stores) await store.close();
      await Promise.all([outsmart.close(), asperion.close(), database.drop()]);
    },
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

/** A complete work order that can go; overrides are wire fields. */
export function workOrder(number: string, fields: Record<string, unknown> = {}) {
  return {
    OrderNr: number,
    status: 'Compleet',
    WorkStatus: '1',
    Archived: '0',
    CustomerName: 'Bakkerij Blom',
    CustomerDebtorNr: '10042',
    CustomerDebtorNrInvoice: '10042',
    Materials: [
      {
        MaterialCode: 'KT-15',
        MaterialName: 'Knelkoppeling 15 mm',
        MaterialNr: '4.00',
        MaterialUnit: 'st',
        MaterialPrice: '12.50',
      },
    ],
    Workperiods: [
      { TotalTime: '02:10', HourType: '001', WorkDate: '11-06-2025', BeginTime: '08:10', EndTime: '10:20', Break: '0' },
    ],
    ...fields,
  };
}

/** A complete work order with one material and nothing else, so that its amount is easy to follow. */
export function withMaterial(number: string, code: string, quantity: string, price: string, fields = {}) {
  const material = { MaterialCode: code, MaterialName: 'Vulkraan', MaterialNr: quantity, MaterialPrice: price };
  return workOrder(number, { Workperiods: [], Materials: [{ ...material, MaterialUnit: 'st' }], ...fields });
}

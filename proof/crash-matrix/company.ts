/**
 * The company that is attacked: its records in both sandboxes, its work orders, and its account in a database from which each
 * cell takes a copy. Everything that an export can create is created: a debtor, an article, invoices. All of it is invented.
 */
import { type AsperionSandbox, startAsperionSandbox } from '#sandbox/asperion/start.ts';
import { type OutSmartSandbox, startOutSmartSandbox } from '#sandbox/outsmart/start.ts';
import { openAsperion } from '#src/asperion/client.ts';
import { DEFAULT_PATHS, DEFAULT_TENANT_HEADER } from '#src/asperion/connection.ts';
import { systemClock } from '#src/kernel/clock.ts';
import { createLogger } from '#src/kernel/logger.ts';
import type { AccountId } from '#src/model/ids.ts';
import { ASPERION_CONNECTOR } from '#src/model/licence.ts';
import { openOutSmart } from '#src/outsmart/client.ts';
import { openQueue } from '#src/queue/queue.ts';
import { migrateToLatest } from '#src/store/migrate.ts';
import { type AccountStore, openStore, type Store } from '#src/store/store.ts';
import { createAccount } from '#src/usecases/accounts.ts';
import { confirmFirstExport } from '#src/usecases/confirm-first-export.ts';
import { connectOutSmart } from '#src/usecases/connect-outsmart.ts';
import { orderLicence } from '#src/usecases/licences.ts';
import type { UseCaseParts } from '#src/usecases/parts.ts';
import { saveSettings } from '#src/usecases/save-settings.ts';
import type { ProofDatabase, ProofDatabases } from '../proof-databases.ts';

export const ADMINISTRATION = 101;
export const OUTSMART_TOKEN = 'bewijs00000000000000000000000001';
const SECRET_KEY = '5c'.repeat(32);
const SOFTWARE_TOKEN = '7b1f0c2d3e4a5968778695a4b3c2d1e0f1a2b3c4';
const CLIENT = { clientId: 'proof-client', clientSecret: 'proof-secret', redirectUris: [] };
const USER_NAME = 'kantoor';
const TOKEN_LIFE_MS = 3_600_000;
const EXPORT_EVERY_MS = 15 * 60_000;

export const NEW_DEBTOR = '10777';
export const NEW_ARTICLE = 'VK-20';

export interface Systems {
  readonly outsmart: OutSmartSandbox;
  readonly asperion: AsperionSandbox;
}

/** Both sandboxes on free ports, in memory, with the company's records and no work orders. */
export async function startSystems(): Promise<Systems> {
  const outsmart = await startOutSmartSandbox({
    accounts: [{ token: OUTSMART_TOKEN, name: 'Installatiebedrijf Proef' }],
    softwareTokens: [SOFTWARE_TOKEN],
  });
  const asperion = await startAsperionSandbox({
    clients: [CLIENT],
    users: [user()],
    seed: { administrations: [books()] },
  });
  return { outsmart, asperion };
}

/** Where a program finds the systems: their own addresses, or those of wires before them. */
export interface Addresses {
  readonly outsmartUrl: string;
  readonly asperionUrl: string;
  readonly identityUrl: string;
}

function addressesOf({ outsmart, asperion }: Systems): Addresses {
  return { outsmartUrl: outsmart.apiUrl, asperionUrl: asperion.apiUrl, identityUrl: asperion.identityUrl };
}

/** What tells the program where the systems are, and lets it in. */
export function systemsEnvironment(addresses: Addresses): Record<string, string> {
  return {
    KOPPELING_OUTSMART_URL: addresses.outsmartUrl,
    KOPPELING_OUTSMART_SOFTWARE_TOKEN: SOFTWARE_TOKEN,
    KOPPELING_ASPERION_API_URL: addresses.asperionUrl,
    KOPPELING_ASPERION_IDENTITY_URL: addresses.identityUrl,
    KOPPELING_ASPERION_CLIENT_ID: CLIENT.clientId,
    KOPPELING_ASPERION_CLIENT_SECRET: CLIENT.clientSecret,
    KOPPELING_SECRET_KEY: SECRET_KEY,
  };
}

/** The work orders of one cell: a plain one, one for a new debtor with a new article, and one with that article again. */
export function giveWorkOrders({ outsmart }: Systems): readonly string[] {
  const newcomer = {
    CustomerDebtorNr: NEW_DEBTOR,
    CustomerDebtorNrInvoice: '',
    CustomerName: 'VvE Kade 7',
    CustomerStreet: 'Kade',
    CustomerStreetNo: '7',
  };
  const workOrders = [
    workOrder('W1', [material('KT-15')]),
    workOrder('W2', [material(NEW_ARTICLE)], newcomer),
    workOrder('W3', [material('KT-15'), material(NEW_ARTICLE)]),
  ];
  return outsmart.control.seed(OUTSMART_TOKEN, { workOrders: workOrders as never });
}

/** How long the program waits for an answer, and before it looks what became of a call without one. */
export interface Patience {
  readonly timeoutMs: number;
  readonly uncertainWaitMs: number;
}

export interface PreparedCompany {
  readonly accountId: AccountId;
  /** To be copied; nobody is connected to it. */
  readonly template: ProofDatabase;
}

/** Makes the account, connects both sides, saves settings and confirms the first export, as a person would. */
export async function prepareCompany(databases: ProofDatabases): Promise<PreparedCompany> {
  const template = await databases.make();
  await migrateToLatest(template.connection);
  const systems = await startSystems();
  const store = openCompanyStore(template);
  try {
    const parts = partsOf(store, addressesOf(systems));
    const { id } = await createAccount(parts, 'Installatiebedrijf Proef');
    const account = store.forAccount(id);
    await orderLicence(account, ASPERION_CONNECTOR, 'proof');
    await connectOutSmart(parts, account, OUTSMART_TOKEN);
    await giveTokens(systems, account);
    await saveSettings(parts, account, SETTINGS, { savedBy: 'proof', basedOn: null, mayChangeAdministration: true });
    await confirmFirstExport(account, 'proof', null);
    // The queue makes its tables at the first start; copies have them then.
    const queue = await openQueue({
      store,
      connection: template.connection,
      logger: parts.logger,
      everyMs: EXPORT_EVERY_MS,
    });
    await queue.stop(0);
    return { accountId: id, template };
  } finally {
    await store.close();
    await Promise.all([systems.outsmart.close(), systems.asperion.close()]);
  }
}

/** The company's store in one database, for the attack's own look and hand. */
export function openCompanyStore({ connection }: ProofDatabase): Store {
  return openStore({ connection, secretKey: Buffer.from(SECRET_KEY, 'hex'), clock: systemClock, connectionsMax: 2 });
}

/** Connects the account to this sandbox of Asperion, which knows no tokens of another. */
export async function giveTokens({ asperion }: Systems, account: AccountStore): Promise<void> {
  const { accessToken, refreshToken } = await asperion.control.issueTokens(USER_NAME);
  await account.tokens.save({ accessToken, refreshToken, expiresAt: new Date(Date.now() + TOKEN_LIFE_MS) }, 'proof');
}

const SETTINGS = {
  administrationId: ADMINISTRATION,
  exportOn: true,
  vatCode: '1',
  createRelations: true,
  debtorKindId: '1',
  paymentConditionId: 1,
  createMaterials: true,
  salesTypeId: '10',
} as const;

/** The program's own parts, as src/main.ts puts them together, in this process. */
export function partsOf(
  store: Store,
  { outsmartUrl, asperionUrl, identityUrl }: Addresses,
  { timeoutMs, uncertainWaitMs }: Patience = { timeoutMs: 10_000, uncertainWaitMs: EXPORT_EVERY_MS },
): UseCaseParts {
  const tryOutSmart = async (token: string) =>
    openOutSmart({
      apiUrl: outsmartUrl,
      softwareToken: SOFTWARE_TOKEN,
      bearer: null,
      token,
      timeoutMs,
      listTimeoutMs: 10_000,
      concurrency: 4,
    });
  const connection = {
    apiUrl: asperionUrl,
    identityUrl,
    clientId: CLIENT.clientId,
    clientSecret: CLIENT.clientSecret,
    scopes: 'openid profile offline_access asperion_api',
    tenantHeader: DEFAULT_TENANT_HEADER,
    pageSize: 200,
    concurrency: 4,
    timeoutMs,
    paths: DEFAULT_PATHS,
    target: { kind: 'draft-invoice' as const },
  };
  const nobodyLogsIn = async (): Promise<never> => {
    throw new Error('Nobody logs in here: the sandbox gives tokens without.');
  };
  return {
    store,
    doors: {
      openFieldService: async (account) => tryOutSmart((await account.connections.outsmartToken()) ?? ''),
      openAccounting: async (account, signal) => openAsperion(connection, account.tokens, { signal }),
    },
    authorization: { begin: nobodyLogsIn, finish: nobodyLogsIn, revoke: nobodyLogsIn },
    tryOutSmart,
    limits: { sendConcurrency: 4, uncertainWaitMs, followEveryMs: EXPORT_EVERY_MS, callsPerDay: null },
    clock: systemClock,
    logger: createLogger('silent'),
    holder: `proof:${process.pid}`,
    callbackUrl: 'http://localhost/oauth/asperion/callback',
    exportEveryMs: EXPORT_EVERY_MS,
    trialDays: 30,
  };
}

function user() {
  const administrations = [ADMINISTRATION];
  const access = { administrations, defaultAdministration: ADMINISTRATION };
  return { userName: USER_NAME, password: 'kantoor', profileName: 'Kantoor', ...access };
}

function books() {
  return {
    id: ADMINISTRATION,
    name: 'Installatiebedrijf Proef',
    debtors: [{ customerNumber: '10042', name: 'Bakkerij Blom' }],
    articles: [
      { code: 'KT-15', description: 'Knelkoppeling 15 mm', salesPrice: 12.5, salesTypeId: '10' },
      { code: '001', description: 'Monteur', salesPrice: 62.5, salesTypeId: '20' },
    ],
    salesTypes: [
      { id: '10', description: 'Materiaal' },
      { id: '20', description: 'Uren' },
    ],
  };
}

function workOrder(number: string, materials: readonly object[], fields: object = {}) {
  return {
    OrderNr: number,
    status: 'Compleet',
    WorkStatus: '1',
    Archived: '0',
    CustomerName: 'Bakkerij Blom',
    CustomerDebtorNr: '10042',
    CustomerDebtorNrInvoice: '10042',
    Materials: materials,
    Workperiods: [
      { TotalTime: '02:10', HourType: '001', WorkDate: '11-06-2025', BeginTime: '08:10', EndTime: '10:20', Break: '0' },
    ],
    ...fields,
  };
}

function material(code: string) {
  return {
    MaterialCode: code,
    MaterialName: `Artikel ${code}`,
    MaterialNr: '4.00',
    MaterialUnit: 'st',
    MaterialPrice: '12.50',
  };
}

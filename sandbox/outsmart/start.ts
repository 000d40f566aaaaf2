// Wires the OutSmart sandbox together: tables, accounts, API, pages and operator on one Fastify server.

import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { type Ask, askerOf } from '../kit/ask.ts';
import { SandboxClock } from '../kit/clock.ts';
import { FaultSwitches } from '../kit/faults.ts';
import { hookServer } from '../kit/hook-server.ts';
import { Journal } from '../kit/journal.ts';
import { openTables } from '../kit/persistent-tables.ts';
import { apiRoutes } from './api/api-routes.ts';
import { mailPdfPath, mailPdfRoute } from './api/mail-pdf-route.ts';
import { type PhpQuery, parsePhpQuery, singleValue } from './api/php-query.ts';
import { OutSmartControl } from './control.ts';
import { dutchTimestamp } from './dutch-time.ts';
import { officeRoutes } from './office/office-routes.ts';
import { operatorRoutes } from './operator-routes.ts';
import { AccountBook, type NewAccount } from './records/account-book.ts';
import { type OutSmartSeed, seedAccounts } from './seed.ts';
import { type OutSmartSettings, outSmartSettings, outSmartSettingsSchema } from './settings.ts';

/** The account that is there when none is asked for. */
export const defaultAccount: NewAccount = {
  token: '0123456789abcdef0123456789abcdef',
  name: 'Installatiebedrijf Waterkant',
};
/** The software token that is known when none is given. */
export const defaultSoftwareToken = 'a1b2c3d4e5f60718293a4b5c6d7e8f9001122334';

export interface OutSmartSandboxOptions {
  /** 0, the default, takes a free port. */
  port?: number | undefined;
  host?: string | undefined;
  /** Folder in which records are kept; null, the default, keeps them in memory only. */
  dataDir?: string | null | undefined;
  latencyMs?: number | undefined;
  lateVisibilityMs?: number | undefined;
  /** Further settings; see settings.ts. */
  settings?: Partial<OutSmartSettings> | undefined;
  accounts?: NewAccount[] | undefined;
  softwareTokens?: string[] | undefined;
  /** Put in only when there was no account yet, so that a restart does not undo what happened. */
  seed?: OutSmartSeed | undefined;
  /** Real time unless given. */
  clock?: SandboxClock | undefined;
}

export interface OutSmartSandbox {
  /** Without a slash at the end. */
  url: string;
  /** The base of the Open API: url + "/openapi/8". */
  apiUrl: string;
  control: OutSmartControl;
  /** The API without a network in between. */
  ask: Ask;
  /** Cuts all connections and releases the data folder. */
  close(): Promise<void>;
}

/** Starts a sandbox and resolves when it listens. Rejects when the port is taken or the data folder is unreadable. */
export async function startOutSmartSandbox(options: OutSmartSandboxOptions = {}): Promise<OutSmartSandbox> {
  const host = options.host ?? '127.0.0.1';
  const clock = options.clock ?? new SandboxClock();
  const faults = new FaultSwitches();
  const journal = new Journal();
  const { latencyMs = 0, lateVisibilityMs = 0 } = options;
  const settings = outSmartSettings({ latencyMs, lateVisibilityMs, ...options.settings });
  const tables = openTables(options.dataDir ? join(options.dataDir, 'outsmart.jsonl') : null);
  let url = '';
  const accounts = new AccountBook(tables, () => url);
  const control = new OutSmartControl({ accounts, faults, journal, clock, settings });
  tables.together(() => fillAccounts(accounts, options, dutchTimestamp(clock.now())));

  const app = fastify();
  const settingsSchema = outSmartSettingsSchema;
  const hooked = hookServer(app, { clock, faults, journal, settings, settingsSchema, isApi, partyOf });
  const softwareTokens = new Set(options.softwareTokens ?? [defaultSoftwareToken]);
  apiRoutes(app, { accounts, softwareTokens, clock, settings, hooked });
  mailPdfRoute(app, accounts);
  operatorRoutes(app, control);
  officeRoutes(app, accounts, control);

  const close = async (): Promise<void> => {
    await app.close();
    tables.close();
  };
  try {
    await app.listen({ port: options.port ?? 0, host });
  } catch (error) {
    await close();
    throw error;
  }
  url = `http://${host}:${(app.server.address() as AddressInfo).port}`;
  return { url, apiUrl: `${url}/openapi/8`, control, ask: askerOf(app), close };
}

/** Tokens stand in the addresses of pages, and some packages have long ones. */
const tokenLengthMax = 1_000;

function fastify(): FastifyInstance {
  return Fastify({
    forceCloseConnections: true,
    routerOptions: { querystringParser: parsePhpQuery, maxParamLength: tokenLengthMax },
  });
}

function fillAccounts(accounts: AccountBook, options: OutSmartSandboxOptions, timestamp: string): void {
  const isFresh = accounts.all().length === 0;
  for (const account of options.accounts ?? []) accounts.add(account);
  if (isFresh) seedAccounts(accounts, options.seed ?? {}, defaultAccount, timestamp);
}

function isApi(path: string): boolean {
  return path.startsWith('/openapi/') || path === mailPdfPath;
}

function partyOf(request: FastifyRequest): string {
  return singleValue(request.query as PhpQuery, 'token') ?? '';
}

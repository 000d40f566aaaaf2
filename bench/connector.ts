/**
 * The connector as the program composes it, on an embedded database and with the defaults of its configuration, without
 * the web server and the queue: what a worker does with a job is what is measured.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { demoSettings } from '#sandbox/demo/settings.ts';
import { beginAuthorization, finishAuthorization, revokeTokens } from '#src/asperion/auth.ts';
import { openAsperion } from '#src/asperion/client.ts';
import { loadConfig } from '#src/config/load-config.ts';
import { systemClock } from '#src/kernel/clock.ts';
import { createLogger } from '#src/kernel/logger.ts';
import type { AccountId } from '#src/model/ids.ts';
import { ASPERION_CONNECTOR } from '#src/model/licence.ts';
import { openOutSmart } from '#src/outsmart/client.ts';
import { openQueue, type Queue } from '#src/queue/queue.ts';
import type { JobName, RunCounts } from '#src/store/records.ts';
import { openStore } from '#src/store/store.ts';
import { runJob } from '#src/sync/run-job.ts';
import { createAccount } from '#src/usecases/accounts.ts';
import { confirmFirstExport } from '#src/usecases/confirm-first-export.ts';
import { connectOutSmart } from '#src/usecases/connect-outsmart.ts';
import { orderLicence } from '#src/usecases/licences.ts';
import type { UseCaseParts } from '#src/usecases/parts.ts';
import { saveSettings } from '#src/usecases/save-settings.ts';
import { type AccessTokens, ADMINISTRATION, type Addresses, CLIENT, SOFTWARE_TOKEN } from './foreign-systems.ts';

export interface ConnectorPlace {
  readonly database: pg.PoolConfig;
  readonly addresses: Addresses;
}

export interface NewConnection {
  readonly name: string;
  readonly outsmartToken: string;
  /** Where it is, if it is elsewhere than that of the others. */
  readonly outsmartUrl: string | null;
  readonly tokens: AccessTokens;
  readonly exportOn: boolean;
}

/** How long a job took and what it says it did. */
export interface RunTold {
  readonly ms: number;
  readonly calls: number;
  readonly counts: RunCounts;
}

export interface Connector {
  /** A company with both sides connected, settings saved and its first export confirmed. */
  connect(connection: NewConnection): Promise<AccountId>;
  /** Runs a job to its end. Throws when it does not end well. */
  run(accountId: AccountId, job: JobName): Promise<RunTold>;
  /** Begins to take work from the queue, with as many workers as the service has. */
  work(): Promise<void>;
  /** Asks for an export and waits until it has ended, well or not. Answers how long that took, in milliseconds. */
  exportThroughQueue(accountId: AccountId): Promise<number>;
  close(): Promise<void>;
}

const TOKENS_LIVE_MS = 3_500_000;
const STARTED_BY = 'bench';
const WORKERS = loadConfig({}).workers;
const LOOK_EVERY_MS = 10;

/** Opens it on a database that is at the newest migration. */
export function openConnector({ database, addresses }: ConnectorPlace): Connector {
  const store = openStore({ connection: database, secretKey: new Uint8Array(32).fill(7), clock: systemClock });
  const elsewhere = new Map<string, string>();
  const parts = partsOf(store, addresses, elsewhere);
  const stopping = new AbortController();
  let queue: Queue | null = null;
  return {
    async connect({ name, outsmartToken, outsmartUrl, tokens, exportOn }) {
      if (outsmartUrl !== null) elsewhere.set(outsmartToken, outsmartUrl);
      const { id } = await createAccount(parts, name);
      const account = store.forAccount(id);
      await orderLicence(account, ASPERION_CONNECTOR, STARTED_BY);
      await connectOutSmart(parts, account, outsmartToken);
      await account.tokens.save({ ...tokens, expiresAt: new Date(Date.now() + TOKENS_LIVE_MS) }, STARTED_BY);
      const settings = { ...demoSettings, administrationId: ADMINISTRATION, exportOn };
      await saveSettings(parts, account, settings, {
        savedBy: STARTED_BY,
        basedOn: null,
        mayChangeAdministration: false,
      });
      await confirmFirstExport(account, STARTED_BY, null);
      return id;
    },
    async run(accountId, job) {
      const account = store.forAccount(accountId);
      const { run } = await account.runs.ask(job, 'person', STARTED_BY);
      const began = performance.now();
      const end = await runJob(parts, accountId, run.id, { waitMs: 0, signal: new AbortController().signal });
      const ms = performance.now() - began;
      if (end.kind !== 'finished') throw new Error(`the run of ${job} is ${end.kind}`);
      const { state, faultCode, calls, counts } = end.run;
      if (state !== 'done' || faultCode !== null) throw new Error(`the run of ${job} is ${state}: ${faultCode}`);
      return { ms, calls, counts };
    },
    async work() {
      queue = await openQueue({ store, connection: database, logger: parts.logger, everyMs: parts.exportEveryMs });
      const { signal } = stopping;
      await queue.work(WORKERS, async ({ accountId, runId }) => {
        await runJob(parts, accountId, runId, { waitMs: 0, signal });
      });
    },
    async exportThroughQueue(accountId) {
      if (queue === null) throw new Error('nobody takes work from the queue');
      const began = performance.now();
      const { id } = await queue.ask(accountId, 'export', 'person', STARTED_BY);
      const { runs } = store.forAccount(accountId);
      while ((await runs.find(id))?.finishedAt === null) await wait(LOOK_EVERY_MS);
      return performance.now() - began;
    },
    async close() {
      stopping.abort();
      await queue?.stop(2_000);
      await store.close();
    },
  };
}

/** `elsewhere`: the address of OutSmart by token, where it is another one. */
function partsOf(
  store: UseCaseParts['store'],
  addresses: Addresses,
  elsewhere: ReadonlyMap<string, string>,
): UseCaseParts {
  const config = loadConfig({
    KOPPELING_OUTSMART_URL: addresses.outsmartUrl,
    KOPPELING_OUTSMART_SOFTWARE_TOKEN: SOFTWARE_TOKEN,
    KOPPELING_ASPERION_API_URL: addresses.asperionApiUrl,
    KOPPELING_ASPERION_IDENTITY_URL: addresses.identityUrl,
    KOPPELING_ASPERION_CLIENT_ID: CLIENT.id,
    KOPPELING_ASPERION_CLIENT_SECRET: CLIENT.secret,
  });
  const { asperion } = config;
  const outsmartWith = (token: string, signal?: AbortSignal) => {
    const apiUrl = elsewhere.get(token) ?? config.outsmart.apiUrl;
    return openOutSmart({ ...config.outsmart, apiUrl, token }, signal);
  };
  return {
    store,
    doors: {
      openFieldService: async (account, signal) =>
        outsmartWith((await account.connections.outsmartToken()) ?? '', signal),
      openAccounting: async (account, signal) => openAsperion(asperion, account.tokens, { signal }),
    },
    authorization: {
      begin: (redirectUri) => beginAuthorization(asperion, redirectUri),
      finish: (callbackUrl, secrets) => finishAuthorization(asperion, callbackUrl, secrets),
      revoke: (tokens) => revokeTokens(asperion, tokens),
    },
    tryOutSmart: async (token) => outsmartWith(token),
    limits: {
      sendConcurrency: asperion.concurrency,
      uncertainWaitMs: config.uncertainWaitSeconds * 1_000,
      followEveryMs: config.followMinutes * 60_000,
      callsPerDay: config.callsPerDay,
    },
    clock: systemClock,
    logger: createLogger('error'),
    holder: 'bench',
    callbackUrl: 'http://localhost:4800/oauth/asperion/callback',
    exportEveryMs: config.exportEveryMinutes * 60_000,
    trialDays: config.trialDays,
  };
}

/**
 * Wires the program, once. The only file that names both systems, the database and the sandboxes.
 */
import { hostname } from 'node:os';
import type pg from 'pg';
import type { Config } from './config/config.ts';
import { leadToPackagesInOne } from './kernel/packages-in-one.ts';
import type { FieldService } from './model/field-service.ts';
import type { Installation } from './usecases/installation.ts';

const MINUTE_MS = 60_000;

async function openInstallation(config: Config): Promise<Installation> {
  const [
    { systemClock },
    { createLogger },
    { secretKey },
    { migrateToLatest },
    { openStore },
    { DatabaseClock },
    { watchRun },
    { demoPeople },
    doors,
  ] = await Promise.all([
    import('./kernel/clock.ts'),
    import('./kernel/logger.ts'),
    import('./config/secret-key.ts'),
    import('./store/migrate.ts'),
    import('./store/store.ts'),
    import('./store/database-clock.ts'),
    import('./store/watch-run.ts'),
    import('./demo/demo-company.ts'),
    openDoors(config),
  ]);
  const logger = createLogger(config.logLevel);
  const database = await openDatabase(config, (message) => logger.warn(message));
  const prepared = async () => {
    await migrateToLatest(database.connection);
    return secretKey(config);
  };
  const key = await prepared().catch(async (error: unknown) => {
    await database.release();
    throw error;
  });
  const clock = new DatabaseClock(systemClock);
  const store = openStore({
    connection: database.connection,
    secretKey: key,
    clock,
    connectionsMax: 8 + (config.workers.exports + config.workers.imports) * 2,
  });
  const parts: Installation['parts'] = {
    store,
    doors: doors.doors,
    authorization: doors.authorization,
    tryOutSmart: doors.tryOutSmart,
    limits: {
      sendConcurrency: config.asperion.concurrency,
      uncertainWaitMs: config.uncertainWaitSeconds * 1_000,
      followEveryMs: config.followMinutes * MINUTE_MS,
      callsPerDay: config.callsPerDay,
    },
    clock,
    alignClock: () => clock.align(store.pool),
    logger,
    holder: `${hostname()}:${process.pid}`,
    callbackUrl: `${config.publicUrl}/oauth/asperion/callback`,
    exportEveryMs: config.exportEveryMinutes * MINUTE_MS,
    trialDays: config.trialDays,
  };
  const mailer = await openMailerLater(config);
  const identity = await openIdentityLater(config, database.connection, key, parts, mailer);
  return {
    config,
    parts,
    identity,
    mailer,
    demoAccounts: config.sandbox ? demoPeople : [],
    async openQueue() {
      const { openQueue } = await import('./queue/queue.ts');
      return openQueue({ store, connection: database.connection, logger, everyMs: parts.exportEveryMs });
    },
    ensureForeignSystems: async () => void (await doors.reachable()),
    watchRun: (accountId, runId, onChange) => watchRun(store, database.connection, accountId, runId, onChange),
    async close() {
      await identity.close();
      mailer.close();
      await store.close();
      await database.release();
      await doors.close();
    },
  };
}

async function openDatabase(config: Config, onTrouble: (message: string) => void) {
  if (config.databaseUrl !== null)
    return { connection: { connectionString: config.databaseUrl }, release: async () => undefined };
  const { startEmbeddedDatabase } = await import('./store/embedded/start-embedded-database.ts');
  return startEmbeddedDatabase({ dataDir: config.dataDir, onTrouble });
}

/** The library behind it is loaded for who has a mail server only. */
async function openMailerLater(config: Config): Promise<Installation['mailer']> {
  if (config.mail === null) return { isOn: false, send: async () => undefined, close: () => undefined };
  const { openMailer } = await import('./mail/mailer.ts');
  return openMailer(config.mail);
}

/** Knows people once somebody asks: the library behind it takes long to load. */
async function openIdentityLater(
  config: Config,
  connection: pg.PoolConfig,
  key: Uint8Array,
  { clock, logger, trialDays }: Installation['parts'],
  mailer: Installation['mailer'],
): Promise<Installation['identity']> {
  const { lazyIdentity } = await import('./identity/lazy-identity.ts');
  return lazyIdentity(async () => {
    const [{ openIdentity }, { createAccount, renameAccount }] = await Promise.all([
      import('./identity/open-identity.ts'),
      import('./usecases/accounts.ts'),
    ]);
    const identity = openIdentity({
      connection,
      secretKey: key,
      publicUrl: config.publicUrl,
      mailer,
      isSignUpOpen: config.isSignUpOpen,
      clock,
      logger,
      createAccount: (accounts, name) => createAccount({ store: { accounts }, clock, trialDays }, name),
      renameAccount: (accounts, accountId, name) => renameAccount({ store: { accounts } }, accountId, name),
    });
    if (config.sandbox === null) {
      // Whoever tried the program first and connected it in earnest then must not keep people whose password all know.
      const { demoPeople } = await import('./demo/demo-company.ts');
      for (const { email } of demoPeople) await identity.users.remove(email);
    }
    return identity;
  });
}

/** Both systems behind their doors. In sandbox mode the sandboxes are started at the first call that needs them. */
async function openDoors(config: Config) {
  const [{ openOutSmart }, { openAsperion }, auth, { Fault }, { ensureSandboxes }] = await Promise.all([
    import('./outsmart/client.ts'),
    import('./asperion/client.ts'),
    import('./asperion/auth.ts'),
    import('./kernel/fault.ts'),
    import('./demo/sandbox-processes.ts'),
  ]);
  let sandboxes: ReturnType<typeof ensureSandboxes> | null = null;
  const reachable = () => {
    sandboxes ??= ensureSandboxes(config);
    return sandboxes;
  };
  const outsmartWith = (token: string, signal?: AbortSignal): FieldService =>
    openOutSmart({ ...config.outsmart, token }, signal);
  const doors: Installation['parts']['doors'] = {
    async openFieldService(account, signal) {
      const token = await account.connections.outsmartToken();
      if (token === null) throw new Fault('sync.not_configured', { retry: 'never', field: 'outsmart' });
      await reachable();
      return outsmartWith(token, signal);
    },
    async openAccounting(account, signal) {
      await reachable();
      return openAsperion(config.asperion, account.tokens, { signal });
    },
  };
  const authorization: Installation['parts']['authorization'] = {
    async begin(redirectUri) {
      await reachable();
      return auth.beginAuthorization(config.asperion, redirectUri);
    },
    async finish(callbackUrl, secrets) {
      await reachable();
      return auth.finishAuthorization(config.asperion, callbackUrl, secrets);
    },
    async revoke(tokens) {
      await reachable();
      return auth.revokeTokens(config.asperion, tokens);
    },
  };
  return {
    doors,
    authorization,
    reachable,
    async tryOutSmart(token: string) {
      await reachable();
      return outsmartWith(token);
    },
    async close() {
      // Those that did not start were told of where they were needed.
      await (await sandboxes?.catch(() => null))?.close();
    },
  };
}

leadToPackagesInOne();
const { runCli } = await import('./cli/run-cli.ts');
process.exitCode = await runCli(process.argv.slice(2), openInstallation, {
  async serve(config, options) {
    const { serve } = await import('./server/serve-program.ts');
    return serve(() => openInstallation(config), { workers: options.isWorking ? config.workers : null });
  },
  async migrate(config) {
    const { migrateToLatest } = await import('./store/migrate.ts');
    const database = await openDatabase(config, () => undefined);
    try {
      return [...(await migrateToLatest(database.connection))];
    } finally {
      await database.release();
    }
  },
  async start(config) {
    const { startProgram } = await import('./demo/start-program.ts');
    return startProgram(config, openInstallation);
  },
});

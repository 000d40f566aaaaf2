/**
 * The whole program over HTTP, for tests: both sandboxes, the database, identity, queue and workers, with a company that has
 * one person of each role, a second company, and an operator. Only tests import this.
 */
import { loadConfig } from '../../config/load-config.ts';
import type { Identity } from '../../identity/identity.ts';
import { openIdentity } from '../../identity/open-identity.ts';
import type { Role } from '../../identity/person.ts';
import { openMailer } from '../../mail/mailer.ts';
import type { AccountId } from '../../model/ids.ts';
import { openQueue } from '../../queue/queue.ts';
import { watchRun } from '../../store/watch-run.ts';
import { startTestWorld, type TestWorld } from '../../sync/test-world.test-kit.ts';
import { createAccount, renameAccount } from '../../usecases/accounts.ts';
import type { Installation } from '../../usecases/installation.ts';
import { startService } from '../serve.ts';
import { ApiClient } from './api-client.test-kit.ts';
import type { ApiLimits } from './create-api.ts';

/** `stranger`: manager of the second company. `nobody`: not signed in. */
export type Who = Role | 'stranger' | 'operator' | 'nobody';

export const PASSWORD = 'werkbonnen-en-facturen';
const PUBLIC_URL = 'http://localhost:4800';
/** As if every test came from an office of its own. */
const NO_LIMITS = { requestsPerMinute: 1_000_000, signInsPerMinute: 1_000_000 };

export interface ApiWorld {
  readonly world: TestWorld;
  readonly identity: Identity;
  /** Where it listens. */
  readonly address: string;
  /** The company with a person of each role; connected to both sides, with settings saved. */
  readonly accountId: AccountId;
  /** The other company. */
  readonly otherId: AccountId;
  /** A browser of its own in which that person is signed in. */
  signIn(who: Who): Promise<ApiClient>;
  /** A program with an API key of that person. */
  withKey(who: Exclude<Who, 'nobody'>): Promise<ApiClient>;
  close(): Promise<void>;
}

export async function startApiWorld(
  options: { readonly environment?: Record<string, string>; readonly limits?: ApiLimits } = {},
): Promise<ApiWorld> {
  await using opened = new AsyncDisposableStack();
  const world = await startTestWorld();
  opened.defer(() => world.close());
  const { parts, account } = world;
  const identity = identityOf(world);
  opened.defer(() => identity.close());
  const service = await startService(
    installationOf(world, identity, options.environment ?? {}),
    { exports: 1, exportsMax: 1, imports: 1 },
    options.limits ?? NO_LIMITS,
  );
  opened.defer(() => service.stop());
  const other = await createAccount(parts, 'Loodgieter Elders');
  await makePeople(world, identity, other.id);
  const kept = opened.move();
  const signIn = async (who: Who) => {
    const client = new ApiClient(service.address);
    if (who !== 'nobody') await client.call('POST /api/session', { body: { email: emailOf(who), password: PASSWORD } });
    return client;
  };
  return {
    world,
    identity,
    address: service.address,
    accountId: account.accountId,
    otherId: other.id,
    signIn,
    async withKey(who) {
      const { key } = await (await signIn(who)).call('POST /api/me/api-keys', { body: { name: 'Programma' } });
      return new ApiClient(service.address, { authorization: `Bearer ${key}` });
    },
    close: () => kept.disposeAsync(),
  };
}

export function emailOf(who: Exclude<Who, 'nobody'>): string {
  return `${who}@bedrijf.example`;
}

async function makePeople({ store, account }: TestWorld, identity: Identity, otherId: AccountId): Promise<void> {
  const own = await store.accounts.find(account.accountId);
  const other = await store.accounts.find(otherId);
  if (!own || !other) throw new Error('both companies were just made');
  const person = (who: Exclude<Who, 'nobody'>, membership: Parameters<Identity['users']['create']>[0]['membership']) =>
    identity.users.create({
      email: emailOf(who),
      name: `Persoon ${who}`,
      password: PASSWORD,
      isOperator: who === 'operator',
      membership,
    });
  await person('manager', { account: own, role: 'manager' });
  await person('office', { account: own, role: 'office' });
  await person('reader', { account: own, role: 'reader' });
  await person('stranger', { account: other, role: 'manager' });
  await person('operator', null);
}

function identityOf({ parts, connection, clock }: TestWorld): Identity {
  const { logger, trialDays } = parts;
  return openIdentity({
    connection,
    secretKey: new Uint8Array(32).fill(7),
    publicUrl: PUBLIC_URL,
    mailer: openMailer(null),
    isSignUpOpen: true,
    clock,
    logger,
    createAccount: (accounts, name) => createAccount({ store: { accounts }, clock, trialDays }, name),
    renameAccount: (accounts, accountId, name) => renameAccount({ store: { accounts } }, accountId, name),
  });
}

function installationOf(
  { parts, connection }: TestWorld,
  identity: Identity,
  environment: Record<string, string>,
): Installation {
  const { store, logger, exportEveryMs } = parts;
  return {
    config: loadConfig({ KOPPELING_PORT: '0', KOPPELING_PUBLIC_URL: PUBLIC_URL, ...environment }),
    parts,
    identity,
    mailer: openMailer(null),
    demoAccounts: [],
    openQueue: () => openQueue({ store, connection, logger, everyMs: exportEveryMs }),
    ensureForeignSystems: async () => undefined,
    watchRun: (accountId, runId, onChange) => watchRun(store, connection, accountId, runId, onChange),
    close: async () => undefined,
  };
}

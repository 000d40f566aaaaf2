/**
 * What the tests of this folder stand on: a sandbox of their own over real HTTP, a connection to it, and a vault that
 * keeps tokens in memory as the store keeps them in the database. For tests only.
 */
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type AsperionSandbox, type AsperionSandboxOptions, startAsperionSandbox } from '#sandbox/asperion/start.ts';
import { Fault, isFault } from '../kernel/fault.ts';
import type { AdministrationId } from '../model/ids.ts';
import type { ConnectionTokens, StoredTokens, TokenVault } from '../model/token-vault.ts';
import { type AsperionConnection, DEFAULT_PATHS, DEFAULT_TENANT_HEADER } from './connection.ts';

const CLIENT = { clientId: 'koppeling', clientSecret: 'geheim van de koppeling', redirectUris: [] };
export const USER = {
  userName: 'boekhouder',
  password: 'wachtwoord',
  profileName: 'Bo Boekhouder',
  administrations: [101, 102],
  defaultAdministration: 102,
};
/** The administration the tests mean; the user's default is the other one. */
export const MEANT = 101 as AdministrationId;
export const OTHER = 102 as AdministrationId;

/** A sandbox with two administrations, one of them the user's default, and one client. */
export async function startStand(options: AsperionSandboxOptions = {}): Promise<AsperionSandbox> {
  const seed = {
    administrations: [
      { id: MEANT, name: 'Installatiebedrijf Zonneveld', inTrade: true },
      { id: OTHER, name: 'Zonneveld Vastgoed' },
    ],
  };
  return startAsperionSandbox({ seed, users: [USER], clients: [CLIENT], ...options });
}

/** The connection to that sandbox, with what a test wants to be different. */
export function connectionTo(
  at: Pick<AsperionSandbox, 'apiUrl' | 'identityUrl'>,
  changes: Partial<AsperionConnection> = {},
): AsperionConnection {
  return {
    apiUrl: at.apiUrl,
    identityUrl: at.identityUrl,
    clientId: CLIENT.clientId,
    clientSecret: CLIENT.clientSecret,
    scopes: 'openid profile offline_access asperion_api',
    tenantHeader: DEFAULT_TENANT_HEADER,
    pageSize: 200,
    concurrency: 4,
    timeoutMs: 5_000,
    paths: DEFAULT_PATHS,
    target: { kind: 'draft-invoice' },
    ...changes,
  };
}

/** The tokens of a person who walked through login and consent. */
export async function tokensOf(sandbox: AsperionSandbox): Promise<ConnectionTokens> {
  const issued = await sandbox.control.issueTokens(USER.userName, CLIENT.clientId);
  return {
    accessToken: issued.accessToken,
    refreshToken: issued.refreshToken,
    expiresAt: new Date(Date.now() + issued.expiresInSeconds * 1000),
  };
}

/** A vault filled with such tokens. */
export async function vaultOf(sandbox: AsperionSandbox): Promise<MemoryVault> {
  return new MemoryVault(await tokensOf(sandbox));
}

/** Keeps the promise of TokenVault within this process, and counts what it renewed. */
export class MemoryVault implements TokenVault {
  refreshCount = 0;
  isEnded = false;
  stored: StoredTokens;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(tokens: ConnectionTokens) {
    this.stored = { tokens, version: 1 };
  }

  async read(): Promise<StoredTokens> {
    if (this.isEnded) throw new Fault('asperion.connection_ended', { retry: 'after-reconnect', system: 'asperion' });
    return this.stored;
  }

  async renew(
    seenVersion: number,
    refresh: (current: ConnectionTokens) => Promise<ConnectionTokens>,
  ): Promise<StoredTokens> {
    const mine = this.#turn.then(() => this.#renewInTurn(seenVersion, refresh));
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  /** As if another process had stored other tokens. */
  replace(tokens: ConnectionTokens): void {
    this.stored = { tokens, version: this.stored.version + 1 };
  }

  async #renewInTurn(
    seenVersion: number,
    refresh: (current: ConnectionTokens) => Promise<ConnectionTokens>,
  ): Promise<StoredTokens> {
    const { tokens, version } = await this.read();
    if (version > seenVersion) return this.stored;
    this.refreshCount += 1;
    try {
      this.stored = { tokens: await refresh(tokens), version: version + 1 };
    } catch (error) {
      if (isFault(error) && error.retry === 'after-reconnect') this.isEnded = true;
      throw error;
    }
    return this.stored;
  }
}

/** A vault whose token any server of `startServer` takes. */
export function lastingVault(): MemoryVault {
  return new MemoryVault({
    accessToken: 'toegang',
    refreshToken: 'verversing',
    expiresAt: new Date(Date.now() + 3_600_000),
  });
}

export interface TestServer {
  readonly url: string;
  readonly requests: readonly IncomingMessage[];
  close(): Promise<void>;
}

/** A bare server, for answers that no sandbox would give. */
export async function startServer(answer: RequestListener): Promise<TestServer> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A server that answers every request with this JSON. */
export function startJsonServer(body: unknown, status = 200): Promise<TestServer> {
  return startServer((_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
}

/** The Fault a promise ends in; fails when it ends otherwise. */
export async function faultOf(promise: Promise<unknown>): Promise<Fault> {
  const outcome = await promise.then(
    () => 'no fault',
    (error: unknown) => error,
  );
  if (outcome instanceof Fault) return outcome;
  throw new Error('expected a Fault', { cause: outcome });
}

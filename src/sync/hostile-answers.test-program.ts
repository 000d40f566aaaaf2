/**
 * For tests: a process with little memory that asks a server for lists through both doors, and tells its parent how each
 * ended. Arguments: the server's address, under which each path has an answer of its own; then `door/path` for each list.
 */
import { openAsperion } from '../asperion/client.ts';
import { DEFAULT_PATHS, DEFAULT_TENANT_HEADER } from '../asperion/connection.ts';
import { isFault } from '../kernel/fault.ts';
import type { AdministrationId } from '../model/ids.ts';
import { openOutSmart } from '../outsmart/client.ts';

const [address = '', ...lists] = process.argv.slice(2);
const timeoutMs = 60_000;
const tokens = { accessToken: 'toegang', refreshToken: 'verversing', expiresAt: new Date(Date.now() + 3_600_000) };
const vault = { read: async () => ({ tokens, version: 1 }), renew: async () => ({ tokens, version: 2 }) };

function outsmart(apiUrl: string): Promise<unknown> {
  const connection = { apiUrl, token: 'klant', softwareToken: 'pakket', bearer: null, concurrency: 4 };
  const waiting = { sleep: () => Promise.resolve(), random: () => 0.5 };
  return openOutSmart({ ...connection, timeoutMs, listTimeoutMs: timeoutMs }, undefined, waiting).readReadyWorkOrders(
    '1',
  );
}

function asperion(apiUrl: string): Promise<unknown> {
  const client = { clientId: 'koppeling', clientSecret: 'geheim', scopes: '', tenantHeader: DEFAULT_TENANT_HEADER };
  const limits = { pageSize: 200, concurrency: 4, timeoutMs, paths: DEFAULT_PATHS };
  const connection = { apiUrl, identityUrl: apiUrl, ...client, ...limits, target: { kind: 'draft-invoice' } } as const;
  return openAsperion(connection, vault)
    .books(101 as AdministrationId)
    .readVatCodes();
}

for (const list of lists) {
  const [door = '', path = ''] = list.split('/');
  const how = await (door === 'outsmart' ? outsmart : asperion)(`${address}/${path}`).then(
    () => 'an answer',
    (error: unknown) => (isFault(error) ? 'a fault' : String(error)),
  );
  process.send?.(`${list}: ${how}`);
}
process.send?.(process.resourceUsage().maxRSS / 1024);

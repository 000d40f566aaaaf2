/**
 * Begins an export in a process of its own that is killed in the middle of it. For tests only.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import type { AsperionConnection } from '../../src/asperion/connection.ts';
import type { AccountId, RunId } from '../../src/model/ids.ts';
import type { OutSmartConnection } from '../../src/outsmart/call.ts';
import type { SyncLimits } from '../../src/sync/run-context.ts';
import { type TestWorld, TOKEN } from '../../src/sync/test-world.test-kit.ts';

export interface DyingWorker {
  readonly connection: pg.PoolConfig;
  readonly outsmart: OutSmartConnection;
  readonly asperion: Omit<AsperionConnection, 'tenantHeader' | 'paths' | 'target'>;
  readonly accountId: AccountId;
  readonly runId: RunId;
  readonly limits: SyncLimits;
  readonly diesWhen: 'asked' | 'answered';
}

const PROGRAM = fileURLToPath(new URL('./dying-export.test-program.ts', import.meta.url));

/** Resolves when the process is dead and its lease is over. */
export async function exportAndDie(world: TestWorld, diesWhen: DyingWorker['diesWhen']): Promise<void> {
  const { account, parts, connection, outsmart, asperion } = world;
  const { run } = await account.runs.ask('export', 'person', 'test');
  const limits = { timeoutMs: 5_000, concurrency: 1 };
  const worker: DyingWorker = {
    ...{ connection, accountId: account.accountId, runId: run.id, limits: parts.limits, diesWhen },
    outsmart: {
      ...{ apiUrl: outsmart.apiUrl, token: TOKEN, softwareToken: 'software0000000000000000000000000000000a' },
      ...{ ...limits, bearer: null, listTimeoutMs: 5_000 },
    },
    asperion: {
      ...{ apiUrl: asperion.apiUrl, identityUrl: asperion.identityUrl, clientId: 'test-client' },
      ...{ ...limits, clientSecret: 'test-secret', scopes: 'offline_access', pageSize: 200 },
    },
  };
  const child = fork(PROGRAM, [JSON.stringify(worker)], { execArgv: [], stdio: 'ignore' });
  const signal = await new Promise((resolve) => child.once('exit', (_code, killedBy) => resolve(killedBy)));
  if (signal !== 'SIGKILL') throw new Error(`the process ended by ${signal ?? 'itself'} instead of being killed`);
  await world.loseLease();
}

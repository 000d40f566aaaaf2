/**
 * What the measurements of imports and exports play on: an embedded database as it is in use (durable), both foreign systems,
 * the connector and the bare client, each in a process of its own.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import type { AccountId } from '#src/model/ids.ts';
import { startEmbeddedDatabase } from '#src/store/embedded/start-embedded-database.ts';
import { migrateToLatest } from '#src/store/migrate.ts';
import type { BareAccess } from './bare-client.ts';
import type { BareCommands } from './bare-program.ts';
import { ChildProgram } from './child-program.ts';
import type { ConnectorCommands } from './connector-program.ts';
import { type CallCounts, type ForeignSystems, startForeignSystems } from './foreign-systems.ts';

export interface Company {
  readonly accountId: AccountId;
  readonly outsmartToken: string;
}

/** One run of either client: its duration, and the calls that arrived at the foreign systems. */
export interface Measured {
  readonly ms: number;
  readonly calls: CallCounts;
}

export interface Stage {
  readonly systems: ForeignSystems;
  readonly database: pg.PoolConfig;
  readonly connector: ChildProgram<ConnectorCommands>;
  readonly bare: ChildProgram<BareCommands>;
  /** A company of the connector with a fresh OutSmart account in which these work orders stand. */
  newCompany(options: { readonly exportOn: boolean; readonly workOrders?: readonly object[] }): Promise<Company>;
  /** The same with an OutSmart in a process of its own. */
  newCompanyElsewhere(workOrders: readonly object[]): Promise<Company>;
  /** A fresh OutSmart account for the bare client. */
  newBareAccess(workOrders?: readonly object[]): Promise<BareAccess>;
  /** Does the work, which answers how long it took, and counts its calls. */
  counted(work: () => Promise<number>): Promise<Measured>;
}

/** A folder that is gone when the benchmark is. */
export async function temporaryFolder(ending: AsyncDisposableStack): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'koppeling-bench-'));
  ending.defer(() => rm(folder, { recursive: true, force: true }));
  // PostgreSQL runs as another user when we are root, and has to get in.
  await chmod(folder, 0o755);
  return folder;
}

/** Starts everything; `ending` stops it. */
export async function openStage(ending: AsyncDisposableStack, profileFolder: string | null): Promise<Stage> {
  const database = await startEmbeddedDatabase({ dataDir: await temporaryFolder(ending) });
  ending.defer(() => database.release());
  await migrateToLatest(database.connection);
  const systems = await startForeignSystems();
  ending.defer(() => systems.stop());
  const profiling = profileFolder === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`];
  const connector = new ChildProgram<ConnectorCommands>(new URL('./connector-program.ts', import.meta.url), profiling);
  ending.defer(() => connector.stop());
  const bare = new ChildProgram<BareCommands>(new URL('./bare-program.ts', import.meta.url));
  ending.defer(() => bare.stop());
  await connector.ask('open', { database: database.connection, addresses: systems.addresses });
  const { accessToken } = await systems.newAccessTokens();
  let companies = 0;
  const connected = async (outsmartToken: string, outsmartUrl: string | null, exportOn: boolean): Promise<Company> => {
    companies += 1;
    const tokens = await systems.newAccessTokens();
    const connection = { name: `Bedrijf ${companies}`, outsmartToken, outsmartUrl, tokens, exportOn };
    return { outsmartToken, accountId: await connector.ask('connect', connection) };
  };
  return {
    systems,
    database: database.connection,
    connector,
    bare,
    async newCompany({ exportOn, workOrders = [] }) {
      return connected(await systems.newOutSmartAccount(workOrders), null, exportOn);
    },
    async newCompanyElsewhere(workOrders) {
      const { token, url } = await systems.newOutSmartElsewhere(workOrders);
      return connected(token, url, true);
    },
    async newBareAccess(workOrders = []) {
      return { addresses: systems.addresses, accessToken, outsmartToken: await systems.newOutSmartAccount(workOrders) };
    },
    async counted(work) {
      await systems.forgetCalls();
      const ms = await work();
      return { ms, calls: await systems.calls() };
    },
  };
}

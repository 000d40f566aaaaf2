/**
 * Where one cell takes place: both sandboxes, a copy of the company's database, and for each process wires of its own. All of
 * it is fresh, so that cells do not know of each other and may run side by side.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '#src/store/store.ts';
import type { ProofDatabase, ProofDatabases } from '../proof-databases.ts';
import { RealProgram } from '../real-program.ts';
import {
  type Addresses,
  giveTokens,
  giveWorkOrders,
  openCompanyStore,
  type PreparedCompany,
  type Systems,
  startSystems,
  systemsEnvironment,
} from './company.ts';
import { addressOfWire, connectToServer } from './connect-to-server.ts';
import { WireWatch } from './crash-points.ts';
import { exportStatements } from './export-statements.ts';
import { TIMEOUT_MS } from './fault-kinds.ts';
import { openHttpWire } from './http-wire.ts';
import { openPostgresWire } from './postgres-wire.ts';

/** Far longer than the longest life of a request here, as it must be. */
export const UNCERTAIN_WAIT_SECONDS = 60;

export interface CellWorld {
  readonly systems: Systems;
  readonly database: ProofDatabase;
  readonly store: Store;
  /** Of the work orders. */
  readonly rowIds: readonly string[];
  /** Starts the program on wires that this watch looks at. */
  start(args: readonly string[], watch: WireWatch): Promise<RealProgram>;
  /** Where the attack's own cycles find the systems: on wires too, so that what they left under way is waited for. */
  readonly addresses: Addresses;
  /** Resolves when both systems have done all they were asked, also by who is dead. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

/** Opens one; nothing runs in it yet. */
export async function openCellWorld(databases: ProofDatabases, company: PreparedCompany): Promise<CellWorld> {
  await using opened = new AsyncDisposableStack();
  const database = await databases.make(company.template);
  opened.defer(() => databases.drop(database));
  const systems = await startSystems();
  opened.defer(async () => void (await Promise.all([systems.outsmart.close(), systems.asperion.close()])));
  const store = openCompanyStore(database);
  opened.defer(() => store.close());
  const dataDir = await mkdtemp(join(tmpdir(), 'koppeling-cell-'));
  opened.defer(() => rm(dataDir, { recursive: true, force: true }));
  await giveTokens(systems, store.forAccount(company.accountId));
  const rowIds = giveWorkOrders(systems);
  const quiets: (() => Promise<void>)[] = [];
  const openWires = async (closing: AsyncDisposableStack, watch: WireWatch): Promise<Addresses> => {
    const outsmart = await openHttpWire('outsmart', systems.outsmart.apiUrl, watch);
    closing.defer(() => outsmart.close());
    const asperion = await openHttpWire('asperion', systems.asperion.apiUrl, watch);
    closing.defer(() => asperion.close());
    quiets.push(
      () => outsmart.quiet(),
      () => asperion.quiet(),
    );
    return { outsmartUrl: outsmart.url, asperionUrl: asperion.url, identityUrl: systems.asperion.identityUrl };
  };
  const addresses = await openWires(opened, new WireWatch(null));
  const stack = opened.move();
  return {
    addresses,
    systems,
    database,
    store,
    rowIds,
    async start(args, watch) {
      const ownAddresses = await openWires(stack, watch);
      const wire = await openPostgresWire(connectToServer(database.connection), watch, exportStatements());
      stack.defer(() => wire.close());
      const program = new RealProgram(args, {
        ...systemsEnvironment(ownAddresses),
        KOPPELING_DATABASE_URL: addressOfWire(database.connection, wire.port),
        KOPPELING_DATA_DIR: dataDir,
        KOPPELING_PORT: '0',
        KOPPELING_ASPERION_TIMEOUT_MS: String(TIMEOUT_MS),
        KOPPELING_OUTSMART_TIMEOUT_MS: String(TIMEOUT_MS),
        KOPPELING_UNCERTAIN_WAIT_SECONDS: String(UNCERTAIN_WAIT_SECONDS),
      });
      watch.whenReached(() => program.kill());
      stack.defer(async () => {
        program.kill();
        await program.end();
      });
      return program;
    },
    async quiet() {
      await Promise.all(quiets.map((wait) => wait()));
    },
    close: () => stack.disposeAsync(),
  };
}

/**
 * A store on a database of its own, and what tests of it begin with. Only tests import this.
 */
import { randomUUID } from 'node:crypto';
import { type TestDatabase, testDatabase } from '../../tools/test/test-database.ts';
import { systemClock } from '../kernel/clock.ts';
import type { IsoDate } from '../kernel/dates.ts';
import { decimal } from '../kernel/decimal.ts';
import type { AdministrationId, WorkOrderRowId } from '../model/ids.ts';
import { ASPERION_CONNECTOR } from '../model/licence.ts';
import type { ConnectionTokens } from '../model/token-vault.ts';
import type { NewIntent } from './intents.ts';
import type { Lease } from './lease.ts';
import { type AccountStore, openStore, type Store } from './store.ts';

const ADMINISTRATION = 101 as AdministrationId;

/** A trial that is not over in any test. */
export const TRIAL_UNTIL = '2099-12-31' as IsoDate;

export interface OpenedStore {
  readonly database: TestDatabase;
  readonly store: Store;
  /** A company with a running licence. */
  newAccount(): Promise<AccountStore>;
  close(): Promise<void>;
}

/** Opens a store with so many connections at most. */
export async function openTestStore(connectionsMax = 10): Promise<OpenedStore> {
  const database = await testDatabase();
  const store = openStore({
    connection: database.poolConfig,
    secretKey: new Uint8Array(32).fill(1),
    clock: systemClock,
    connectionsMax,
  });
  return {
    database,
    store,
    async newAccount() {
      const account = store.forAccount((await store.accounts.create(`Bedrijf ${randomUUID()}`, TRIAL_UNTIL)).id);
      await account.licences.order(ASPERION_CONNECTOR, 'test');
      return account;
    },
    async close() {
      await store.close();
      await database.drop();
    },
  };
}

/** The account's lease for half a minute. Throws when somebody has it. */
export async function leaseOf(account: AccountStore): Promise<Lease> {
  const lease = await account.leases.acquire('test', 30_000);
  if (!lease) throw new Error('the lease is taken');
  return lease;
}

/** Stores a work order as ready, or as a run judged it otherwise. */
export async function judged(
  account: AccountStore,
  lease: Lease,
  rowId: string,
  state: 'ready' | 'waiting' = 'ready',
): Promise<void> {
  await account.workOrders.judge(lease, [
    {
      rowId: rowId as WorkOrderRowId,
      state,
      administrationId: ADMINISTRATION,
      orderNumber: `W${rowId}`,
      customerName: 'Blom',
      debtorNumber: '10042',
      workDate: null,
      amount: decimal('12.50'),
      findings: [],
      told: null,
      decidedBy: null,
    },
  ]);
}

export function invoiceIntent(rowId: string): NewIntent {
  return {
    administrationId: ADMINISTRATION,
    kind: 'invoice',
    subject: rowId,
    mark: `(key-${rowId})`,
    request: {},
    lookAgainAt: new Date(Date.now() + 60_000),
  };
}

export async function stateOf(account: AccountStore, rowId: string): Promise<string | undefined> {
  return (await account.workOrders.find([rowId as WorkOrderRowId])).get(rowId as WorkOrderRowId)?.state;
}

export function tokensNamed(name: string): ConnectionTokens {
  return { accessToken: `a-${name}`, refreshToken: `r-${name}`, expiresAt: new Date('2030-01-01') };
}

/**
 * The door to everything that is remembered. What belongs to a company is only reachable through `forAccount`.
 */
import type pg from 'pg';
import type { Clock } from '../kernel/clock.ts';
import type { AccountId, AdministrationId } from '../model/ids.ts';
import { type Accounts, accountsOf } from './accounts.ts';
import { type Audit, auditOf } from './audit.ts';
import { type AuthorizationAttempts, authorizationAttemptsOf } from './authorization-attempts.ts';
import { type Changes, changesOf } from './changes.ts';
import { type Circuits, circuitsOf } from './circuits.ts';
import { type ConnectionNewsBook, connectionNewsOf } from './connection-news.ts';
import { type Connections, connectionsOf } from './connections.ts';
import { storeParts } from './database.ts';
import { type ForeignFaults, foreignFaultsOf } from './foreign-faults.ts';
import { type Intents, intentsOf } from './intents.ts';
import { type InvoiceLife, invoiceLifeOf } from './invoice-life.ts';
import { type Leases, leasesOf } from './lease.ts';
import { type Licences, licencesOf } from './licences.ts';
import { type Links, linksOf } from './links.ts';
import { type Log, logOf } from './log.ts';
import { type OperatorAccounts, operatorAccountsOf } from './operator-accounts.ts';
import { openPool } from './pool.ts';
import { type ChoiceStore, recordChoicesOf } from './record-choices.ts';
import { type Retention, retentionOf } from './retention.ts';
import { type Runs, runsOf } from './runs.ts';
import { type Schedule, scheduleOf } from './schedule.ts';
import { createSealer, type Sealer } from './sealing.ts';
import { type AccountSettings, settingsOf } from './settings.ts';
import { type AccountStop, stopOf } from './stop.ts';
import { type StoreTokenVault, tokenVaultOf } from './token-vault.ts';
import { type WorkOrderHistory, workOrderHistoryOf } from './work-order-history.ts';
import { type WorkOrderLists, workOrderListsOf } from './work-order-lists.ts';
import { type WorkOrders, workOrdersOf } from './work-orders.ts';

/** Everything of one company. */
export interface AccountStore {
  readonly accountId: AccountId;
  readonly connections: Connections;
  readonly tokens: StoreTokenVault;
  readonly settings: AccountSettings;
  readonly workOrders: WorkOrders;
  readonly intents: Intents;
  readonly runs: Runs;
  readonly log: Log;
  readonly leases: Leases;
  readonly foreignFaults: ForeignFaults;
  readonly stop: AccountStop;
  readonly audit: Audit;
  readonly licences: Licences;
  readonly orderLists: WorkOrderLists;
  readonly orderHistory: WorkOrderHistory;
  readonly invoiceLife: InvoiceLife;
  readonly circuits: Circuits;
  links(administrationId: AdministrationId): Links;
  recordChoices(administrationId: AdministrationId): ChoiceStore;
}

export interface Store {
  readonly accounts: Accounts;
  readonly attempts: AuthorizationAttempts;
  readonly schedule: Schedule;
  readonly connectionNews: ConnectionNewsBook;
  readonly operator: OperatorAccounts;
  readonly changes: Changes;
  readonly retention: Retention;
  forAccount(accountId: AccountId): AccountStore;
  /** For the queue library, which keeps its own schema in the same database. */
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

export interface StoreOptions {
  readonly connection: pg.PoolConfig;
  /** 32 bytes; seals tokens. */
  readonly secretKey: Uint8Array;
  readonly clock: Clock;
  readonly connectionsMax?: number;
}

const CONNECTIONS_MAX = 10;

/** Opens a store on a database that is at the newest migration (migrate.ts). */
export function openStore({ connection, secretKey, clock, connectionsMax = CONNECTIONS_MAX }: StoreOptions): Store {
  const pool = openPool({ ...connection, max: connectionsMax });
  return storeOver({ connection, pool, clock, sealer: createSealer(secretKey) });
}

/** What a store stands on; `connection` is for what needs a connection of its own. */
export interface StoreGround {
  readonly connection: pg.PoolConfig;
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly sealer: Sealer;
}

/** A store over connections that somebody else watches: every statement goes through `pool`. */
export function storeOver({ connection, pool, clock, sealer }: StoreGround): Store {
  const parts = storeParts(pool, clock, sealer);
  return {
    accounts: accountsOf(parts),
    attempts: authorizationAttemptsOf(parts),
    schedule: scheduleOf(parts),
    connectionNews: connectionNewsOf(parts),
    operator: operatorAccountsOf(parts),
    changes: changesOf(parts, connection),
    retention: retentionOf(parts),
    pool,
    forAccount: (accountId) => ({
      accountId,
      connections: connectionsOf(parts, accountId),
      tokens: tokenVaultOf(parts, accountId),
      settings: settingsOf(parts, accountId),
      workOrders: workOrdersOf(parts, accountId),
      intents: intentsOf(parts, accountId),
      runs: runsOf(parts, accountId),
      log: logOf(parts, accountId),
      leases: leasesOf(parts, accountId),
      foreignFaults: foreignFaultsOf(parts, accountId),
      stop: stopOf(parts, accountId),
      audit: auditOf(parts, accountId),
      licences: licencesOf(parts, accountId),
      orderLists: workOrderListsOf(parts, accountId),
      orderHistory: workOrderHistoryOf(parts, accountId),
      invoiceLife: invoiceLifeOf(parts, accountId),
      circuits: circuitsOf(parts, accountId),
      links: (administrationId) => linksOf(parts, accountId, administrationId),
      recordChoices: (administrationId) => recordChoicesOf(parts, accountId, administrationId),
    }),
    async close() {
      await pool.end();
    },
  };
}

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tools/test/test-database.ts';
import { systemClock } from '../kernel/clock.ts';
import { decimal } from '../kernel/decimal.ts';
import { Fault } from '../kernel/fault.ts';
import type { AccountId, AdministrationId, WorkOrderRowId } from '../model/ids.ts';
import { ASPERION_CONNECTOR } from '../model/licence.ts';
import { settingsSchema } from '../model/settings.ts';
import type { ConnectionTokens } from '../model/token-vault.ts';
import { AccountNotNamed } from './account-guard.ts';
import { AccountNameTaken } from './accounts.ts';
import { storeParts } from './database.ts';
import type { NewIntent } from './intents.ts';
import type { Lease } from './lease.ts';
import { openPool } from './pool.ts';
import { createSealer } from './sealing.ts';
import { SettingsChangedMeanwhile } from './settings.ts';
import { TRIAL_UNTIL } from './store.test-kit.ts';
import { type AccountStore, openStore, type Store } from './store.ts';

const KEY = new Uint8Array(32).fill(1);
const ADMINISTRATION = 101 as AdministrationId;
const tokens = (name: string): ConnectionTokens => ({
  accessToken: `a-${name}`,
  refreshToken: `r-${name}`,
  expiresAt: new Date('2030-01-01'),
});

describe('the store', () => {
  let database: TestDatabase;
  let store: Store;
  let second: Store;
  beforeAll(async () => {
    database = await testDatabase();
    const options = { connection: database.poolConfig, secretKey: KEY, clock: systemClock };
    store = openStore(options);
    second = openStore(options);
  });
  afterAll(async () => {
    await store.close();
    await second.close();
    await database.drop();
  });

  const newAccount = async (): Promise<AccountStore> => {
    const account = store.forAccount((await store.accounts.create(`Bedrijf ${randomUUID()}`, TRIAL_UNTIL)).id);
    await account.licences.order(ASPERION_CONNECTOR, 'test');
    return account;
  };
  const leaseOf = async (account: AccountStore): Promise<Lease> => {
    const lease = await account.leases.acquire('test', 30_000);
    if (!lease) throw new Error('the lease is taken');
    return lease;
  };
  const readyWorkOrder = async (account: AccountStore, lease: Lease, rowId: string) =>
    account.workOrders.judge(lease, [
      {
        rowId: rowId as WorkOrderRowId,
        state: 'ready',
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
  const invoiceIntent = (rowId: string): NewIntent => ({
    administrationId: ADMINISTRATION,
    kind: 'invoice',
    subject: rowId,
    mark: `(key-${rowId})`,
    request: {},
    lookAgainAt: new Date(Date.now() + 60_000),
  });

  describe('keeps companies apart', () => {
    test('a statement that names no account is refused before it reaches the database', async () => {
      const pool = openPool({ ...database.poolConfig, max: 1 });
      const { guarded } = storeParts(pool, systemClock, createSealer(KEY));
      await expect(guarded.selectFrom('work_order').selectAll().execute()).rejects.toThrow(AccountNotNamed);
      await expect(
        guarded
          .selectFrom('run as r')
          .selectAll()
          .where('id', '=', 'x' as never)
          .execute(),
      ).rejects.toThrow(AccountNotNamed);
      await expect(guarded.updateTable('link').set({ fingerprint: 'x' }).execute()).rejects.toThrow(AccountNotNamed);
      await expect(guarded.deleteFrom('log_line').execute()).rejects.toThrow(AccountNotNamed);
      await pool.end();
    });

    test('every table but the list of accounts and that of prices has an account in it', async () => {
      const pool = openPool({ ...database.poolConfig, max: 1 });
      const { rows } = await pool.query<{ table_name: string }>(
        `select table_name from information_schema.tables t where table_schema = 'public' and table_name not like 'kysely%' and table_name not in ('account', 'connector')
         and not exists (select 1 from information_schema.columns c where c.table_schema = 'public' and c.table_name = t.table_name and column_name = 'account_id')`,
      );
      const all = await pool.query(`select 1 from information_schema.tables where table_schema = 'public'`);
      expect(all.rowCount).toBeGreaterThan(10);
      expect(rows).toEqual([]);
      await pool.end();
    });

    test('one company sees nothing of another', async () => {
      const [one, other] = [await newAccount(), await newAccount()];
      const lease = await leaseOf(one);
      await readyWorkOrder(one, lease, '1');
      await one.log.add(null, [{ subjectKind: 'account', subjectKey: '', subjectName: '', result: 'notice' }]);
      const { run } = await one.runs.ask('export', 'person', 'test');
      expect(await other.workOrders.list({ limit: 10, offset: 0 })).toEqual([]);
      expect(await other.log.read({ limit: 10 })).toEqual([]);
      expect(await other.runs.find(run.id)).toBeNull();
    });

    test('two accounts whose names differ in letter case alone are one name', async () => {
      const name = `Naam ${randomUUID()}`;
      await store.accounts.create(name, TRIAL_UNTIL);
      await expect(store.accounts.create(name.toUpperCase(), TRIAL_UNTIL)).rejects.toThrow(AccountNameTaken);
    });
  });

  describe('lets one worker at a time at an account', () => {
    test('a second worker gets no lease until it is given back, and then a higher fence', async () => {
      const account = await newAccount();
      const lease = await leaseOf(account);
      expect(await account.leases.acquire('other', 30_000)).toBeNull();
      await account.leases.release(lease);
      const next = await account.leases.acquire('other', 30_000);
      expect(Number(next?.fence)).toBeGreaterThan(Number(lease.fence));
    });

    test('a worker whose lease passed to another can commit no intent', async () => {
      const account = await newAccount();
      const old = await account.leases.acquire('paused', 1);
      await expect.poll(() => account.leases.acquire('next', 30_000), { timeout: 30_000 }).not.toBeNull();
      await expect(account.intents.begin(old as Lease, invoiceIntent('1'))).rejects.toMatchObject({
        code: 'sync.lease_lost',
      });
      await expect(account.leases.prolong(old as Lease, 1_000)).rejects.toMatchObject({ code: 'sync.lease_lost' });
    });

    test('of twenty workers that ask at once one gets the lease', async () => {
      const account = await newAccount();
      const other = second.forAccount(account.accountId);
      const asked = await Promise.all(
        Array.from({ length: 20 }, (_, index) => (index % 2 ? account : other).leases.acquire(`w${index}`, 30_000)),
      );
      expect(asked.filter((lease) => lease !== null)).toHaveLength(1);
    });
  });

  describe('remembers intents', () => {
    test('an intent that is on its way, uncertain or done cannot be begun again; one that is certainly absent can', async () => {
      const account = await newAccount();
      const lease = await leaseOf(account);
      await readyWorkOrder(account, lease, '7');
      const intent = await account.intents.begin(lease, invoiceIntent('7'));
      if (!intent) throw new Error('not begun');
      expect(await account.intents.begin(lease, invoiceIntent('7'))).toBeNull();
      const settle = (end: Parameters<typeof account.intents.settle>[2]['end']) =>
        account.intents.settle(intent, null, { end, evidence: { what: 'looked-up', text: '' }, log: [] });
      expect(await settle({ kind: 'uncertain', lookAgainAt: new Date() })).toBe(true);
      expect(await account.intents.begin(lease, invoiceIntent('7'))).toBeNull();
      expect(await settle({ kind: 'absent' })).toBe(true);
      const again = await account.intents.begin(lease, invoiceIntent('7'));
      expect(again?.attempt).toBe(2);
      // The first attempt's late answer belongs to an intent that moved on.
      expect(await settle({ kind: 'done', foreignId: '9', invoiceNumber: null })).toBe(false);
    });

    test('an outcome is stored even when the lease was lost meanwhile', async () => {
      const account = await newAccount();
      const lease = await leaseOf(account);
      await readyWorkOrder(account, lease, '8');
      const intent = await account.intents.begin(lease, invoiceIntent('8'));
      await account.leases.release(lease);
      if (!intent) throw new Error('not begun');
      const end = { kind: 'done', foreignId: '31', invoiceNumber: null } as const;
      expect(await account.intents.settle(intent, null, { end, evidence: { what: 'found', text: '' }, log: [] })).toBe(
        true,
      );
      const [order] = await account.workOrders.list({ states: ['invoiced'], limit: 1, offset: 0 });
      expect(order).toMatchObject({ rowId: '8', invoiceId: '31' });
    });

    test('texts that PostgreSQL cannot hold, such as U+0000 and half an emoji, are kept as near as can be', async () => {
      const account = await newAccount();
      await account.log.add(null, [
        {
          subjectKind: 'article',
          subjectKey: 'a\u0000b',
          subjectName: '\ud83d',
          result: 'notice',
          parameters: { text: 'x\u0000\ud83d' },
        },
      ]);
      expect((await account.log.read({ limit: 1 }))[0]).toMatchObject({
        subjectKey: 'a\uFFFDb',
        parameters: { text: 'x\uFFFD\uFFFD' },
      });
    });
  });

  describe('keeps tokens', () => {
    test('no token stands in the database in clear', async () => {
      const account = await newAccount();
      await account.tokens.save(tokens('geheim'), 'test');
      await account.connections.saveOutSmart({ token: 'outsmart-geheim', outsmartKey: 'k', workStatusCode: null });
      const pool = openPool({ ...database.poolConfig, max: 1 });
      const { rows } = await pool.query(
        'select c::text from asperion_connection c union all select o::text from outsmart_connection o',
      );
      expect(rows.length).toBeGreaterThan(1);
      expect(JSON.stringify(rows)).not.toMatch(/a-geheim|r-geheim|outsmart-geheim/);
      expect((await account.tokens.read()).tokens.refreshToken).toBe('r-geheim');
      await pool.end();
    });

    test('a sealed token that is moved to another account does not open', async () => {
      const [one, other] = [await newAccount(), await newAccount()];
      await one.tokens.save(tokens('a'), 'test');
      await other.tokens.save(tokens('b'), 'test');
      const pool = openPool({ ...database.poolConfig, max: 1 });
      await pool.query(
        'update asperion_connection set tokens_sealed = (select tokens_sealed from asperion_connection where account_id = $1) where account_id = $2',
        [one.accountId, other.accountId],
      );
      await expect(other.tokens.read()).rejects.toMatchObject({ code: 'store.secret_unreadable' });
      await pool.end();
    });

    test('fifty callers in two processes with an expired token cause one refresh', async () => {
      const account = await newAccount();
      const other = second.forAccount(account.accountId);
      await account.tokens.save(tokens('0'), 'test');
      const { version } = await account.tokens.read();
      let refreshes = 0;
      const refresh = async () => {
        refreshes++;
        await new Promise((resolve) => setTimeout(resolve, 50));
        return tokens('1');
      };
      const all = await Promise.all(
        Array.from({ length: 50 }, (_, index) => (index % 2 ? account : other).tokens.renew(version, refresh)),
      );
      expect(refreshes).toBe(1);
      expect(new Set(all.map((stored) => stored.tokens.accessToken))).toEqual(new Set(['a-1']));
    });

    test('a refused refresh ends the connection; a passing failure only cools it down', async () => {
      const account = await newAccount();
      await account.tokens.save(tokens('0'), 'test');
      const { version } = await account.tokens.read();
      const unreachable = new Fault('asperion.unreachable', { retry: 'later' });
      await expect(account.tokens.renew(version, () => Promise.reject(unreachable))).rejects.toBe(unreachable);
      await expect(account.tokens.renew(version, async () => tokens('1'))).rejects.toMatchObject({
        code: 'asperion.unreachable',
        detail: { retryAfterMs: expect.any(Number) },
      });
      expect((await account.tokens.read()).tokens.accessToken).toBe('a-0');
      await account.tokens.save(tokens('2'), 'test');
      const ended = new Fault('asperion.connection_ended', { retry: 'after-reconnect' });
      await expect(account.tokens.renew(version + 1, () => Promise.reject(ended))).rejects.toBe(ended);
      await expect(account.tokens.read()).rejects.toMatchObject({ code: 'asperion.connection_ended' });
      expect(await account.connections.asperion()).toMatchObject({ state: 'ended' });
    });
  });

  describe('keeps settings, runs and the schedule', () => {
    test('of two people that save at once the second is told, and nothing is overwritten', async () => {
      const account = await newAccount();
      const value = settingsSchema.parse({ administrationId: 101 });
      const saving = { basedOn: 0, exportEveryMs: null, changes: [] };
      await account.settings.save(value, { ...saving, savedBy: 'een' });
      await expect(account.settings.save(value, { ...saving, savedBy: 'twee' })).rejects.toThrow(
        SettingsChangedMeanwhile,
      );
      expect((await account.settings.current())?.savedBy).toBe('een');
    });

    test('the same job asked for twice while it waits is one run', async () => {
      const account = await newAccount();
      const [first, again, otherJob] = [
        await account.runs.ask('export', 'person', 'a'),
        await account.runs.ask('export', 'schedule', 'b'),
        await account.runs.ask('debtors', 'person', 'a'),
      ];
      expect(again).toMatchObject({ isNew: false, run: { id: first.run.id } });
      expect(otherJob.isNew).toBe(true);
    });

    test('due accounts are taken once, and what was missed is not made up for', async () => {
      const account = await newAccount();
      const everyMs = 900_000;
      await store.schedule.add(account.accountId, everyMs);
      const pool = openPool({ ...database.poolConfig, max: 1 });
      await pool.query(`update schedule set next_run_at = now() - interval '50 minutes' where account_id = $1`, [
        account.accountId,
      ]);
      const taken = (
        await Promise.all([store.schedule.takeDue(everyMs, 500), second.schedule.takeDue(everyMs, 500)])
      ).flat();
      expect(taken.filter((id: AccountId) => id === account.accountId)).toHaveLength(1);
      const next = (await store.schedule.next(account.accountId))?.getTime() ?? 0;
      expect(next).toBeGreaterThan(Date.now());
      expect(next).toBeLessThanOrEqual(Date.now() + everyMs);
      await pool.end();
    });

    test('accounts are spread over the cycle', async () => {
      const ids = (await Promise.all(Array.from({ length: 40 }, newAccount))).map(({ accountId }) => accountId);
      const moments = [];
      for (const id of ids) {
        await store.schedule.add(id, 900_000);
        moments.push((await store.schedule.next(id))?.getTime() ?? 0);
      }
      expect(Math.max(...moments) - Math.min(...moments)).toBeGreaterThan(300_000);
    });

    test('an authorization attempt serves once', async () => {
      const account = await newAccount();
      await store.attempts.begin(account.accountId, 'staat', { ...ATTEMPT, sessionId: null });
      expect(await store.attempts.take('andere', null)).toEqual({ kind: 'unknown' });
      expect(await store.attempts.take('staat', null)).toMatchObject({
        kind: 'taken',
        attempt: { accountId: account.accountId, secrets: { codeVerifier: 'v' }, isFromPage: false },
      });
      expect(await store.attempts.take('staat', null)).toEqual({ kind: 'unknown' });
    });

    test('an attempt of a browser session serves that session alone', async () => {
      const account = await newAccount();
      await store.attempts.begin(account.accountId, 'van-de-pagina', { ...ATTEMPT, sessionId: 'sessie-1' });
      expect(await store.attempts.take('van-de-pagina', null)).toEqual({ kind: 'other-session' });
      expect(await store.attempts.take('van-de-pagina', 'sessie-2')).toEqual({ kind: 'other-session' });
      expect(await store.attempts.take('van-de-pagina', 'sessie-1')).toMatchObject({
        kind: 'taken',
        attempt: { isFromPage: true },
      });
    });
  });
});

const ATTEMPT = {
  secrets: { codeVerifier: 'v', redirectUri: 'http://localhost/x' },
  startedBy: 'test',
  lifetimeMs: 60_000,
};

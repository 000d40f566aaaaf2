import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AdministrationId } from '../model/ids.ts';
import { invoiceIntent, judged, leaseOf, type OpenedStore, openTestStore } from './store.test-kit.ts';
import type { AccountStore } from './store.ts';

let opened: OpenedStore;
let account: AccountStore;

const never = new AbortController().signal;
const query = (sql: string, values: unknown[] = []) => opened.store.pool.query(sql, values);
const count = async (table: string): Promise<number> =>
  Number((await query(`select count(*) from ${table} where account_id = $1`, [account.accountId])).rows[0].count);

beforeEach(async () => {
  opened = await openTestStore();
  account = await opened.newAccount();
});

afterEach(() => opened?.close());

/** So many months ago. */
async function addLines(months: number, lines: number, runId: string | null = null): Promise<void> {
  await query(
    `insert into log_line (account_id, run_id, at, subject_kind, subject_key, subject_name, result)
     select $1, $2, now() - make_interval(months => $3), 'debtor', 'D' || n, '', 'new' from generate_series(1, $4) n`,
    [account.accountId, runId, months, lines],
  );
}

async function addRun(months: number, state = 'done'): Promise<string> {
  const { rows } = await query(
    `insert into run (account_id, job, trigger, started_by, state, queued_at, touched_at, finished_at)
     values ($1, 'export', 'schedule', 'schedule', $2, now() - make_interval(months => $3), now(),
       case when $2 = 'done' then now() - make_interval(months => $3) end) returning id`,
    [account.accountId, state, months],
  );
  return rows[0].id;
}

describe('What is older than thirteen months is removed', () => {
  test('lines of the log and their runs, in small parts; what is younger stays', async () => {
    const [old, young] = [await addRun(14), await addRun(12)];
    await addLines(14, 2_500, old);
    await addLines(12, 10, young);
    // A run that a younger line names stays with it.
    const kept = await addRun(14);
    await addLines(1, 1, kept);
    const unfinished = await addRun(14, 'queued');
    const removed = await opened.store.retention.removeOld(never);
    expect(removed).toMatchObject({ logLines: 2_500, runs: 1 });
    expect(await count('log_line')).toBe(11);
    const runs = (await query('select id from run where account_id = $1', [account.accountId])).rows.map(
      ({ id }) => id,
    );
    expect(runs.sort()).toEqual([young, kept, unfinished].sort());
  });

  test('entries of the audit trail, which cannot be removed sooner by anybody', async () => {
    await account.audit.add({ by: 'test', action: 'run.started' });
    const young = await count('audit_entry');
    await query(
      `insert into audit_entry (account_id, at, by_name, action) values ($1, now() - interval '14 months', 'test', 'run.started')`,
      [account.accountId],
    );
    expect(await opened.store.retention.removeOld(never)).toMatchObject({ auditEntries: 1 });
    expect(await count('audit_entry')).toBe(young);
    await expect(query('delete from audit_entry')).rejects.toThrow('only grows');
  });

  test('begun connections, whose secrets are of no use any more', async () => {
    const attempt = { secrets: { codeVerifier: 'v', redirectUri: 'http://localhost/x' }, startedBy: 'test' };
    await opened.store.attempts.begin(account.accountId, 'jong', { ...attempt, lifetimeMs: 60_000, sessionId: null });
    await query(
      `insert into authorization_attempt (state_hash, account_id, secrets_sealed, started_by, created_at, expires_at)
       select 'oud', account_id, secrets_sealed, started_by, now() - interval '14 months', now() - interval '14 months'
       from authorization_attempt`,
    );
    expect(await opened.store.retention.removeOld(never)).toMatchObject({ attempts: 1 });
  });

  test('intents whose invoice is acknowledged; never one that is open or may still matter', async () => {
    const lease = await leaseOf(account);
    for (const rowId of ['1', '2', '3']) {
      await judged(account, lease, rowId);
      const intent = await account.intents.begin(lease, invoiceIntent(rowId));
      if (!intent) throw new Error('it may begin');
      if (rowId === '3') continue;
      await account.intents.settle(intent, null, {
        end: { kind: 'done', foreignId: `F${rowId}`, invoiceNumber: null },
        evidence: { what: 'found', text: '' },
        log: [],
      });
    }
    await account.workOrders.acknowledged(lease, '1' as never);
    await query(`update intent set committed_at = now() - interval '14 months'`);
    await query(`update work_order set state_since = now() - interval '14 months'`);
    expect(await opened.store.retention.removeOld(never)).toMatchObject({ intents: 1 });
    const left = await account.intents.find(101 as AdministrationId, 'invoice', ['1', '2', '3']);
    expect([...left.keys()].sort()).toEqual(['2', '3']);
  });

  test('not once the program stops', async () => {
    await addLines(14, 10);
    expect(await opened.store.retention.removeOld(AbortSignal.abort())).toMatchObject({ logLines: 0 });
    expect(await count('log_line')).toBe(10);
  });
});

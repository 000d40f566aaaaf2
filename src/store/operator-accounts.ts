/**
 * How every company of this installation stands, for who runs it: connections, licence, lateness, the last fault. Reads no
 * business data: no work orders, amounts, names of customers or lines of the log.
 */
import { sql } from 'kysely';
import { dayInAmsterdam, type IsoDate } from '../kernel/dates.ts';
import type { AccountId } from '../model/ids.ts';
import { ASPERION_CONNECTOR, type LicenceState, licenceStateOn } from '../model/licence.ts';
import { addAuditEntry } from './audit.ts';
import type { StoreParts } from './database.ts';

export interface OperatorAccount {
  readonly accountId: AccountId;
  readonly name: string;
  readonly createdAt: Date;
  readonly isSuspended: boolean;
  readonly licence: LicenceState;
  readonly outsmart: 'none' | 'connected' | 'refused';
  readonly asperion: 'none' | 'connected' | 'ended' | 'disconnected';
  readonly isExportOn: boolean;
  /** End of the last run. */
  readonly lastRunAt: Date | null;
  /** Null when it does not export by itself, or may not work now. */
  readonly nextRunAt: Date | null;
  /** Whole minutes that an export should have begun ago: one that nobody asked for, or that waits. */
  readonly lateMinutes: number;
  readonly lastFault: {
    readonly code: string;
    readonly at: Date;
  } | null;
  /** Why nothing is exported until a person decides. */
  readonly stoppedCode: string | null;
}

export interface OperatorFilter {
  /** Part of the name, letter case aside; empty: all. */
  readonly search: string;
  /** `trouble`: late, stopped, a connection that was lost, or a last run that failed. */
  readonly only: 'all' | 'trouble' | 'suspended';
  readonly limit: number;
  readonly offset: number;
}

export interface OperatorAccounts {
  /** By name. */
  list(filter: OperatorFilter): Promise<{ readonly accounts: readonly OperatorAccount[]; readonly total: number }>;
  /** Nothing is synchronised from now on. Answers whether there is such a company that was not suspended yet. */
  suspend(accountId: AccountId, by: string): Promise<boolean>;
  /** Takes it back; the schedule goes on by itself. Answers whether it was suspended. */
  resume(accountId: AccountId, by: string): Promise<boolean>;
}

/** The tick comes every minute and a run may wait for a free worker; only what is later than this needs somebody. */
const LATE_MINUTES_OF_TROUBLE = 5;
/** How a run ends that nothing is wrong with. */
const HARMLESS_FAULTS = ['sync.first_export_unconfirmed', 'sync.cancelled', 'sync.no_licence', 'sync.suspended'];

export function operatorAccountsOf(parts: StoreParts): OperatorAccounts {
  const { acrossAccounts: db, clock } = parts;
  return {
    async list(filter) {
      const now = clock.now();
      const found = await sql<PageRow>`
        with standing as (${standings(now)}), chosen as (select * from standing where ${matches(filter)})
        select chosen.*, fault.*, total from (select count(*)::int as total from chosen) as counted
          left join lateral (
            select * from chosen order by lower(name), account_id limit ${filter.limit} offset ${filter.offset}
          ) as chosen on true
          left join lateral (
            select fault_code, coalesce(finished_at, queued_at) as fault_at from run
            where run.account_id = chosen.account_id and fault_code is not null and fault_code <> all(${HARMLESS_FAULTS})
            order by queued_at desc limit 1
          ) as fault on true
        order by lower(chosen.name), chosen.account_id`.execute(db);
      const rows = found.rows.flatMap((row) => (row.account_id === null ? [] : [accountFromRow(row, now)]));
      return { accounts: rows, total: found.rows[0]?.total ?? 0 };
    },
    suspend: (accountId, by) => setSuspension(parts, accountId, { by, isSuspended: true }),
    resume: (accountId, by) => setSuspension(parts, accountId, { by, isSuspended: false }),
  };
}

/** One row a company, with what the filters look at. */
function standings(now: Date) {
  const today = dayInAmsterdam(now);
  return sql`
    select account.id as account_id, name, account.created_at, suspended_at, stopped_code, paid_from, ends_on,
      outsmart_connection.state as outsmart, asperion_connection.state as asperion,
      coalesce((newest.value->>'exportOn')::boolean, false) as is_export_on,
      last_run.finished_at as last_run_at, last_run.state as last_run_state,
      case when may_work then next_run_at end as next_run_at,
      greatest(0, floor(extract(epoch from ${now}::timestamptz - least(
        case when may_work then next_run_at end, waiting.queued_at)) / 60))::int as late_minutes
    from account
      left join licence on licence.account_id = account.id and connector = ${ASPERION_CONNECTOR}
      cross join lateral (
        select suspended_at is null and paid_from is not null and (ends_on is null or ends_on >= ${today}::date) as may_work
      ) as standing
      left join outsmart_connection on outsmart_connection.account_id = account.id
      left join asperion_connection on asperion_connection.account_id = account.id
      left join schedule on schedule.account_id = account.id
      left join run as waiting on waiting.account_id = account.id and waiting.job = 'export' and waiting.state = 'queued'
      left join lateral (
        select value from settings_version where account_id = account.id order by version desc limit 1
      ) as newest on true
      left join lateral (
        select finished_at, state from run where run.account_id = account.id and finished_at is not null
        order by queued_at desc limit 1
      ) as last_run on true`;
}

function matches({ search, only }: OperatorFilter) {
  const pattern = `%${search.replace(/[\\%_]/g, String.raw`\$&`)}%`;
  const named = search === '' ? sql`true` : sql`name ilike ${pattern}`;
  if (only === 'suspended') return sql`${named} and suspended_at is not null`;
  if (only === 'all') return named;
  return sql`${named} and suspended_at is null and (stopped_code is not null or outsmart = 'refused' or asperion = 'ended'
    or late_minutes >= ${LATE_MINUTES_OF_TROUBLE} or last_run_state = 'failed')`;
}

async function setSuspension(
  { acrossAccounts, clock }: StoreParts,
  accountId: AccountId,
  { by, isSuspended }: { readonly by: string; readonly isSuspended: boolean },
): Promise<boolean> {
  return acrossAccounts.transaction().execute(async (trx) => {
    const now = clock.now();
    const changed = await trx
      .updateTable('account')
      .set({ suspended_at: isSuspended ? now : null, suspended_by: isSuspended ? by : null })
      .where('id', '=', accountId)
      .where('suspended_at', isSuspended ? 'is' : 'is not', null)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) return false;
    await addAuditEntry(trx, accountId, now, { by, action: isSuspended ? 'account.suspended' : 'account.resumed' });
    return true;
  });
}

/** All but the total is null when the page is empty. */
interface PageRow {
  readonly total: number;
  readonly account_id: AccountId | null;
  readonly name: string;
  readonly created_at: Date;
  readonly suspended_at: Date | null;
  readonly stopped_code: string | null;
  readonly paid_from: IsoDate | null;
  readonly ends_on: IsoDate | null;
  readonly outsmart: 'connected' | 'refused' | null;
  readonly asperion: 'connected' | 'ended' | 'disconnected' | null;
  readonly is_export_on: boolean;
  readonly last_run_at: Date | null;
  readonly next_run_at: Date | null;
  readonly late_minutes: number;
  readonly fault_code: string | null;
  readonly fault_at: Date | null;
}

function accountFromRow(row: PageRow, now: Date): OperatorAccount {
  const days = row.paid_from === null ? null : { paidFrom: row.paid_from, endsOn: row.ends_on };
  return {
    accountId: row.account_id as AccountId,
    name: row.name,
    createdAt: row.created_at,
    isSuspended: row.suspended_at !== null,
    licence: licenceStateOn(days, dayInAmsterdam(now)),
    outsmart: row.outsmart ?? 'none',
    asperion: row.asperion ?? 'none',
    isExportOn: row.is_export_on,
    lastRunAt: row.last_run_at,
    nextRunAt: row.next_run_at,
    lateMinutes: row.late_minutes,
    lastFault: row.fault_code === null || row.fault_at === null ? null : { code: row.fault_code, at: row.fault_at },
    stoppedCode: row.stopped_code,
  };
}

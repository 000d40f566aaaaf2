/**
 * The tables as Kysely sees them; the truth is in migrations/. Timestamps arrive as Date, numeric and bigint as text.
 */
import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from 'kysely';
import type { ForeignSystem } from '../kernel/fault.ts';
import type { InvoiceStage } from '../model/accounting.ts';
import type { Finding } from '../model/finding.ts';
import type { AccountId, RunId, WorkOrderRowId } from '../model/ids.ts';
import type { MemberChange } from '../model/work-order.ts';
import type { IntentKind, IntentState, WorkOrderState } from '../model/work-order-state.ts';
import type { Evidence, JobName, LinkKind, LinkState, LogResult, RunCounts, RunState, RunTrigger } from './records.ts';

/** A jsonb column: read as parsed, written as text. */
type Json<T> = JSONColumnType<T & object, string, string>;
/** A date column is read as `YYYY-MM-DD` (see pool.ts). */
type DateText = string;

interface AccountTable {
  id: Generated<AccountId>;
  name: string;
  created_at: Date;
  stopped_code: string | null;
  stopped_parameters: ColumnType<Record<string, string> | null, string | null, string | null>;
  stopped_at: Date | null;
  trial_until: DateText;
  suspended_at: Date | null;
  suspended_by: string | null;
}

interface OutSmartConnectionTable {
  account_id: AccountId;
  outsmart_key: string;
  token_sealed: string;
  token_ending: string;
  state: 'connected' | 'refused';
  state_since: Date;
  state_code: string | null;
  work_status_code: string | null;
  connected_at: Date;
}

interface AsperionConnectionTable {
  account_id: AccountId;
  tokens_sealed: string | null;
  version: number;
  state: 'connected' | 'ended' | 'disconnected';
  state_since: Date;
  state_code: string | null;
  cool_down_until: Date | null;
  connected_at: Date;
  connected_by: string;
  told_ended: Generated<boolean>;
}

interface AuthorizationAttemptTable {
  state_hash: string;
  account_id: AccountId;
  secrets_sealed: string;
  started_by: string;
  created_at: Date;
  expires_at: Date;
  finished_at: Date | null;
  outcome: 'connected' | 'refused' | null;
  outcome_text: string | null;
  session_hash: string | null;
}

interface SettingsVersionTable {
  account_id: AccountId;
  version: number;
  saved_at: Date;
  saved_by: string;
  value: Json<object>;
}

interface FirstExportTable {
  account_id: AccountId;
  administration_id: number;
  confirmed_at: Date;
  confirmed_by: string;
  start_date: DateText | null;
}

interface LinkTable {
  account_id: AccountId;
  administration_id: number;
  kind: LinkKind;
  source_id: string;
  target_key: string;
  fingerprint: string;
  state: LinkState;
  changed_at: Date;
}

interface WorkOrderTable {
  account_id: AccountId;
  row_id: WorkOrderRowId;
  state: WorkOrderState;
  state_since: Date;
  deadline: Date | null;
  administration_id: number | null;
  order_number: string;
  customer_name: string;
  debtor_number: string;
  work_date: DateText | null;
  amount: string;
  findings: Json<Finding[]>;
  told: string | null;
  first_seen_at: Date;
  seen_at: Date;
  invoice_id: string | null;
  invoice_number: string | null;
  decided_by: string | null;
  invoice_stage: InvoiceStage | null;
  invoice_total: string | null;
  invoice_print: string | null;
  invoice_changed_at: Date | null;
  invoice_looked_at: Date | null;
  order_changes: ColumnType<readonly MemberChange[] | null, string | null, string | null>;
  remake_by: string | null;
}

interface IntentTable {
  id: Generated<string>;
  account_id: AccountId;
  administration_id: number;
  kind: IntentKind;
  subject: string;
  state: IntentState;
  attempt: number;
  mark: string;
  request: Json<object>;
  committed_at: Date;
  look_again_at: Date | null;
  foreign_id: string | null;
  evidence: Json<Evidence[]>;
}

interface RunTable {
  id: Generated<RunId>;
  account_id: AccountId;
  job: JobName;
  trigger: RunTrigger;
  started_by: string;
  state: RunState;
  phase: string | null;
  counts: Json<RunCounts>;
  calls: number;
  queued_at: Date;
  started_at: Date | null;
  touched_at: Date;
  finished_at: Date | null;
  fault_code: string | null;
  fault_parameters: ColumnType<Record<string, string> | null, string | null, string | null>;
  is_cancel_asked: boolean;
  fence: string | null;
}

interface LogLineTable {
  id: Generated<string>;
  account_id: AccountId;
  run_id: RunId | null;
  at: Date;
  subject_kind: string;
  subject_key: string;
  subject_name: string;
  result: LogResult;
  code: string | null;
  parameters: Json<Record<string, unknown>>;
  search_text: GeneratedAlways<string>;
}

interface AccountLeaseTable {
  account_id: AccountId;
  fence: string;
  holder: string;
  expires_at: Date;
}

interface ScheduleTable {
  account_id: AccountId;
  next_run_at: Date;
}

interface ForeignFaultTable {
  id: Generated<string>;
  account_id: AccountId;
  at: Date;
  code: string;
  system: string | null;
  call: string | null;
  field: string | null;
  masked_body: string | null;
}

interface ConnectorTable {
  name: string;
  title: string;
  description: string;
  once_amount: string;
  year_amount: string;
  vat_percentage: string;
}

interface LicenceTable {
  account_id: AccountId;
  connector: string;
  ordered_at: Date;
  ordered_by: string;
  starts_on: DateText;
  paid_from: DateText;
  cancelled_at: Date | null;
  cancelled_by: string | null;
  ends_on: DateText | null;
}

interface RecordChoiceTable {
  account_id: AccountId;
  administration_id: number;
  kind: 'debtor' | 'article';
  code_key: string;
  code: string;
  choice: 'link' | 'create';
  target_code: string | null;
  target_name: string | null;
  chosen_by: string;
  chosen_at: Date;
}

interface AuditEntryTable {
  id: Generated<string>;
  account_id: AccountId;
  at: Date;
  by_name: string;
  action: string;
  parameters: Json<Record<string, string>>;
  changes: Json<readonly { field: string; before: string; after: string }[]>;
}

interface CircuitTable {
  account_id: AccountId;
  system: ForeignSystem;
  failures: number;
  last_code: string;
  open_until: Date | null;
}

export interface Tables {
  circuit: CircuitTable;
  account: AccountTable;
  outsmart_connection: OutSmartConnectionTable;
  asperion_connection: AsperionConnectionTable;
  authorization_attempt: AuthorizationAttemptTable;
  settings_version: SettingsVersionTable;
  first_export: FirstExportTable;
  link: LinkTable;
  work_order: WorkOrderTable;
  intent: IntentTable;
  run: RunTable;
  log_line: LogLineTable;
  account_lease: AccountLeaseTable;
  schedule: ScheduleTable;
  foreign_fault: ForeignFaultTable;
  connector: ConnectorTable;
  licence: LicenceTable;
  record_choice: RecordChoiceTable;
  audit_entry: AuditEntryTable;
}

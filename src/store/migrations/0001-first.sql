-- Everything the connector remembers. Every table that holds a customer's records names its account in the key.

create table account (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  created_at timestamptz not null,
  -- A stop that only a person lifts, such as an invoice that landed in another administration. Null: not stopped.
  stopped_code text,
  stopped_parameters jsonb,
  stopped_at timestamptz
);
-- People name accounts on the command line; two that differ in letter case alone would be a trap.
create unique index account_name on account (lower(name));

create table outsmart_connection (
  account_id uuid primary key references account (id),
  -- Stable name of the OutSmart account inside marks of origin. Never changes once an invoice may carry it.
  outsmart_key text not null,
  token_sealed text not null,
  token_ending text not null,
  state text not null check (state in ('connected', 'refused')),
  state_since timestamptz not null,
  state_code text,
  -- The work status that was found or created at connection time; null while a person has to choose.
  work_status_code text,
  connected_at timestamptz not null
);

create table asperion_connection (
  account_id uuid primary key references account (id),
  tokens_sealed text,
  -- Goes up with every change of the tokens: compare and swap.
  version integer not null,
  state text not null check (state in ('connected', 'ended', 'disconnected')),
  state_since timestamptz not null,
  state_code text,
  -- No renewal is tried before this moment, after one that failed for a passing reason.
  cool_down_until timestamptz,
  connected_at timestamptz not null,
  connected_by text not null
);

create table authorization_attempt (
  -- Hash of the OAuth state: whoever shows the state is the browser that began.
  state_hash text primary key,
  account_id uuid not null references account (id),
  secrets_sealed text not null,
  started_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  finished_at timestamptz,
  outcome text check (outcome in ('connected', 'refused')),
  outcome_text text
);
create index authorization_attempt_account on authorization_attempt (account_id, created_at);

create table settings_version (
  account_id uuid not null references account (id),
  version integer not null,
  saved_at timestamptz not null,
  saved_by text not null,
  value jsonb not null,
  primary key (account_id, version)
);

-- The first export of a connection is a person's decision (product.md 4.9), once per administration.
create table first_export (
  account_id uuid not null references account (id),
  administration_id integer not null,
  confirmed_at timestamptz not null,
  confirmed_by text not null,
  -- Work orders from before this day are left out; null: all go.
  start_date date,
  primary key (account_id, administration_id)
);

create table link (
  account_id uuid not null references account (id),
  administration_id integer not null,
  kind text not null check (kind in ('relation', 'material', 'hour-type')),
  -- Asperion's id and OutSmart's key of the same record.
  source_id text not null,
  target_key text not null,
  -- Hash of the record as last written to OutSmart; equal means nothing to write.
  fingerprint text not null,
  state text not null check (state in ('present', 'inactive', 'gone', 'moved')),
  changed_at timestamptz not null,
  primary key (account_id, administration_id, kind, source_id)
);

create table work_order (
  account_id uuid not null references account (id),
  row_id text not null,
  state text not null check (state in
    ('ready', 'waiting', 'sending', 'uncertain', 'invoiced', 'acknowledged', 'skipped', 'withdrawn', 'misplaced')),
  state_since timestamptz not null,
  -- When this state must have been looked at again; null for states that may last.
  deadline timestamptz,
  administration_id integer,
  order_number text not null,
  customer_name text not null,
  debtor_number text not null,
  work_date date,
  amount numeric not null,
  findings jsonb not null default '[]',
  -- The reasons as last told, so that a waiting work order is reported once.
  told text,
  first_seen_at timestamptz not null,
  seen_at timestamptz not null,
  invoice_id text,
  invoice_number text,
  decided_by text,
  primary key (account_id, row_id)
);
-- The lists of the page and of every run: open states of one account.
create index work_order_state on work_order (account_id, state, state_since);

create table intent (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references account (id),
  administration_id integer not null,
  kind text not null check (kind in ('invoice', 'debtor', 'article')),
  -- Row id of the work order, folded customer number, or folded article code.
  subject text not null,
  state text not null check (state in ('sending', 'uncertain', 'absent', 'unsent', 'refused', 'done', 'misplaced')),
  attempt integer not null,
  mark text not null,
  request jsonb not null,
  committed_at timestamptz not null,
  look_again_at timestamptz,
  foreign_id text,
  -- What was asked and answered, in order; shown to people.
  evidence jsonb not null default '[]',
  unique (account_id, administration_id, kind, subject)
);
-- What every run must settle before anything new.
create index intent_open on intent (account_id, administration_id) where state in ('sending', 'uncertain', 'absent', 'misplaced');

create table run (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references account (id),
  job text not null check (job in ('full', 'debtors', 'articles', 'hourtypes', 'export')),
  trigger text not null check (trigger in ('schedule', 'person')),
  started_by text not null,
  state text not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  phase text,
  counts jsonb not null default '{}',
  calls integer not null default 0,
  queued_at timestamptz not null,
  started_at timestamptz,
  touched_at timestamptz not null,
  finished_at timestamptz,
  fault_code text,
  fault_parameters jsonb,
  is_cancel_asked boolean not null default false
);
-- Pressing a button twice while the first press still waits is one run.
create unique index run_queued on run (account_id, job) where state = 'queued';
create index run_account on run (account_id, queued_at desc);

create table log_line (
  id bigint generated always as identity primary key,
  account_id uuid not null references account (id),
  run_id uuid references run (id),
  at timestamptz not null,
  subject_kind text not null,
  subject_key text not null,
  subject_name text not null,
  result text not null,
  code text,
  parameters jsonb not null default '{}'
);
create index log_line_account on log_line (account_id, id desc);
create index log_line_run on log_line (account_id, run_id, id);

create table account_lease (
  account_id uuid primary key references account (id),
  -- Goes up with every holder: who shows an old one may not write.
  fence bigint not null,
  holder text not null,
  expires_at timestamptz not null
);

create table schedule (
  account_id uuid primary key references account (id),
  next_run_at timestamptz not null
);
-- The tick asks for what is due over all accounts.
create index schedule_due on schedule (next_run_at);

create table foreign_fault (
  id bigint generated always as identity primary key,
  account_id uuid not null references account (id),
  at timestamptz not null,
  code text not null,
  system text,
  call text,
  field text,
  masked_body text
);
create index foreign_fault_account on foreign_fault (account_id, id desc);

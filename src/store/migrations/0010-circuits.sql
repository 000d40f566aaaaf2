-- Systems that did not answer an account several runs in a row: automatic runs leave them alone for a while.
create table circuit (
  account_id uuid not null references account (id),
  system text not null check (system in ('outsmart', 'asperion')),
  failures integer not null,
  last_code text not null,
  -- Null while it is closed: calls go through.
  open_until timestamptz,
  primary key (account_id, system)
);
-- The calls of the last day of one account.
create index run_account_started on run (account_id, started_at) include (calls);

-- What the page needs: licences, people's choices about single records, who did what.

-- Last day on which connectors are used without cost.
alter table account add column trial_until date;
update account set trial_until = (created_at at time zone 'Europe/Amsterdam')::date + 30;
alter table account alter column trial_until set not null;
-- The operator's stop: nothing is synchronised, people can still look. Null: not suspended.
alter table account add column suspended_at timestamptz;
alter table account add column suspended_by text;

-- What can be ordered and for how much; an installation changes its prices here.
create table connector (
  name text primary key,
  title text not null,
  description text not null,
  once_amount numeric not null,
  year_amount numeric not null,
  vat_percentage numeric not null
);
insert into connector (name, title, description, once_amount, year_amount, vat_percentage) values
  ('asperion', 'Asperion',
   'Complete werkbonnen worden conceptfacturen. Relaties, materialen en uursoorten komen uit Asperion.', 0, 120, 21);

create table licence (
  account_id uuid not null references account (id),
  connector text not null references connector (name),
  ordered_at timestamptz not null,
  ordered_by text not null,
  starts_on date not null,
  -- First day that is paid for: the day after the trial, or the day of the order. Years count from here.
  paid_from date not null,
  cancelled_at timestamptz,
  cancelled_by text,
  -- Last day; null while it goes on.
  ends_on date,
  primary key (account_id, connector)
);
-- Companies that were at work before there were licences go on.
insert into licence (account_id, connector, ordered_at, ordered_by, starts_on, paid_from)
  select id, 'asperion', created_at, '', (created_at at time zone 'Europe/Amsterdam')::date, trial_until + 1 from account;

-- A person's word about one code of OutSmart: it is that record in Asperion, or it may be created there.
create table record_choice (
  account_id uuid not null references account (id),
  administration_id integer not null,
  kind text not null check (kind in ('debtor', 'article')),
  -- The code folded, as it is compared; and as people spell it.
  code_key text not null,
  code text not null,
  choice text not null check (choice in ('link', 'create')),
  -- Of a link: customer number or article code in Asperion, and the name it had.
  target_code text,
  target_name text,
  chosen_by text not null,
  chosen_at timestamptz not null,
  primary key (account_id, administration_id, kind, code_key)
);

-- Who changed what from what to what, and who started what. Only grows; what is older than a year may go.
create table audit_entry (
  id bigint generated always as identity primary key,
  account_id uuid not null references account (id),
  at timestamptz not null,
  -- The person's name as it was then.
  by_name text not null,
  action text not null,
  parameters jsonb not null default '{}',
  -- One {field, before, after} for each thing that changed.
  changes jsonb not null default '[]'
);
create index audit_entry_account on audit_entry (account_id, id desc);
create function audit_entry_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.at < now() - interval '366 days' then return old; end if;
  raise exception 'the audit trail only grows';
end $$;
create trigger audit_entry_stays before update or delete on audit_entry
  for each row execute function audit_entry_stays();

-- Hash of the browser session that began to connect; null for one begun on the command line.
alter table authorization_attempt add column session_hash text;

-- The lists of the page: by month of the work, and the newest work first.
create index work_order_work_date on work_order (account_id, work_date desc nulls first, row_id);

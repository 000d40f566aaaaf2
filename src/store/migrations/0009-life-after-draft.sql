-- What Asperion says later of an invoice that was made (product.md 4.5), and what a person is to say about it.
alter table work_order
  -- Null: not looked at yet.
  add column invoice_stage text check (invoice_stage in ('draft', 'final', 'paid')),
  -- Excluding VAT, as it was when last looked at.
  add column invoice_total numeric,
  -- Tells whether the draft is still what it was.
  add column invoice_print text,
  add column invoice_changed_at timestamptz,
  add column invoice_looked_at timestamptz,
  -- How the work order differs from what was invoiced, until a person says that it may stay so.
  add column order_changes jsonb,
  -- Who asked that an invoice that was deleted in Asperion is made again; it need not be offered by OutSmart then.
  add column remake_by text;

alter table work_order drop constraint work_order_state_check;
alter table work_order add constraint work_order_state_check check (state in
  ('ready', 'waiting', 'sending', 'uncertain', 'invoiced', 'acknowledged', 'skipped', 'withdrawn', 'misplaced', 'deleted'));

create index work_order_followed on work_order (account_id, invoice_looked_at)
  where state in ('invoiced', 'acknowledged') and invoice_stage is distinct from 'paid';
create index work_order_changed on work_order (account_id) where order_changes is not null;

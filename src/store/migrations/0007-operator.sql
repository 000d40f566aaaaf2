-- The newest fault of each company, among all its runs of a year.
create index run_with_fault on run (account_id, queued_at desc) where fault_code is not null;

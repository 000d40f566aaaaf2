-- Runs that wait or go on are looked for over all accounts every minute, among all that ever were.
create index run_going_on on run (touched_at) where state in ('queued', 'running');

-- Fence of the lease under which the run last began: a worker that was away does not end what another took over.
alter table run add column fence bigint;

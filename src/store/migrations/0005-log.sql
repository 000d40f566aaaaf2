-- The log of a year: found within a blink, and removed after its time.

-- What people look for in a line: its key and name, and of a work order that waits the codes and names that it waits for.
create function log_line_search_text(subject_key text, subject_name text, parameters jsonb) returns text
  language sql immutable parallel safe
  return lower(subject_key || ' ' || subject_name || case when parameters ? 'findings' then
    ' ' || jsonb_path_query_array(parameters, '$.findings[*].code')::text
        || jsonb_path_query_array(parameters, '$.findings[*].name')::text else '' end);
alter table log_line add column search_text text not null
  generated always as (log_line_search_text(subject_key, subject_name, parameters)) stored;

-- Filtering and counting reads this index alone: a search for a part of a text passes every line of the company, and the
-- lines themselves are ten times as much to read. An index of trigrams would need an extension, which hosted databases may
-- not allow; and this one takes the place of the one on (account_id, id).
create index log_line_page on log_line (account_id, id desc) include (at, result, search_text);
drop index log_line_account;
-- The lines of one result, such as all that failed.
create index log_line_result on log_line (account_id, result, id desc);
-- Of one run; also what deleting a run looks at, which does not name the account.
create index log_line_of_run on log_line (run_id, id);
drop index log_line_run;
-- A line of the log leads to its work order.
create index if not exists work_order_number on work_order (account_id, order_number);

-- What is older than its time is looked for over all companies once a day. Rows lie in the order of their moment, so these
-- say for each hundred pages from when to when they are, in next to no space.
create index log_line_age on log_line using brin (at) with (autosummarize = on);
create index run_age on run using brin (queued_at) with (autosummarize = on);
create index audit_entry_age on audit_entry using brin (at) with (autosummarize = on);
create index intent_age on intent using brin (committed_at) with (autosummarize = on);

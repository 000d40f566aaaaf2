-- Whether people were mailed that their connection ended, so that they are told once, and once more when it is back.
alter table asperion_connection add column told_ended boolean not null default false;
-- Who found it ended before there were letters knows it from the page.
update asperion_connection set told_ended = true where state = 'ended';
create index asperion_connection_news on asperion_connection (account_id)
  where (state = 'ended' and not told_ended) or (state = 'connected' and told_ended);

-- What the lists of work orders and the page of one work order look things up by.

-- Newest work first, those without a day last: the order of every list. It takes the place of one in another order.
drop index work_order_work_date;
create index work_order_newest on work_order (account_id, work_date desc nulls last, order_number desc, row_id);

-- What happened to one work order, among all lines of a year.
create index log_line_work_order on log_line (account_id, subject_key, id) where subject_kind = 'work-order';

-- One index for each order of the list: what is filtered by default stands in it too, so that a page deep in the list is
-- found without looking at the accounts before it.
create index account_by_name on accounts.account (name collate "zh-x-icu", id) include (closed_on) where not withdrawn;
create index account_by_code on accounts.account (code, id) include (closed_on) where not withdrawn;
create index account_by_category on accounts.account (category, id) include (closed_on) where not withdrawn;
create index account_by_region on accounts.account (region, id) include (closed_on) where not withdrawn;
create index account_by_manager on accounts.account (manager_code, id) include (closed_on) where not withdrawn;
create index account_by_opening on accounts.account (opened_on, id) include (closed_on) where not withdrawn;
create index account_closed on accounts.account (closed_on) where closed_on is not null;
create index terms_by_limit on accounts.terms (credit_limit, account_id);
create index manager_by_name on accounts.manager (name collate "zh-x-icu");

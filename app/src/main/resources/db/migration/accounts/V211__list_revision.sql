-- Striped: accounts opened at the same moment, each in a transaction of its own, need not wait for one row.
create table accounts.list_change (
    stripe     integer primary key,
    revision   bigint not null default 0,
    changed_by xid8
);
insert into accounts.list_change (stripe) select generate_series(0, 15);
grant select on accounts.list_change to mainstay_app;

create view accounts.pub_list_revision with (security_invoker) as
select sum(c.revision) as revision from accounts.list_change c;
grant select on accounts.pub_list_revision to mainstay_app;
comment on view accounts.pub_list_revision is
    'Grows with every transaction that changes names, groups or figures of accounts, so that what was made of them can be kept until then.';

-- Once for each transaction.
create function accounts.note_list_change() returns trigger
    language plpgsql security definer set search_path = '' as $$
begin
    update accounts.list_change set revision = revision + 1, changed_by = pg_current_xact_id()
    where stripe = pg_backend_pid() % 16 and changed_by is distinct from pg_current_xact_id();
    return null;
end $$;
revoke all on function accounts.note_list_change() from public;

create trigger note_list_change after insert or update or delete on accounts.account
    for each statement execute function accounts.note_list_change();
create trigger note_list_change after insert or update or delete on accounts.terms
    for each statement execute function accounts.note_list_change();
create trigger note_list_change after insert or update or delete on accounts.parent_link
    for each statement execute function accounts.note_list_change();
create trigger note_list_change after insert or update or delete on accounts.manager
    for each statement execute function accounts.note_list_change();
create trigger note_list_change after insert or update or delete on accounts.alias
    for each statement execute function accounts.note_list_change();

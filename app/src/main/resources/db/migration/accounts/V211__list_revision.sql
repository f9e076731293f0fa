create table accounts.list_revision (
    only_row   boolean primary key default true check (only_row),
    revision   bigint not null default 0,
    changed_by xid8
);
insert into accounts.list_revision (only_row) values (true);
grant select on accounts.list_revision to mainstay_app;
comment on table accounts.list_revision is
    'Grows with every transaction that changes what a list of accounts counts or sums up, so that totals can be kept until then.';

-- Once for each transaction: whoever changes accounts holds the register's lock anyway, so nobody waits here.
create function accounts.note_list_change() returns trigger
    language plpgsql security definer set search_path = '' as $$
begin
    update accounts.list_revision set revision = revision + 1, changed_by = pg_current_xact_id()
    where changed_by is distinct from pg_current_xact_id();
    return null;
end $$;
revoke all on function accounts.note_list_change() from public;

create trigger note_list_change after insert or update or delete on accounts.account
    for each statement execute function accounts.note_list_change();
create trigger note_list_change after insert or update or delete on accounts.terms
    for each statement execute function accounts.note_list_change();
create trigger note_list_change after insert or update or delete on accounts.manager
    for each statement execute function accounts.note_list_change();
create trigger note_list_change after insert or update or delete on accounts.alias
    for each statement execute function accounts.note_list_change();

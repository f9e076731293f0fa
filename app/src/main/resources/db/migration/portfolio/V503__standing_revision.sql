create table portfolio.standing_revision (
    only_row   boolean primary key default true check (only_row),
    revision   bigint not null default 0,
    changed_by xid8
);
insert into portfolio.standing_revision (only_row) values (true);
grant select on portfolio.standing_revision to mainstay_app;
comment on table portfolio.standing_revision is 'Grows with every transaction that changes the kept standings.';

create function portfolio.note_standing_change() returns trigger
    language plpgsql security definer set search_path = '' as $$
begin
    update portfolio.standing_revision set revision = revision + 1, changed_by = pg_current_xact_id()
    where changed_by is distinct from pg_current_xact_id();
    return null;
end $$;
revoke all on function portfolio.note_standing_change() from public;
create trigger note_standing_change after insert or update or delete or truncate on portfolio.standing
    for each statement execute function portfolio.note_standing_change();

create view portfolio.pub_standing_revision with (security_invoker) as select revision from portfolio.standing_revision;
grant select on portfolio.pub_standing_revision to mainstay_app;

create table portfolio.standing_basis (
    only_row boolean primary key default true check (only_row),
    basis    text not null
);
comment on table portfolio.standing_basis is
    'What the kept standings were made of: how they are reckoned, their day, and the revisions of ledger, accounts and costs. The same again makes the same standings.';
insert into portfolio.standing_basis (basis) values ('');
alter table portfolio.standing_basis enable row level security;
create policy derived on portfolio.standing_basis for all to mainstay_app using ((select identity.reach()) >= 3);
grant select, update (basis) on portfolio.standing_basis to mainstay_app;

-- Whoever asks next plans by what the planner is told here. Else the server counts the rows first and looks at them a second later, and
-- plans made in between are kept.
create function portfolio.measure_standings() returns void
    language plpgsql security definer set search_path = '' as $$
begin
    perform identity.demand(2, 'reckon standings');
    analyze portfolio.standing;
end $$;
comment on function portfolio.measure_standings is 'Tells the planner what the standings hold that were just made.';
revoke all on function portfolio.measure_standings() from public;
grant execute on function portfolio.measure_standings() to mainstay_app;

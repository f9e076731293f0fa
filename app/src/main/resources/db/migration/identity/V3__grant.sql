create table identity.account_grant (
    id bigint generated always as identity primary key,
    account_id bigint not null,
    user_id bigint not null references identity.users,
    level smallint not null check (level between 1 and 4),
    starts_at timestamptz not null,
    ends_at timestamptz check (ends_at > starts_at),
    scope text[] check (scope <> '{}'),
    cause text not null
);
comment on column identity.account_grant.scope is
    'The parts of the archive that alone were opened, in its own words; null: everything of the account that the level shows.';
create unique index account_grant_once on identity.account_grant (account_id, user_id, cause) where ends_at is null;
create index account_grant_user on identity.account_grant (user_id, account_id, level);
comment on table identity.account_grant is
    'what a person may see of single accounts beyond the reach of the role; all row-level policies read this table alone';

alter table identity.account_grant enable row level security;
create policy own on identity.account_grant for select to mainstay_app
    using (user_id = (select identity.uid()) or (select identity.reach()) >= 2);
create policy given on identity.account_grant for insert to mainstay_app
    with check ((select identity.reach()) >= 2 and (level <= 3 or (select identity.uid()) is null));
create policy ended on identity.account_grant for update to mainstay_app
    using ((select identity.reach()) >= 2);
grant select, insert, update (ends_at) on identity.account_grant to mainstay_app;
comment on policy given on identity.account_grant is
    'Nobody opens what is personal by a statement of their own: custody, membership, loans and merges have functions that ask who may.';

create function identity.only_shorten() returns trigger
    language plpgsql set search_path = '' as $$
begin
    raise exception 'a grant ends sooner, or another one is given: it is never made longer' using errcode = 'insufficient_privilege';
end $$;
create trigger only_shorten before update on identity.account_grant for each row
    when (old.ends_at is distinct from new.ends_at and (new.ends_at is null or new.ends_at > old.ends_at))
    execute function identity.only_shorten();
revoke all on function identity.only_shorten() from public;

-- Policies ask it for every table of every query: so it runs past the policies of the grants.
create view identity.standing_grant as
select g.account_id, g.level from identity.account_grant g
where g.user_id = identity.uid() and g.scope is null
  and g.starts_at <= identity.clock() and (g.ends_at is null or g.ends_at > identity.clock());
comment on view identity.standing_grant is 'The accounts that the reader was given singly and whole, and that are not over.';
grant select on identity.standing_grant to mainstay_app;

-- Who may read the rows of an account, or add to them, is written here once, for every table that keeps such rows: whoever
-- reaches the level on all accounts by role, and whoever was given it on this one for now.
create function identity.standing_rule(kept regclass, level integer, account name, of_accounts text) returns text
    language sql stable set search_path = '' as $$
    select format('(select identity.reach()) >= %3$s
                   or (%4$s and exists (
                       select 1 from identity.standing_grant g where g.account_id = %1$I.%2$I and g.level >= %3$s))',
                  c.relname, account, level, of_accounts)
    from pg_catalog.pg_class c where c.oid = kept
$$;

-- Rows that say themselves from which level on they are read, and to which part of the archive they belong.
create function identity.show_parts(kept regclass, account name, level name, part name) returns void
    language plpgsql set search_path = '' as $$
begin
    execute format('alter table %s enable row level security', kept);
    execute format('create policy seen on %1$s for select to mainstay_app using (
                        (select identity.reach()) >= %3$I
                        or exists (select 1 from identity.account_grant g
                                   where g.account_id = %5$I.%2$I and g.user_id = (select identity.uid()) and g.level >= %5$I.%3$I
                                     and (g.scope is null or %5$I.%4$I = any (g.scope))
                                     and g.starts_at <= (select identity.clock())
                                     and (g.ends_at is null or g.ends_at > (select identity.clock()))))',
                   kept, account, level, part, (select c.relname from pg_catalog.pg_class c where c.oid = kept));
end $$;
comment on function identity.show_parts is
    'For migrations: each row is read from its own level on, by a grant of the whole account or of the part it belongs to.';

create function identity.show(kept regclass, level integer, account name default 'account_id', of_accounts text default 'true')
    returns void
    language plpgsql set search_path = '' as $$
begin
    execute format('alter table %s enable row level security', kept);
    execute format('create policy seen on %s for select to mainstay_app using (%s)', kept,
                   identity.standing_rule(kept, level, account, of_accounts));
end $$;
comment on function identity.show is
    'For migrations: rows of a table are read from a level on. Of accounts: which rows stand for one account alone.';

create function identity.let_record(kept regclass, level integer) returns void
    language plpgsql set search_path = '' as $$
begin
    execute format('create policy recorded on %s for insert to mainstay_app with check (%s)', kept,
                   identity.standing_rule(kept, level, 'account_id', 'true'));
end $$;
create function identity.let_change(kept regclass, level integer) returns void
    language plpgsql set search_path = '' as $$
begin
    execute format('create policy changed on %s for update to mainstay_app using (%s)', kept,
                   identity.standing_rule(kept, level, 'account_id', 'true'));
end $$;
comment on function identity.let_record is 'For migrations: rows of an account are added from a level on.';
comment on function identity.let_change is 'For migrations: rows of an account are changed from a level on.';

create function identity.let_keep(kept regclass, rule text) returns void
    language plpgsql set search_path = '' as $$
begin
    execute format('create policy kept_added on %s for insert to mainstay_app with check (%s)', kept, rule);
    execute format('create policy kept_changed on %s for update to mainstay_app using (%s)', kept, rule);
    execute format('create policy kept_removed on %s for delete to mainstay_app using (%s)', kept, rule);
end $$;
comment on function identity.let_keep is
    'For migrations: who writes all rows of a table that has a rule of its own for reading. One policy for all would be asked by every reader as well.';
revoke all on function identity.standing_rule(regclass, integer, name, text), identity.show(regclass, integer, name, text),
    identity.show_parts(regclass, name, name, name),
    identity.let_record(regclass, integer), identity.let_change(regclass, integer), identity.let_keep(regclass, text) from public;

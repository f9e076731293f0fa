-- Two accounts that are one. The merged one stays with its code, its codes and what files said about it, but stands apart
-- from all others as a withdrawn one does; every fact keeps by which account it was booked.
alter table accounts.account
    add column merged_into_id bigint references accounts.account check (merged_into_id <> id),
    drop constraint account_check,
    add constraint account_apart check (merged_into_id is null or withdrawn),
    add constraint account_by_hand check (not withdrawn or first_batch_id is not null or merged_into_id is not null);
create index account_merged on accounts.account (merged_into_id) where merged_into_id is not null;
comment on column accounts.account.merged_into_id is 'The account that took this one over; it may have been taken over itself.';

create table accounts.merge (
    id          bigint generated always as identity primary key,
    merged_id   bigint not null references accounts.account,
    survivor_id bigint not null references accounts.account check (survivor_id <> merged_id),
    by_user     text not null,
    merged_at   timestamptz not null,
    undone_by   text,
    undone_at   timestamptz,
    check ((undone_by is null) = (undone_at is null))
);
create unique index merge_standing on accounts.merge (merged_id) where undone_at is null;
create index merge_of_survivor on accounts.merge (survivor_id);
comment on table accounts.merge is 'Which account was merged into which, by whom, and whether that was undone.';

select identity.show('accounts.merge', 1, 'survivor_id');
select identity.let_keep('accounts.merge', '(select identity.reach()) >= 2');
grant select, insert, update on accounts.merge to mainstay_app;

create function accounts.pub_merged() returns table (account_id bigint, survivor_id bigint)
    language sql stable as $$
    with recursive way as (
        select a.id, a.merged_into_id as at from accounts.account a where a.merged_into_id is not null
        union all
        select w.id, a.merged_into_id from way w join accounts.account a on a.id = w.at where a.merged_into_id is not null)
    select w.id, w.at from way w join accounts.account a on a.id = w.at where a.merged_into_id is null
$$;
comment on function accounts.pub_merged is 'Every merged account with the one that stands for it in the end.';

create function accounts.merged_with(account bigint) returns table (account_id bigint)
    language sql stable as $$
    with recursive member as (
        select merged_with.account as id
        union all
        select a.id from member m join accounts.account a on a.merged_into_id = m.id)
    select id from member
$$;
comment on function accounts.merged_with is 'An account and all that were merged into it, directly or through others.';

-- What is personal goes along too, which nobody opens by a statement of their own: so this looks itself which accounts stand for others.
create function accounts.inherit_grants(account bigint, except_cause text) returns void
    language plpgsql security definer set search_path = '' as $$
begin
    perform identity.demand(2, 'merge accounts');
    with wanted as (
        select g.user_id, g.level, g.ends_at, g.scope, 'merged/' || g.account_id || '/' || g.cause as cause
        from identity.account_grant g
        where g.account_id in (select w.account_id from accounts.merged_with(inherit_grants.account) w)
          and g.account_id <> inherit_grants.account and g.cause <> except_cause and g.cause not like 'merged/%'
          and (g.ends_at is null or g.ends_at > identity.clock()))
    update identity.account_grant g
    set ends_at = greatest(identity.clock(), g.starts_at + interval '1 microsecond')
    where g.account_id = inherit_grants.account and g.cause like 'merged/%' and (g.ends_at is null or g.ends_at > identity.clock())
      and not exists (select 1 from wanted w
                      where (w.user_id, w.level, w.cause) = (g.user_id, g.level, g.cause)
                        and w.ends_at is not distinct from g.ends_at and w.scope is not distinct from g.scope);
    insert into identity.account_grant (account_id, user_id, level, starts_at, ends_at, cause, scope)
    select inherit_grants.account, w.user_id, w.level, greatest(identity.clock(), w.starts_at), w.ends_at, w.cause, w.scope
    from (select g.user_id, g.level, g.starts_at, g.ends_at, g.scope, 'merged/' || g.account_id || '/' || g.cause as cause
          from identity.account_grant g
          where g.account_id in (select m.account_id from accounts.merged_with(inherit_grants.account) m)
            and g.account_id <> inherit_grants.account and g.cause <> except_cause and g.cause not like 'merged/%'
            and (g.ends_at is null or g.ends_at > identity.clock())) w
    where not exists (select 1 from identity.account_grant g
                      where g.account_id = inherit_grants.account and (w.user_id, w.level, w.cause) = (g.user_id, g.level, g.cause)
                        and w.ends_at is not distinct from g.ends_at and w.scope is not distinct from g.scope);
end $$;
comment on function accounts.inherit_grants is
    'Who may see accounts that another one stands for sees that one as far and at the same times, and loses what came from others that it '
    'does not stand for any more.';

-- Only newer rows count: a merge changes nothing of which row of a file is the newest.
create function accounts.overrules(survivor bigint, merged bigint, field integer) returns boolean
    language sql stable as $$
    select coalesce(
        (select max(m.batch_id) from accounts.master m
         where m.account_id = survivor and not m.withdrawn and m.given & field <> 0)
        >
        (select max(m.batch_id) from accounts.master m
         where m.account_id in (select w.account_id from accounts.merged_with(merged) w)
           and not m.withdrawn and m.given & field <> 0), false)
$$;
comment on function accounts.overrules is
    'Whether files spoke later of a field of the survivor than of the account that it took over, with all merged into that one: '
    'then an empty cell of the survivor says that there is nothing.';

create function accounts.manager_decided(account bigint) returns boolean
    language sql stable as $$
    select coalesce(
        (select exists (select 1 from accounts.assignment s where s.batch_id = m.batch_id)
         from accounts.master m
         where m.account_id = account and not m.withdrawn and m.given & 8 <> 0
         order by m.batch_id desc limit 1), false)
$$;
comment on function accounts.manager_decided is 'Whether somebody said last who looks after an account, or that nobody does.';

-- A file may go on using the code of a merged account: what it brings is booked there first, and follows the merge then.
create or replace function accounts.pub_resolve(source text) returns table (code text, account_id bigint)
    language sql stable as $$
    select l.code, l.account_id
    from accounts.alias l join accounts.account a on a.id = l.account_id
    where l.source = pub_resolve.source and (not a.withdrawn or a.merged_into_id is not null)
$$;

create function accounts.pub_codes(source text) returns table (code text, account_id bigint)
    language sql stable as $$
    select l.code, l.account_id from accounts.alias l where l.source = pub_codes.source
    union all
    select a.code, a.id from accounts.account a
    where a.source = '' and not exists (select from accounts.alias l where l.source = pub_codes.source and l.code = a.code)
$$;
comment on function accounts.pub_codes is
    'Which account each code of a source would mean in a file: those set aside come back, those opened by hand are the ones meant.';

-- Who sees the survivor only may still follow an old address to it, so this looks past the policy and gives a number only.
create function accounts.survivor_of(old_code text) returns bigint
    language sql stable security definer set search_path = '' as $$
    with recursive way as (
        (select a.id, a.merged_into_id from accounts.account a
         where a.code = old_code and (a.merged_into_id is not null or not a.withdrawn)
         union all
         select a.id, a.merged_into_id from accounts.alias l join accounts.account a on a.id = l.account_id
         where l.code = old_code and (a.merged_into_id is not null or not a.withdrawn)
         limit 1)
        union all
        select n.id, n.merged_into_id from way w join accounts.account n on n.id = w.merged_into_id)
    select w.id from way w where w.merged_into_id is null
$$;
comment on function accounts.survivor_of is 'The account that an old code leads to today; nothing where nobody knows the code.';

revoke all on function accounts.pub_merged(), accounts.pub_codes(text), accounts.survivor_of(text), accounts.merged_with(bigint),
    accounts.overrules(bigint, bigint, integer), accounts.manager_decided(bigint), accounts.inherit_grants(bigint, text) from public;
grant execute on function accounts.pub_merged(), accounts.pub_codes(text), accounts.survivor_of(text), accounts.merged_with(bigint),
    accounts.overrules(bigint, bigint, integer), accounts.manager_decided(bigint), accounts.inherit_grants(bigint, text) to mainstay_app;

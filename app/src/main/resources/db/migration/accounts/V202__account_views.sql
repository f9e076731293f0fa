create function accounts.pub_level(account bigint) returns integer
    language sql stable as $$
    select greatest((select identity.reach()),
                    (select max(g.level) from identity.account_grant g
                     where g.account_id = account and g.user_id = identity.uid() and g.starts_at <= identity.clock()
                       and (g.ends_at is null or g.ends_at > identity.clock())))
$$;
comment on function accounts.pub_level is 'How much of an account the reader may see: by role, or by a grant where that gives more.';

create view accounts.pub_account with (security_invoker) as
select a.id, a.code, a.name, a.category, a.region,
       m.user_id as manager_id, m.name as manager_name, a.manager_code,
       t.credit_limit, t.payment_term_days, a.opened_on, a.closed_on,
       l.parent_id
from accounts.account a
left join accounts.terms t on t.account_id = a.id
left join accounts.manager m on m.code = a.manager_code
left join accounts.parent_link l
       on l.child_id = a.id
      and l.valid_from <= (select identity.clock()::date) and l.valid_to > (select identity.clock()::date)
where not a.withdrawn;
comment on view accounts.pub_account is 'Accounts as they stand today, limited to those the reader may see; terms and limits from level business.';
grant select on accounts.pub_account to mainstay_app;

-- Walks down from accounts that nobody controls. A parent the reader may not see does not count as one.
create function accounts.pub_root(as_of date) returns table (account_id bigint, root_id bigint)
    language sql stable as $$
    with recursive
    visible as materialized (select a.id from accounts.account a where not a.withdrawn),
    control as materialized (
        select l.child_id, l.parent_id
        from accounts.parent_link l
        join visible c on c.id = l.child_id
        join visible p on p.id = l.parent_id
        where (l.holding is null or l.holding > 50) and l.valid_from <= as_of and l.valid_to > as_of),
    tree as (
        select v.id, v.id as root from visible v
        where not exists (select 1 from control c where c.child_id = v.id)
        union all
        select c.child_id, t.root from tree t join control c on c.parent_id = t.id)
    select id, root from tree
$$;
comment on function accounts.pub_root is
    'The controlling root of every account on a day: control means a holding above 50 percent, or an unknown one.';

create function accounts.pub_resolve(source text) returns table (code text, account_id bigint)
    language sql stable as $$
    select l.code, l.account_id
    from accounts.alias l join accounts.account a on a.id = l.account_id
    where l.source = pub_resolve.source and not a.withdrawn
$$;
comment on function accounts.pub_resolve is 'Which account each code of a source means.';

create extension if not exists pg_trgm schema public;
create index account_by_words on accounts.account
    using gin ((lower(code || ' ' || name)) public.gin_trgm_ops);

-- Row policies keep LIKE away from the index, so candidates are found here and joined again under the policy.
create function accounts.matching(words text) returns setof bigint
    language sql stable security definer set search_path = 'public' as $$
    select a.id from accounts.account a
    where lower(a.code || ' ' || a.name) like '%' || regexp_replace(lower(trim(words)), '([\\%_])', '\\\1', 'g') || '%'
$$;

revoke all on function accounts.pub_root(date), accounts.pub_resolve(text), accounts.pub_level(bigint), accounts.matching(text),
    accounts.keep_former_name() from public;
grant execute on function accounts.pub_root(date), accounts.pub_resolve(text), accounts.pub_level(bigint),
    accounts.matching(text) to mainstay_app;

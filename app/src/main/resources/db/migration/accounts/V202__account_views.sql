-- Runs past the policies, as the functions that ask it do: a plan kept for one role is made anew for the other.
create function accounts.pub_level(account bigint) returns integer
    language sql stable security definer set search_path = '' as $$
    select greatest((select identity.reach()),
                    (select max(g.level) from identity.standing_grant g where g.account_id = account))
$$;
comment on function accounts.pub_level is 'How much of an account the reader may see: by role, or by a grant where that gives more.';
revoke all on function accounts.pub_level(bigint) from public;
grant execute on function accounts.pub_level(bigint) to mainstay_app;

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
      and l.valid_from <= (select identity.pub_today()) and l.valid_to > (select identity.pub_today())
where not a.withdrawn;
comment on view accounts.pub_account is 'Accounts as they stand today, limited to those the reader may see; terms and limits from level business.';
grant select on accounts.pub_account to mainstay_app;

create view accounts.pub_card with (security_invoker) as
select id, code, name, category, region, manager_code, opened_on, closed_on from accounts.account where not withdrawn;
comment on view accounts.pub_card is
    'What level card shows of an account, from one table: every table more that a question names costs its policies, whether it is read or not.';
grant select on accounts.pub_card to mainstay_app;

create view accounts.pub_told_terms with (security_invoker) as
select account_id, imported_limit as credit_limit, imported_term_days as payment_term_days from accounts.terms;
comment on view accounts.pub_told_terms is 'What files and people told of limits and payment terms, whatever was granted besides.';
grant select on accounts.pub_told_terms to mainstay_app;

create view accounts.pub_special_term with (security_invoker) as
select account_id, field, figure, valid_from, valid_until, agreement_id from accounts.special_term;
comment on view accounts.pub_special_term is 'Limits and payment terms granted to single accounts, each with its days.';
grant select on accounts.pub_special_term to mainstay_app;

-- Who controls whom on a day: a holding above 50 percent, or an unknown one. A parent the reader may not see does not count.
create function accounts.pub_control(as_of date) returns table (child_id bigint, parent_id bigint)
    language sql stable as $$
    select l.child_id, l.parent_id
    from accounts.parent_link l
    where (l.holding is null or l.holding > 50) and l.valid_from <= as_of and l.valid_to > as_of
      and exists (select 1 from accounts.account c where c.id = l.child_id and not c.withdrawn)
      and exists (select 1 from accounts.account p where p.id = l.parent_id and not p.withdrawn)
$$;
comment on function accounts.pub_control is 'The links of control between accounts on a day, as far as the reader sees both ends.';

-- Asked link by link, where the function with a day that is found out first would read them all.
create view accounts.pub_control_today with (security_invoker) as
select l.child_id, l.parent_id
from accounts.parent_link l
where (l.holding is null or l.holding > 50)
  and l.valid_from <= (select identity.pub_today()) and l.valid_to > (select identity.pub_today())
  and exists (select 1 from accounts.account c where c.id = l.child_id and not c.withdrawn)
  and exists (select 1 from accounts.account p where p.id = l.parent_id and not p.withdrawn);
comment on view accounts.pub_control_today is 'The links of control between accounts now, as far as the reader sees both ends.';
grant select on accounts.pub_control_today to mainstay_app;

-- Strict, so that it isn't merged into the query that asks: the groups are found once, not once for each row.
create function accounts.pub_group(as_of date) returns table (account_id bigint, root_id bigint)
    language sql stable strict rows 2000 as $$
    with recursive
    control as materialized (select c.child_id, c.parent_id from accounts.pub_control(as_of) c),
    tree as (
        select distinct c.parent_id as id, c.parent_id as root from control c
        where not exists (select 1 from control above where above.child_id = c.parent_id)
        union all
        select c.child_id, t.root from tree t join control c on c.parent_id = t.id)
    select id, root from tree
$$;
comment on function accounts.pub_group is
    'The accounts that belong to a group on a day, each with the root that controls it; the root is one of them.';

-- Strict for the same reason.
create function accounts.pub_root(as_of date) returns table (account_id bigint, root_id bigint)
    language sql stable strict rows 20000 as $$
    select a.id, coalesce(g.root_id, a.id)
    from accounts.account a left join accounts.pub_group(as_of) g on g.account_id = a.id
    where not a.withdrawn
$$;
comment on function accounts.pub_root is
    'The controlling root of every account on a day: control means a holding above 50 percent, or an unknown one.';

create function accounts.pub_group_of(account bigint, as_of date) returns bigint
    language sql stable as $$
    with recursive up as (
        select account as id, 0 as steps
        union all
        select c.parent_id, u.steps + 1 from up u join accounts.pub_control(as_of) c on c.child_id = u.id)
        cycle id set looped using way
    select u.id from up u
    where not u.looped
      and (u.steps > 0 or exists (select 1 from accounts.pub_control(as_of) c where c.parent_id = account))
    order by u.steps desc limit 1
$$;
comment on function accounts.pub_group_of is
    'The controlling root of the group that an account belongs to on a day, which may be itself; null for one that stands alone.';

create function accounts.pub_members(root bigint, as_of date) returns table (account_id bigint)
    language sql stable as $$
    with recursive member as (
        select a.id from accounts.account a
        where a.id = root and not a.withdrawn
          and not exists (select 1 from accounts.pub_control(as_of) above where above.child_id = a.id)
        union
        select c.child_id from member m join accounts.pub_control(as_of) c on c.parent_id = m.id)
    select id from member
$$;
comment on function accounts.pub_members is
    'A root and all it controls on a day; nothing for an account that another controls. Costs what the group is large.';

create function accounts.under_unseen(account bigint, as_of date) returns boolean
    language sql stable security definer set search_path = '' as $$
    select accounts.pub_level(account) >= 1 and exists (
        select 1 from accounts.parent_link l join accounts.account p on p.id = l.parent_id
        where l.child_id = account and l.valid_from <= as_of and l.valid_to > as_of and not p.withdrawn
          and coalesce(accounts.pub_level(p.id), 0) < 1)
$$;
comment on function accounts.under_unseen is
    'Whether an account that the reader may see stands on a day under one that they may not: that it does, not which.';

create function accounts.pub_controls_unseen(account bigint, as_of date) returns boolean
    language sql stable security definer set search_path = '' as $$
    select accounts.pub_level(account) >= 1 and exists (
        with recursive down (id) as (
            select account
            union
            select l.child_id
            from down d
            join accounts.parent_link l on l.parent_id = d.id and (l.holding is null or l.holding > 50)
                                       and l.valid_from <= as_of and l.valid_to > as_of
            join accounts.account c on c.id = l.child_id and not c.withdrawn)
        select 1 from down d where d.id <> account and coalesce(accounts.pub_level(d.id), 0) < 2)
$$;
comment on function accounts.pub_controls_unseen is
    'Whether an account that the reader may see controls on a day one whose business they may not: that it does, not which.';

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

revoke all on function accounts.pub_root(date), accounts.pub_control(date), accounts.pub_group(date),
    accounts.pub_group_of(bigint, date), accounts.pub_members(bigint, date), accounts.under_unseen(bigint, date),
    accounts.pub_controls_unseen(bigint, date), accounts.pub_resolve(text), accounts.pub_level(bigint), accounts.matching(text),
    accounts.keep_former_name() from public;
grant execute on function accounts.pub_root(date), accounts.pub_control(date), accounts.pub_group(date),
    accounts.pub_group_of(bigint, date), accounts.pub_members(bigint, date), accounts.under_unseen(bigint, date),
    accounts.pub_controls_unseen(bigint, date), accounts.pub_resolve(text), accounts.pub_level(bigint),
    accounts.matching(text) to mainstay_app;

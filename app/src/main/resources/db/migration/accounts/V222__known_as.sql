alter table accounts.alias
    add column by_user text,
    add column since timestamptz,
    add check ((by_user is null) = (since is null));
create index alias_by_hand on accounts.alias (account_id) where by_user is not null;
comment on column accounts.alias.by_user is 'Who said that the source means this account by the code; null where a file brought the code itself.';
grant delete on accounts.alias to mainstay_app;

create index former_name_by_words on accounts.former_name using gin (lower(name) public.gin_trgm_ops);

-- Also by the names an account bore, the codes people gave it and whatever was merged into it. Row policies keep LIKE away
-- from the index, so candidates are found here and joined again under the policy.
create or replace function accounts.matching(words text) returns setof bigint
    language sql stable security definer set search_path = 'public' as $$
    with found as (
        select a.id from accounts.account a
        where lower(a.code || ' ' || a.name) like '%' || regexp_replace(lower(trim(words)), '([\\%_])', '\\\1', 'g') || '%'
        union
        select f.account_id from accounts.former_name f
        where lower(f.name) like '%' || regexp_replace(lower(trim(words)), '([\\%_])', '\\\1', 'g') || '%'
        union
        select l.account_id from accounts.alias l
        where l.by_user is not null
          and lower(l.code) like '%' || regexp_replace(lower(trim(words)), '([\\%_])', '\\\1', 'g') || '%')
    select distinct coalesce(m.survivor_id, f.id)
    from found f left join accounts.pub_merged() m on m.account_id = f.id
$$;

-- An account is found by the codes and names of those that were merged into it.
create function accounts.merge_changes_search() returns trigger
    language plpgsql security definer set search_path = '' as $$
begin
    insert into accounts.search_due (account_id)
    select new.survivor_id union select m.survivor_id from accounts.pub_merged() m where m.account_id = new.survivor_id;
    return null;
end $$;
revoke all on function accounts.merge_changes_search() from public;

create trigger merge_changes_search after insert or update on accounts.merge
    for each row execute function accounts.merge_changes_search();

-- Who sees the survivor only may still be told why it was found, so this looks past the policy of what was merged.
create function accounts.called_elsewhere(accounts bigint[])
    returns table (account_id bigint, codes text[], names text[])
    language sql stable security definer set search_path = '' as $$
    with wanted as materialized (
        select a.id, a.code, a.name from accounts.account a
        where a.id = any (accounts) and ((select identity.reach()) >= 1 or accounts.pub_level(a.id) >= 1)),
    merged as materialized (
        select m.survivor_id as id, m.account_id as part, x.code, x.name, g.merged_at
        from accounts.pub_merged() m
        join accounts.account x on x.id = m.account_id
        join accounts.merge g on g.merged_id = x.id and g.undone_at is null
        where m.survivor_id = any (accounts)),
    member as (select w.id, w.id as part from wanted w union all select m.id, m.part from merged m),
    other_code as (
        select n.id, l.code from member n join accounts.alias l on l.account_id = n.part
        union select m.id, m.code from merged m),
    other_name as (
        select n.id, f.name, f.until from member n join accounts.former_name f on f.account_id = n.part
        union all select m.id, m.name, m.merged_at from merged m),
    codes as (select c.id, array_agg(c.code order by c.code) as codes
              from other_code c join wanted w on w.id = c.id and w.code <> c.code group by c.id),
    names as (select n.id, array_agg(n.name order by n.until desc) as names
              from (select n.id, n.name, max(n.until) as until
                    from other_name n join wanted w on w.id = n.id and w.name <> n.name group by n.id, n.name) n
              group by n.id)
    select w.id, coalesce(c.codes, '{}'), coalesce(n.names, '{}')
    from wanted w left join codes c on c.id = w.id left join names n on n.id = w.id
$$;
comment on function accounts.called_elsewhere is
    'Other codes and former names of accounts that the reader may see, also those of all that were merged into them.';
revoke all on function accounts.called_elsewhere(bigint[]) from public;
grant execute on function accounts.called_elsewhere(bigint[]) to mainstay_app;

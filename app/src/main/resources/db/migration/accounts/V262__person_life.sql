-- One person written down twice becomes one, and can be parted again. And a person can be erased.
create table accounts.person_merge (
    id          bigint generated always as identity primary key,
    merged_id   bigint not null references accounts.person,
    survivor_id bigint not null references accounts.person check (survivor_id <> merged_id),
    by_user     text not null,
    merged_at   timestamptz not null,
    undone_by   text,
    undone_at   timestamptz,
    check ((undone_by is null) = (undone_at is null))
);
create unique index person_merge_standing on accounts.person_merge (merged_id) where undone_at is null;
create index person_merge_of_survivor on accounts.person_merge (survivor_id);
comment on table accounts.person_merge is 'Which person was merged into which, by whom, and whether that was undone.';
alter table accounts.person_merge enable row level security;
create policy seen on accounts.person_merge for select to mainstay_app using ((select identity.reach()) >= 2);
grant select on accounts.person_merge to mainstay_app;

create function accounts.pub_rebook_person(facts regclass, from_person bigint, to_person bigint, booked bigint[]) returns bigint
    language sql set search_path = '' as $$
    select activity.pub_rebook_of('person', facts, from_person, to_person, booked)
$$;
comment on function accounts.pub_rebook_person is
    'Rows of one person that were booked under some belong to another from now on, in any table that keeps both; returns how many.';
revoke all on function accounts.pub_rebook_person(regclass, bigint, bigint, bigint[]) from public;

create function accounts.people_merged_with(person bigint) returns table (id bigint)
    language sql stable set search_path = '' as $$
    with recursive member (id) as (
        select people_merged_with.person
        union
        select x.id from member m join accounts.person x on x.merged_into_id = m.id)
    select m.id from member m
$$;
revoke all on function accounts.people_merged_with(bigint) from public;
grant execute on function accounts.people_merged_with(bigint) to mainstay_app;

-- Old addresses lead on for those who see the one who stands, though nothing is left at the merged one that would show it to them.
create function accounts.person_in_place_of(merged bigint) returns bigint
    language sql stable security definer set search_path = '' as $$
    with recursive up (id, merged_into_id) as (
        select x.id, x.merged_into_id from accounts.person x where x.id = person_in_place_of.merged
        union
        select x.id, x.merged_into_id from up join accounts.person x on x.id = up.merged_into_id)
    select up.id from up
    where up.merged_into_id is null and up.id <> person_in_place_of.merged
      and (identity.reach() >= 2
           or exists (select 1 from accounts.position p
                      join identity.standing_grant g on g.account_id = p.account_id and g.level >= 2
                      where p.person_id = up.id))
$$;
comment on function accounts.person_in_place_of is 'Who stands for a merged person, where the reader sees that one; else nothing.';
revoke all on function accounts.person_in_place_of(bigint) from public;
grant execute on function accounts.person_in_place_of(bigint) to mainstay_app;

create function accounts.follow_person(from_person bigint, to_person bigint, booked bigint[]) returns void
    language plpgsql set search_path = '' as $$
begin
    perform accounts.pub_rebook_person('accounts.position', from_person, to_person, booked);
    perform accounts.pub_rebook_person('accounts.person_contact', from_person, to_person, booked);
    perform accounts.pub_rebook_person('accounts.person_date', from_person, to_person, booked);
    perform accounts.pub_rebook_person('accounts.person_event', from_person, to_person, booked);
end $$;
revoke all on function accounts.follow_person(bigint, bigint, bigint[]) from public;

create function accounts.merge_people(survivor bigint, merged bigint, merger text) returns bigint
    language plpgsql security definer set search_path = '' as $$
declare
    noted bigint;
begin
    perform identity.demand(2, 'merge people');
    perform 1 from accounts.person x where x.id in (survivor, merged) order by x.id for update;
    if (select count(*) from accounts.person x
        where x.id in (survivor, merged) and x.merged_into_id is null and x.erased_at is null) <> 2 then
        return null;
    end if;
    perform accounts.follow_person(merged, survivor, array(select m.id from accounts.people_merged_with(merged) m));
    update accounts.person set merged_into_id = survivor where id = merged;
    update accounts.person set revision = revision + 1 where id = survivor;
    delete from accounts.person_entry e where e.person_id = merged;
    insert into accounts.person_merge (merged_id, survivor_id, by_user, merged_at)
    values (merged, survivor, merger, identity.clock()) returning id into noted;
    insert into accounts.person_event (person_id, kind, other_id, actor, at) values (survivor, 'merged', merged, merger, identity.clock());
    return noted;
end $$;
comment on function accounts.merge_people is 'Makes one person of two; nothing where one of them does not stand alone. Every row keeps whose it was.';

create function accounts.part_people(merge bigint, parter text) returns boolean
    language plpgsql security definer set search_path = '' as $$
declare
    standing accounts.person_merge;
    root bigint;
begin
    perform identity.demand(2, 'part people');
    select * into standing from accounts.person_merge g where g.id = part_people.merge and g.undone_at is null for update;
    if standing.id is null or exists (select 1 from accounts.person x where x.id = standing.merged_id and x.erased_at is not null) then
        return false;
    end if;
    with recursive up (id, above) as (
        select x.id, x.merged_into_id from accounts.person x where x.id = standing.merged_id
        union all
        select x.id, x.merged_into_id from up u join accounts.person x on x.id = u.above)
    select u.id into root from up u where u.above is null;
    perform accounts.follow_person(root, standing.merged_id, array(select m.id from accounts.people_merged_with(standing.merged_id) m));
    update accounts.person set merged_into_id = null, revision = revision + 1 where id = standing.merged_id;
    update accounts.person set revision = revision + 1 where id = root;
    update accounts.person_merge set undone_by = parter, undone_at = identity.clock() where id = standing.id;
    insert into accounts.person_event (person_id, kind, other_id, actor, at)
    values (root, 'parted', standing.merged_id, parter, identity.clock()), (standing.merged_id, 'parted', root, parter, identity.clock());
    return true;
end $$;
comment on function accounts.part_people is 'Takes a merge back, also one whose survivor was merged into yet another person since.';

-- Numbers, accounts, functions and days stay, so that counts stay right; everything that says who it was goes.
create function accounts.erase_person(person bigint, eraser text) returns bigint[]
    language plpgsql security definer set search_path = '' as $$
declare
    members bigint[];
begin
    perform identity.demand(3, 'erase people');
    perform 1 from accounts.person x where x.id = erase_person.person and x.merged_into_id is null and x.erased_at is null for update;
    if not found then
        return '{}';
    end if;
    members := array(select m.id from accounts.people_merged_with(erase_person.person) m);
    delete from accounts.person_contact c where c.person_id = any (members);
    delete from accounts.person_date d where d.person_id = any (members);
    delete from accounts.person_entry e where e.person_id = any (members);
    update accounts.position p set title = null, department = null where p.person_id = any (members);
    update accounts.person x
    set name = '#' || x.id, latin_name = null, code = null, revision = x.revision + 1, changed_by = eraser, changed_at = identity.clock(),
        erased_at = identity.clock()
    where x.id = any (members);
    insert into accounts.person_event (person_id, kind, actor, at) values (erase_person.person, 'erased', eraser, identity.clock());
    return members;
end $$;
comment on function accounts.erase_person is
    'Erases a person with all who were merged into them: names become numbers, and ways to reach them and days to remember are deleted for '
    'good. Returns whom; nobody where there is nobody to erase.';

create function accounts.pub_long_gone(before date) returns table (person_id bigint, last_on date)
    language sql stable set search_path = '' as $$
    select x.id, max(coalesce(p.until_on, identity.pub_day(x.changed_at)))
    from accounts.person x left join accounts.position p on p.person_id = x.id
    where x.merged_into_id is null and x.erased_at is null
      and not exists (select 1 from accounts.position o where o.person_id = x.id and (o.until_on is null or o.until_on >= before))
    group by x.id
    having max(coalesce(p.until_on, identity.pub_day(x.changed_at))) < before
$$;
comment on function accounts.pub_long_gone is 'Who has held no position since before a day, as far as the reader sees; with the last day.';
grant execute on function accounts.pub_long_gone(date) to mainstay_app;

revoke all on function accounts.merge_people(bigint, bigint, text), accounts.part_people(bigint, text), accounts.erase_person(bigint, text)
    from public;
grant execute on function accounts.merge_people(bigint, bigint, text), accounts.part_people(bigint, text),
    accounts.erase_person(bigint, text) to mainstay_app;

-- People are found by the same kinds of keys as accounts; whoever writes a person down writes the keys in the same transaction.
create table accounts.person_entry (
    person_id bigint primary key references accounts.person,
    name      text collate "C" not null,
    pinyin    text collate "C" not null,
    alike     text[] not null,
    keys      tsvector not null
);
create index person_entry_by_key on accounts.person_entry using gin (keys);
create index person_entry_alike on accounts.person_entry using gin (alike);
comment on table accounts.person_entry is 'By which keys each person is found. Derived.';
comment on column accounts.person_entry.alike is 'Names as they are compared to find one person twice: folded, in pinyin, and Latin ones either way round.';

alter table accounts.person_entry enable row level security;
create policy kept on accounts.person_entry for all to mainstay_app
    using (exists (select 1 from accounts.person x where x.id = person_entry.person_id));
grant select, insert, update, delete on accounts.person_entry to mainstay_app;

-- Policies keep these operators away from the index, so the policy's question is asked here.
create function accounts.find_people(questions text[], most integer) returns table (person_id bigint, place integer)
    language plpgsql stable security definer set search_path = '' set enable_seqscan = off set plan_cache_mode = force_custom_plan as $$
declare
    enough   integer := 0;
    added    integer;
    question text;
begin
    for i in 1 .. coalesce(array_length(questions, 1), 0) loop
        question := case when starts_with(questions[i], '^') then '''' || substr(questions[i], 2) || ''':*' else questions[i] end;
        if identity.reach() >= 2 then
            return query select e.person_id, i from accounts.person_entry e where e.keys @@ question::tsquery limit most;
        else
            return query select e.person_id, i from accounts.person_entry e
                         where e.person_id in (select p.person_id from accounts.position p
                                               join identity.standing_grant g on g.account_id = p.account_id
                                               where g.level >= 2)
                           and e.keys @@ question::tsquery limit most;
        end if;
        get diagnostics added = row_count;
        enough := enough + added;
        exit when enough >= most;
    end loop;
end $$;
comment on function accounts.find_people is 'People whom the reader may see, by questions for their keys from the closest to the farthest.';

-- Two people may be one: a name in common, or a phone, an address or an id.
create function accounts.people_alike(names text[], contacts text[]) returns table (person_id bigint, because text)
    language sql stable security definer set search_path = '' as $$
    with found as (
        select e.person_id, 'name' as because from accounts.person_entry e where e.alike && names
        union
        select c.person_id, c.kind from accounts.person_contact c
        where c.kind || ':' || c.folded = any (contacts) and c.folded = any (select substr(k, strpos(k, ':') + 1) from unnest(contacts) k)
          and c.kind not in ('address', 'other'))
    select f.person_id, f.because from found f
    join accounts.person x on x.id = f.person_id and x.merged_into_id is null and x.erased_at is null
    where identity.reach() >= 2
       or exists (select 1 from accounts.position p
                  join identity.standing_grant g on g.account_id = p.account_id and g.level >= 2
                  where p.person_id = f.person_id)
    order by f.person_id limit 200
$$;
comment on function accounts.people_alike is 'People whom the reader may see and who share a name or a way to reach them with somebody.';

create function accounts.is_person_code(wanted text) returns boolean
    language sql stable security definer set search_path = '' as $$
    select (identity.uid() is not null or identity.reach() >= 2) and exists (select 1 from accounts.person x where x.code = wanted)
$$;
comment on function accounts.is_person_code is 'Whether some person has a code: that, and not who.';

create function accounts.names_of_merged(person bigint) returns setof text
    language sql stable security definer set search_path = '' as $$
    with recursive member (id) as (
        select x.id from accounts.person x where x.merged_into_id = names_of_merged.person
        union
        select x.id from member m join accounts.person x on x.merged_into_id = m.id)
    select x.name from member m join accounts.person x on x.id = m.id
    where x.erased_at is null
      and (identity.reach() >= 2
           or exists (select 1 from accounts.position p
                      join identity.standing_grant g on g.account_id = p.account_id and g.level >= 2
                      where p.person_id = names_of_merged.person))
$$;
comment on function accounts.names_of_merged is 'Other names of a person whom the reader may see: of all who were merged into them.';

revoke all on function accounts.is_person_code(text), accounts.names_of_merged(bigint) from public;
grant execute on function accounts.is_person_code(text), accounts.names_of_merged(bigint) to mainstay_app;

revoke all on function accounts.find_people(text[], integer), accounts.people_alike(text[], text[]) from public;
grant execute on function accounts.find_people(text[], integer), accounts.people_alike(text[], text[]) to mainstay_app;

-- By which keys facts and names of documents are found. What is personal has none.
create table dossier.search_entry (
    kind   text not null check (kind in ('fact', 'document')),
    ref_id bigint not null,
    keys   tsvector not null,
    primary key (kind, ref_id)
);
create index search_entry_by_key on dossier.search_entry using gin (keys);
comment on table dossier.search_entry is
    'Words, pairs of Chinese characters, pinyin and initials of facts and of names of documents, each behind the letter of its kind. '
    'Derived; whatever is in search_due is derived anew.';

create table dossier.search_due (
    n      bigint generated always as identity primary key,
    kind   text not null check (kind in ('fact', 'document')),
    ref_id bigint not null
);
comment on table dossier.search_due is 'What has no keys yet, or others by now.';

-- Keys hold what facts say: deriving them is for whoever sees all of it. Searching goes through the function below.
alter table dossier.search_entry enable row level security;
alter table dossier.search_due enable row level security;
create policy kept on dossier.search_entry for all to mainstay_app
    using ((select identity.reach()) >= 3) with check ((select identity.reach()) >= 3);
create policy kept on dossier.search_due for all to mainstay_app
    using ((select identity.reach()) >= 3) with check ((select identity.reach()) >= 3);
grant select, insert, update, delete on dossier.search_entry to mainstay_app;
grant select, update, delete on dossier.search_due to mainstay_app;

create function dossier.fact_is_new() returns trigger
    language plpgsql security definer set search_path = '' as $$
begin
    insert into dossier.search_due (kind, ref_id) select 'fact', n.id from arrived n;
    return null;
end $$;
create trigger search_of_new after insert on dossier.fact referencing new table as arrived
    for each statement execute function dossier.fact_is_new();

create function dossier.document_is_new() returns trigger
    language plpgsql security definer set search_path = '' as $$
begin
    insert into dossier.search_due (kind, ref_id) select 'document', n.document_id from arrived n;
    return null;
end $$;
create trigger search_of_new after insert on dossier.document_version referencing new table as arrived
    for each statement execute function dossier.document_is_new();

-- What becomes personal is found no more from this moment on.
create function dossier.search_follows_level() returns trigger
    language plpgsql security definer set search_path = '' as $$
begin
    delete from dossier.search_entry e where e.kind = tg_argv[0] and e.ref_id = new.id and new.sensitivity > 3;
    insert into dossier.search_due (kind, ref_id) values (tg_argv[0], new.id);
    return null;
end $$;
create trigger search_of_level after update on dossier.fact for each row
    when (old.sensitivity <> new.sensitivity) execute function dossier.search_follows_level('fact');
create trigger search_of_level after update on dossier.document for each row
    when (old.sensitivity <> new.sensitivity) execute function dossier.search_follows_level('document');

insert into dossier.search_due (kind, ref_id) select 'fact', f.id from dossier.fact f where f.current;

-- By the index, which forgets rows that are gone when it comes across them: after a large file the table is full of these.
create function dossier.search_is_due() returns boolean
    language sql stable security definer set search_path = '' as $$
    select (select d.n from dossier.search_due d order by d.n desc limit 1) is not null
$$;

-- Row policies keep these operators away from the index, so the policy's question is asked here. A word that very many have
-- is answered from some of them, as nobody reads them all. Planned for each question anew: one plan for all of them walks
-- through every fact where the word is rare.
create function dossier.search(wanted text, question text, most integer) returns setof bigint
    language plpgsql stable security definer set search_path = '' set enable_seqscan = off set gin_fuzzy_search_limit = 20000
    set plan_cache_mode = force_custom_plan as $$
declare
    reader bigint := identity.uid();
    seen   integer := least(identity.reach(), 3);
    today  timestamptz := identity.clock();
begin
    if wanted = 'fact' then
        return query
            select f.id from dossier.search_entry e join dossier.fact f on f.id = e.ref_id
            where seen >= 1 and e.kind = 'fact' and e.keys @@ question::tsquery
              and f.current and f.retired_at is null and f.sensitivity <= seen
            limit most;
        return query
            select distinct f.id from identity.account_grant g
            join dossier.fact f on f.account_id = g.account_id and f.sensitivity <= least(g.level, 3) and f.sensitivity > seen
            join dossier.search_entry e on e.kind = 'fact' and e.ref_id = f.id
            where seen < 3 and g.user_id = reader and g.starts_at <= today and (g.ends_at is null or g.ends_at > today)
              and (g.scope is null or f.part = any (g.scope)) and f.current and f.retired_at is null and e.keys @@ question::tsquery
            limit most;
    else
        return query
            select d.id from dossier.search_entry e join dossier.document d on d.id = e.ref_id
            where seen >= 1 and e.kind = 'document' and e.keys @@ question::tsquery and d.retired_at is null and d.sensitivity <= seen
            limit most;
        return query
            select distinct d.id from identity.account_grant g
            join dossier.document d on d.account_id = g.account_id and d.sensitivity <= least(g.level, 3) and d.sensitivity > seen
            join dossier.search_entry e on e.kind = 'document' and e.ref_id = d.id
            where seen < 3 and g.user_id = reader and g.starts_at <= today and (g.ends_at is null or g.ends_at > today)
              and (g.scope is null or d.part = any (g.scope)) and d.retired_at is null and e.keys @@ question::tsquery
            limit most;
    end if;
end $$;
comment on function dossier.search is 'Facts that stand and documents in use that the reader may see, by a question for their keys; never what is personal.';

revoke all on function dossier.search(text, text, integer), dossier.search_is_due(), dossier.fact_is_new(), dossier.document_is_new(),
    dossier.search_follows_level() from public;
grant execute on function dossier.search(text, text, integer), dossier.search_is_due() to mainstay_app;

create function dossier.forget_documents(people bigint[]) returns void
    language plpgsql security definer set search_path = '' as $$
declare
    gone bigint[] := array(select d.id from dossier.document d where d.person_id = any (people));
begin
    perform identity.demand(3, 'erase people');
    delete from dossier.search_entry e where e.kind = 'document' and e.ref_id = any (gone);
    delete from dossier.search_due e where e.kind = 'document' and e.ref_id = any (gone);
    delete from dossier.fact_evidence e where e.document_id = any (gone);
    delete from dossier.document_piece p using dossier.document_version v where v.id = p.version_id and v.document_id = any (gone);
    delete from dossier.document_version v where v.document_id = any (gone);
    delete from dossier.document d where d.id = any (gone);
end $$;
comment on function dossier.forget_documents is 'Documents that tell of people go with them, every version.';
revoke all on function dossier.forget_documents(bigint[]) from public;
grant execute on function dossier.forget_documents(bigint[]) to mainstay_app;

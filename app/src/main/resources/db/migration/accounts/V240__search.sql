create table accounts.search_entry (
    account_id bigint primary key references accounts.account,
    code       text collate "C" not null,
    name       text collate "C" not null,
    pinyin     text collate "C" not null,
    keys       tsvector not null
);
create index search_entry_by_key on accounts.search_entry using gin (keys);
create index search_entry_by_code on accounts.search_entry (code);
create index search_entry_by_name on accounts.search_entry (name);
create index search_entry_by_pinyin on accounts.search_entry (pinyin);
comment on table accounts.search_entry is
    'By which keys each account is found: code, name, words, Chinese characters, pinyin and initials, each behind the letter '
    'of its kind. Derived; whatever is in search_due is derived anew.';

create table accounts.search_due (
    n          bigint generated always as identity primary key,
    account_id bigint not null
);
comment on table accounts.search_due is
    'Accounts whose keys have fallen behind. Rows are only added, so that a change made while keys are derived is not lost.';

create table accounts.search_word (
    word text primary key
);
create index search_word_alike on accounts.search_word using gin (word public.gin_trgm_ops);
comment on table accounts.search_word is 'Words and pairs of syllables that names have, for those who misspell one.';

create function accounts.search_falls_behind() returns trigger
    language plpgsql security definer set search_path = '' as $$
begin
    if tg_table_name = 'account' and tg_op = 'UPDATE' then
        -- No join: its plan would be kept from an update of few rows and cost the square of many.
        insert into accounts.search_due (account_id)
        select c.id from (select n.id, n.code, n.name, n.withdrawn from arrived n
                          except select o.id, o.code, o.name, o.withdrawn from gone o) c;
    elsif tg_table_name = 'account' then
        insert into accounts.search_due (account_id) select n.id from arrived n;
    elsif tg_op = 'UPDATE' then
        insert into accounts.search_due (account_id)
        select n.account_id from arrived n union select o.account_id from gone o;
    elsif tg_op = 'DELETE' then
        insert into accounts.search_due (account_id) select o.account_id from gone o;
    else
        insert into accounts.search_due (account_id) select n.account_id from arrived n;
    end if;
    return null;
end $$;

do $$
declare
    t text;
begin
    foreach t in array array['account', 'alias', 'former_name'] loop
        execute format('create trigger search_of_new after insert on accounts.%I referencing new table as arrived
                        for each statement execute function accounts.search_falls_behind()', t);
        execute format('create trigger search_of_changed after update on accounts.%I
                        referencing old table as gone new table as arrived
                        for each statement execute function accounts.search_falls_behind()', t);
        if t <> 'account' then
            execute format('create trigger search_of_gone after delete on accounts.%I referencing old table as gone
                            for each statement execute function accounts.search_falls_behind()', t);
        end if;
    end loop;
end $$;

insert into accounts.search_due (account_id) select a.id from accounts.account a where not a.withdrawn;

-- Deriving keys is for whoever sees all accounts; searching goes through the functions below.
alter table accounts.search_entry enable row level security;
alter table accounts.search_due enable row level security;
alter table accounts.search_word enable row level security;
create policy kept on accounts.search_entry for all to mainstay_app
    using ((select identity.reach()) >= 2) with check ((select identity.reach()) >= 2);
create policy kept on accounts.search_due for all to mainstay_app
    using ((select identity.reach()) >= 2) with check ((select identity.reach()) >= 2);
create policy kept on accounts.search_word for all to mainstay_app
    using ((select identity.reach()) >= 2) with check ((select identity.reach()) >= 2);
grant select, insert, update, delete on accounts.search_entry to mainstay_app;
grant select, update, delete on accounts.search_due to mainstay_app;
grant select, insert on accounts.search_word to mainstay_app;

-- Row policies keep these operators away from the index, so the policy's question is asked here: who sees every card looks
-- in the index, anybody else among the accounts given to them. Stops as soon as the closer questions have found enough.
-- A question with a roof before it asks for the first in order that begin so, whose number does not matter then.
create function accounts.search(questions text[], most integer) returns table (account_id bigint, place integer)
    language plpgsql stable security definer set search_path = '' set enable_seqscan = off as $$
declare
    enough integer := 0;
    added  integer;
    begins text;
    ends   text;
begin
    for i in 1 .. coalesce(array_length(questions, 1), 0) loop
        begins := case when starts_with(questions[i], '^') then substr(questions[i], 2) end;
        ends := begins || chr(1114111);
        if identity.reach() >= 1 and begins is null then
            return query select e.account_id, i from accounts.search_entry e
                         where e.keys @@ questions[i]::tsquery limit most;
        elsif identity.reach() >= 1 and starts_with(begins, 'c') then
            return query select e.account_id, i from accounts.search_entry e
                         where e.code >= begins and e.code < ends order by e.code limit most;
        elsif identity.reach() >= 1 and starts_with(begins, 'n') then
            return query select e.account_id, i from accounts.search_entry e
                         where e.name >= begins and e.name < ends order by e.name limit most;
        elsif identity.reach() >= 1 then
            return query select e.account_id, i from accounts.search_entry e
                         where e.pinyin >= begins and e.pinyin < ends order by e.pinyin limit most;
        else
            return query select e.account_id, i from accounts.search_entry e
                         where e.account_id in (select g.account_id from identity.standing_grant g)
                           and e.keys @@ coalesce('''' || begins || ''':*', questions[i])::tsquery limit most;
        end if;
        get diagnostics added = row_count;
        enough := enough + added;
        exit when enough >= most;
    end loop;
end $$;
comment on function accounts.search is
    'Accounts that the reader may see, by questions for their keys from the closest to the farthest.';

drop function accounts.matching(text);
drop index accounts.account_by_words;

create function accounts.matching(strict text, loose text[]) returns setof bigint
    language plpgsql stable security definer set search_path = '' rows 500 as $$
declare
    question text;
begin
    foreach question in array array[strict] || loose loop
        return query select s.account_id from accounts.search(array[question], 2147483647) s;
        exit when found;
    end loop;
end $$;
comment on function accounts.matching is
    'All accounts that the reader may see and that answer a question; where none does, those that one of the loose ones finds.';

-- By the index, which forgets rows that are gone when it comes across them: after a large file the table is full of these.
create function accounts.search_is_due() returns boolean
    language sql stable security definer set search_path = '' as $$
    select (select d.n from accounts.search_due d order by d.n desc limit 1) is not null
$$;

create function accounts.words_like(wanted text) returns setof text
    language sql stable security definer set search_path = 'public' set pg_trgm.similarity_threshold = 0.3 as $$
    select w.word from accounts.search_word w where w.word % wanted order by similarity(w.word, wanted) desc limit 20
$$;
comment on function accounts.words_like is 'Words of any name, to put a misspelt one right; which accounts have them is not told.';

-- What was written waits in a list that every search reads through, until it is sorted in.
create function accounts.sort_in_search() returns bigint
    language plpgsql security definer set search_path = '' as $$
begin
    perform identity.demand(2, 'derive search keys');
    return gin_clean_pending_list('accounts.search_entry_by_key') + gin_clean_pending_list('accounts.search_word_alike');
end $$;

revoke all on function accounts.search(text[], integer), accounts.matching(text, text[]), accounts.search_is_due(),
    accounts.words_like(text), accounts.sort_in_search(), accounts.search_falls_behind() from public;
grant execute on function accounts.search(text[], integer), accounts.matching(text, text[]), accounts.search_is_due(),
    accounts.words_like(text), accounts.sort_in_search() to mainstay_app;

create table accounts.recent_account (
    user_id    bigint not null,
    account_id bigint not null references accounts.account,
    at         timestamptz not null,
    primary key (user_id, account_id)
);
comment on table accounts.recent_account is 'The accounts that a person has lately gone to from the search; nobody else reads it.';
alter table accounts.recent_account enable row level security;
create policy own on accounts.recent_account for all to mainstay_app
    using (user_id = (select identity.uid())) with check (user_id = (select identity.uid()));
grant select, insert, update, delete on accounts.recent_account to mainstay_app;

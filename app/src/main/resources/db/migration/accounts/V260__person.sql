-- People of accounts. Who may see the business of an account sees who holds or held a position there, and of a person nothing else.
create sequence accounts.person_number;
grant usage on sequence accounts.person_number to mainstay_app;

create table accounts.person (
    id             bigint primary key default nextval('accounts.person_number'),
    code           text unique check (length(code) between 1 and 60),
    name           text not null check (length(name) between 1 and 300),
    latin_name     text check (length(latin_name) between 1 and 300),
    revision       integer not null default 1,
    submission     uuid not null unique,
    added_by       text not null,
    added_by_id    bigint,
    added_at       timestamptz not null,
    changed_by     text not null,
    changed_at     timestamptz not null,
    merged_into_id bigint references accounts.person check (merged_into_id <> id),
    erased_at      timestamptz,
    check (erased_at is null or (code is null and latin_name is null))
);
create index person_merged on accounts.person (merged_into_id) where merged_into_id is not null;
create index person_by_name on accounts.person ((erased_at is not null), name collate "zh-x-icu", id) where merged_into_id is null;
comment on table accounts.person is
    'Somebody who works, or worked, at accounts. Seen by whoever sees the business of one of these accounts. One that was erased keeps '
    'its number, and a pseudonym for a name.';
comment on column accounts.person.code is 'By which another system knows the person.';
comment on column accounts.person.submission is 'Of the form that was sent: sent twice, it makes one person.';

create table accounts.position (
    id                bigint generated always as identity primary key,
    person_id         bigint not null references accounts.person,
    booked_person_id  bigint references accounts.person,
    account_id        bigint not null references accounts.account,
    booked_account_id bigint,
    title             text check (length(title) between 1 and 200),
    department        text check (length(department) between 1 and 200),
    function          text not null check (function in ('owner', 'representative', 'management', 'purchasing', 'technical', 'quality', 'finance', 'use', 'logistics',
                                                        'production', 'sales', 'legal', 'other')),
    from_on           date,
    until_on          date check (until_on >= from_on),
    revision          integer not null default 1,
    submission        uuid not null unique,
    added_by          text not null,
    added_at          timestamptz not null,
    changed_by        text not null,
    changed_at        timestamptz not null,
    ended_by          text,
    ended_at          timestamptz,
    check (num_nulls(ended_by, ended_at) in (0, 2))
);
create index position_of_account on accounts.position (account_id, until_on);
create index position_of_person on accounts.position (person_id);
comment on table accounts.position is
    'What somebody does at an account, from one day to another, both included. Without a first day nobody knows it; without a last one '
    'it goes on.';
comment on column accounts.position.booked_person_id is 'Whose it was, where that person was merged into another since.';

create table accounts.person_contact (
    id               bigint generated always as identity primary key,
    person_id        bigint not null references accounts.person,
    booked_person_id bigint references accounts.person,
    kind             text not null check (kind in ('phone', 'mail', 'address', 'wechat', 'wecom', 'dingtalk', 'qq', 'whatsapp', 'other')),
    value            text not null check (length(value) between 1 and 300),
    note             text check (length(note) between 1 and 100),
    folded           text not null,
    place            integer not null
);
create index contact_of_person on accounts.person_contact (person_id, place);
create index contact_folded on accounts.person_contact (folded, kind);
comment on table accounts.person_contact is 'Phones, mail and postal addresses and messaging ids of people.';
comment on column accounts.person_contact.folded is 'As it is compared: a phone number by its last digits, everything else small and without gaps.';

create table accounts.person_date (
    id               bigint generated always as identity primary key,
    person_id        bigint not null references accounts.person,
    booked_person_id bigint references accounts.person,
    kind             text not null check (kind in ('birthday', 'anniversary', 'other')),
    month            smallint not null check (month between 1 and 12),
    day              smallint not null check (day between 1 and case when month = 2 then 29 when month in (4, 6, 9, 11) then 30 else 31 end),
    note             text check (length(note) between 1 and 100),
    place            integer not null
);
create index date_of_person on accounts.person_date (person_id, place);
comment on table accounts.person_date is 'Days that come every year. Without their year, as an age is personal and kept elsewhere.';

create table accounts.person_event (
    id               bigint generated always as identity primary key,
    person_id        bigint not null references accounts.person,
    booked_person_id bigint references accounts.person,
    kind             text not null check (kind in ('changed', 'merged', 'parted', 'erased', 'disclosed')),
    fields           text[] not null default '{}',
    other_id         bigint,
    actor            text not null,
    at               timestamptz not null
);
create index event_of_person on accounts.person_event (person_id, id desc);
comment on table accounts.person_event is
    'What was done with what is known of a person: which fields, by whom and when. Never a value, so that it may stay when the person is erased.';

-- The rows of a person follow those of the positions that the reader sees.
alter table accounts.person enable row level security;
create policy seen on accounts.person for select to mainstay_app
    using ((select identity.reach()) >= 2
           or exists (select 1 from accounts.position p where p.person_id = person.id));
create policy added on accounts.person for insert to mainstay_app
    with check (added_by_id is not distinct from (select identity.uid())
                and ((select identity.reach()) >= 2
                     or exists (select 1 from identity.standing_grant g where g.level >= 2)));
create policy changed on accounts.person for update to mainstay_app
    using (erased_at is null and merged_into_id is null
           and ((select identity.reach()) >= 2
                or exists (select 1 from accounts.position p where p.person_id = person.id)));

select identity.show('accounts.position', 2), identity.let_record('accounts.position', 2), identity.let_change('accounts.position', 2);

do $$
declare
    t text;
begin
    foreach t in array array['person_contact', 'person_date', 'person_event'] loop
        execute format('alter table accounts.%I enable row level security', t);
        execute format('create policy seen on accounts.%1$I for select to mainstay_app
            using (exists (select 1 from accounts.person x where x.id = %1$I.person_id))', t);
        execute format('create policy kept on accounts.%1$I for insert to mainstay_app
            with check (exists (select 1 from accounts.person x
                                where x.id = %1$I.person_id and x.erased_at is null and x.merged_into_id is null))', t);
    end loop;
    foreach t in array array['person_contact', 'person_date'] loop
        execute format('create policy dropped on accounts.%1$I for delete to mainstay_app
            using (exists (select 1 from accounts.person x
                           where x.id = %1$I.person_id and x.erased_at is null and x.merged_into_id is null))', t);
    end loop;
end $$;

grant select, insert (id, code, name, latin_name, submission, added_by, added_by_id, added_at, changed_by, changed_at),
    update (code, name, latin_name, revision, changed_by, changed_at) on accounts.person to mainstay_app;
grant select, insert (person_id, account_id, title, department, function, from_on, until_on, submission, added_by, added_at, changed_by,
                      changed_at, ended_by, ended_at),
    update (title, department, function, from_on, until_on, revision, changed_by, changed_at, ended_by, ended_at)
    on accounts.position to mainstay_app;
grant select, insert (person_id, kind, value, note, folded, place), delete on accounts.person_contact to mainstay_app;
grant select, insert (person_id, kind, month, day, note, place), delete on accounts.person_date to mainstay_app;
grant select, insert (person_id, kind, fields, other_id, actor, at) on accounts.person_event to mainstay_app;

-- Who writes of a person just now is waited for by whoever erases or merges the person, and the other way round.
create function accounts.pub_hold_person(person bigint) returns void
    language plpgsql set search_path = '' as $$
begin
    perform 1 from accounts.person x where x.id = pub_hold_person.person for share;
end $$;
comment on function accounts.pub_hold_person is
    'For functions that run as the owner: what is asked about a person afterwards stays true until the transaction ends.';
revoke all on function accounts.pub_hold_person(bigint) from public;

create function accounts.guard_person_words() returns trigger
    language plpgsql security definer set search_path = '' as $$
begin
    perform accounts.pub_hold_person(new.person_id);
    if exists (select 1 from accounts.person x where x.id = new.person_id and (x.erased_at is not null or x.merged_into_id is not null)) then
        raise exception 'nothing is noted of who was erased or merged' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger guard_person_words before insert on accounts.person_contact
    for each row execute function accounts.guard_person_words();
create trigger guard_person_words before insert on accounts.person_date
    for each row execute function accounts.guard_person_words();
revoke all on function accounts.guard_person_words() from public;

-- A position opens the person to whoever sees its account: so only who sees the person already, or added them just now, gives one.
create function accounts.guard_position() returns trigger
    language plpgsql security definer set search_path = '' as $$
begin
    perform accounts.pub_hold_person(new.person_id);
    if exists (select 1 from accounts.person x where x.id = new.person_id and (x.erased_at is not null or x.merged_into_id is not null)) then
        raise exception 'nobody who was erased or merged gets a position' using errcode = 'check_violation';
    end if;
    if identity.reach() < 2
       and not exists (select 1 from accounts.person x
                       where x.id = new.person_id and x.added_by_id = identity.uid()
                         and not exists (select 1 from accounts.position p where p.person_id = x.id))
       and not exists (select 1 from accounts.position p
                       join identity.standing_grant g on g.account_id = p.account_id and g.level >= 2
                       where p.person_id = new.person_id) then
        raise exception 'who does not see a person gives them no position' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger guard_position before insert on accounts.position for each row execute function accounts.guard_position();
revoke all on function accounts.guard_position() from public;

create function accounts.reattribute_people(from_account bigint, to_account bigint, booked bigint[]) returns bigint
    language plpgsql security definer set search_path = '' as $$
begin
    perform identity.demand(2, 'merge accounts');
    return activity.pub_rebook('accounts.position', from_account, to_account, booked);
end $$;
comment on function accounts.reattribute_people is 'Positions at one account that were booked under some belong to another from now on.';
revoke all on function accounts.reattribute_people(bigint, bigint, bigint[]) from public;
grant execute on function accounts.reattribute_people(bigint, bigint, bigint[]) to mainstay_app;

create view accounts.pub_person with (security_invoker) as
select x.id, x.code, x.name, x.latin_name, x.erased_at from accounts.person x where x.merged_into_id is null;
comment on view accounts.pub_person is 'People of accounts, as far as the reader may see them.';
create view accounts.pub_position with (security_invoker) as
select p.id, p.person_id, p.account_id, p.title, p.department, p.function, p.from_on, p.until_on from accounts.position p;
comment on view accounts.pub_position is 'Who does or did what at which account, as far as the reader may see it.';
create view accounts.pub_person_date with (security_invoker) as
select d.id, d.person_id, d.kind, d.month, d.day, d.note from accounts.person_date d;
comment on view accounts.pub_person_date is 'Days of people that come every year.';
grant select on accounts.pub_person, accounts.pub_position, accounts.pub_person_date to mainstay_app;

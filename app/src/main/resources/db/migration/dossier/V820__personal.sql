-- What is personal of people: the least that may be known, for a purpose, until a day. Read by custodian, deputy and named members, and by
-- who borrowed it; written by the first three.
create table dossier.personal_field (
    code       text primary key check (code ~ '^[a-z][A-Za-z0-9]{0,59}$'),
    purposes   text[] not null check (cardinality(purposes) <= 20),
    months     integer not null check (months between 1 and 60),
    place      integer not null,
    open       boolean not null default true,
    revision   integer not null default 1,
    check (not open or cardinality(purposes) >= 1)
);
comment on table dossier.personal_field is
    'What may be noted of people, for which purposes, and for how many months at most. Closed: nothing is noted any more, what stands runs out.';
insert into dossier.personal_field (code, purposes, months, place)
values ('personality', '{conversation}', 12, 10), ('interests', '{conversation,hospitality}', 24, 20), ('family', '{courtesy}', 12, 30),
       ('education', '{conversation,expertise}', 36, 40), ('age', '{courtesy}', 24, 50), ('abilities', '{expertise,conversation}', 24, 60);
alter table dossier.personal_field enable row level security;
create policy seen on dossier.personal_field for select to mainstay_app
    using ((select identity.uid()) is not null or (select identity.reach()) >= 1);
create policy kept on dossier.personal_field for update to mainstay_app
    using ((select identity.reach()) >= 3 or (select identity.pub_administers()));
grant select, update (purposes, months, open, revision) on dossier.personal_field to mainstay_app;

create table dossier.personal_fact (
    id                bigint generated always as identity primary key,
    person_id         bigint not null,
    booked_person_id  bigint,
    account_id        bigint not null,
    booked_account_id bigint,
    field             text not null references dossier.personal_field,
    part              text not null default 'personal' check (part = 'personal'),
    sensitivity       smallint not null default 4 check (sensitivity = 4),
    word              text not null check (length(word) between 1 and 2000),
    purpose           text not null check (length(purpose) between 1 and 200),
    source            text not null check (length(source) between 1 and 200),
    observed_on       date not null,
    expires_on        date not null check (expires_on > observed_on),
    recorded_by       text not null,
    recorded_at       timestamptz not null
);
create index personal_of_account on dossier.personal_fact (account_id, person_id);
create index personal_of_person on dossier.personal_fact (person_id);
create index personal_expiring on dossier.personal_fact (expires_on);
comment on table dossier.personal_fact is
    'What is known of a person for one account''s team alone. A newer value removes the one before: what is personal has no history. From '
    'its last day on nobody reads it, and the night after it is deleted.';

select identity.show_parts('dossier.personal_fact', 'account_id', 'sensitivity', 'part');
create policy living on dossier.personal_fact as restrictive for select to mainstay_app
    using (expires_on > (select identity.pub_today()));
create policy recorded on dossier.personal_fact for insert to mainstay_app
    with check (exists (select 1 from identity.standing_grant g where g.account_id = personal_fact.account_id and g.level >= 4));
create policy removed on dossier.personal_fact for delete to mainstay_app
    using (exists (select 1 from identity.standing_grant g where g.account_id = personal_fact.account_id and g.level >= 4));
grant select, delete, insert (person_id, account_id, field, word, purpose, source, observed_on, expires_on, recorded_by, recorded_at)
    on dossier.personal_fact to mainstay_app;

-- Of nobody who never worked there, for no purpose that the firm does not know, and for no longer than it says.
create function dossier.guard_personal() returns trigger
    language plpgsql security definer set search_path = '' as $$
declare
    asked dossier.personal_field;
begin
    perform accounts.pub_hold_person(new.person_id);
    select * into strict asked from dossier.personal_field f where f.code = new.field;
    if not asked.open or not new.purpose = any (asked.purposes) or new.expires_on > new.observed_on + make_interval(months => asked.months) then
        raise exception 'this is noted for no such purpose, or not for so long' using errcode = 'check_violation';
    end if;
    if not exists (select 1 from accounts.pub_position p join accounts.pub_person x on x.id = p.person_id
                   where p.person_id = new.person_id and p.account_id = new.account_id and x.erased_at is null) then
        raise exception 'this person never worked at this account' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger guard_personal before insert on dossier.personal_fact for each row execute function dossier.guard_personal();
revoke all on function dossier.guard_personal() from public;

create function dossier.personal_people(account bigint)
    returns table (person_id bigint, name text, latin_name text, known bigint, here boolean)
    language sql stable security definer set search_path = '' as $$
    select x.id, x.name, x.latin_name,
           (select count(*) from dossier.personal_fact f
            where f.person_id = x.id and f.account_id = personal_people.account and f.expires_on > identity.pub_today()),
           exists (select 1 from accounts.pub_position p
                   where p.person_id = x.id and p.account_id = personal_people.account
                     and (p.until_on is null or p.until_on >= identity.pub_today()))
    from accounts.pub_person x
    where dossier.level_of(personal_people.account, 'personal') >= 4 and x.erased_at is null
      and exists (select 1 from accounts.pub_position p where p.person_id = x.id and p.account_id = personal_people.account)
    order by x.name collate "zh-x-icu", x.id
$$;
comment on function dossier.personal_people is 'Names of people of an account for who may read what is personal there, be it borrowed.';

create function dossier.reattribute_personal(from_account bigint, to_account bigint, booked bigint[]) returns bigint
    language plpgsql security definer set search_path = '' as $$
begin
    perform identity.demand(2, 'merge accounts');
    return activity.pub_rebook('dossier.personal_fact', from_account, to_account, booked);
end $$;
comment on function dossier.reattribute_personal is 'What is personal of people of one account belongs to another from now on.';

revoke all on function dossier.personal_people(bigint), dossier.reattribute_personal(bigint, bigint, bigint[]) from public;
grant execute on function dossier.personal_people(bigint), dossier.reattribute_personal(bigint, bigint, bigint[]) to mainstay_app;

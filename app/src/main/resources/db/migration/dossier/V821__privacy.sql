-- What a person may ask for: to see everything that is known, and to be erased. And what is deleted without being asked for.
create table dossier.privacy_rule (
    only_row   boolean primary key default true check (only_row),
    keep_years integer not null check (keep_years between 1 and 30)
);
comment on table dossier.privacy_rule is 'After how many years without a position people are proposed to be erased.';
insert into dossier.privacy_rule (keep_years) values (3);
alter table dossier.privacy_rule enable row level security;
create policy seen on dossier.privacy_rule for select to mainstay_app
    using ((select identity.uid()) is not null or (select identity.reach()) >= 1);
create policy kept on dossier.privacy_rule for update to mainstay_app
    using ((select identity.reach()) >= 3 or (select identity.pub_administers()));
grant select, update (keep_years) on dossier.privacy_rule to mainstay_app;

create table dossier.subject_request (
    id           bigint generated always as identity primary key,
    person_id    bigint not null,
    kind         text not null check (kind in ('see', 'erase')),
    asked_on     date not null,
    way          text not null check (length(way) between 1 and 200),
    opened_by    text not null,
    opened_by_id bigint,
    opened_at    timestamptz not null default identity.clock()
);
create index subject_request_of_person on dossier.subject_request (person_id, id desc);
comment on table dossier.subject_request is
    'That a person asked to see what is known, or to be erased: when, and by which way. Opens what is personal to who wrote it down, for a day.';
alter table dossier.subject_request enable row level security;
create policy seen on dossier.subject_request for select to mainstay_app using ((select identity.reach()) >= 3);
create policy opened on dossier.subject_request for insert to mainstay_app
    with check ((select identity.reach()) >= 3 and opened_by_id is not distinct from (select identity.uid()));
grant select, insert (person_id, kind, asked_on, way, opened_by, opened_by_id) on dossier.subject_request to mainstay_app;

create table dossier.forgetting (
    id     bigint generated always as identity primary key,
    at     timestamptz not null default identity.clock(),
    cause  text not null check (cause in ('expired', 'erased')),
    field  text not null,
    values_deleted bigint not null check (values_deleted > 0)
);
create index forgetting_at on dossier.forgetting (at desc);
comment on table dossier.forgetting is 'How many personal values were deleted when and why; not whose, and not which.';
alter table dossier.forgetting enable row level security;
create policy seen on dossier.forgetting for select to mainstay_app
    using ((select identity.reach()) >= 3 or (select identity.pub_administers()));
grant select on dossier.forgetting to mainstay_app;

create function dossier.forget(people bigint[], cause text) returns bigint
    language plpgsql set search_path = '' as $$
declare
    deleted bigint;
begin
    with gone as (
        delete from dossier.personal_fact f
        where case when people is null then f.expires_on <= identity.pub_today() else f.person_id = any (people) end
        returning f.field),
    counted as (
        insert into dossier.forgetting (cause, field, values_deleted)
        select forget.cause, g.field, count(*) from gone g group by g.field returning values_deleted)
    select coalesce(sum(c.values_deleted), 0) into deleted from counted c;
    return deleted;
end $$;
revoke all on function dossier.forget(bigint[], text) from public;

create function dossier.forget_expired() returns bigint
    language plpgsql security definer set search_path = '' as $$
begin
    perform identity.demand(3, 'delete what is personal');
    return dossier.forget(null, 'expired');
end $$;
comment on function dossier.forget_expired is 'Deletes for good what has run out, and notes how much that was.';

create function dossier.forget_people(people bigint[]) returns bigint
    language plpgsql security definer set search_path = '' as $$
begin
    perform identity.demand(3, 'delete what is personal');
    return dossier.forget(coalesce(people, '{}'), 'erased');
end $$;
comment on function dossier.forget_people is 'Deletes for good what is personal of people who are erased.';

-- The look is written here, in the transaction that reads: nothing is told where that fails.
create function dossier.disclose(request bigint)
    returns table (account_id bigint, field text, word text, purpose text, source text, observed_on date, expires_on date,
                   recorded_by text, recorded_at timestamptz)
    language plpgsql security definer set search_path = '' as $$
declare
    asked dossier.subject_request;
begin
    perform identity.demand(3, 'disclose what is personal');
    select * into asked from dossier.subject_request r
    where r.id = disclose.request and r.kind = 'see' and r.opened_by_id is not distinct from identity.uid()
      and r.opened_at > identity.clock() - interval '1 day';
    if asked.id is null then
        return;
    end if;
    insert into dossier.look (user_id, actor, account_id, what, parts, level, detail)
    select identity.uid(), asked.opened_by, f.account_id, 'disclosure', '{personal}', 4, '#' || asked.person_id
    from dossier.personal_fact f where f.person_id = asked.person_id group by f.account_id;
    return query select f.account_id, f.field, f.word, f.purpose, f.source, f.observed_on, f.expires_on, f.recorded_by, f.recorded_at
                 from dossier.personal_fact f where f.person_id = asked.person_id order by f.account_id, f.field, f.id;
end $$;
comment on function dossier.disclose is
    'Everything personal of somebody who asked for it, to who wrote that request down within a day; also what has run out and is not deleted yet.';

create function dossier.follow_person(from_person bigint, to_person bigint, booked bigint[]) returns bigint
    language plpgsql security definer set search_path = '' as $$
begin
    perform identity.demand(2, 'merge people');
    return accounts.pub_rebook_person('dossier.personal_fact', from_person, to_person, booked);
end $$;
comment on function dossier.follow_person is 'What is personal of one person belongs to another from now on.';

revoke all on function dossier.forget_expired(), dossier.forget_people(bigint[]), dossier.disclose(bigint),
    dossier.follow_person(bigint, bigint, bigint[]) from public;
grant execute on function dossier.forget_expired(), dossier.forget_people(bigint[]), dossier.disclose(bigint),
    dossier.follow_person(bigint, bigint, bigint[]) to mainstay_app;

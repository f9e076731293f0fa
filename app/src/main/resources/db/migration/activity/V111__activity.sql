-- Visits, calls and whatever else people do for an account or among themselves, with the time that it took.
create table activity.kind (
    code     text primary key check (code ~ '^[a-z]{2,40}$'),
    internal boolean not null,
    place    smallint not null unique
);
comment on table activity.kind is 'What can be done, and whether it turns to customers or to ourselves.';
insert into activity.kind (code, internal, place)
values ('visit', false, 1), ('call', false, 2), ('mail', false, 3), ('meeting', false, 4), ('guidance', false, 5), ('training', false, 6),
       ('discussion', false, 7), ('coordination', true, 8);
grant select on activity.kind to mainstay_app;

create table activity.activity (
    id                bigint generated always as identity primary key,
    account_id        bigint,
    booked_account_id bigint,
    kind              text not null references activity.kind,
    internal          boolean not null,
    state             text not null check (state in ('planned', 'done', 'cancelled')),
    day_only          boolean not null,
    on_day            date not null check (on_day between date '1900-01-01' and date '2200-12-31'),
    starts_at         timestamptz not null,
    minutes           integer not null check (minutes between 1 and 1440),
    travel_minutes    integer not null check (travel_minutes between 0 and 1440),
    subject           text not null check (length(subject) between 1 and 300),
    notes             text check (length(notes) between 1 and 10000),
    user_ids          bigint[] not null check (cardinality(user_ids) between 1 and 20),
    uid               text not null check (length(uid) between 1 and 300),
    sequence          integer not null default 0,
    revision          integer not null default 1,
    submission        uuid not null unique,
    source            text not null check (source in ('page', 'program', 'file', 'calendar')),
    reason            text check (length(reason) between 1 and 300),
    begun_by          text check (begun_by in ('us', 'them')),
    recorded_by       text not null,
    recorded_by_id    bigint,
    recorded_at       timestamptz not null,
    changed_by        text not null,
    changed_at        timestamptz not null,
    check (account_id is not null or internal),
    check (begun_by is null or not internal),
    unique nulls not distinct (uid, recorded_by_id)
);
create index activity_of_account on activity.activity (account_id, starts_at desc, id desc);
create index activity_at on activity.activity (starts_at desc, id desc);
create index activity_spent on activity.activity (starts_at) include (on_day, internal, minutes, travel_minutes, user_ids) where state = 'done';
create index activity_uid on activity.activity (uid);
comment on table activity.activity is
    'What somebody of us did or plans to do: for an account, or inside the firm. Nothing is deleted; what does not take place is cancelled.';
comment on column activity.activity.internal is 'As its kind said when it was written down.';
comment on column activity.activity.on_day is 'The day where the firm is; of one without a time the day itself, which then begins at starts_at.';
comment on column activity.activity.uid is 'By which calendars know it; of a file that was taken the one that it bears there.';
comment on column activity.activity.begun_by is 'Who wanted it: we or the customer; null where nobody said, which is not the same as we.';
comment on column activity.activity.user_ids is 'Who of us; the same stand in activity.colleague, where they are looked up.';

create table activity.colleague (
    activity_id bigint not null references activity.activity,
    user_id     bigint not null,
    starts_at   timestamptz not null,
    primary key (activity_id, user_id)
);
create index colleague_user on activity.colleague (user_id, starts_at desc);
comment on table activity.colleague is 'Who of us takes part in what, kept in step with the activity by a trigger.';

create table activity.attendee (
    id               bigint generated always as identity primary key,
    activity_id      bigint not null references activity.activity,
    person_id        bigint not null,
    booked_person_id bigint
);
create index attendee_activity on activity.attendee (activity_id);
create index attendee_person on activity.attendee (person_id);
comment on table activity.attendee is 'People of the account who take part.';

create table activity.mention (
    id                bigint generated always as identity primary key,
    activity_id       bigint not null references activity.activity,
    words             text not null check (length(words) between 2 and 400),
    account_id        bigint,
    booked_account_id bigint,
    person_id         bigint,
    booked_person_id  bigint,
    former            boolean not null default false,
    check (num_nonnulls(account_id, person_id) = 1)
);
create index mention_activity on activity.mention (activity_id);
create index mention_account on activity.mention (account_id) where account_id is not null;
create index mention_person on activity.mention (person_id) where person_id is not null;
comment on table activity.mention is 'Whom the words of a note mean, an account or a person.';
comment on column activity.mention.former is
    'It stands in an earlier version alone, which must forget the person as well.';

create table activity.version (
    id                bigint generated always as identity primary key,
    activity_id       bigint not null references activity.activity,
    account_id        bigint,
    booked_account_id bigint,
    user_ids          bigint[] not null,
    revision          integer not null,
    content           jsonb not null,
    author            text not null,
    at                timestamptz not null,
    unique (activity_id, revision)
);
comment on table activity.version is
    'How an activity stood before it was corrected: content as it was, who wrote that, and when. It stays with the account that it was '
    'written for, and inside the firm with those who took part, wherever the activity goes.';

alter table activity.activity enable row level security;
create policy seen on activity.activity for select to mainstay_app using (
    case when account_id is null
         then (select identity.reach()) >= 3 or (select identity.uid()) = any (user_ids)
              or coalesce(recorded_by_id = (select identity.uid()), false)
         else (select identity.reach()) >= 2
              or exists (select 1 from identity.standing_grant g where g.account_id = activity.account_id and g.level >= 2) end);
create policy recorded on activity.activity for insert to mainstay_app with check (
    recorded_by_id is not distinct from (select identity.uid())
    and case when account_id is null
             then (select identity.reach()) >= 3 or (select identity.uid()) = any (user_ids)
             else (select identity.reach()) >= 2
                  or exists (select 1 from identity.standing_grant g where g.account_id = activity.account_id and g.level >= 2) end);
create policy changed on activity.activity for update to mainstay_app
    using ((select identity.reach()) >= 3 or (select identity.uid()) = any (user_ids)
           or coalesce(recorded_by_id = (select identity.uid()), false))
    with check (case when account_id is null
                     then (select identity.reach()) >= 3 or (select identity.uid()) = any (user_ids)
                          or coalesce(recorded_by_id = (select identity.uid()), false)
                     else (select identity.reach()) >= 2
                          or exists (select 1 from identity.standing_grant g where g.account_id = activity.account_id and g.level >= 2) end);
grant select,
    insert (account_id, kind, internal, state, day_only, on_day, starts_at, minutes, travel_minutes, subject, notes, user_ids, begun_by, uid,
            submission, source, recorded_by, recorded_by_id, recorded_at, changed_by, changed_at),
    update (account_id, kind, internal, state, day_only, on_day, starts_at, minutes, travel_minutes, subject, notes, user_ids, begun_by, sequence,
            revision, reason, changed_by, changed_at)
    on activity.activity to mainstay_app;

alter table activity.colleague enable row level security;
create policy seen on activity.colleague for select to mainstay_app
    using ((select identity.reach()) >= 3 or user_id = (select identity.uid())
           or exists (select 1 from activity.activity a where a.id = activity_id));
grant select on activity.colleague to mainstay_app;

do $$
declare
    t text;
begin
    foreach t in array array['attendee', 'mention', 'version'] loop
        execute format('alter table activity.%I enable row level security', t);
        continue when t = 'version';
        execute format('create policy seen on activity.%1$I for select to mainstay_app
            using (exists (select 1 from activity.activity a where a.id = %1$I.activity_id))', t);
        execute format('create policy kept on activity.%1$I for insert to mainstay_app
            with check (exists (select 1 from activity.activity a where a.id = %1$I.activity_id
                                  and ((select identity.reach()) >= 3 or (select identity.uid()) = any (a.user_ids)
                                       or coalesce(a.recorded_by_id = (select identity.uid()), false)
                                       or ((select identity.uid()) is null and (select identity.reach()) >= 2))))', t);
    end loop;
    foreach t in array array['attendee'] loop
        execute format('create policy dropped on activity.%1$I for delete to mainstay_app
            using (exists (select 1 from activity.activity a where a.id = %1$I.activity_id
                             and ((select identity.reach()) >= 3 or (select identity.uid()) = any (a.user_ids)
                                  or coalesce(a.recorded_by_id = (select identity.uid()), false))))', t);
    end loop;
end $$;
-- Who sees the activity where it stands now need not see the account for which it was written before.
create policy seen on activity.version for select to mainstay_app
    using (exists (select 1 from activity.activity a where a.id = version.activity_id)
           and case when account_id is null
                    then (select identity.reach()) >= 3 or (select identity.uid()) = any (user_ids)
                         or exists (select 1 from activity.activity a where a.id = version.activity_id
                                                                        and a.recorded_by_id = (select identity.uid()))
                    else (select identity.reach()) >= 2
                         or exists (select 1 from identity.standing_grant g where g.account_id = version.account_id and g.level >= 2) end);
create policy kept on activity.version for insert to mainstay_app
    with check (exists (select 1 from activity.activity a
                        where a.id = version.activity_id and a.account_id is not distinct from version.account_id
                          and a.booked_account_id is not distinct from version.booked_account_id
                          and a.user_ids = version.user_ids
                          and ((select identity.reach()) >= 3 or (select identity.uid()) = any (a.user_ids)
                               or coalesce(a.recorded_by_id = (select identity.uid()), false)
                               or ((select identity.uid()) is null and (select identity.reach()) >= 2))));
grant select, insert (activity_id, person_id), delete on activity.attendee to mainstay_app;
create policy replaced on activity.mention for update to mainstay_app
    using (exists (select 1 from activity.activity a
                   where a.id = mention.activity_id
                     and ((select identity.reach()) >= 3 or (select identity.uid()) = any (a.user_ids)
                          or coalesce(a.recorded_by_id = (select identity.uid()), false))));
grant select, insert (activity_id, words, account_id, person_id), update (former) on activity.mention to mainstay_app;
grant select, insert (activity_id, account_id, booked_account_id, user_ids, revision, content, author, at) on activity.version to mainstay_app;

create function activity.keep_colleagues() returns trigger
    language plpgsql security definer set search_path = '' as $$
begin
    delete from activity.colleague c where c.activity_id = new.id;
    insert into activity.colleague (activity_id, user_id, starts_at) select distinct new.id, u, new.starts_at from unnest(new.user_ids) u;
    return null;
end $$;
create trigger keep_colleagues after insert or update of user_ids, starts_at on activity.activity
    for each row execute function activity.keep_colleagues();
revoke all on function activity.keep_colleagues() from public;

-- Of the days of others, also of what the reader does not see, this tells only whether there is room.
create function activity.overfull(people bigint[], first timestamptz, until timestamptz, added integer, except_id bigint)
    returns setof bigint
    language sql stable security definer set search_path = '' as $$
    select c.user_id
    from activity.colleague c join activity.activity a on a.id = c.activity_id
    where (identity.uid() is not null or identity.reach() >= 2)
      and c.user_id = any (people) and c.starts_at < until and c.starts_at > first - interval '2 days'
      and a.state <> 'cancelled' and a.id is distinct from except_id
    group by c.user_id
    having added + sum(
        case when a.starts_at >= first then a.travel_minutes else 0 end
        + case when a.day_only then case when a.starts_at >= first then a.minutes else 0 end
               else greatest(0, extract(epoch from least(a.starts_at + a.minutes * interval '1 minute', until)
                                                   - greatest(a.starts_at, first)) / 60) end)
        > extract(epoch from until - first) / 60
$$;
comment on function activity.overfull is 'Who of some colleagues would have more minutes in a day than it has, were some added.';

create function activity.reattribute_activities(from_account bigint, to_account bigint, booked bigint[]) returns bigint
    language plpgsql security definer set search_path = '' as $$
begin
    perform identity.demand(2, 'merge accounts');
    return activity.pub_rebook('activity.activity', from_account, to_account, booked)
           + activity.pub_rebook('activity.mention', from_account, to_account, booked)
           + activity.pub_rebook('activity.version', from_account, to_account, booked);
end $$;
create function activity.follow_people(from_person bigint, to_person bigint, booked bigint[]) returns bigint
    language plpgsql security definer set search_path = '' as $$
begin
    perform identity.demand(2, 'merge people');
    return activity.pub_rebook_of('person', 'activity.attendee', from_person, to_person, booked)
           + activity.pub_rebook_of('person', 'activity.mention', from_person, to_person, booked);
end $$;

create function activity.forget_people(people bigint[]) returns void
    language plpgsql security definer set search_path = '' as $$
declare
    named record;
begin
    perform identity.demand(3, 'erase people');
    for named in select m.activity_id, m.words from activity.mention m where m.person_id = any (people) loop
        update activity.activity a
        set subject = replace(a.subject, named.words, '@…'), notes = replace(a.notes, named.words, '@…')
        where a.id = named.activity_id;
        update activity.version v
        set content = v.content || jsonb_build_object('subject', replace(v.content ->> 'subject', named.words, '@…'),
                                                      'notes', replace(v.content ->> 'notes', named.words, '@…'))
        where v.activity_id = named.activity_id;
    end loop;
    delete from activity.mention m where m.person_id = any (people);
end $$;
comment on function activity.forget_people is 'That somebody was met stays; where notes name them by a mention, the name goes.';

revoke all on function activity.overfull(bigint[], timestamptz, timestamptz, integer, bigint),
    activity.reattribute_activities(bigint, bigint, bigint[]), activity.follow_people(bigint, bigint, bigint[]),
    activity.forget_people(bigint[]) from public;
grant execute on function activity.overfull(bigint[], timestamptz, timestamptz, integer, bigint),
    activity.reattribute_activities(bigint, bigint, bigint[]), activity.follow_people(bigint, bigint, bigint[]),
    activity.forget_people(bigint[]) to mainstay_app;

create view activity.pub_activity with (security_invoker) as
select a.id, a.account_id, a.kind, a.internal, u.user_id, a.state, a.day_only, a.on_day, a.starts_at, a.minutes, a.travel_minutes,
       a.subject, a.recorded_at, a.begun_by
from activity.activity a cross join lateral unnest(a.user_ids) u (user_id);
comment on view activity.pub_activity is
    'Who of us did, does or plans what for which account (none: inside the firm), and for how long: a row for each of those who take part.';
create view activity.pub_colleague with (security_invoker) as select c.activity_id, c.user_id, c.starts_at from activity.colleague c;
comment on view activity.pub_colleague is 'Who takes part in what, to be looked up by person.';
create view activity.pub_attendee with (security_invoker) as
select distinct t.activity_id, t.person_id from activity.attendee t;
comment on view activity.pub_attendee is 'People of accounts who take part in activities.';
create view activity.pub_kind with (security_invoker) as select k.code, k.internal, k.place from activity.kind k;
comment on view activity.pub_kind is 'What can be done.';
grant select on activity.pub_activity, activity.pub_colleague, activity.pub_attendee, activity.pub_kind to mainstay_app;

-- Who of the firm works for which account, as what, with which say and for which part of the working time.
create schema team;
grant usage on schema team to mainstay_app;

create table team.setting (
    only_row         boolean primary key default true check (only_row),
    weekly_hours     numeric(5, 2) not null default 40 check (weekly_hours between 1 and 168),
    watched_from     integer not null default 5 check (watched_from between 1 and 5),
    decision_minutes integer not null default 10 check (decision_minutes between 0 and 240),
    target_internal  integer not null default 30 check (target_internal between 0 and 99),
    alarm_internal   integer not null default 70 check (alarm_internal between 1 and 100),
    sure_from        integer not null default 30 check (sure_from between 1 and 100),
    check (target_internal < alarm_internal)
);
comment on table team.setting is
    'Working hours of a person in a week, and from how many stars on an account is looked after duty by duty; 5: key accounts alone are.';
comment on column team.setting.decision_minutes is 'How long a decision on a request takes; nobody measures it.';
comment on column team.setting.target_internal is 'Percent of recorded time that turns to ourselves, at most; alarm_internal: from which on it is too much.';
comment on column team.setting.sure_from is 'Percent of the working hours that have to be on record before a share is more than a guess.';
insert into team.setting default values;
alter table team.setting enable row level security;
create policy seen on team.setting for select to mainstay_app using ((select identity.uid()) is not null or (select identity.reach()) >= 1);
create policy kept on team.setting for update to mainstay_app
    using ((select identity.reach()) >= 3 or (select identity.pub_administers()));
grant select, update (weekly_hours, watched_from, decision_minutes, target_internal, alarm_internal, sure_from) on team.setting to mainstay_app;

create table team.member (
    id                bigint generated always as identity primary key,
    account_id        bigint not null,
    booked_account_id bigint,
    user_id           bigint not null,
    function          text not null check (function in ('marketing', 'research', 'support', 'finance', 'administration')),
    role              text not null check (role in ('sponsor', 'second', 'specialist', 'assistant')),
    responsibility    text check (length(responsibility) between 1 and 300),
    authority         text check (length(authority) between 1 and 300),
    discount          numeric(5, 2) check (discount between 0 and 100),
    share             numeric(5, 2) check (share > 0 and share <= 100),
    deputy_id         bigint check (deputy_id <> user_id),
    from_day          date not null,
    until_day         date check (until_day >= from_day),
    set_aside         boolean not null default false,
    recorded_by       text not null,
    recorded_at       timestamptz not null,
    version           integer not null default 1,
    changed_by        text,
    changed_at        timestamptz,
    constraint member_once exclude using gist
        (int8range(account_id, account_id, '[]') with &&, int8range(user_id, user_id, '[]') with &&,
         int4range(array_position(array['sponsor', 'second', 'specialist', 'assistant'], role),
                   array_position(array['sponsor', 'second', 'specialist', 'assistant'], role), '[]') with &&,
         daterange(from_day, until_day, '[]') with &&) where (not set_aside),
    constraint one_sponsor exclude using gist
        (int8range(account_id, account_id, '[]') with &&, daterange(from_day, until_day, '[]') with &&)
        where (role = 'sponsor' and not set_aside)
);
create index member_of_account on team.member (account_id, from_day);
create index member_of_user on team.member (user_id, from_day);
comment on table team.member is
    'Memberships with their days, both included; no last day: until further notice. Who manages an account is a member without a row. '
    'set_aside: a merge brought it to an account where the same person, or another sponsor, stood already; it counts again once that is undone.';
comment on column team.member.version is 'Counts changes, so that nobody writes over what they have not read.';
comment on column team.member.discount is 'Up to which discount the member may agree alone, in percent. Null: nobody said.';
comment on column team.member.share is 'Percent of the person''s working time. Null: nobody said.';

select identity.show('team.member', 1), identity.let_record('team.member', 3), identity.let_change('team.member', 3);
create policy recorded_by_administrators on team.member for insert to mainstay_app with check ((select identity.pub_administers()));
create policy changed_by_administrators on team.member for update to mainstay_app using ((select identity.pub_administers()));
grant select, insert (account_id, user_id, function, role, responsibility, authority, discount, share, deputy_id, from_day, until_day,
                      recorded_by, recorded_at),
    update (function, role, responsibility, authority, discount, share, deputy_id, from_day, until_day, version, changed_by, changed_at)
    on team.member to mainstay_app;
create policy called_off on team.member for delete to mainstay_app
    using (from_day > (select identity.pub_today()) and ((select identity.reach()) >= 3 or (select identity.pub_administers())));
comment on policy called_off on team.member is 'What has not begun need not have been; what has begun ends.';
grant delete on team.member to mainstay_app;

-- Through accounts too that the reader does not see: a sum and nothing else.
create function team.peak_share(person bigint, first_day date, last_day date, except_member bigint) returns numeric
    language sql stable security definer set search_path = '' as $$
    with other as (
        select m.from_day, m.until_day, m.share from team.member m
        where m.user_id = person and m.share is not null and not m.set_aside and m.id is distinct from except_member
          and daterange(m.from_day, m.until_day, '[]') && daterange(first_day, last_day, '[]')
          and ((select identity.uid()) is not null or (select identity.reach()) >= 1))
    select coalesce(max(s.total), 0)
    from (select greatest(o.from_day, first_day) as day from other o) d
    cross join lateral (select sum(o.share) as total from other o
                        where d.day >= o.from_day and (o.until_day is null or d.day <= o.until_day)) s
$$;
comment on function team.peak_share is
    'The most that a person''s memberships ask together on any day of a span, in percent of the working time; other memberships than one alone.';

create function team.deputies_circle(account bigint, person bigint, deputy bigint, first_day date, last_day date, except_member bigint)
    returns boolean language sql stable set search_path = '' as $$
    with recursive chain (holder, days) as (
        select deputy, daterange(first_day, last_day, '[]')
        union
        select m.deputy_id, c.days * daterange(m.from_day, m.until_day, '[]')
        from chain c
        join team.member m on m.account_id = account and m.user_id = c.holder and not m.set_aside
                           and m.id is distinct from except_member and daterange(m.from_day, m.until_day, '[]') && c.days
        where m.deputy_id is not null and c.holder <> person)
    select exists (select from chain where holder = person)
$$;
comment on function team.deputies_circle is
    'Whether the deputies at an account lead back to a member on any day of a span, if somebody stands in for it; other memberships than one.';

create function team.guard_member() returns trigger
    language plpgsql security definer set search_path = '' as $$
begin
    if new.deputy_id is not null then
        perform pg_advisory_xact_lock(hashtext('team.member.account'), hashint8(new.account_id));
    end if;
    perform pg_advisory_xact_lock(hashtext('team.member'), hashint8(new.user_id));
    if tg_op = 'INSERT' and not exists (select 1 from identity.pub_user u where u.id = new.user_id and u.enabled) then
        raise exception 'nobody who is shut out becomes a member' using errcode = 'check_violation';
    end if;
    if new.deputy_id is not null and (tg_op = 'INSERT' or new.deputy_id is distinct from old.deputy_id)
       and not exists (select 1 from identity.pub_user u where u.id = new.deputy_id and u.enabled and u.role <> 'viewer') then
        raise exception 'nobody who is shut out or only looks on stands in' using errcode = 'check_violation';
    end if;
    if new.deputy_id is not null and not new.set_aside
       and (tg_op = 'INSERT' or new.deputy_id is distinct from old.deputy_id
            or not daterange(old.from_day, old.until_day, '[]') @> daterange(new.from_day, new.until_day, '[]'))
       and team.deputies_circle(new.account_id, new.user_id, new.deputy_id, new.from_day, new.until_day, new.id) then
        raise exception 'deputies at an account do not lead back to the member' using errcode = 'check_violation';
    end if;
    if not new.set_aside and new.share + team.peak_share(new.user_id, new.from_day, new.until_day, new.id) > 100 then
        raise exception 'a person has no more than 100 percent of working time' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger guard_member before insert or update of user_id, share, from_day, until_day, deputy_id on team.member
    for each row execute function team.guard_member();

-- Who works for an account sees its business meanwhile.
create function team.keep_member_grant() returns trigger
    language plpgsql security definer set search_path = '' as $$
declare
    begins timestamptz := identity.pub_midnight(new.from_day);
    ends timestamptz := identity.pub_midnight(new.until_day + 1);
    before timestamptz := case when tg_op = 'UPDATE' then identity.pub_midnight(old.until_day + 1) end;
begin
    if tg_op = 'INSERT' then
        insert into identity.account_grant (account_id, user_id, level, starts_at, ends_at, cause)
        values (new.account_id, new.user_id, 2, begins, ends, 'team/' || new.id);
        return null;
    end if;
    -- What a merge opened for a time and ended with its undoing stays as it ended; what lasts as long as the membership goes with it.
    update identity.account_grant g
    set starts_at = least(g.starts_at, ends), ends_at = greatest(ends, least(g.starts_at, ends) + interval '1 microsecond')
    where g.user_id = new.user_id and (g.cause = 'team/' || new.id or g.cause like 'merged/%/team/' || new.id)
      and ends is not null and (g.ends_at is null or g.ends_at > ends);
    insert into identity.account_grant (account_id, user_id, level, starts_at, ends_at, cause)
    select g.account_id, g.user_id, g.level, greatest(before, identity.clock()), ends, g.cause
    from identity.account_grant g
    where g.user_id = new.user_id and (g.cause = 'team/' || new.id or g.cause like 'merged/%/team/' || new.id)
      and g.ends_at = before and (ends is null or ends > greatest(before, identity.clock()));
    update identity.account_grant g set starts_at = begins
    where g.user_id = new.user_id and (g.cause = 'team/' || new.id or g.cause like 'merged/%/team/' || new.id)
      and new.from_day <> old.from_day and g.starts_at = identity.pub_midnight(old.from_day)
      and (g.ends_at is null or g.ends_at > begins);
    return null;
end $$;
comment on function team.keep_member_grant is
    'A grant ends sooner and is never made longer: a membership that is prolonged gives another one, from the end of the first on.';
create trigger keep_member_grant after insert or update of from_day, until_day on team.member
    for each row execute function team.keep_member_grant();

create function team.drop_member_grant() returns trigger
    language plpgsql security definer set search_path = '' as $$
begin
    delete from identity.account_grant g
    where g.user_id = old.user_id and (g.cause = 'team/' || old.id or g.cause like 'merged/%/team/' || old.id)
      and g.starts_at > identity.clock();
    return null;
end $$;
create trigger drop_member_grant after delete on team.member for each row execute function team.drop_member_grant();

-- What somebody gets out of it is for that person, for directors and for who administers people.
create table team.benefit (
    member_id   bigint primary key references team.member on delete cascade,
    user_id     bigint not null,
    bonus_share numeric(5, 2) check (bonus_share between 0 and 100),
    words       text check (length(words) between 1 and 300),
    check (num_nonnulls(bonus_share, words) > 0)
);
comment on table team.benefit is 'What a member gets for the work, apart from the membership because fewer people may read it. Bonus share in percent.';
alter table team.benefit enable row level security;
create policy seen on team.benefit for select to mainstay_app
    using (user_id = (select identity.uid()) or (select identity.reach()) >= 3 or (select identity.pub_administers()));
create policy kept on team.benefit for all to mainstay_app
    using ((select identity.reach()) >= 3 or (select identity.pub_administers()))
    with check (((select identity.reach()) >= 3 or (select identity.pub_administers()))
                and user_id is distinct from (select identity.uid())
                and exists (select 1 from team.member m where m.id = member_id and m.user_id = benefit.user_id));
grant select, insert, update, delete on team.benefit to mainstay_app;

create table team.competence (
    id          bigint generated always as identity primary key,
    user_id     bigint not null,
    assessed_on date not null,
    assessor_id bigint check (assessor_id <> user_id),
    assessor    text not null,
    knowledge   integer not null check (knowledge between 1 and 5),
    skill       integer not null check (skill between 1 and 5),
    attitude    integer not null check (attitude between 1 and 5),
    steps       text check (length(steps) between 1 and 1000),
    next_on     date check (next_on > assessed_on),
    recorded_at timestamptz not null
);
create index competence_of_user on team.competence (user_id, assessed_on desc, id desc);
comment on table team.competence is
    'What an account manager knows, can and wants, from 1 to 5, seen by somebody else on a day, with the next steps. Nothing is overwritten.';
alter table team.competence enable row level security;
create policy seen on team.competence for select to mainstay_app
    using (user_id = (select identity.uid()) or (select identity.reach()) >= 3 or (select identity.pub_administers()));
create policy assessed on team.competence for insert to mainstay_app
    with check (((select identity.reach()) >= 3 or (select identity.pub_administers()))
                and assessor_id is not distinct from (select identity.uid()) and user_id is distinct from (select identity.uid()));
grant select, insert (user_id, assessed_on, assessor_id, assessor, knowledge, skill, attitude, steps, next_on, recorded_at)
    on team.competence to mainstay_app;

create table team.look (
    id        bigint generated always as identity primary key,
    at        timestamptz not null default identity.clock(),
    user_id   bigint not null,
    reader_id bigint,
    reader    text not null
);
create index look_of_user on team.look (user_id, id desc);
comment on table team.look is 'Every time somebody else was shown how a person was assessed; written before it is shown, and never changed.';
alter table team.look enable row level security;
create policy seen on team.look for select to mainstay_app
    using (user_id = (select identity.uid()) or reader_id = (select identity.uid()) or (select identity.reach()) >= 3
           or (select identity.pub_administers()));
create policy noted on team.look for insert to mainstay_app with check (reader_id is not distinct from (select identity.uid()));
grant select, insert (user_id, reader_id, reader) on team.look to mainstay_app;

create view team.pub_membership with (security_invoker) as
select m.account_id, m.user_id, m.function, m.role, m.from_day, m.until_day from team.member m where not m.set_aside;
comment on view team.pub_membership is 'Who worked, works or will work for which account, and in which function.';
grant select on team.pub_membership to mainstay_app;

create view team.pub_member with (security_invoker) as
select m.account_id, m.user_id, m.function, m.role, m.share, m.from_day, m.until_day from team.member m
where not m.set_aside
  and (select identity.pub_today()) >= m.from_day and (m.until_day is null or (select identity.pub_today()) <= m.until_day)
union all
select a.id, a.manager_id, null, 'manager', null, null, null from accounts.pub_account a where a.manager_id is not null;
comment on view team.pub_member is 'Who works for which account today, as far as the reader sees it; who manages it is one of them, whatever else they are.';
grant select on team.pub_member to mainstay_app;

revoke all on function team.peak_share(bigint, date, date, bigint),
    team.deputies_circle(bigint, bigint, bigint, date, date, bigint), team.guard_member(), team.keep_member_grant(),
    team.drop_member_grant() from public;
grant execute on function team.peak_share(bigint, date, date, bigint),
    team.deputies_circle(bigint, bigint, bigint, date, date, bigint) to mainstay_app;

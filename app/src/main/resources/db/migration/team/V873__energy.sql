-- Whose hours one may know, and where they went: to customers or to ourselves.
create table team.leader (
    user_id     bigint primary key check (user_id <> leader_id),
    leader_id   bigint not null,
    recorded_by text not null,
    recorded_at timestamptz not null
);
create index leader_of on team.leader (leader_id);
comment on table team.leader is 'Who leads whom; nobody leads oneself, not round a corner either. A leader reads the hours of those who are led.';
alter table team.leader enable row level security;
create policy seen on team.leader for select to mainstay_app using ((select identity.uid()) is not null or (select identity.reach()) >= 1);
create policy kept on team.leader for all to mainstay_app
    using ((select identity.reach()) >= 3 or (select identity.pub_administers()))
    with check ((select identity.reach()) >= 3
                or (select identity.pub_administers()) and leader_id is distinct from (select identity.uid()));
grant select, insert, update, delete on team.leader to mainstay_app;

create function team.guard_leader() returns trigger
    language plpgsql security definer set search_path = '' as $$
begin
    perform pg_advisory_xact_lock(hashtext('team.leader'));
    if not exists (select 1 from identity.pub_user u where u.id = new.leader_id and u.enabled and u.role <> 'viewer') then
        raise exception 'nobody who is shut out or only looks on leads' using errcode = 'check_violation';
    end if;
    if exists (with recursive up (id) as (
                   select new.leader_id
                   union select l.leader_id from team.leader l join up on l.user_id = up.id where l.user_id <> new.user_id)
               select 1 from up where up.id = new.user_id) then
        raise exception 'who leads somebody is not led by that one' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger guard_leader before insert or update on team.leader for each row execute function team.guard_leader();
revoke all on function team.guard_leader() from public;

create view team.led with (security_invoker) as
with recursive led (user_id) as (
    select l.user_id from team.leader l where l.leader_id = (select identity.uid())
    union select l.user_id from team.leader l join led on l.leader_id = led.user_id)
select led.user_id from led;
comment on view team.led is 'Whom the reader leads, also through others.';
grant select on team.led to mainstay_app;

create function team.may_know_hours(people bigint[]) returns boolean
    language sql stable set search_path = '' as $$
select (select identity.reach()) >= 3
    or people is not null
       and not exists (select 1 from unnest(people) p
                       where p is distinct from (select identity.uid()) and p not in (select l.user_id from team.led l))
$$;
comment on function team.may_know_hours is 'Whether the reader may know how some people spend their hours; null asks for everybody.';
grant execute on function team.may_know_hours(bigint[]) to mainstay_app;

-- A week belongs to the month of its Thursday: months of whole weeks and whole weeks leave no single day between them.
create function team.month_of(day date) returns date language sql immutable set search_path = '' as
$$
select date_trunc('month', date_trunc('week', day::timestamp) + interval '3 days')::date
$$;
comment on function team.month_of is 'First day of the month to which the week of a day belongs.';
grant execute on function team.month_of(date) to mainstay_app;

-- Also of what the reader does not see, sums by month and nothing else; of others in whole weeks that are over.
create function team.hours(people bigint[], first_day date, last_day date)
    returns table (user_id bigint, month date, side text, minutes double precision)
    language plpgsql stable security definer set search_path = '' as $$
declare
    begins timestamptz := identity.pub_midnight(first_day);
    ends timestamptz := identity.pub_midnight(last_day + 1);
    most integer := (select s.decision_minutes from team.setting s);
begin
    if not coalesce(team.may_know_hours(people), false) then
        raise exception 'hours are for oneself, for whoever leads a person, and for directors' using errcode = 'insufficient_privilege';
    end if;
    if not coalesce(identity.reach() >= 3 or people <@ array[identity.uid()], false)
       and (extract(isodow from first_day) <> 1 or extract(isodow from last_day) <> 7 or last_day >= identity.pub_today()) then
        raise exception 'hours of others are told in whole weeks that are over' using errcode = 'insufficient_privilege';
    end if;
    if people is null then
        return query
        select s.user_id, team.month_of(s.on_day), case when s.internal then 'internal' else 'external' end,
               sum(s.minutes)::double precision
        from (select a.user_id, a.on_day, a.internal, sum(a.minutes + a.travel_minutes) as minutes
              from activity.pub_activity a
              where a.state = 'done' and a.starts_at >= begins and a.starts_at < ends
              group by a.user_id, a.on_day, a.internal) s
        group by 1, 2, 3;
    else
        return query
        select c.user_id, team.month_of(a.on_day), case when a.internal then 'internal' else 'external' end,
               sum(a.minutes + a.travel_minutes)::double precision
        from activity.pub_colleague c join activity.pub_activity a on a.id = c.activity_id and a.user_id = c.user_id
        where c.user_id = any (people) and a.state = 'done' and c.starts_at >= begins and c.starts_at < ends
        group by 1, 2, 3;
    end if;
    return query
    with made as (
        select d.user_id, d.decided_at,
               least(most, extract(epoch from d.decided_at
                                              - lag(d.decided_at) over (partition by d.user_id order by d.decided_at, d.id)) / 60)
                   ::double precision as minutes
        from approvals.pub_decision d
        where d.decided_at >= begins and d.decided_at < ends and (people is null or d.user_id = any (people)))
    select m.user_id, team.month_of(identity.pub_day(m.decided_at)), 'decision', sum(m.minutes)
    from made m
    where not exists (
        select 1
        from activity.pub_colleague c join activity.pub_activity a on a.id = c.activity_id and a.user_id = c.user_id
        where c.user_id = m.user_id and c.starts_at <= m.decided_at and c.starts_at > m.decided_at - interval '1 day'
          and a.state = 'done' and not a.day_only and m.decided_at < a.starts_at + a.minutes * interval '1 minute')
    group by 1, 2;
end $$;
comment on function team.hours is
    'Minutes of people by month, with customers, among ourselves and for decisions. A decision takes what the firm set, but no longer than the '
    'time since the same person''s one before; within an activity that the person wrote down it takes nothing, as that is counted already.';

create function team.recorded_since(people bigint[]) returns table (user_id bigint, since date)
    language plpgsql stable security definer set search_path = '' as $$
begin
    if not coalesce(team.may_know_hours(people), false) then
        raise exception 'hours are for oneself, for whoever leads a person, and for directors' using errcode = 'insufficient_privilege';
    end if;
    return query
    select u.id, identity.pub_day(f.starts_at)
    from identity.pub_user u
    cross join lateral (
        select c.starts_at
        from activity.pub_colleague c join activity.pub_activity a on a.id = c.activity_id and a.user_id = c.user_id
        where c.user_id = u.id and a.state = 'done'
        order by c.starts_at limit 1) f
    where people is null or u.id = any (people);
end $$;
comment on function team.recorded_since is 'The day of the first activity that people did; who did none is left out.';
revoke all on function team.month_of(date), team.hours(bigint[], date, date), team.recorded_since(bigint[]) from public;
grant execute on function team.hours(bigint[], date, date), team.recorded_since(bigint[]) to mainstay_app;

create view identity.pub_user with (security_invoker) as
select u.id, u.name, u.full_name, u.role, u.disabled_at is null as enabled, u.created_at, u.disabled_at from identity.users u;
comment on view identity.pub_user is 'Who works here, shut out or not, and since when.';
grant select on identity.pub_user to mainstay_app;

create table identity.absence (
    id          bigint generated always as identity primary key,
    user_id     bigint not null references identity.users,
    deputy_id   bigint references identity.users check (deputy_id <> user_id),
    first_day   date not null,
    last_day    date not null check (last_day >= first_day),
    recorded_by text not null,
    recorded_at timestamptz not null,
    constraint absent_once exclude using gist
        (int8range(user_id, user_id, '[]') with &&, daterange(first_day, last_day, '[]') with &&)
);
create index absence_of_deputy on identity.absence (deputy_id, last_day);
comment on table identity.absence is 'Who is away on which days, both included, and who stands in; nobody where no deputy is named.';

create function identity.own_absence(absent bigint) returns boolean language sql stable set search_path = '' as
$$
select absent = identity.uid() or identity.reach() >= 3 or identity.pub_administers()
$$;
alter table identity.absence enable row level security;
create policy seen on identity.absence for select to mainstay_app using ((select identity.uid()) is not null or (select identity.reach()) >= 3);
create policy noted on identity.absence for insert to mainstay_app with check (identity.own_absence(user_id));
create policy ended on identity.absence for update to mainstay_app using (identity.own_absence(user_id));
create policy dropped on identity.absence for delete to mainstay_app using (identity.own_absence(user_id));
grant select, insert, update, delete on identity.absence to mainstay_app;

create function identity.pub_day(moment timestamptz) returns date language sql stable set search_path = '' as
$$
select (moment at time zone f.time_zone)::date from identity.firm f
$$;
comment on function identity.pub_day(timestamptz) is 'The calendar day of a moment where the firm is.';

create function identity.pub_midnight(day date) returns timestamptz language sql stable set search_path = '' as
$$
select day::timestamp at time zone f.time_zone from identity.firm f
$$;
comment on function identity.pub_midnight(date) is 'When a calendar day begins where the firm is.';

-- One level deep: it is asked with every page.
create function identity.pub_today() returns date language sql stable set search_path = '' as
$$
select (identity.clock() at time zone f.time_zone)::date from identity.firm f
$$;
comment on function identity.pub_today() is 'The calendar day where the firm is.';

create view identity.pub_away with (security_invoker) as
select a.user_id, a.last_day, a.first_day from identity.absence a where (select identity.pub_today()) between a.first_day and a.last_day;
comment on view identity.pub_away is 'Who is away today, until when and since when.';
grant select on identity.pub_away to mainstay_app;

create view identity.pub_absence with (security_invoker) as
select a.user_id, a.deputy_id, a.first_day, a.last_day from identity.absence a;
comment on view identity.pub_absence is 'When people are away, and who stands in.';
grant select on identity.pub_absence to mainstay_app;

create view identity.pub_deputy with (security_invoker) as
with recursive chain (absent_id, holder_id) as (
    select a.user_id, a.deputy_id from identity.absence a
    where a.deputy_id is not null and (select identity.pub_today()) between a.first_day and a.last_day
    union
    select c.absent_id, a.deputy_id
    from chain c
    join identity.absence a on a.user_id = c.holder_id and (select identity.pub_today()) between a.first_day and a.last_day
    where a.deputy_id is not null
)
select c.absent_id, c.holder_id as deputy_id
from chain c
join identity.users u on u.id = c.holder_id and u.disabled_at is null
where c.holder_id <> c.absent_id and u.role <> 'viewer'
  and not exists (select 1 from identity.absence a
                  where a.user_id = c.holder_id and (select identity.pub_today()) between a.first_day and a.last_day);
comment on view identity.pub_deputy is
    'Who stands in today for whom. Where a deputy is away too, the deputy''s deputy does; the absent one may act all the same. Who has become a viewer since stands in for nobody.';
grant select on identity.pub_deputy to mainstay_app;

create view identity.pub_own_office with (security_invoker) as
select u.id as user_id, u.role from identity.users u where u.id = (select identity.uid()) and u.disabled_at is null
union all
select u.id, u.role from identity.pub_deputy d join identity.users u on u.id = d.absent_id
where d.deputy_id = (select identity.uid()) and u.disabled_at is null;
comment on view identity.pub_own_office is 'In whose name the reader may act today: the own one, and those of the absent ones whose deputy the reader is.';
grant select on identity.pub_own_office to mainstay_app;

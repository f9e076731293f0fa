create function terms.sees_ladder(confidential boolean, roles text[]) returns boolean
    language sql stable as $$
select case
    when identity.uid() is null then identity.reach() >= 3
    when confidential then exists (select 1 from identity.pub_user u
                                   where u.id = identity.uid() and u.enabled and u.role = any (roles))
    else identity.reach() >= 2 or exists (select 1 from identity.pub_own_grant g where g.level >= 2) end
$$;
comment on function terms.sees_ladder is
    'A ladder is seen by whoever sees the business of some account; a confidential one by the roles that it names and nobody else.';

create table terms.ladder (
    id           bigint generated always as identity primary key,
    name         text not null unique check (length(name) between 1 and 60),
    confidential boolean not null,
    roles        text[] not null,
    author       text not null,
    created_at   timestamptz not null,
    check (not confidential or 'director' = any (roles))
);
comment on table terms.ladder is
    'A rebate ladder by name. A confidential one, and all that is computed from it, exists for the roles that it names only.';

create table terms.ladder_version (
    id           bigint generated always as identity primary key,
    ladder_id    bigint not null references terms.ladder,
    version      integer not null check (version >= 1),
    basis        text not null check (basis in ('revenue', 'growth', 'mix')),
    period       text not null check (period in ('year', 'quarter')),
    spread       text not null check (spread in ('whole', 'above')),
    currency     text not null check (currency ~ '^[A-Z]{3}$'),
    categories   text[] not null,
    valid_from   date not null,
    valid_until  date check (valid_until >= valid_from),
    author       text not null,
    drafted_at   timestamptz not null,
    published_by text,
    published_at timestamptz,
    alone        boolean not null default false,
    unique (ladder_id, version),
    check ((basis = 'mix') = (categories <> '{}')),
    check ((published_at is null) = (published_by is null)),
    check (extract(day from valid_from) = 1)
);
comment on column terms.ladder_version.alone is
    'It changed what was earned already and would have needed a second person, but the firm had one person only.';
create unique index ladder_draft on terms.ladder_version (ladder_id) where published_at is null;
comment on table terms.ladder_version is
    'How a ladder reckons: a version holds from its first day until its last or until the next version begins. One draft at a time.';

create table terms.ladder_step (
    version_id bigint not null references terms.ladder_version on delete cascade,
    ladder_id  bigint not null references terms.ladder,
    place      integer not null check (place between 1 and 20),
    threshold  numeric(19, 6) not null check (threshold >= 0),
    rate       numeric(8, 6) not null check (rate between 0 and 1),
    primary key (version_id, place)
);
comment on column terms.ladder_step.threshold is
    'Revenue: money of the firm. Growth: more than the same days a year before, as a fraction. Mix: share of the chosen categories, as a fraction.';

alter table terms.ladder enable row level security;
create policy seen on terms.ladder for select to mainstay_app using (terms.sees_ladder(confidential, roles));
create policy made on terms.ladder for insert to mainstay_app with check ((select identity.reach()) >= 2);
create policy dropped on terms.ladder for delete to mainstay_app using ((select identity.reach()) >= 2);
grant select, insert, delete on terms.ladder to mainstay_app;

do $$
declare
    t text;
begin
    foreach t in array array['ladder_version', 'ladder_step'] loop
        execute format('alter table terms.%I enable row level security', t);
        execute format('create policy seen on terms.%I for select to mainstay_app
                        using (ladder_id = any ((select array_agg(l.id) from terms.ladder l)::bigint[]))', t);
        execute format('create policy drafted on terms.%I for insert to mainstay_app
                        with check ((select identity.reach()) >= 2)', t);
        execute format('create policy dropped on terms.%I for delete to mainstay_app
                        using ((select identity.reach()) >= 2)', t);
    end loop;
end $$;
create policy published on terms.ladder_version for update to mainstay_app using ((select identity.reach()) >= 2);
create policy alone_in_the_firm on terms.ladder_version as restrictive for all to mainstay_app using (true)
    with check (not alone or exists (select 1 from identity.pub_user u where u.enabled and u.id = identity.uid())
                             and not exists (select 1 from identity.pub_user u where u.enabled and u.id <> identity.uid()));
grant select, insert, update, delete on terms.ladder_version to mainstay_app;
grant select, insert, delete on terms.ladder_step to mainstay_app;

create view terms.ladder_in_force with (security_invoker) as
select v.id as version_id, v.ladder_id, l.name, l.confidential, v.version, v.basis, v.period, v.spread, v.categories, v.valid_from,
       least(v.valid_until,
             lead(v.valid_from) over (partition by v.ladder_id order by v.version) - 1) as valid_until
from terms.ladder_version v
join terms.ladder l on l.id = v.ladder_id
where v.published_at is not null;
comment on view terms.ladder_in_force is 'Published versions, each up to its last day or the day before the next one begins.';
grant select on terms.ladder_in_force to mainstay_app;

create function terms.period_start(day date, months integer, fiscal_start integer) returns date
    language sql immutable as $$
    select (date_trunc('month', day::timestamp)
            - make_interval(months => (extract(month from day)::integer - fiscal_start + 12) % months))::date
$$;
comment on function terms.period_start is 'The first day of the year (12 months) or quarter (3) of the firm in which a day lies.';

-- A confidential ladder may be agreed with an account; whoever must not know the ladder must not read of it there.
alter table terms.agreement add column whole_group boolean not null default false;
comment on column terms.agreement.whole_group is 'A rebate ladder counts what the account and all it controls buy, together.';
create policy in_confidence on terms.agreement as restrictive for select to mainstay_app
    using (measure <> 'rebateLadder' or word = any ((select array_agg(l.name) from terms.ladder l)::text[]));

create view terms.entitled_ladder with (security_invoker) as
with today as (select identity.pub_today() as day),
     current as (
         select f.name, f.basis, f.confidential from terms.ladder_in_force f cross join today t
         where f.valid_from <= t.day and coalesce(f.valid_until >= t.day, true))
select a.id as account_id, 'rebateLadder' as measure, s.stars, s.solid_stars, null::numeric as figure, k.word,
       coalesce(k.source, 'notSet') as source, null::text as limit_rule, null::numeric(8, 4) as limit_factor, m.version,
       k.agreement_id, k.valid_from, k.valid_until, k.reason
from accounts.pub_card a
left join rating.pub_stars s on s.account_id = a.id
left join terms.measure m on m.stars = s.solid_stars and m.version = (select max(v.version) from terms.measure_version v)
left join lateral (
    with agreed as (
        select distinct on (g.word) g.word, g.id, g.valid_from, g.valid_until, g.reason
        from terms.agreement g cross join today t
        where g.account_id = a.id and g.measure = 'rebateLadder' and g.granted_at is not null and g.valid_from <= t.day
          and coalesce(g.valid_until >= t.day, true) and coalesce(g.ended_on > t.day, true)
        order by g.word, g.valid_from desc, g.id desc)
    select g.word, 'agreed' as source, g.id as agreement_id, g.valid_from, g.valid_until, g.reason from agreed g
    union all
    select m.rebate_ladder, 'tier', null, null, null, null
    where m.rebate_ladder is not null
      and not exists (select 1 from agreed g
                      join current c on c.name = g.word and not c.confidential
                      join current o on o.name = m.rebate_ladder and o.basis = c.basis)) k on true;
comment on view terms.entitled_ladder is
    'All ladders by which an account earns: those agreed with it, and that of its solid stars unless one of the same basis is agreed.';

create view terms.pub_entitlement with (security_invoker) as
select * from terms.single_entitlement union all select * from terms.entitled_ladder;
comment on view terms.pub_entitlement is
    'What an account is entitled to and from where: agreed with it, else imported as agreed, else the measure of its solid stars. '
    'A limit whose rule is rebate or sales has no figure here: it is worked out when it is asked for. Rebate ladders may be several.';
grant select on terms.entitled_ladder, terms.pub_entitlement to mainstay_app;

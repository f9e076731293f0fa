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
    unique (ladder_id, version),
    check ((basis = 'mix') = (categories <> '{}')),
    check ((published_at is null) = (published_by is null)),
    check (extract(day from valid_from) = 1)
);
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
grant select, insert on terms.ladder to mainstay_app;

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

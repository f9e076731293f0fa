create schema rating;
grant usage on schema rating to mainstay_app;

create table rating.model_version (
    version          integer primary key,
    minimum_coverage double precision not null check (minimum_coverage between 0.5 and 1),
    hysteresis       double precision not null check (hysteresis between 0 and 50),
    status           text not null check (status in ('draft', 'published', 'retired')),
    note             text not null default '' check (length(note) <= 2000),
    based_on         integer references rating.model_version,
    drafted_by       text not null,
    drafted_at       timestamptz not null,
    edits            bigint not null default 0,
    published_by     text,
    published_at     timestamptz,
    retired_by       text,
    retired_at       timestamptz,
    check ((status = 'draft') = (published_at is null)),
    check ((status = 'retired') = (retired_at is not null))
);
comment on column rating.model_version.minimum_coverage is
    'Below it the stars are hollow. Programs rely on stars being unknown where less than half of the weight is known, so no model asks for less.';
comment on table rating.model_version is
    'Of the published versions the one published last is in force; others stay, because ratings refer to them. edits: changes of a draft.';

create sequence rating.model_number start 2;
grant usage on sequence rating.model_number to mainstay_app;

create table rating.criterion (
    version    integer not null references rating.model_version,
    position   integer not null,
    code       text not null,
    grp        text not null check (grp in ('sales', 'quality', 'finance', 'strength', 'capability', 'potential')),
    weight     double precision not null check (weight > 0 and weight <= 100),
    unit       text not null check (unit in ('money', 'ratio', 'count', 'days', 'mark')),
    zero_at    double precision,
    hundred_at double precision,
    peers      text not null default 'all' check (peers in ('all', 'category', 'region')),
    needed     boolean not null default false,
    name       text check (length(name) between 1 and 60),
    primary key (version, position),
    unique (version, code),
    check ((zero_at is null) = (hundred_at is null) and zero_at is distinct from hundred_at or zero_at is null)
);
comment on table rating.criterion is
    'Without ends the points are the place among the peers whose figure is known. needed: while it is unknown the stars are hollow. '
    'name: in the words of the firm, for assessments of its own.';

create table rating.tier (
    version    integer not null references rating.model_version,
    stars      integer not null check (stars between 1 and 4),
    from_score double precision not null,
    primary key (version, stars)
);

create table rating.gate (
    version integer not null,
    stars   integer not null,
    kind    text not null check (kind in ('group', 'figure')),
    subject text not null,
    minimum double precision not null,
    primary key (version, stars, kind, subject),
    foreign key (version, stars) references rating.tier
);
comment on table rating.gate is 'What a tier asks besides the score, wherever the figure is known.';

insert into rating.model_version (version, minimum_coverage, hysteresis, status, drafted_by, drafted_at, published_by, published_at)
values (1, 0.5, 3, 'published', 'Mainstay', '2026-01-01 00:00+00', 'Mainstay', '2026-01-01 00:00+00');
insert into rating.criterion (version, position, code, grp, weight, unit, zero_at, hundred_at) values
    (1, 1, 'revenue', 'sales', 15, 'money', null, null),
    (1, 2, 'frequency', 'sales', 5, 'count', null, null),
    (1, 3, 'growth', 'sales', 5, 'ratio', -0.30, 0.30),
    (1, 4, 'margin', 'sales', 5, 'ratio', null, null),
    (1, 5, 'breadth', 'sales', 5, 'count', null, null),
    (1, 6, 'floorPrice', 'quality', 3, 'ratio', 0.10, 0),
    (1, 7, 'territory', 'quality', 3, 'ratio', 0.10, 0),
    (1, 8, 'returns', 'quality', 4, 'ratio', 0.10, 0.01),
    (1, 9, 'onTime', 'finance', 10, 'ratio', 0.50, 0.95),
    (1, 10, 'daysLate', 'finance', 5, 'days', 45, 0),
    (1, 11, 'overdue', 'finance', 5, 'ratio', 0.30, 0),
    (1, 12, 'limitUse', 'finance', 5, 'ratio', 1.20, 0.70),
    (1, 13, 'capital', 'strength', 4, 'mark', 1, 5),
    (1, 14, 'relations', 'strength', 2, 'mark', 1, 5),
    (1, 15, 'logistics', 'strength', 2, 'mark', 1, 5),
    (1, 16, 'people', 'strength', 2, 'mark', 1, 5),
    (1, 17, 'management', 'capability', 5, 'mark', 1, 5),
    (1, 18, 'philosophy', 'capability', 5, 'mark', 1, 5),
    (1, 19, 'initiative', 'capability', 5, 'mark', 1, 5),
    (1, 20, 'expectedValue', 'potential', 5, 'money', null, null);
insert into rating.tier (version, stars, from_score) values (1, 4, 75), (1, 3, 60), (1, 2, 40), (1, 1, 0);
insert into rating.gate (version, stars, kind, subject, minimum) values
    (1, 4, 'group', 'finance', 70), (1, 4, 'figure', 'philosophy', 3), (1, 3, 'group', 'finance', 50);

create table rating.key_limits (
    only_row        boolean primary key default true check (only_row),
    cumulative      numeric(5, 4) not null check (cumulative between 0 and 1),
    minimum         numeric(5, 4) not null check (minimum between 0 and 1),
    most            integer not null check (most >= 1),
    credit          double precision not null check (credit between 0 and 100),
    philosophy      double precision not null check (philosophy between 1 and 5),
    near            numeric(5, 4) not null check (near between 0 and 1),
    region_accounts integer not null check (region_accounts >= 1),
    revision        bigint not null default 0
);
comment on table rating.key_limits is
    'The limits of the key-account rule. region_accounts: a region with fewer accounts with sales has no key accounts of its own. '
    'revision grows with every change.';
insert into rating.key_limits (cumulative, minimum, most, credit, philosophy, near, region_accounts)
values (0.80, 0.01, 50, 70, 3, 0.5, 10);

do $$
declare
    t text;
begin
    execute 'alter table rating.model_version enable row level security';
    execute 'create policy seen on rating.model_version for select to mainstay_app using (true)';
    execute 'create policy changed on rating.model_version for all to mainstay_app
        using ((select identity.reach()) >= 3 or (select identity.pub_administers()))';
    foreach t in array array['criterion', 'tier', 'gate'] loop
        execute format('alter table rating.%I enable row level security', t);
        execute format('create policy seen on rating.%I for select to mainstay_app using (true)', t);
        execute format('create policy drafted on rating.%1$I for all to mainstay_app
            using (((select identity.reach()) >= 3 or (select identity.pub_administers()))
                   and exists (select 1 from rating.model_version v where v.version = %1$I.version and v.status = ''draft''))', t);
    end loop;
end $$;
grant insert, update, delete on rating.model_version, rating.criterion, rating.tier, rating.gate to mainstay_app;
grant select on rating.model_version, rating.criterion, rating.tier, rating.gate, rating.key_limits to mainstay_app;

alter table rating.key_limits enable row level security;
create policy seen on rating.key_limits for select to mainstay_app using (true);
create policy changed on rating.key_limits for update to mainstay_app
    using ((select identity.reach()) >= 3 or (select identity.pub_administers()));
grant update on rating.key_limits to mainstay_app;

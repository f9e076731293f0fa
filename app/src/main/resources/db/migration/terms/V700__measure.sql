create schema terms;
grant usage on schema terms to mainstay_app;

create table terms.measure_version (
    version      integer primary key,
    author       text not null,
    published_at timestamptz not null
);
comment on table terms.measure_version is
    'What each tier gets and bears; the highest version is in force. Older ones stay, because terms were given by them.';

create table terms.measure (
    version           integer not null references terms.measure_version,
    stars             integer not null check (stars between 1 and 4),
    payment_term_days integer check (payment_term_days between 0 and 3650),
    limit_rule        text not null check (limit_rule in ('unset', 'fixed', 'rebate', 'sales')),
    limit_amount      bigint check (limit_amount >= 0),
    limit_factor      numeric(8, 3) check (limit_factor >= 0),
    rebate_ladder     text check (rebate_ladder <> ''),
    promotion         numeric(6, 4) check (promotion between 0 and 1),
    guidance_hours    numeric(8, 1) check (guidance_hours >= 0),
    service_level     text check (service_level in ('standard', 'priority', 'green')),
    lead_time_days    integer check (lead_time_days between 0 and 3650),
    primary key (version, stars),
    check ((limit_rule = 'fixed') = (limit_amount is not null)),
    check ((limit_rule in ('rebate', 'sales')) = (limit_factor is not null))
);
comment on table terms.measure is 'Null: the tier says nothing about it, which is not the same as nought.';
comment on column terms.measure.limit_rule is
    'fixed: the amount. rebate: the larger of the accrued and the expected rebate times the factor. '
    'sales: an average month of the last twelve times the factor.';
comment on column terms.measure.promotion is 'Support as a share of the account''s sales.';

insert into terms.measure_version (version, author, published_at) values (1, 'Mainstay', now());
insert into terms.measure (version, stars, payment_term_days, limit_rule, limit_amount, limit_factor, promotion, guidance_hours, service_level)
values (1, 4, 45, 'unset', null, null, 0.02, 40, 'green'),
       (1, 3, 30, 'unset', null, null, 0.01, 24, 'priority'),
       (1, 2, 30, 'rebate', null, 1.0, null, 16, 'standard'),
       (1, 1, 0, 'fixed', 0, null, null, null, 'standard');

alter table terms.measure_version enable row level security;
alter table terms.measure enable row level security;
do $$
declare
    t text;
begin
    foreach t in array array['measure_version', 'measure'] loop
        execute format('create policy seen on terms.%I for select to mainstay_app using (true)', t);
        execute format('create policy published on terms.%I for insert to mainstay_app
                        with check ((select identity.reach()) >= 3 or (select identity.pub_administers()))', t);
    end loop;
end $$;
grant select, insert on terms.measure_version, terms.measure to mainstay_app;

create schema approvals;
grant usage on schema approvals to mainstay_app;

create table approvals.rule (
    kind       text not null,
    version    integer not null check (version >= 1),
    changed_at timestamptz not null,
    changed_by text not null,
    primary key (kind, version)
);
comment on table approvals.rule is 'Who decides on requests of a kind. The highest version is in force; a request keeps the steps it was asked with.';

create table approvals.rule_step (
    kind        text not null,
    version     integer not null,
    place       integer not null,
    turn        integer not null check (turn between 1 and 9),
    role        text check (role in ('administrator', 'director', 'kam', 'controller', 'agent', 'viewer', 'custodian')),
    user_id     bigint,
    from_amount bigint check (from_amount >= 0),
    stars_to    integer check (stars_to between 1 and 4),
    primary key (kind, version, place),
    foreign key (kind, version) references approvals.rule,
    check (num_nonnulls(role, user_id) = 1)
);
comment on table approvals.rule_step is
    'Steps with the same turn are asked side by side, the others one turn after the other. A step is left out below from_amount, '
    'and for accounts with more stars than stars_to; an unknown amount or tier leaves nothing out. A custodian is no role of a person: each '
    'request says who they are.';

create table approvals.maximum (
    stars integer primary key check (stars between 0 and 4),
    hours integer not null check (hours between 1 and 2000)
);
comment on table approvals.maximum is 'Hours within which a request of an account with these stars is to be decided; 0 where there are none.';

create table approvals.setting (
    only_row boolean primary key default true check (only_row),
    revision bigint not null default 0
);
comment on table approvals.setting is 'revision grows with every change of rules or maxima.';
insert into approvals.setting default values;

insert into approvals.maximum (stars, hours) values (4, 24), (3, 48), (2, 72), (1, 120), (0, 120);
insert into approvals.rule (kind, version, changed_at, changed_by)
select kind, 1, now(), 'Mainstay'
from unnest(array['model-publication', 'promotion', 'override', 'credit', 'price-exception', 'rebate-payout', 'special-terms', 'borrowing', 'gift', 'plan']) kind;
insert into approvals.rule_step (kind, version, place, turn, role, from_amount) values
    ('model-publication', 1, 1, 1, 'director', null),
    ('promotion', 1, 1, 1, 'director', null),
    ('override', 1, 1, 1, 'director', null),
    ('credit', 1, 1, 1, 'controller', null),
    ('credit', 1, 2, 2, 'director', 1000000000),
    ('price-exception', 1, 1, 1, 'director', null),
    ('rebate-payout', 1, 1, 1, 'controller', null),
    ('rebate-payout', 1, 2, 2, 'director', 500000000),
    ('special-terms', 1, 1, 1, 'controller', null),
    ('special-terms', 1, 2, 1, 'director', null),
    ('borrowing', 1, 1, 1, 'custodian', null),
    ('gift', 1, 1, 1, 'director', null),
    ('plan', 1, 1, 1, 'director', null);

do $$
declare
    t text;
begin
    foreach t in array array['rule', 'rule_step', 'maximum', 'setting'] loop
        execute format('alter table approvals.%I enable row level security', t);
        execute format('create policy seen on approvals.%I for select to mainstay_app using (true)', t);
        execute format('create policy changed on approvals.%I for all to mainstay_app
            using ((select identity.reach()) >= 3 or (select identity.pub_administers()))', t);
    end loop;
end $$;
grant select, insert on approvals.rule, approvals.rule_step to mainstay_app;
grant select, update on approvals.maximum, approvals.setting to mainstay_app;

create schema portfolio;
grant usage on schema portfolio to mainstay_app;

create table portfolio.cost_to_serve (
    only_row     boolean primary key default true check (only_row),
    per_order    bigint check (per_order >= 0),
    per_line     bigint check (per_line >= 0),
    per_delivery bigint check (per_delivery >= 0),
    capital_rate numeric(6, 5) check (capital_rate between 0 and 1),
    revision     bigint not null default 0
);
comment on table portfolio.cost_to_serve is
    'What serving costs, in four decimals; null: nobody has set it, and then profit is margin alone. The rate is per year. '
    'revision grows with every change.';
insert into portfolio.cost_to_serve (only_row) values (true);

alter table portfolio.cost_to_serve enable row level security;
create policy seen on portfolio.cost_to_serve for select to mainstay_app
    using ((select identity.reach()) >= 2 or (select identity.uid()) is not null);
create policy changed on portfolio.cost_to_serve for update to mainstay_app
    using ((select identity.reach()) >= 3 or (select identity.pub_administers()));
grant select, update on portfolio.cost_to_serve to mainstay_app;

create table portfolio.standing (
    scope            text not null check (scope in ('account', 'group')),
    account_id       bigint not null,
    as_of            date not null,
    revenue          bigint not null,
    previous_revenue bigint,
    gross_revenue    bigint not null,
    known_revenue    bigint not null,
    profit           bigint,
    lines            bigint not null,
    orders           bigint not null,
    products         integer,
    floor_lines      bigint not null,
    below_floor      bigint not null,
    rank             integer not null,
    share            double precision,
    cumulative       double precision,
    last_purchase    date,
    gap_days         integer,
    late_after       double precision,
    silent_after     double precision,
    rhythm           text check (rhythm in ('onTime', 'late', 'silent')),
    open_amount      bigint,
    overdue          bigint,
    on_time_share    double precision,
    days_late        double precision,
    overdue_share    double precision,
    limit_use        double precision,
    receivables      boolean not null,
    primary key (scope, account_id)
);
comment on table portfolio.standing is
    'Derived with every rating run: the place of each account (scope account) or controlling root (scope group) among all, '
    'over the twelve months up to as_of, so that who sees one account alone still sees its rank and share.';
create index standing_rank on portfolio.standing (scope, rank);
create index standing_figures on portfolio.standing (account_id) include (revenue, share) where scope = 'account';
create index standing_at_risk on portfolio.standing (scope)
    where overdue > 0 or rhythm in ('late', 'silent') or previous_revenue > 0 and 10 * revenue <= 8 * previous_revenue;
-- What Today asks for, in its order.
create index standing_losing on portfolio.standing (profit) where scope = 'account' and profit < 0;
create index standing_late on portfolio.standing ((rhythm = 'silent') desc, greatest(revenue, previous_revenue, 0) desc)
    where scope = 'account' and rhythm in ('late', 'silent') and revenue > 0;
create index standing_falling on portfolio.standing (greatest(revenue, previous_revenue, 0) desc)
    where scope = 'account' and rhythm = 'onTime' and previous_revenue > 0 and revenue < 0.7 * previous_revenue;
create index standing_revenue on portfolio.standing (scope, revenue, account_id);
create index standing_share on portfolio.standing (scope, share, account_id);

select identity.show('portfolio.standing', 2, of_accounts => 'scope = ''account''');
select identity.let_keep('portfolio.standing', '(select identity.reach()) >= 3');
grant select, insert, delete on portfolio.standing to mainstay_app;

create view portfolio.pub_standing with (security_invoker) as
select s.*, floor(s.late_after)::integer as usual_days, greatest(s.revenue, s.previous_revenue, 0) as sales_at_stake
from portfolio.standing s;
comment on column portfolio.pub_standing.usual_days is
    'The most whole days without a purchase that are still usual; late from the next day on.';
comment on column portfolio.pub_standing.sales_at_stake is
    'What would be lost with an account whose sales are in danger: the better of the last two years.';
grant select on portfolio.pub_standing to mainstay_app;

create table portfolio.value_setting (
    only_row      boolean primary key default true check (only_row),
    discount_rate numeric(5, 4) not null default 0.1 check (discount_rate between 0.0001 and 1),
    months        integer not null default 36 check (months between 12 and 120),
    revision      bigint not null default 0
);
comment on table portfolio.value_setting is
    'How the value of accounts is computed: discount rate a year and how many months are looked ahead. '
    'revision grows with every change.';
insert into portfolio.value_setting (only_row) values (true);

alter table portfolio.value_setting enable row level security;
create policy seen on portfolio.value_setting for select to mainstay_app
    using ((select identity.reach()) >= 2 or (select identity.uid()) is not null);
create policy changed on portfolio.value_setting for update to mainstay_app
    using ((select identity.reach()) >= 3 or (select identity.pub_administers()));
grant select, update on portfolio.value_setting to mainstay_app;

create table portfolio.value_run (
    as_of          date primary key,
    first_day      date not null,
    revision       bigint not null,
    settings       bigint not null,
    discount_rate  double precision not null,
    months         integer not null,
    unit           text not null check (unit in ('day', 'week', 'month')),
    model          text,
    reason         text not null,
    parameters     json not null,
    covariance     jsonb,
    spending       text not null check (spending in ('gammaGamma', 'ownMean')),
    basis          text not null check (basis in ('margin', 'sales')),
    margin_rate    double precision,
    accounts       integer not null,
    returns        double precision not null,
    ran_at         timestamptz not null,
    accounts_seen  text not null
);
comment on table portfolio.value_run is
    'One row per day up to which the ledger was valued; a later state of the same day takes its place. model is null '
    'where none is usable. basis says whether values are of margin or, without any known cost, of sales. covariance is that of the '
    'logarithms of the parameters, in their order. accounts_seen is the state of the accounts for which it was last found '
    'that the run still knows which are closed.';
comment on column portfolio.value_run.returns is
    'What all accounts taught of the chance of leaving after a purchase: it counts like so many gaps of each one''s own.';

alter table portfolio.value_run enable row level security;
create policy seen on portfolio.value_run for select to mainstay_app
    using ((select identity.reach()) >= 2 or (select identity.uid()) is not null);
select identity.let_keep('portfolio.value_run', '(select identity.reach()) >= 3');
grant select, insert, delete, update (accounts_seen) on portfolio.value_run to mainstay_app;

create table portfolio.value_model (
    as_of  date primary key references portfolio.value_run on delete cascade,
    report jsonb not null
);
comment on table portfolio.value_model is
    'What the search for a model found: every fit, how it follows what happened, and how it foretold what it had not seen.';

alter table portfolio.value_model enable row level security;
create policy seen on portfolio.value_model for select to mainstay_app using ((select identity.reach()) >= 2);
select identity.let_keep('portfolio.value_model', '(select identity.reach()) >= 3');
grant select, insert, delete on portfolio.value_model to mainstay_app;

create table portfolio.account_value (
    as_of           date not null references portfolio.value_run on delete cascade,
    account_id      bigint not null,
    method          text not null check (method in ('model', 'rhythm', 'closed', 'none')),
    repeats         integer not null,
    first_purchase  date not null,
    last_purchase   date not null,
    alive           double precision,
    alive_low       double precision,
    alive_high      double precision,
    expected        double precision,
    expected_low    double precision,
    expected_high   double precision,
    spend           bigint,
    spend_error     double precision,
    spend_source    text check (spend_source in ('gammaGamma', 'ownMean')),
    margin_rate     double precision,
    margin_source   text check (margin_source in ('ownYear', 'own', 'firm', 'sales')),
    year_margin     bigint,
    margin          bigint,
    margin_low      bigint,
    margin_high     bigint,
    staying_margin  bigint,
    value           bigint check (value >= 0),
    value_low       bigint,
    value_high      bigint,
    gap_days        integer,
    late_after      double precision,
    silent_after    double precision,
    rhythm          text check (rhythm in ('onTime', 'late', 'silent')),
    gaps_as_long    integer,
    longest_gap     integer,
    purchases_before integer,
    purchases_after  integer,
    rate_ratio       double precision,
    rate_p           double precision,
    categories_lost   integer,
    categories_gained integer,
    lost_share        double precision,
    alive_before      double precision,
    falling         boolean not null,
    narrowing       boolean not null,
    fading          boolean not null,
    leaving         boolean not null,
    gone            boolean not null,
    at_risk         bigint,
    primary key (as_of, account_id)
);
comment on table portfolio.account_value is
    'What each account that bought is worth, as of the day of a run: still a customer or not, purchases and margin of the '
    'twelve months ahead, discounted value, and the signs that it is about to leave: late or silent in its own rhythm, falling, '
    'narrowing, fading; leaving says whether it shows any. A closed account is worth 0. year_margin was earned in the twelve months '
    'before. Null is unknown.';
comment on column portfolio.account_value.staying_margin is
    'Margin of the twelve months ahead if the account surely stays and buys as often as it does.';
comment on column portfolio.account_value.gone is
    'Hardly a customer any more, or late and without a purchase for over a year; a closed account is not.';
create index account_value_history on portfolio.account_value (account_id, as_of);
create index account_value_risk on portfolio.account_value (as_of, at_risk desc nulls last, account_id)
    where leaving;
create index account_value_closed on portfolio.account_value (as_of, account_id) where method = 'closed';
create index account_value_gone on portfolio.account_value (as_of, account_id) where gone;
create index account_value_order on portfolio.account_value (as_of, value desc nulls last, account_id);

select identity.show('portfolio.account_value', 2);
select identity.let_keep('portfolio.account_value', '(select identity.reach()) >= 3');
grant select, insert, delete on portfolio.account_value to mainstay_app;

create view portfolio.pub_gone with (security_invoker) as
select account_id from portfolio.account_value
where gone and as_of = (select max(as_of) from portfolio.value_run);
comment on view portfolio.pub_gone is 'Accounts that are probably gone by the newest run.';
grant select on portfolio.pub_gone to mainstay_app;

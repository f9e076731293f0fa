create schema planning;
grant usage on schema planning to mainstay_app;

create table planning.need (
    id                bigint generated always as identity primary key,
    account_id        bigint not null,
    booked_account_id bigint,
    person_id         bigint,
    booked_person_id  bigint,
    kind              text not null check (kind in ('wish', 'supply')),
    title             text not null check (length(title) between 1 and 200),
    detail            text check (length(detail) between 1 and 2000),
    priority          smallint not null check (priority between 1 and 3),
    source            text not null check (length(source) between 1 and 200),
    voiced_on         date not null,
    product           text check (length(product) between 1 and 200),
    unit              text check (length(unit) between 1 and 50),
    lead_days         integer check (lead_days between 0 and 3650),
    batch             bigint check (batch > 0),
    deliveries        integer check (deliveries between 1 and 3660),
    cycle_days        integer check (cycle_days between 1 and 3650),
    price             bigint check (price >= 0),
    training          boolean not null default false,
    survey            boolean not null default false,
    answer            text check (length(answer) between 1 and 2000),
    can_lead_days     integer check (can_lead_days between 0 and 3650),
    can_batch         bigint check (can_batch > 0),
    can_deliveries    integer check (can_deliveries between 1 and 3660),
    can_cycle_days    integer check (can_cycle_days between 1 and 3650),
    can_price         bigint check (can_price >= 0),
    state             text not null default 'open' check (state in ('open', 'met', 'dropped')),
    version           integer not null default 1,
    submission        uuid not null unique,
    changed_by        text not null,
    changed_at        timestamptz not null
);
create index need_of_account on planning.need (account_id, state, priority);
create index need_open on planning.need (voiced_on) where state = 'open';
create index need_of_person on planning.need (person_id) where person_id is not null;
comment on table planning.need is
    'What an account wants, who of its people cares and how we know; for supplies what is asked of lead time, batch, deliveries in a '
    'year, days between them and price, and beside it what we can do. What we did stands in the ledger.';
comment on column planning.need.batch is 'In ten-thousandths of its unit, as the ledger counts; likewise can_batch.';
comment on column planning.need.price is 'For one unit, in ten-thousandths of the firm''s currency; likewise can_price.';
comment on column planning.need.version is 'Counts changes: who writes over an older one is told of the newer.';

do $$
begin
    perform identity.show('planning.need', 2);
    perform identity.let_record('planning.need', 2);
    perform identity.let_change('planning.need', 2);
end $$;
grant select, insert, update on planning.need to mainstay_app;

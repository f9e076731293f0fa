create table terms.exposure_rule (
    only_row         boolean primary key default true check (only_row),
    receivables      boolean not null,
    orders           boolean not null,
    undelivered      boolean not null,
    reservation_days integer not null check (reservation_days between 1 and 365),
    revision         bigint not null default 0,
    check (receivables or orders or undelivered)
);
comment on table terms.exposure_rule is
    'What counts against a credit limit: open receivables, orders of which nothing was delivered yet, and the rest of orders that were '
    'delivered in part. An allowed order is reserved until the ledger has it, or for so many days.';
insert into terms.exposure_rule (receivables, orders, undelivered, reservation_days) values (true, true, true, 7);

alter table terms.exposure_rule enable row level security;
create policy seen on terms.exposure_rule for select to mainstay_app using (true);
create policy changed on terms.exposure_rule for update to mainstay_app
    using ((select identity.reach()) >= 3 or (select identity.pub_administers()));
grant select, update on terms.exposure_rule to mainstay_app;

create table terms.credit_check (
    id                bigint generated always as identity primary key,
    key               text not null check (length(key) between 1 and 200),
    asked_by          bigint,
    asked             text not null,
    account_id        bigint not null,
    booked_account_id bigint,
    stage             text not null check (stage in ('quote', 'order', 'invoice')),
    order_number      text,
    amount            bigint not null check (amount > 0),
    prepaid           bigint not null check (prepaid between 0 and amount),
    decision          text not null check (decision in ('allowed', 'warn', 'hold')),
    holder_id         bigint,
    credit_limit      bigint,
    exposure          bigint,
    prepayment        bigint,
    answer            text not null,
    checked_at        timestamptz not null,
    reserved          bigint not null check (reserved >= 0),
    reserved_until    timestamptz,
    unique nulls not distinct (asked_by, key),
    check (stage = 'order' or reserved_until is null)
);
create index credit_check_reserved on terms.credit_check (account_id) include (reserved_until, reserved, order_number)
    where reserved_until is not null;
create index credit_check_of_account on terms.credit_check (account_id, id desc);
create index credit_check_held on terms.credit_check (id desc) where stage = 'order' and decision = 'hold';
comment on table terms.credit_check is
    'Each question whether an order may go out on credit, with the answer as it was given: the same key of the same person gets the same answer. '
    'What an allowed order adds is reserved until the ledger has an order of its number, or until the day set.';

create table terms.held_step (
    id         bigint generated always as identity primary key,
    check_id   bigint not null references terms.credit_check,
    account_id bigint not null,
    booked_account_id bigint,
    step       text not null check (step in ('prepaid', 'asked', 'released', 'refused', 'closed')),
    amount     bigint check (amount > 0),
    note       text not null,
    author     text not null,
    at         timestamptz not null,
    check ((step = 'prepaid') = (amount is not null))
);
create index held_step_of_check on terms.held_step (check_id, id);
comment on table terms.held_step is 'What became of a held order, step by step; append-only.';

select identity.show('terms.credit_check', 2), identity.show('terms.held_step', 2);
create policy recorded on terms.credit_check for insert to mainstay_app with check ((select identity.reach()) >= 3);
create policy followed on terms.credit_check for update to mainstay_app using ((select identity.reach()) >= 3);
create policy recorded on terms.held_step for insert to mainstay_app with check ((select identity.reach()) >= 2);
grant select, insert on terms.credit_check, terms.held_step to mainstay_app;
grant update (reserved_until) on terms.credit_check to mainstay_app;

create schema ledger;
grant usage on schema ledger to mainstay_app;

create table ledger.batch (
    id               bigint generated always as identity primary key,
    kind             text not null check (kind in
                         ('sales', 'accounts', 'receivables', 'payments', 'orders', 'deliveries', 'sellout', 'products', 'territories',
                          'rates')),
    status           text not null check (status in ('running', 'done', 'refused', 'failed', 'cancelled', 'withdrawn', 'same', 'rehearsed')),
    source           text,
    profile          text,
    file_name        text not null,
    sha256           text not null default '',
    bytes            bigint not null default 0,
    replaces         bigint references ledger.batch,
    same_as          bigint references ledger.batch,
    cancel_wanted    boolean not null default false,
    headers          text[] not null default '{}',
    unmapped_columns text[] not null default '{}',
    rows             bigint not null default 0,
    accepted         bigint not null default 0,
    rejected         bigint not null default 0,
    known            bigint not null default 0,
    unattributed     bigint not null default 0,
    accounts_created bigint not null default 0,
    on_closed_accounts bigint not null default 0,
    rehearses        boolean not null default false,
    effect           jsonb,
    amount           bigint,
    data_from        date,
    data_to          date,
    by_user          text not null,
    started_at       timestamptz not null,
    finished_at      timestamptz,
    withdrawn_at     timestamptz,
    check (status = 'running' or finished_at is not null),
    check ((status = 'withdrawn') = (withdrawn_at is not null)),
    check ((status = 'same') = (same_as is not null))
);
create index batch_of_file on ledger.batch (sha256, kind) where status = 'done';
create index batch_running on ledger.batch (id) where status = 'running';
comment on table ledger.batch is
    'Each try to bring a file into the ledger. Facts carry the batch they came with; only batches done have facts. '
    'Same: the file was there already. Rehearsed: published and taken back at once, to see the effect.';

create table ledger.row_problem (
    id        bigint generated always as identity primary key,
    batch_id  bigint not null references ledger.batch,
    file_line bigint not null,
    field     text,
    reason    text not null,
    args      text[] not null default '{}',
    value     text,
    fields    text[],
    place     bigint
);
create index row_problem_of_batch on ledger.row_problem (batch_id, file_line, id);
comment on table ledger.row_problem is
    'Rows that were not taken: where, why (a message key with its arguments), and the fields as the file had them. '
    'The place is the number of a sales line within its document, where the order of the file gives it.';

create table ledger.state (
    only_row  boolean primary key default true check (only_row),
    revision  bigint not null,
    data_from date,
    data_to   date,
    currency  text not null
);
comment on table ledger.state is 'The revision grows with every batch published or withdrawn; the days are those of the sales lines.';
insert into ledger.state (revision, currency) values (0, '${currency}');

alter table ledger.batch enable row level security;
alter table ledger.row_problem enable row level security;
create policy kept on ledger.batch for all to mainstay_app
    using ((select identity.reach()) >= 2) with check ((select identity.reach()) >= 2);
create policy kept on ledger.row_problem for all to mainstay_app
    using ((select identity.reach()) >= 2) with check ((select identity.reach()) >= 2);
grant select, insert, update on ledger.batch to mainstay_app;
grant select, insert on ledger.row_problem to mainstay_app;
grant update (fields) on ledger.row_problem to mainstay_app;
grant select on ledger.state to mainstay_app;

create function ledger.demand(level integer, act text) returns void
    language sql stable set search_path = '' as $$ select identity.demand(level, act) $$;

create function ledger.advance(firm_currency text) returns bigint
    language plpgsql security definer set search_path = '' as $$
declare
    reached bigint;
begin
    perform ledger.demand(2, 'change the ledger');
    update ledger.state set revision = revision + 1, currency = coalesce(firm_currency, currency) returning revision into reached;
    return reached;
end $$;
comment on function ledger.advance is 'Counts one more change of the ledger.';
revoke all on function ledger.advance(text) from public;
grant execute on function ledger.advance(text) to mainstay_app;

create view ledger.pub_batch with (security_invoker) as
select id, kind, status, source, profile, file_name, rows, accepted, rejected, known, unattributed, accounts_created, amount,
       data_from, data_to, by_user, started_at, finished_at as published_at, withdrawn_at
from ledger.batch where status <> 'same';

create view ledger.pub_state with (security_invoker) as
select revision, data_from, data_to, currency from ledger.state;

grant select on ledger.pub_batch, ledger.pub_state to mainstay_app;

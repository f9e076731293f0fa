create table portfolio.switching_barrier (
    id          bigint generated always as identity primary key,
    account_id  bigint not null,
    side        text not null check (side in ('ours', 'theirs')),
    kind        text not null
        check (kind in ('contract', 'integration', 'training', 'stock', 'price_ladder', 'relation')),
    amount      bigint check (amount between 0 and 1000000000000000),
    confirmed   boolean not null,
    note        text not null check (length(note) between 1 and 2000),
    known_on    date not null,
    author      text not null,
    recorded_at timestamptz not null default now(),
    ended       boolean not null default false
);
create index switching_barrier_of_account on portfolio.switching_barrier (account_id, side, kind, id desc);
comment on table portfolio.switching_barrier is
    'What makes leaving us hard for a customer (ours), or leaving a competitor (theirs), valued in money with four decimals; '
    'null: not valued. The newest row of a side and kind counts unless it ended; none is ever overwritten.';

select identity.show('portfolio.switching_barrier', 2);
select identity.let_record('portfolio.switching_barrier', 3);
create policy recorded_by_keepers on portfolio.switching_barrier for insert to mainstay_app
    with check ((select identity.reach()) >= 2);
grant select, insert on portfolio.switching_barrier to mainstay_app;

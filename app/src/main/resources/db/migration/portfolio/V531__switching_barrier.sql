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

alter table portfolio.switching_barrier enable row level security;
create policy seen on portfolio.switching_barrier for select to mainstay_app using (
    (select identity.reach()) >= 2
    or exists (select 1 from identity.account_grant g
               where g.account_id = switching_barrier.account_id and g.user_id = (select identity.uid()) and g.level >= 2
                 and g.starts_at <= (select identity.clock()) and (g.ends_at is null or g.ends_at > (select identity.clock()))));
create policy recorded on portfolio.switching_barrier for insert to mainstay_app with check (
    (select identity.reach()) >= 2
    or exists (select 1 from identity.account_grant g
               where g.account_id = switching_barrier.account_id and g.user_id = (select identity.uid()) and g.level >= 3
                 and g.starts_at <= (select identity.clock()) and (g.ends_at is null or g.ends_at > (select identity.clock()))));
grant select, insert on portfolio.switching_barrier to mainstay_app;

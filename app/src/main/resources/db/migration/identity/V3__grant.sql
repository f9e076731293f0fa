create table identity.account_grant (
    id bigint generated always as identity primary key,
    account_id bigint not null,
    user_id bigint not null references identity.users,
    level smallint not null check (level between 1 and 4),
    starts_at timestamptz not null,
    ends_at timestamptz check (ends_at > starts_at),
    cause text not null
);
create unique index account_grant_once on identity.account_grant (account_id, user_id, cause) where ends_at is null;
create index account_grant_user on identity.account_grant (user_id, account_id, level);
comment on table identity.account_grant is
    'what a person may see of single accounts beyond the reach of the role; all row-level policies read this table alone';

alter table identity.account_grant enable row level security;
create policy own on identity.account_grant for select to mainstay_app
    using (user_id = (select identity.uid()) or (select identity.reach()) >= 2);
create policy given on identity.account_grant for insert to mainstay_app
    with check ((select identity.reach()) >= 2);
create policy ended on identity.account_grant for update to mainstay_app
    using ((select identity.reach()) >= 2);
grant select, insert, update on identity.account_grant to mainstay_app;

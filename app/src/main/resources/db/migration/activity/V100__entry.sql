create schema activity;
grant usage on schema activity to mainstay_app;

create table activity.entry (
    id bigint generated always as identity primary key,
    account_id bigint,
    user_id bigint,
    actor text not null,
    kind text not null,
    detail jsonb not null default '{}',
    at timestamptz not null
);
create index entry_account on activity.entry (account_id, at desc);
create index entry_at on activity.entry (at desc);
comment on table activity.entry is 'append-only timeline: who did what, when, to which account (none: to the firm as a whole)';

alter table activity.entry enable row level security;
create policy seen on activity.entry for select to mainstay_app using (
    (select identity.reach()) >= 2
    or exists (select 1 from identity.account_grant g
               where g.account_id = entry.account_id and g.user_id = (select identity.uid()) and g.level >= 2
                 and g.starts_at <= (select identity.clock())
                 and (g.ends_at is null or g.ends_at > (select identity.clock()))));
create policy added on activity.entry for insert to mainstay_app
    with check (user_id is not distinct from (select identity.uid()));
grant select, insert on activity.entry to mainstay_app;

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
create index entry_of_firm on activity.entry (kind, at desc, id desc) where account_id is null;
comment on table activity.entry is 'append-only timeline: who did what, when, to which account (none: to the firm as a whole)';

select identity.show('activity.entry', 2);
create policy added on activity.entry for insert to mainstay_app
    with check (user_id is not distinct from (select identity.uid()));
grant select, insert on activity.entry to mainstay_app;

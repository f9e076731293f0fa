create schema activity;
grant usage on schema activity to mainstay_app;

create table activity.entry (
    id bigint generated always as identity primary key,
    account_id bigint,
    user_id bigint,
    actor text not null,
    kind text not null,
    detail jsonb not null default '{}',
    at timestamptz not null,
    reach smallint check (reach between 1 and 4)
);
create index entry_account on activity.entry (account_id, at desc);
create index entry_at on activity.entry (at desc);
create index entry_of_firm on activity.entry (kind, at desc, id desc) where account_id is null;
comment on table activity.entry is 'append-only timeline: who did what, when, to which account (none: to the firm as a whole)';

comment on column activity.entry.reach is
    'Who sees the account alone does not read it, but who has this level on all accounts: it tells of others too. Null: of the account alone.';

select identity.show('activity.entry', 2);
create policy of_others_too on activity.entry as restrictive for select to mainstay_app
    using (reach is null or (select identity.reach()) >= reach);
create policy added on activity.entry for insert to mainstay_app
    with check (user_id is not distinct from (select identity.uid()));
grant select, insert on activity.entry to mainstay_app;

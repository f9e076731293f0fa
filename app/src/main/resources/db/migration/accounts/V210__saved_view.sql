create table accounts.saved_view (
    id         bigint generated always as identity primary key,
    owner_id   bigint not null,
    name       text not null check (name <> '' and length(name) <= 60),
    shared     boolean not null default false,
    query      text not null check (length(query) <= 4000),
    changed_at timestamptz not null,
    removed_at timestamptz
);
create unique index saved_view_once on accounts.saved_view (owner_id, lower(name)) where removed_at is null;
create index saved_view_shared on accounts.saved_view (id) where shared and removed_at is null;
comment on table accounts.saved_view is
    'A state of the accounts list under a name: filters, order and columns as they stand in its address. It holds no account, '
    'so whoever opens it sees only what they may see anyway.';
comment on column accounts.saved_view.removed_at is 'Set aside by its owner, who may still bring it back.';

create table accounts.usual_view (
    user_id bigint primary key,
    view_id bigint not null references accounts.saved_view on delete cascade
);
create index usual_view_of on accounts.usual_view (view_id);
comment on table accounts.usual_view is 'With which view the list opens for a person; no row: with all open accounts.';

alter table accounts.saved_view enable row level security;
create policy seen on accounts.saved_view for select to mainstay_app using (
    owner_id = (select identity.uid())
    or (shared and removed_at is null and (select identity.uid()) is not null)
    or (select identity.pub_administers()));
create policy saved on accounts.saved_view for insert to mainstay_app with check (owner_id = (select identity.uid()));
create policy changed on accounts.saved_view for update to mainstay_app
    using (owner_id = (select identity.uid()) or (shared and (select identity.pub_administers())))
    with check (owner_id = (select identity.uid()) or (select identity.pub_administers()));
create policy cleared on accounts.saved_view for delete to mainstay_app using (owner_id = (select identity.uid()));
grant select, insert, update, delete on accounts.saved_view to mainstay_app;

alter table accounts.usual_view enable row level security;
create policy own on accounts.usual_view for all to mainstay_app
    using (user_id = (select identity.uid())) with check (user_id = (select identity.uid()));
grant select, insert, update, delete on accounts.usual_view to mainstay_app;

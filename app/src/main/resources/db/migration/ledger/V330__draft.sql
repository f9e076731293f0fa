create table ledger.draft (
    id          bigint generated always as identity primary key,
    owner_id    bigint,
    by_user     text not null,
    created_at  timestamptz not null,
    file_name   text not null check (length(file_name) between 1 and 200),
    lookup_name text check (length(lookup_name) between 1 and 200),
    place       uuid not null unique,
    replaces    bigint references ledger.batch,
    batch_id    bigint references ledger.batch,
    choices     jsonb not null default '{}'
);
create index draft_of_owner on ledger.draft (owner_id, id);
create index draft_by_age on ledger.draft (created_at);
comment on table ledger.draft is
    'Files sent by browser that wait for their import, with what their senders said about them so far. The file lies in the '
    'directory of its place. The batch is the latest try; a draft goes when its file is in the ledger or after a week.';

alter table ledger.draft enable row level security;
create policy kept on ledger.draft for all to mainstay_app
    using ((select identity.reach()) >= 2) with check ((select identity.reach()) >= 2);
grant select, insert, update, delete on ledger.draft to mainstay_app;

create schema relationships;
grant usage on schema relationships to mainstay_app;

-- A file with activities between the look at it and the decision: as texts, seen by its sender alone.
create table relationships.draft (
    id        bigint generated always as identity primary key,
    user_id   bigint not null,
    file_name text not null check (length(file_name) between 1 and 300),
    headers   text[] not null,
    rows      jsonb not null,
    added_at  timestamptz not null
);
create index draft_of_user on relationships.draft (user_id, id desc);
comment on table relationships.draft is
    'What somebody sent to be written down, looked at and not written yet. It goes when it is written or given up, and when another is sent.';
alter table relationships.draft enable row level security;
create policy own on relationships.draft to mainstay_app
    using (user_id = (select identity.uid())) with check (user_id = (select identity.uid()));
grant select, insert, delete on relationships.draft to mainstay_app;

-- A file with facts between the look at it and the decision: as texts, seen by its sender alone.
create table dossier.fact_draft (
    id        bigint generated always as identity primary key,
    user_id   bigint not null,
    file_name text not null check (length(file_name) between 1 and 300),
    headers   text[] not null,
    rows      jsonb not null,
    added_at  timestamptz not null
);
create index fact_draft_of_user on dossier.fact_draft (user_id, id desc);
comment on table dossier.fact_draft is
    'What somebody sent to be written into the archive, looked at and not written yet. It goes when it is written, given up, or a day old.';
alter table dossier.fact_draft enable row level security;
create policy own on dossier.fact_draft to mainstay_app
    using (user_id = (select identity.uid())) with check (user_id = (select identity.uid()));
grant select, insert, delete on dossier.fact_draft to mainstay_app;

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

create function dossier.forget_fact_drafts() returns bigint
    language plpgsql security definer set search_path = '' as $$
declare
    gone bigint;
begin
    perform identity.demand(3, 'forget files that others sent');
    delete from dossier.fact_draft d where d.added_at <= identity.clock() - interval '1 day';
    get diagnostics gone = row_count;
    return gone;
end $$;
comment on function dossier.forget_fact_drafts is 'Removes what was sent a day ago and never decided on, whoever sent it; returns how many files.';
revoke all on function dossier.forget_fact_drafts() from public;
grant execute on function dossier.forget_fact_drafts() to mainstay_app;

create table ledger.profile (
    id         bigint generated always as identity primary key,
    name       text not null check (length(name) between 1 and 80 and name !~ '[[:cntrl:]]' and name !~ '\.json$'),
    kind       text not null,
    body       jsonb not null,
    by_user    text not null,
    changed_at timestamptz not null
);
create unique index profile_name on ledger.profile (lower(name));
comment on table ledger.profile is
    'Mappings that people named, in the form of the shipped ones. The newest whose headers are those of a file is taken for it.';

alter table ledger.profile enable row level security;
create policy kept on ledger.profile for all to mainstay_app
    using ((select identity.reach()) >= 2) with check ((select identity.reach()) >= 2);
grant select, insert, update, delete on ledger.profile to mainstay_app;

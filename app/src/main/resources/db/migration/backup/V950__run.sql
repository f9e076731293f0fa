create schema backup;
grant usage on schema backup to mainstay_app;

create table backup.run (
    id         bigint generated always as identity primary key,
    night      date,
    began_at   timestamptz not null,
    ended_at   timestamptz not null,
    place      text not null,
    bytes      bigint,
    row_count  bigint,
    problem    text,
    detail     text,
    removed_at timestamptz,
    check ((problem is null) = (bytes is not null)),
    check ((bytes is null) = (row_count is null))
);
create index run_by_end on backup.run (ended_at);
comment on table backup.run is
    'Each backup that came to an end. One with a size was read back whole and compared before it counted; one with a problem '
    'left no file; the problem is the key of a sentence about the place, the detail what it says besides. Those of a night were made by themselves, and are the only ones that are removed again.';

-- A new installation has no backup yet, and nobody is to be warned of that on its first day.
create table backup.watch (
    only_row boolean primary key default true check (only_row),
    since    timestamptz not null
);
comment on table backup.watch is 'Since when backups are expected.';
insert into backup.watch (since) values (now());

alter table backup.run enable row level security;
create policy kept on backup.run for all to mainstay_app
    using ((select identity.reach()) >= 2) with check ((select identity.reach()) >= 2);
grant select, insert, update on backup.run to mainstay_app;
grant select on backup.watch to mainstay_app;

create table ledger.inbox_run (
    id         bigint generated always as identity primary key,
    night      date unique,
    by_user    text not null,
    started_at timestamptz not null,
    ended_at   timestamptz
);
comment on table ledger.inbox_run is
    'Each look into the watched folder. A night is looked at once, whichever process comes first; without a night somebody asked.';

create table ledger.inbox_file (
    id        bigint generated always as identity primary key,
    run_id    bigint not null references ledger.inbox_run,
    folder    text not null,
    file_name text not null,
    outcome   text not null check (outcome in ('done', 'known', 'refused', 'failed', 'waiting', 'missing')),
    reason    text check (reason in ('unknownFolder', 'stuck', 'takenAndStuck')),
    batch_id  bigint references ledger.batch
);
create index inbox_file_of_run on ledger.inbox_file (run_id, id);
create index inbox_file_by_name on ledger.inbox_file (file_name, folder, id);
comment on table ledger.inbox_file is
    'What became of each file. Waiting: it lies there still, for nobody knows how to read its folder, or it could not be moved. '
    'One that waits or fails again and again has one row, of the latest look. Missing: its folder had a file every night until this one.';

alter table ledger.inbox_run enable row level security;
alter table ledger.inbox_file enable row level security;
create policy kept on ledger.inbox_run for all to mainstay_app
    using ((select identity.reach()) >= 2) with check ((select identity.reach()) >= 2);
create policy kept on ledger.inbox_file for all to mainstay_app
    using ((select identity.reach()) >= 2) with check ((select identity.reach()) >= 2);
grant select, insert, update on ledger.inbox_run to mainstay_app;
grant select, insert on ledger.inbox_file to mainstay_app;
grant update (run_id, batch_id) on ledger.inbox_file to mainstay_app;

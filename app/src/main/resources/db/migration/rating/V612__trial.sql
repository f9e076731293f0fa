create table rating.trial (
    version    integer primary key references rating.model_version on delete cascade,
    edits      bigint not null,
    status     text not null check (status in ('running', 'done', 'failed')),
    done       integer not null default 0,
    steps      integer not null,
    started_by text not null,
    started_at timestamptz not null,
    beat_at    timestamptz not null,
    result     jsonb
);
comment on table rating.trial is
    'What a draft would do, found in the background. edits: the state of the draft that was tried. beat_at: when it last gave a sign of life.';
alter table rating.trial enable row level security;
create policy seen on rating.trial for select to mainstay_app
    using ((select identity.reach()) >= 3 or (select identity.pub_administers()));
create policy run on rating.trial for all to mainstay_app
    using ((select identity.reach()) >= 3 or (select identity.pub_administers()));
grant select, insert, update, delete on rating.trial to mainstay_app;

-- What somebody handed over when leaving or changing, item by item.
create table team.handover (
    id        bigint generated always as identity primary key,
    user_id   bigint not null,
    reason    text not null check (length(reason) between 1 and 500),
    by_user   text not null,
    by_id     bigint,
    at        timestamptz not null
);
create table team.handover_item (
    handover_id bigint not null references team.handover,
    place       integer not null,
    kind        text not null,
    what        text not null check (jsonb_typeof(what::jsonb) = 'object'),
    account     text,
    heir_id     bigint,
    fate        text not null check (fate in ('taken', 'had', 'ended', 'returned', 'unseen', 'own', 'circle')),
    primary key (handover_id, place)
);
create index handover_of_user on team.handover (user_id, id desc);
comment on table team.handover is 'Protocols of what people handed over, all at once or not at all; nothing in them changes.';
comment on table team.handover_item is 'One thing that was handed over: heir_id is who was to have it, fate is what became of it.';
comment on column team.handover_item.what is 'A message key with its arguments, told in the language of whoever reads it; account: the name of that day.';
do $$
declare
    t text;
begin
    foreach t in array array['handover', 'handover_item'] loop
        execute format('alter table team.%I enable row level security', t);
        execute format('create policy seen on team.%I for select to mainstay_app
            using ((select identity.reach()) >= 3 or (select identity.pub_administers()))', t);
        execute format('create policy written on team.%I for insert to mainstay_app
            with check ((select identity.reach()) >= 3 or (select identity.pub_administers()))', t);
    end loop;
end $$;
grant select, insert on team.handover, team.handover_item to mainstay_app;

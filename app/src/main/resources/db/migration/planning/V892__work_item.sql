create table planning.work_item (
    id                bigint generated always as identity primary key,
    plan_id           bigint not null references planning.plan,
    account_id        bigint not null,
    booked_account_id bigint,
    goal_id           bigint references planning.goal,
    need_id           bigint references planning.need,
    title             text not null check (length(title) between 1 and 200),
    detail            text check (length(detail) between 1 and 2000),
    form              text not null check (form in ('meeting', 'visit', 'guidance', 'training', 'discussion', 'other')),
    hours             integer check (hours between 0 and 1000000),
    responsible_id    bigint not null,
    accountable_id    bigint not null,
    starts_on         date not null,
    due_on            date not null check (due_on >= starts_on),
    standard          text not null check (length(standard) between 1 and 500),
    state             text not null default 'open' check (state in ('open', 'doing', 'done', 'dropped')),
    done_on           date check ((done_on is not null) = (state = 'done')),
    metric            text check (length(metric) between 1 and 40),
    effect_from       date check (extract(day from effect_from) = 1),
    effect_months     smallint check (effect_months between 2 and 24),
    expected          double precision,
    named_on          date,
    version           integer not null default 1,
    submission        uuid not null unique,
    changed_by        text not null,
    changed_at        timestamptz not null,
    unique (id, plan_id),
    check (num_nulls(metric, effect_from, effect_months, named_on) in (0, 4)),
    check (expected is null or metric is not null)
);
create index work_item_of_plan on planning.work_item (plan_id, starts_on);
create index work_item_of_account on planning.work_item (account_id);
create index work_item_of_person on planning.work_item (responsible_id, due_on) where state in ('open', 'doing');
create index work_item_answered_for on planning.work_item (accountable_id, due_on) where state in ('open', 'doing');
create index work_item_tested on planning.work_item (effect_from) where metric is not null and state <> 'dropped';
comment on table planning.work_item is
    'Work that a plan asks for: who does it, who answers for it, by when, what makes it done, and by which figure its effect will be '
    'judged.';
comment on column planning.work_item.hours is 'In tenths of an hour.';
comment on column planning.work_item.named_on is
    'When the test was chosen: one that was chosen after its window began proves nothing, and is told apart.';
comment on column planning.work_item.expected is 'The change that was expected, as a share of the level before, or in the figure''s own unit where it is a share.';

create table planning.dependency (
    item_id           bigint not null,
    waits_for_id      bigint not null check (waits_for_id <> item_id),
    plan_id           bigint not null,
    account_id        bigint not null,
    booked_account_id bigint,
    primary key (item_id, waits_for_id),
    foreign key (item_id, plan_id) references planning.work_item (id, plan_id),
    foreign key (waits_for_id, plan_id) references planning.work_item (id, plan_id)
);
create index dependency_back on planning.dependency (waits_for_id);
create index dependency_of_account on planning.dependency (account_id);
comment on table planning.dependency is 'Work that waits for other work of the same plan; never in a circle.';

-- Two writers at once could close a circle that neither sees: who writes into a plan waits for the other.
create function planning.refuse_circle() returns trigger
    language plpgsql security definer set search_path = '' as $$
begin
    perform pg_advisory_xact_lock(hashtext('planning.dependency'), hashint8(new.plan_id));
    if exists (
        with recursive before (id) as (
            select new.waits_for_id
            union
            select d.waits_for_id from before b join planning.dependency d on d.item_id = b.id)
        select 1 from before where id = new.item_id) then
        raise exception 'work would wait for itself' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger refuse_circle before insert on planning.dependency for each row execute function planning.refuse_circle();
revoke all on function planning.refuse_circle() from public;

-- A test that is chosen once its months have begun could be chosen by what they brought.
create function planning.keep_test() returns trigger
    language plpgsql set search_path = '' as $$
begin
    if old.effect_from <= (select identity.pub_today())
       and (new.metric, new.effect_from, new.effect_months, new.expected)
           is distinct from (old.metric, old.effect_from, old.effect_months, old.expected) then
        raise exception 'the effect test has begun and stays as it is' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger keep_test before update on planning.work_item for each row execute function planning.keep_test();
revoke all on function planning.keep_test() from public;

create table planning.effect (
    item_id           bigint primary key references planning.work_item,
    account_id        bigint not null,
    booked_account_id bigint,
    verdict           text not null check (verdict in ('up', 'down', 'none', 'unknown')),
    lack              text,
    found             integer,
    needed            integer,
    level_before      double precision,
    level_after       double precision,
    level_expected    double precision,
    change            double precision,
    low               double precision,
    high              double precision,
    p_value           double precision,
    comparables       integer,
    confidence        double precision not null,
    ledger_revision   bigint not null,
    measured_at       timestamptz not null,
    check ((verdict = 'unknown') = (change is null)),
    check ((verdict = 'unknown') = (lack is not null))
);
create index effect_of_account on planning.effect (account_id);
comment on table planning.effect is
    'What the figure of a work item changed in its window against its own trend and comparable accounts, with its interval; derived '
    'from the ledger, in whole units of currency or as a fraction. Unknown: what there was too little of.';

do $$
declare
    t text;
begin
    foreach t in array array['work_item', 'dependency', 'effect'] loop
        perform identity.show(format('planning.%I', t)::regclass, 2);
    end loop;
    foreach t in array array['work_item', 'dependency'] loop
        perform identity.let_record(format('planning.%I', t)::regclass, 2);
        perform identity.let_change(format('planning.%I', t)::regclass, 2);
    end loop;
end $$;
create policy undone on planning.dependency for delete to mainstay_app
    using ((select identity.reach()) >= 2
           or exists (select 1 from identity.standing_grant g where g.account_id = dependency.account_id and g.level >= 2));
select identity.let_keep('planning.effect', '(select identity.reach()) >= 3');
grant select, insert, update on planning.work_item to mainstay_app;
grant select, insert, delete on planning.dependency to mainstay_app;
grant select, insert, delete on planning.effect to mainstay_app;

alter table planning.decision add foreign key (work_item_id) references planning.work_item;

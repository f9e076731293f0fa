create table planning.plan (
    id                bigint generated always as identity primary key,
    account_id        bigint not null,
    booked_account_id bigint,
    title             text not null check (length(title) between 1 and 200),
    period_from       date not null,
    period_to         date not null,
    playbook          text not null,
    former_id         bigint references planning.plan,
    understanding     text check (length(understanding) between 1 and 4000),
    competition       text check (length(competition) between 1 and 4000),
    affinity          text check (length(affinity) between 1 and 4000),
    management        text check (length(management) between 1 and 4000),
    strengths         text check (length(strengths) between 1 and 4000),
    weaknesses        text check (length(weaknesses) between 1 and 4000),
    chances           text check (length(chances) between 1 and 4000),
    threats           text check (length(threats) between 1 and 4000),
    state             text not null default 'draft' check (state in ('draft', 'asked', 'approved', 'closed')),
    edition           integer not null default 0,
    version           integer not null default 1,
    submission        uuid not null unique,
    changed_by        text not null,
    changed_at        timestamptz not null,
    check (period_to > period_from and period_to < (period_from + interval '5 years'))
);
create index plan_of_account on planning.plan (account_id, period_from desc);
create index plan_running on planning.plan (period_to) where state <> 'closed';
comment on table planning.plan is
    'The plan for an account and a period: strategy in four parts, strengths and weaknesses, chances and threats. An approved plan that '
    'is changed is a draft again; what was approved stays as an edition.';
comment on column planning.plan.former_id is 'The plan of the period before, of which this one was made.';

create table planning.risk (
    id                bigint generated always as identity primary key,
    plan_id           bigint not null references planning.plan,
    account_id        bigint not null,
    booked_account_id bigint,
    what              text not null check (length(what) between 1 and 500),
    likelihood        smallint not null check (likelihood between 1 and 3),
    impact            smallint not null check (impact between 1 and 3),
    counter           text check (length(counter) between 1 and 500),
    submission        uuid not null unique,
    ended_at          timestamptz
);
create index risk_of_plan on planning.risk (plan_id);
create index risk_of_account on planning.risk (account_id);
comment on table planning.risk is 'What may come between, how likely and how bad from 1 to 3, and what is done against it.';

create table planning.goal (
    id                bigint generated always as identity primary key,
    plan_id           bigint not null references planning.plan,
    account_id        bigint not null,
    booked_account_id bigint,
    metric            text not null check (length(metric) between 1 and 40),
    baseline          double precision,
    baseline_on       date not null,
    base              double precision not null,
    stretch           double precision,
    challenge         double precision,
    due_on            date not null check (due_on > baseline_on),
    shared            boolean not null default false,
    why               text check (length(why) between 1 and 500),
    submission        uuid not null unique,
    dropped_at        timestamptz
);
create index goal_of_plan on planning.goal (plan_id);
create index goal_of_account on planning.goal (account_id);
comment on table planning.goal is
    'A figure that is to reach a target by a day. Where it stood was read when the goal was set, where it stands is read each time: '
    'nobody types progress.';
comment on column planning.goal.baseline is 'In whole units of currency, as a fraction or in days; null where nothing was known.';
comment on column planning.goal.shared is 'The customer''s own goal, or one that both want.';

create table planning.edition (
    plan_id           bigint not null references planning.plan,
    number            integer not null,
    account_id        bigint not null,
    booked_account_id bigint,
    content           jsonb not null,
    kept_by           text not null,
    kept_at           timestamptz not null,
    outcome           text not null default 'asked' check (outcome in ('asked', 'granted', 'refused', 'withdrawn')),
    primary key (plan_id, number)
);
create index edition_of_account on planning.edition (account_id);
comment on table planning.edition is 'What a plan said when somebody was asked to approve it, and what became of that; never changed.';

create table planning.review_rhythm (
    stars smallint primary key check (stars between 0 and 4),
    days  integer not null check (days between 7 and 1100)
);
comment on table planning.review_rhythm is 'After how many days a plan is looked at again, by the stars of its account; 0 where there are none.';
insert into planning.review_rhythm (stars, days) values (4, 30), (3, 91), (2, 182), (1, 365), (0, 365);
alter table planning.review_rhythm enable row level security;
create policy seen on planning.review_rhythm for select to mainstay_app
    using ((select identity.uid()) is not null or (select identity.reach()) >= 1);
create policy changed on planning.review_rhythm for update to mainstay_app
    using ((select identity.reach()) >= 3 or (select identity.pub_administers()));
grant select, update (days) on planning.review_rhythm to mainstay_app;

create table planning.review (
    id                bigint generated always as identity primary key,
    plan_id           bigint not null references planning.plan,
    account_id        bigint not null,
    booked_account_id bigint,
    held_on           date not null,
    attendees         text not null check (length(attendees) between 1 and 500),
    rating            smallint not null check (rating between 1 and 5),
    summary           text check (length(summary) between 1 and 4000),
    submission        uuid not null unique,
    recorded_by       text not null,
    recorded_at       timestamptz not null
);
create index review_of_plan on planning.review (plan_id, held_on desc);
create index review_of_account on planning.review (account_id);
comment on table planning.review is 'A look at a plan: who was there, how it goes from 1 to 5, and what was decided.';

create table planning.decision (
    id                bigint generated always as identity primary key,
    review_id         bigint not null references planning.review,
    plan_id           bigint not null references planning.plan,
    account_id        bigint not null,
    booked_account_id bigint,
    what              text not null check (length(what) between 1 and 200),
    work_item_id      bigint
);
create index decision_of_review on planning.decision (review_id);
create index decision_of_account on planning.decision (account_id);
comment on table planning.decision is 'What was decided at a review, and the work that was made of it.';

do $$
declare
    t text;
begin
    foreach t in array array['plan', 'risk', 'goal', 'edition', 'review', 'decision'] loop
        perform identity.show(format('planning.%I', t)::regclass, 2);
        perform identity.let_record(format('planning.%I', t)::regclass, 2);
        perform identity.let_change(format('planning.%I', t)::regclass, 2);
    end loop;
end $$;
grant select, insert, update on planning.plan to mainstay_app;
grant select, insert, update (ended_at) on planning.risk to mainstay_app;
grant select, insert, update (dropped_at) on planning.goal to mainstay_app;
grant select, insert, update (outcome) on planning.edition to mainstay_app;
grant select, insert on planning.review to mainstay_app;
grant select, insert, update (work_item_id) on planning.decision to mainstay_app;

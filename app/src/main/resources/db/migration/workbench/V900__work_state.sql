create schema workbench;
grant usage on schema workbench to mainstay_app;

create table workbench.work_state (
    user_id       bigint not null,
    rule          text not null,
    subject       text not null,
    done_at       timestamptz,
    snoozed_until date,
    handed_to     bigint,
    reason        text check (length(reason) between 1 and 200),
    since         date,
    urgency       integer not null check (urgency between 0 and 3),
    money         bigint,
    changed_at    timestamptz not null,
    primary key (user_id, rule, subject),
    check (num_nonnulls(done_at, snoozed_until, handed_to) = 1),
    check (snoozed_until is null or reason is not null)
);
comment on table workbench.work_state is
    'What a person said about an entry of Today. since, urgency and money are the facts it was said about: when they '
    'become other or worse, a done entry is a new case and comes back.';

alter table workbench.work_state enable row level security;
create policy own on workbench.work_state for all to mainstay_app
    using (user_id = (select identity.uid())) with check (user_id = (select identity.uid()));
grant select, insert, update, delete on workbench.work_state to mainstay_app;

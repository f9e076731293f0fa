create table workbench.rule_setting (
    rule       text primary key check (length(rule) between 1 and 60),
    is_on      boolean not null,
    least      bigint check (least >= 0),
    revision   integer not null,
    changed_by text not null,
    changed_at timestamptz not null
);
comment on table workbench.rule_setting is 'Rules of Today that the firm has switched off, or wants to hear from an amount on.';
alter table workbench.rule_setting enable row level security;
create policy seen on workbench.rule_setting for select to mainstay_app
    using ((select identity.uid()) is not null or (select identity.reach()) >= 1);
create policy settled on workbench.rule_setting for all to mainstay_app
    using ((select identity.reach()) >= 3 or (select identity.pub_administers()));
grant select, insert, update on workbench.rule_setting to mainstay_app;

create table workbench.handed (
    id           bigint generated always as identity primary key,
    rule         text not null,
    subject      text not null,
    link         text not null,
    account_code text,
    from_user    bigint not null,
    to_user      bigint not null,
    note         text check (length(note) between 1 and 500),
    handed_at    timestamptz not null,
    closed_at    timestamptz,
    outcome      text check (outcome in ('done', 'returned', 'takenBack', 'settled')),
    check (from_user <> to_user),
    check ((closed_at is null) = (outcome is null))
);
create unique index handed_once on workbench.handed (from_user, rule, subject) where closed_at is null;
create index handed_to on workbench.handed (to_user) where closed_at is null;
comment on table workbench.handed is
    'Entries of Today that somebody gave to a colleague. The colleague reads what he may see behind the link, and what was written beside it.';
alter table workbench.handed enable row level security;
create policy seen on workbench.handed for select to mainstay_app
    using ((select identity.uid()) in (from_user, to_user) or (select identity.reach()) >= 3);
create policy given on workbench.handed for insert to mainstay_app with check (from_user = (select identity.uid()));
create policy closed on workbench.handed for update to mainstay_app using ((select identity.uid()) in (from_user, to_user));
grant select, insert, update (closed_at, outcome) on workbench.handed to mainstay_app;

-- What somebody has of others is seen by these others and by directors; who administers people sees that it is there, not what was written.
create function workbench.held_by(person bigint) returns table (id bigint, rule text, account_code text)
    language plpgsql stable security definer set search_path = '' as $$
begin
    if identity.reach() < 3 and identity.pub_administers() is not true then
        raise exception 'only directors and administrators look at what others were given' using errcode = 'insufficient_privilege';
    end if;
    return query select h.id, h.rule, h.account_code from workbench.handed h
                 where h.to_user = person and h.closed_at is null order by h.id;
end $$;
comment on function workbench.held_by is 'Entries that colleagues gave to somebody and that are open, without what they wrote beside them.';

create function workbench.pass_on(person bigint, heir bigint, passed bigint[]) returns table (id bigint)
    language plpgsql security definer set search_path = '' as $$
declare
    moment timestamptz := identity.clock();
begin
    if identity.reach() < 3 and identity.pub_administers() is not true then
        raise exception 'only directors and administrators hand over what others were given' using errcode = 'insufficient_privilege';
    end if;
    if heir is not null and not exists (select 1 from identity.pub_user u where u.id = heir and u.enabled and u.role <> 'viewer') then
        raise exception 'nobody who is shut out or only looks on is given work' using errcode = 'check_violation';
    end if;
    update workbench.work_state s set handed_to = heir, changed_at = moment
    from workbench.handed h
    where h.to_user = person and h.closed_at is null and h.id = any (passed) and h.from_user <> heir
      and s.user_id = h.from_user and s.rule = h.rule and s.subject = h.subject and s.handed_to = person and s.changed_at = h.handed_at;
    return query update workbench.handed h set to_user = heir, handed_at = moment
    where h.to_user = person and h.closed_at is null and h.id = any (passed) and h.from_user <> heir
    returning h.id;
    update workbench.handed h set closed_at = moment, outcome = 'returned' where h.to_user = person and h.closed_at is null;
end $$;
comment on function workbench.pass_on is
    'Some of the entries that colleagues gave to somebody are given to another one, from now on, and told; the rest stands on the lists of who gave them again.';
revoke all on function workbench.held_by(bigint), workbench.pass_on(bigint, bigint, bigint[]) from public;
grant execute on function workbench.held_by(bigint), workbench.pass_on(bigint, bigint, bigint[]) to mainstay_app;

create table workbench.asked (
    id          bigint generated always as identity primary key,
    user_id     bigint not null,
    rule        text not null,
    subject     text not null,
    urgency     integer not null check (urgency between 0 and 3),
    money       bigint,
    since       date,
    state       text not null check (state in ('waiting', 'done', 'putOff', 'handedOn')),
    answer      text check (answer in ('done', 'putOff', 'handedOn')),
    answered_on date,
    first_on    date not null,
    last_on     date not null,
    ended_on    date,
    ending      text check (ending in ('facts', 'ruleOff', 'gone', 'answered')),
    check ((answer is null) = (answered_on is null)),
    check ((ended_on is null) = (ending is null))
);
create unique index asked_now on workbench.asked (user_id, rule, subject) where ended_on is null;
create index asked_by_rule on workbench.asked (rule, first_on);
comment on table workbench.asked is
    'What each list of Today held, looked at once a morning: by it rules are judged and teams are led. It has no words: those are for whose list it is.';
comment on column workbench.asked.answer is 'What the person last said about it, also where it has come back since.';
comment on column workbench.asked.answered_on is 'Morning on which that answer was first seen.';
comment on column workbench.asked.ending is
    'facts: no rule finds it any more. ruleOff: the firm does not want to hear of it. gone: the person left. answered: it was done '
    'and asks anew, or what a colleague asked for was done, given or taken back.';
alter table workbench.asked enable row level security;
create policy seen on workbench.asked for select to mainstay_app
    using (user_id = (select identity.uid()) or (select identity.reach()) >= 3 or (select identity.pub_administers()));
create policy kept on workbench.asked for all to mainstay_app
    using ((select identity.uid()) is null and (select identity.reach()) >= 3);
grant select, insert, update on workbench.asked to mainstay_app;

create table workbench.morning (
    day        date primary key,
    started_at timestamptz not null,
    ended_at   timestamptz
);
comment on table workbench.morning is 'Mornings on which all lists were looked at; one server does it.';
alter table workbench.morning enable row level security;
create policy seen on workbench.morning for select to mainstay_app using (true);
create policy kept on workbench.morning for all to mainstay_app
    using ((select identity.uid()) is null and (select identity.reach()) >= 3);
grant select, insert, update on workbench.morning to mainstay_app;

create table workbench.digest_wish (
    user_id    bigint primary key,
    address    text not null check (length(address) between 3 and 254),
    hour       integer not null check (hour between 4 and 20),
    is_on      boolean not null,
    changed_at timestamptz not null
);
comment on table workbench.digest_wish is 'Who wants the list of the day by mail, where to and from which hour on.';
alter table workbench.digest_wish enable row level security;
create policy own on workbench.digest_wish for all to mainstay_app
    using (user_id = (select identity.uid())) with check (user_id = (select identity.uid()));
create policy read_by_the_server on workbench.digest_wish for select to mainstay_app
    using ((select identity.uid()) is null and (select identity.reach()) >= 3);
grant select, insert, update on workbench.digest_wish to mainstay_app;

create table workbench.digest (
    user_id  bigint not null,
    day      date not null,
    state    text not null check (state in ('sending', 'sent', 'nothing', 'failed')),
    attempts integer not null,
    entries  integer not null default 0,
    failure  text,
    at       timestamptz not null,
    primary key (user_id, day)
);
comment on table workbench.digest is 'Mails of the morning, one a day and person.';
alter table workbench.digest enable row level security;
create policy own on workbench.digest for select to mainstay_app
    using (user_id = (select identity.uid()) or (select identity.pub_administers()));
create policy kept on workbench.digest for all to mainstay_app
    using ((select identity.uid()) is null and (select identity.reach()) >= 3);
grant select, insert, update on workbench.digest to mainstay_app;

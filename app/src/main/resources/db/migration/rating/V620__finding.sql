create table rating.finding_rules (
    only_row boolean primary key default true check (only_row),
    quarters integer not null check (quarters between 1 and 40),
    revision bigint not null default 0
);
comment on table rating.finding_rules is
    'How many calendar quarters the tests look at, the newest included. revision grows with every change of these or of a threshold.';
insert into rating.finding_rules (quarters) values (5);

create table rating.finding_threshold (
    test     text primary key,
    hint     double precision not null check (hint >= 0),
    likely   double precision not null,
    strong   double precision not null,
    evidence integer not null check (evidence >= 1),
    money    bigint not null check (money >= 0),
    check (hint <= likely and likely <= strong)
);
comment on table rating.finding_threshold is
    'From which measure on a test speaks of a hint, of a likely and of a strong finding. Less than evidence rows stay a hint, '
    'less than money (four decimals) is no finding.';
insert into rating.finding_threshold (test, hint, likely, strong, evidence, money) values
    ('floorPrice', 0, 0.02, 0.05, 3, 0),
    ('territory', 0.01, 0.05, 0.10, 3, 0),
    ('soldOn', 0.25, 0.40, 0.60, 3, 0),
    ('returns', 2, 3.5, 5, 3, 0),
    ('spike', 3, 5, 8, 2, 0),
    ('neighbour', 0.15, 0.30, 0.50, 3, 0);

create table rating.finding (
    id          bigint generated always as identity primary key,
    test        text not null,
    account_id  bigint not null,
    period_from date not null,
    period_to   date not null,
    strength    smallint not null check (strength between 1 and 3),
    measure     double precision not null,
    evidence    integer not null check (evidence >= 0),
    money       bigint not null check (money >= 0),
    figures     jsonb not null,
    found_at    timestamptz not null,
    changed_at  timestamptz not null,
    withdrawn   boolean not null default false,
    verdict     text check (verdict in ('confirmed', 'explained', 'borderTrade')),
    reason      text check (length(reason) between 1 and 2000),
    judged_by   text,
    judged_at   timestamptz,
    judgements  integer not null default 0,
    booked_account_id bigint,
    judged_as  bigint references rating.finding,
    unique (test, account_id, period_from),
    check (verdict is null or (reason is not null and judged_by is not null and judged_at is not null))
);
create index finding_of_account on rating.finding (account_id, period_from desc);
create index finding_by_money on rating.finding (money desc, id desc) where not withdrawn;
create index finding_confirmed on rating.finding (account_id) where verdict = 'confirmed' and not withdrawn;
comment on table rating.finding is
    'What a test found of an account in a calendar quarter; derived from the ledger, but for the verdict that a person gives. '
    'strength: 1 hint, 2 likely, 3 strong. withdrawn: its rows are no longer in the ledger. judgements counts the verdicts given, '
    'so that who judges sees whether somebody else did meanwhile.';

comment on column rating.finding.booked_account_id is
    'The account of which this was found, where that was merged into another since; the finding stands on that one.';

comment on column rating.finding.judged_as is
    'Whose verdict stands here: the like of this finding on an account that was merged into this one, as long as nobody judges anew.';

create table rating.finding_entry (
    id         bigint generated always as identity primary key,
    finding_id bigint not null references rating.finding,
    account_id bigint not null,
    at         timestamptz not null,
    kind       text not null check (kind in ('found', 'changed', 'withdrawn', 'returned', 'judged', 'shared', 'freed')),
    strength   smallint not null,
    evidence   integer not null,
    money      bigint not null,
    verdict    text,
    reason     text,
    author     text,
    counts     boolean not null
);
create index finding_entry_of_finding on rating.finding_entry (finding_id, id);
create index finding_entry_that_counts on rating.finding_entry (id) where counts;
comment on table rating.finding_entry is
    'Append-only history of the findings. counts: what is confirmed changed by it, so the ratings are due.';

create table rating.finding_run (
    id       bigint generated always as identity primary key,
    as_of    date,
    revision bigint not null,
    rules    bigint not null,
    steps    bigint not null,
    kin      text not null,
    ran_at   timestamptz not null,
    seconds  double precision not null,
    found    integer not null
);
comment on table rating.finding_run is 'What each run of the tests rested on; as_of is null where the ledger was empty. kin: groups and categories of accounts.';
grant select, insert on rating.finding_run to mainstay_app;

select identity.show('rating.finding', 2), identity.show('rating.finding_entry', 2);
create policy derived on rating.finding for insert to mainstay_app with check ((select identity.reach()) >= 3);
create policy kept on rating.finding for update to mainstay_app
    using ((select identity.reach()) >= 2) with check ((select identity.reach()) >= 2);
create policy told on rating.finding_entry for insert to mainstay_app with check ((select identity.reach()) >= 2);
grant select, insert, update on rating.finding to mainstay_app;
grant select, insert on rating.finding_entry to mainstay_app;

alter table rating.finding_rules enable row level security;
create policy seen on rating.finding_rules for select to mainstay_app using (true);
create policy changed on rating.finding_rules for update to mainstay_app
    using ((select identity.reach()) >= 3 or (select identity.pub_administers()));
alter table rating.finding_threshold enable row level security;
create policy seen on rating.finding_threshold for select to mainstay_app using (true);
create policy changed on rating.finding_threshold for update to mainstay_app
    using ((select identity.reach()) >= 3 or (select identity.pub_administers()));
grant select, update on rating.finding_rules, rating.finding_threshold to mainstay_app;

create view rating.pub_finding with (security_invoker) as
select id, test, account_id, period_from, period_to, strength, measure, evidence, money, found_at, changed_at, withdrawn, verdict,
       judged_by, judged_at
from rating.finding;
grant select on rating.pub_finding to mainstay_app;

alter table rating.run add column findings bigint not null default 0;
comment on column rating.run.findings is 'The newest entry of the history of findings by which what is confirmed changed.';

-- Where both accounts have their like, the verdict on the one stands for the other while nobody judged that; what was confirmed goes on
-- counting. Set free again, it is the other's own.
create function rating.share_verdicts(from_account bigint, to_account bigint, booked bigint[]) returns void
    language plpgsql security definer set search_path = '' as $$
begin
    with freed as (
        update rating.finding f
        set verdict = null, reason = null, judged_by = null, judged_at = null, judged_as = null, judgements = f.judgements + 1
        from rating.finding l
        where l.id = f.judged_as and l.account_id = to_account
        returning f.*)
    insert into rating.finding_entry (finding_id, account_id, at, kind, strength, evidence, money, verdict, reason, author, counts)
    select g.id, g.account_id, identity.clock(), 'freed', g.strength, g.evidence, g.money, null, null, null, true from freed g;

    with shared as (
        update rating.finding o
        set verdict = f.verdict, reason = f.reason, judged_by = f.judged_by, judged_at = f.judged_at, judged_as = coalesce(f.judged_as, f.id),
            judgements = o.judgements + 1
        from rating.finding f
        where f.account_id = from_account and coalesce(f.booked_account_id, f.account_id) = any (booked) and f.verdict is not null
          and not f.withdrawn
          and o.test = f.test and o.account_id = to_account and o.period_from = f.period_from and o.verdict is null
        returning new.id, new.account_id, new.strength, new.verdict, new.reason, new.judged_by, f.id as like_id)
    insert into rating.finding_entry (finding_id, account_id, at, kind, strength, evidence, money, verdict, reason, author, counts)
    select s.id, s.account_id, identity.clock(), 'shared', s.strength, j.evidence, j.money, s.verdict,
           s.reason, s.judged_by, s.verdict = 'confirmed'
    from shared s
    cross join lateral (select e.evidence, e.money from rating.finding_entry e
                        where e.finding_id = s.like_id and e.kind in ('judged', 'shared') order by e.id desc limit 1) j;
end $$;
revoke all on function rating.share_verdicts(bigint, bigint, bigint[]) from public;

create or replace function rating.reattribute(from_account bigint, to_account bigint, booked bigint[]) returns bigint
    language plpgsql security definer set search_path = '' as $$
begin
    perform identity.demand(2, 'merge accounts');
    -- Runs that are under way would write for accounts as they were. What they read takes long and is not waited for: a run that ends
    -- after a merge is refused and reads anew. What they write is, and so is the merge by those that are about to write.
    perform pg_advisory_xact_lock(6200);
    update rating.attribution set moved = nextval('rating.merges');
    perform rating.share_verdicts(from_account, to_account, booked);
    update rating.finding f
    set account_id = to_account, booked_account_id = nullif(coalesce(f.booked_account_id, f.account_id), to_account)
    where f.account_id = from_account and coalesce(f.booked_account_id, f.account_id) = any (booked)
      and not exists (select 1 from rating.finding o
                      where o.test = f.test and o.account_id = to_account and o.period_from = f.period_from);
    update rating.finding_entry e set account_id = f.account_id
    from rating.finding f
    where f.id = e.finding_id and e.account_id = from_account and f.account_id = to_account;
    return activity.pub_rebook('rating.assessment', from_account, to_account, booked)
         + activity.pub_rebook('rating.override', from_account, to_account, booked)
         + activity.pub_rebook('rating.appointment', from_account, to_account, booked);
end $$;
comment on function rating.reattribute is
    'Marks and findings of one account that were booked under some belong to another from now on; a finding of which the other has '
    'its like stays, and is withdrawn by the next run.';

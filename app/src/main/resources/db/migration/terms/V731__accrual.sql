-- Each day writes every open row anew: half of a page stays free, so that no index is touched.
create table terms.accrual (
    ladder_id         bigint not null references terms.ladder,
    account_id        bigint not null,
    booked_account_id bigint,
    period_from       date not null,
    period_to         date not null,
    version_id        bigint not null references terms.ladder_version,
    counts_from       date not null,
    counts_to         date not null,
    whole_group       boolean not null,
    agreed            boolean not null,
    revenue           bigint,
    measured          bigint,
    reference         bigint,
    earned            bigint,
    reached           integer,
    missing           bigint,
    next_rate         numeric(8, 6),
    expected_measured bigint,
    expected          bigint,
    to_come           bigint,
    unknown_lines     bigint not null default 0,
    gives_way         boolean not null default false,
    only_booked       boolean not null default false,
    pool              bigint,
    primary key (ladder_id, account_id, period_from),
    check (counts_from between period_from and period_to and counts_to between counts_from and period_to)
) with (fillfactor = 45);
create index accrual_of_account on terms.accrual (account_id, period_from desc);
create index accrual_without_claim on terms.accrual (account_id) where gives_way or only_booked;
create index accrual_pooled on terms.accrual (pool) where pool is not null;
comment on table terms.accrual is
    'What each account has earned by a ladder in a period, to the day up to which the ledger reaches; derived, but for who belonged to a '
    'ladder in a period that is over. Null: unknown, which is not nought.';
comment on column terms.accrual.booked_account_id is
    'The account it was reckoned for before that was merged into another. Where both earned by the ladder in the period, the row of the '
    'merged one stays where it is, unseen, until they are parted.';
comment on column terms.accrual.measured is 'What the steps are held against: revenue, or for a mix that of the chosen categories.';
comment on column terms.accrual.reference is 'Growth: revenue of the same days a year before. Mix: revenue of all categories.';
comment on column terms.accrual.gives_way is
    'The same purchases earn by another ladder of the same basis, so that nothing is earned here.';
comment on column terms.accrual.only_booked is
    'The account earns by this ladder in the period no longer, or never did itself; what was booked on it is left, and nothing is earned.';
comment on column terms.accrual.pool is
    'Rebates that pay for the same purchases, because one of them lost its claim and something is booked on it: together they pay out no '
    'more than they have earned together. The same from run to run, as long as its first rebate is. Null in the plain case.';
comment on column terms.accrual.to_come is
    'What the quarters of the same year that have not begun are expected to earn, as far as it is known; on the running quarter only.';
comment on column terms.accrual.missing is 'Money up to the next step; null on the highest, or where it is unknown.';

create table terms.pool (
    pool      bigint not null,
    ladder_id bigint not null references terms.ladder,
    rebates   integer not null check (rebates > 0),
    primary key (pool, ladder_id)
);
comment on table terms.pool is
    'How many rebates of each ladder are in a pool, so that readers who do not see all of them know that they do not.';

create table terms.accrual_run (
    id     bigint generated always as identity primary key,
    basis  text not null,
    as_of  date,
    ran_at timestamptz not null,
    seconds double precision not null,
    accruals integer not null
);
comment on table terms.accrual_run is 'What each run rested on; the last one says whether the accruals are up to date.';

create function terms.counted_to() returns date language sql stable as $$
    select r.as_of from terms.accrual_run r where r.as_of is not null order by r.id desc limit 1
$$;
comment on function terms.counted_to is
    'The day up to which the last run has counted. A group is that of this day wherever rebates ask for one: whose purchases count, in '
    'periods that are over as in those that run, and who may see all of them.';

-- Whoever asks next plans by what the planner is told here, see portfolio.measure_standings.
create function terms.measure_accruals() returns void
    language plpgsql security definer set search_path = '' as $$
begin
    perform identity.demand(2, 'reckon rebates');
    analyze terms.accrual;
end $$;
comment on function terms.measure_accruals is 'Tells the planner what the accruals hold that were just made.';
revoke all on function terms.measure_accruals() from public;
grant execute on function terms.measure_accruals() to mainstay_app;

create table terms.rebate_booking (
    id                bigint generated always as identity primary key,
    account_id        bigint not null,
    booked_account_id bigint,
    ladder_id         bigint not null references terms.ladder,
    period_from       date not null,
    kind              text not null check (kind in ('payout', 'clawBack', 'repaid')),
    amount            bigint not null check (amount > 0),
    finding_id        bigint,
    reason            text not null check (length(reason) between 1 and 2000),
    asked_by          text not null,
    asked_at          timestamptz not null,
    granted_at        timestamptz,
    refused_at        timestamptz,
    check (granted_at is null or refused_at is null),
    check (finding_id is null or kind = 'clawBack')
);
create index rebate_booking_of_account on terms.rebate_booking (account_id, ladder_id, period_from);
create unique index claw_back_once on terms.rebate_booking (finding_id, ladder_id) where refused_at is null;
comment on table terms.rebate_booking is 'What was paid out of a rebate or taken back from it, and what came back of what was paid out and not earned; it counts once it is granted.';

select identity.show('terms.accrual', 2), identity.show('terms.rebate_booking', 2);
do $$
declare
    t text;
begin
    foreach t in array array['accrual', 'rebate_booking', 'pool'] loop
        execute format('alter table terms.%I enable row level security', t);
        execute format('create policy in_confidence on terms.%I as restrictive for select to mainstay_app
                        using (ladder_id = any ((select array_agg(l.id) from terms.ladder l)::bigint[]))', t);
    end loop;
end $$;
create policy seen on terms.pool for select to mainstay_app using (true);
select identity.let_keep('terms.pool', '(select identity.reach()) >= 3 and (select identity.uid()) is null');
grant select, insert, update, delete on terms.pool to mainstay_app;
select identity.let_keep('terms.accrual', '(select identity.reach()) >= 3 and (select identity.uid()) is null');
grant select, insert, update, delete on terms.accrual to mainstay_app;
select identity.let_record('terms.rebate_booking', 3);
create policy recorded_by_keepers on terms.rebate_booking for insert to mainstay_app with check ((select identity.reach()) >= 2);
create policy decided on terms.rebate_booking for update to mainstay_app using ((select identity.reach()) >= 2);
grant select, insert, update on terms.rebate_booking to mainstay_app;
alter table terms.accrual_run enable row level security;
create policy seen on terms.accrual_run for select to mainstay_app using (true);
create policy ran on terms.accrual_run for insert to mainstay_app with check ((select identity.reach()) >= 3);
grant select, insert on terms.accrual_run to mainstay_app;

create function terms.rebate_left(earned bigint, clawed bigint, paid bigint, repaid bigint) returns bigint
    language sql immutable as $$ select earned - least(clawed, earned) - paid + repaid $$;
comment on function terms.rebate_left is
    'What is earned and the account has not got: no more is taken back than was earned. Below nought: paid out, not earned and not come back.';

create view terms.reckoned with (security_invoker) as
select a.*, l.name as ladder, l.confidential, v.basis, v.period, v.spread, v.categories, v.version,
       coalesce(b.paid, 0)::bigint as paid, coalesce(b.clawed, 0)::bigint as clawed, coalesce(b.repaid, 0)::bigint as repaid,
       coalesce(b.asked, 0)::bigint as asked, coalesce(b.asked_back, 0)::bigint as asked_back,
       coalesce(b.asked_repaid, 0)::bigint as asked_repaid,
       terms.rebate_left(a.earned, coalesce(b.clawed, 0)::bigint, coalesce(b.paid, 0)::bigint, coalesce(b.repaid, 0)::bigint) as balance,
       terms.rebate_left(a.expected, coalesce(b.clawed, 0)::bigint, coalesce(b.paid, 0)::bigint, coalesce(b.repaid, 0)::bigint)
           as expected_balance
from terms.accrual a
join terms.ladder l on l.id = a.ladder_id
join terms.ladder_version v on v.id = a.version_id
left join (
    select account_id, ladder_id, period_from,
           sum(amount) filter (where kind = 'payout' and granted_at is not null) as paid,
           sum(amount) filter (where kind = 'clawBack' and granted_at is not null) as clawed,
           sum(amount) filter (where kind = 'repaid' and granted_at is not null) as repaid,
           sum(amount) filter (where kind <> 'repaid' and granted_at is null) as asked,
           sum(amount) filter (where kind = 'clawBack' and granted_at is null) as asked_back,
           sum(amount) filter (where kind = 'repaid' and granted_at is null) as asked_repaid
    from terms.rebate_booking where refused_at is null group by 1, 2, 3) b
  on b.account_id = a.account_id and b.ladder_id = a.ladder_id and b.period_from = a.period_from;
comment on view terms.reckoned is
    'Accruals with what was paid out, taken back and came back, and what is being asked for.';

-- Of each rebate in a pool: what the others leave, and what rebates before it owe already, so that nothing is deducted or asked for twice.
create view terms.pooled with (security_invoker) as
select o.ladder_id, o.account_id, o.period_from,
       count(*) over whole >= o.rebates and not bool_or(o.withheld) over whole as is_known,
       sum(o.balance - o.asked) over whole - coalesce(o.balance - o.asked, 0) as others,
       sum(o.balance) over whole - coalesce(o.balance, 0) as others_booked,
       sum(o.balance) over whole as together,
       coalesce(sum(greatest(0, -o.balance)) over (whole order by o.account_id, o.ladder_id, o.period_from
                                                   rows between unbounded preceding and 1 preceding), 0) as owed_before
from (
    select a.ladder_id, a.account_id, a.period_from, a.pool, coalesce(p.rebates, 'infinity'::float8) as rebates, b.asked,
           terms.rebate_left(a.earned, b.clawed, b.paid, b.repaid) as balance,
           a.whole_group and coalesce((select identity.reach()), 0) < 2
           and accounts.pub_controls_unseen(a.account_id, (select terms.counted_to())) as withheld
    from terms.accrual a
    left join (select s.pool, sum(s.rebates) as rebates from terms.pool s group by s.pool) p on p.pool = a.pool
    cross join lateral (
        select coalesce(sum(k.amount) filter (where k.kind = 'payout' and k.granted_at is not null), 0)::bigint as paid,
               coalesce(sum(k.amount) filter (where k.kind = 'clawBack' and k.granted_at is not null), 0)::bigint as clawed,
               coalesce(sum(k.amount) filter (where k.kind = 'repaid' and k.granted_at is not null), 0)::bigint as repaid,
               coalesce(sum(k.amount) filter (where k.kind <> 'repaid' and k.granted_at is null), 0)::bigint as asked
        from terms.rebate_booking k
        where k.account_id = a.account_id and k.ladder_id = a.ladder_id and k.period_from = a.period_from
          and k.refused_at is null) b
    where a.pool is not null) o
window whole as (partition by o.pool);
comment on view terms.pooled is
    'Rebates that pay for the same purchases, up and down a group. Not known to who may not see the account of each of them, or not all '
    'that one of them counts; ladders that do not exist for the reader are left out, and nobody is told.';

create view terms.rebate_in_full with (security_invoker) as
select r.*,
       case when p.ladder_id is null or r.gives_way or r.only_booked then 0
            when p.is_known then greatest(0, -p.others) end::bigint as against,
       case when p.ladder_id is null or r.gives_way or r.only_booked then 0
            when p.is_known then greatest(0, -p.others_booked) end::bigint as against_booked,
       case when r.balance is null then null
            when p.ladder_id is null or r.balance >= 0 then greatest(0, -r.balance)
            when p.is_known then least(-r.balance, greatest(0, -p.together - p.owed_before)) end::bigint as owed
from terms.reckoned r
left join terms.pooled p on p.ladder_id = r.ladder_id and p.account_id = r.account_id and p.period_from = r.period_from;
comment on view terms.rebate_in_full is
    'Rebates with what may still be paid out: balance, less what is asked for, less against: what others have paid out for the same '
    'purchases and have not earned, or are asked for; against_booked: without what is asked for. Owed: paid out, not earned, and covered by '
    'nothing else that the same purchases earn. Read terms.rebate, which withholds what a reader may not know; limits, which are the same '
    'whoever asks, read terms.reckoned, which needs no pools.';

create view terms.rebate with (security_invoker) as
select f.ladder_id, f.account_id, f.booked_account_id, f.period_from, f.period_to, f.version_id, f.counts_from, f.counts_to,
       f.whole_group, f.agreed, s.withheld,
       case when not s.withheld then f.revenue end as revenue, case when not s.withheld then f.measured end as measured,
       case when not s.withheld then f.reference end as reference, case when not s.withheld then f.earned end as earned,
       case when not s.withheld then f.reached end as reached,
       case when not s.withheld and f.counts_to >= (select identity.pub_today()) then f.missing end as missing,
       case when not s.withheld and f.counts_to >= (select identity.pub_today()) then f.next_rate end as next_rate,
       case when not s.withheld then f.expected_measured end as expected_measured,
       case when not s.withheld then f.expected end as expected, case when not s.withheld then f.to_come end as to_come,
       case when not s.withheld then f.unknown_lines end as unknown_lines,
       f.ladder, f.confidential, f.basis, f.period, f.spread, f.categories, f.version,
       case when not s.withheld then f.paid end as paid, case when not s.withheld then f.clawed end as clawed,
       case when not s.withheld then f.repaid end as repaid, case when not s.withheld then f.asked end as asked,
       case when not s.withheld then f.asked_back end as asked_back,
       case when not s.withheld then f.asked_repaid end as asked_repaid, case when not s.withheld then f.balance end as balance,
       case when not s.withheld then f.expected_balance end as expected_balance, f.gives_way, f.only_booked,
       case when not s.withheld then f.against end as against, case when not s.withheld then f.against_booked end as against_booked, case when not s.withheld then f.owed end as owed
from terms.rebate_in_full f
cross join lateral (
    select f.whole_group and coalesce((select identity.reach()), 0) < 2
           and accounts.pub_controls_unseen(f.account_id, (select terms.counted_to())) as withheld
    offset 0) s;
comment on view terms.rebate is
    'Rebates as readers may see them: what a whole group bought is withheld from who may not see the business of all of it, as part of it '
    'would look like the whole; and so is what was paid out or taken back of it, from which it would follow. Nothing is missing up to a '
    'step once the period is over.';
grant select on terms.reckoned, terms.pooled, terms.rebate_in_full, terms.rebate to mainstay_app;

create function terms.bought_by(holder bigint, whole_group boolean, day date) returns table (account_id bigint)
    language sql stable as $$
    with recursive member (id) as (
        select holder
        union
        select c.child_id from member m join accounts.pub_control(day) c on c.parent_id = m.id where whole_group)
    select id from member
$$;
comment on function terms.bought_by is 'The accounts whose purchases count: the holder, for a whole group with all it controls.';

package mainstay.terms.rebate;

/// The statements that follow the ledger. `:asOf` is the day up to which it reaches, `:fiscal` the month in
/// which the year of the firm begins.
final class AccrualSql {

    private AccrualSql() {}

    /// The periods of every published version, as far as they have begun.
    private static final String PERIODS = """
            with recursive
            version as materialized (
                select f.*, case f.period when 'year' then 12 else 3 end as months
                from terms.ladder_in_force f
                where f.valid_from <= :asOf and coalesce(f.valid_until >= f.valid_from, true)),
            span as (
                select v.version_id, v.ladder_id, v.name, v.confidential, v.basis, v.valid_from, v.valid_until, p.day::date as period_from,
                       (p.day + make_interval(months => v.months) - interval '1 day')::date as period_to
                from version v
                cross join lateral generate_series(
                    terms.period_start(v.valid_from, v.months, :fiscal)::timestamp, cast(:asOf as date)::timestamp,
                    make_interval(months => v.months)) p(day)),
            period as materialized (
                select s.version_id, s.ladder_id, s.name, s.confidential, s.basis, s.period_from, s.period_to,
                       greatest(s.period_from, s.valid_from) as counts_from, least(s.period_to, s.valid_until) as counts_to
                from span s
                where greatest(s.period_from, s.valid_from) <= least(s.period_to, s.valid_until)
                  and greatest(s.period_from, s.valid_from) <= :asOf)""";

    /// Periods that are over keep their members; the version by which they are reckoned may have been
    /// replaced.
    static final String VERSIONS = PERIODS.concat("""

            update terms.accrual a
            set version_id = p.version_id, period_to = p.period_to, counts_from = p.counts_from, counts_to = p.counts_to
            from period p
            where p.ladder_id = a.ladder_id and p.period_from = a.period_from and not a.agreed
              and (a.version_id, a.period_to, a.counts_from, a.counts_to)
                  is distinct from (p.version_id, p.period_to, p.counts_from, p.counts_to)
            """);

    /// Which of several claims lose, where each gives way to those before it that stand: `edge` names a
    /// loser and its winner by numbers in order of precedence. Who gives way to somebody whom nobody is
    /// before has lost. Only where all that are before one may have lost themselves it is walked through,
    /// one after the other.
    private static final String DECIDED = """

            loser as materialized (select distinct e.loser as n from edge e),
            doubtful as materialized (
                select e.loser as n, row_number() over (order by e.loser) as place
                from edge e left join loser l on l.n = e.winner
                group by e.loser having count(*) = count(l.n)),
            doubt as materialized (
                select d.place, o.place as earlier
                from edge e join doubtful d on d.n = e.loser join doubtful o on o.n = e.winner),
            walk (place, standing) as (
                select 0::bigint, '{}'::bigint[]
                union all
                select w.place + 1,
                       case when exists (select 1 from doubt d where d.place = w.place + 1 and d.earlier = any (w.standing))
                            then w.standing else w.standing || (w.place + 1) end
                from walk w where w.place < (select count(*) from doubtful)),
            beaten as materialized (
                select l.n from loser l
                where not exists (select 1 from doubtful d
                                  where d.n = l.n and d.place = any ((select w.standing from walk w order by w.place desc limit 1)::bigint[]))),""";

    /// Who belongs to which ladder: by agreement, else by the measure of its stars. Agreements count by
    /// whole months. A confidential ladder comes on top: were it to replace an open one, everybody would
    /// see the gap. Of two agreements by which one purchase would earn on the same basis, the one that an
    /// account took over with another gives way to its own, that of a member to that of its group, and the
    /// later to the earlier; one that has lost already takes nobody's place.
    private static final String CLAIMS = PERIODS.concat("""
            ,
            held as (
                select g.id, g.account_id, g.word as name, g.whole_group, g.booked_account_id is not null as taken_over,
                       date_trunc('month', g.valid_from::timestamp)::date as first,
                       (date_trunc('month', least(g.valid_until, g.ended_on - 1)::timestamp)
                        + interval '1 month' - interval '1 day')::date as last
                from terms.agreement g
                where g.measure = 'rebateLadder' and g.granted_at is not null
                  and coalesce(g.ended_on > g.valid_from, true)),
            merged as (
                select p.ladder_id, h.account_id, p.period_from, p.period_to, p.version_id, p.basis, p.confidential,
                       min(greatest(p.counts_from, h.first)) as counts_from,
                       max(least(p.counts_to, h.last)) as counts_to, bool_or(h.whole_group) as whole_group,
                       bool_and(h.taken_over) as taken_over, min(h.id) as agreement
                from period p join held h on h.name = p.name
                where greatest(p.counts_from, h.first) <= least(p.counts_to, h.last)
                  and greatest(p.counts_from, h.first) <= :asOf
                group by p.ladder_id, h.account_id, p.period_from, p.period_to, p.version_id, p.basis,
                         p.confidential),
            claim as materialized (
                select m.*, row_number() over (order by m.taken_over, not m.whole_group, m.agreement) as n from merged m),
            control as materialized (select * from accounts.pub_control(:asOf)),
            covered (holder, account_id) as (
                select distinct c.account_id, c.account_id from claim c where c.whole_group
                union
                select c.holder, l.child_id from covered c join control l on l.parent_id = c.account_id),
            bought as materialized (
                select c.*, c.account_id as buyer from claim c where not c.whole_group
                union all
                select c.*, m.account_id from claim c join covered m on m.holder = c.account_id where c.whole_group),
            contested as materialized (
                select b.buyer, b.basis, b.confidential from bought b group by b.buyer, b.basis, b.confidential
                having min(b.ladder_id) < max(b.ladder_id) or min(b.account_id) < max(b.account_id)),
            edge as materialized (
                select distinct b.n as loser, o.n as winner
                from contested t
                join bought b using (buyer, basis, confidential)
                join bought o using (buyer, basis, confidential)
                where o.n < b.n and (o.ladder_id, o.account_id) <> (b.ladder_id, b.account_id)
                  and o.counts_from <= b.counts_to and o.counts_to >= b.counts_from),""".concat(DECIDED).concat("""

            agreed as materialized (
                select c.* from claim c where not exists (select 1 from beaten b where b.n = c.n)),"""));

    /// Of a period that is over the members stay. What was booked on keeps its row, whoever earns by then.
    /// Unchanged rows are left out before the insert, which would lock each of them.
    static final String MEMBERS = CLAIMS.concat("""

            bound as materialized (
                select a.account_id, a.basis, a.period_from, a.period_to from agreed a where not a.confidential
                union
                select c.account_id, a.basis, a.period_from, a.period_to
                from agreed a join covered c on c.holder = a.account_id and a.whole_group
                where not a.confidential),
            former as materialized (select distinct a.ladder_id, a.period_from from terms.accrual a),
            due as materialized (
                select a.ladder_id, a.account_id, a.period_from, a.period_to, a.version_id, a.counts_from, a.counts_to,
                       a.whole_group, true as agreed
                from agreed a
                union all
                select p.ladder_id, r.account_id, p.period_from, p.period_to, p.version_id, p.counts_from, p.counts_to,
                       false, false
                from period p
                join terms.measure m on m.rebate_ladder = p.name
                                    and m.version = (select max(v.version) from terms.measure_version v)
                join rating.pub_stars r on r.solid_stars = m.stars
                where (p.period_to >= :asOf
                       or not exists (select 1 from former f
                                      where f.ladder_id = p.ladder_id and f.period_from = p.period_from))
                  and not exists (select 1 from bound b
                                  where b.account_id = r.account_id and b.basis = p.basis
                                    and b.period_from <= p.period_to and b.period_to >= p.period_from)),
            lost as materialized (
                select a.ladder_id, a.account_id, a.period_from,
                       exists (select 1 from terms.rebate_booking b
                               where b.ladder_id = a.ladder_id and b.account_id = a.account_id
                                 and b.period_from = a.period_from and b.refused_at is null) as booked
                from terms.accrual a
                where not exists (select 1 from due d
                                  where d.ladder_id = a.ladder_id and d.account_id = a.account_id
                                    and d.period_from = a.period_from)
                  and (a.period_to >= :asOf or a.agreed or a.only_booked
                       or not exists (select 1 from period p
                                      where p.ladder_id = a.ladder_id and p.period_from = a.period_from))),
            gone as (
                delete from terms.accrual a using lost l
                where l.ladder_id = a.ladder_id and l.account_id = a.account_id and l.period_from = a.period_from
                  and not l.booked),
            left_over as (
                update terms.accrual a set only_booked = true
                from lost l
                where l.ladder_id = a.ladder_id and l.account_id = a.account_id and l.period_from = a.period_from
                  and l.booked and not a.only_booked)
            insert into terms.accrual
                (ladder_id, account_id, period_from, period_to, version_id, counts_from, counts_to, whole_group, agreed)
            select d.* from due d
            where not exists (
                select 1 from terms.accrual k
                where k.ladder_id = d.ladder_id and k.account_id = d.account_id and k.period_from = d.period_from
                  and (k.period_to, k.version_id, k.counts_from, k.counts_to, k.whole_group, k.agreed, k.only_booked)
                      is not distinct from (d.period_to, d.version_id, d.counts_from, d.counts_to, d.whole_group, d.agreed, false))
            on conflict (ladder_id, account_id, period_from) do update
            set period_to = excluded.period_to, version_id = excluded.version_id, counts_from = excluded.counts_from,
                counts_to = excluded.counts_to, whole_group = excluded.whole_group, agreed = excluded.agreed, only_booked = false
            """);

    /// Bookings whose row is gone, as after a merge that was undone, are told of all the same.
    static final String BOOKED = """
            insert into terms.accrual (ladder_id, account_id, period_from, period_to, version_id, counts_from, counts_to, whole_group,
                                       agreed, only_booked)
            select b.ladder_id, b.account_id, b.period_from, v.period_to, v.id, b.period_from, v.period_to, false, false, true
            from (select distinct ladder_id, account_id, period_from from terms.rebate_booking where refused_at is null) b
            cross join lateral (
                select v.id, (b.period_from + make_interval(months => case v.period when 'year' then 12 else 3 end)
                              - interval '1 day')::date as period_to
                from terms.ladder_version v where v.ladder_id = b.ladder_id and v.published_at is not null
                order by (v.valid_from <= b.period_from) desc, v.version desc limit 1) v
            where not exists (select 1 from terms.accrual a
                              where a.ladder_id = b.ladder_id and a.account_id = b.account_id and a.period_from = b.period_from)
            """;

    /// By stars an account earns where it does not by agreement, its own or that of a group above it. Where
    /// several ladders of one basis came to it by stars, as after a merge, its own goes before what it took
    /// over, and the longer before the shorter; one that gives way itself goes before none.
    static final String CLAIMED = """
            with recursive
            line as materialized (
                select a.ladder_id, a.account_id, a.period_from, a.period_to, a.agreed, a.whole_group, v.basis,
                       a.booked_account_id is not null as taken_over
                from terms.accrual a
                join terms.ladder_version v on v.id = a.version_id
                join terms.ladder l on l.id = a.ladder_id
                where not a.only_booked and not l.confidential),
            control as materialized (select * from accounts.pub_control(:asOf)),
            covered (holder, account_id) as (
                select distinct l.account_id, l.account_id from line l where l.whole_group
                union
                select c.holder, k.child_id from covered c join control k on k.parent_id = c.account_id),
            bound as (
                select l.account_id, l.basis, l.period_from, l.period_to from line l where l.agreed
                union
                select c.account_id, l.basis, l.period_from, l.period_to
                from line l join covered c on c.holder = l.account_id where l.agreed and l.whole_group),
            agreed_anyway as materialized (
                select s.ladder_id, s.account_id, s.period_from
                from line s join bound b on b.account_id = s.account_id and b.basis = s.basis
                where not s.agreed and b.period_from <= s.period_to and b.period_to >= s.period_from),
            several as materialized (
                select l.account_id, l.basis from line l where not l.agreed
                group by 1, 2 having min(l.ladder_id) < max(l.ladder_id)),
            rival as materialized (
                select s.*, row_number() over (order by s.taken_over, s.period_from - s.period_to, s.ladder_id, s.account_id, s.period_from) as n
                from several t join line s using (account_id, basis)
                where not s.agreed
                  and (s.ladder_id, s.account_id, s.period_from) not in (select g.ladder_id, g.account_id, g.period_from from agreed_anyway g)),
            edge as materialized (
                select s.n as loser, o.n as winner
                from rival s join rival o using (account_id, basis)
                where o.n < s.n and o.ladder_id <> s.ladder_id
                  and o.period_from <= s.period_to and o.period_to >= s.period_from),""".concat(DECIDED).concat("""

            yielding as materialized (
                select g.ladder_id, g.account_id, g.period_from from agreed_anyway g
                union
                select s.ladder_id, s.account_id, s.period_from from rival s join beaten b on b.n = s.n)
            update terms.accrual a set gives_way = not a.gives_way
            from terms.accrual w
            left join yielding y on y.ladder_id = w.ladder_id and y.account_id = w.account_id and y.period_from = w.period_from
            where a.ladder_id = w.ladder_id and a.account_id = w.account_id and a.period_from = w.period_from
              and w.gives_way <> (y.ladder_id is not null)
            """);

    /// What everybody bought, by months. Of the months in which the ledger's last day lies a year and two
    /// years before, what was bought until that day is moved to their beginning, so that the same days are
    /// compared.
    ///
    /// Most months of most accounts are wanted. An index on them would be walked step by step where one
    /// pass is much shorter, so that the condition on the month is written as no index can take it.
    ///
    /// A running quarter brings the quarters of its year with it that have not begun, each by the version
    /// and the agreement that will hold then: lines of their own, which name it in `of_n`.
    private static final String SOLD = """
            with recursive
            begun as materialized (
                select row_number() over () as n, a.ladder_id, a.account_id, a.period_from, a.period_to, a.version_id, a.counts_from, a.counts_to,
                       a.whole_group, a.agreed, v.basis, v.spread, v.categories, v.period, a.gives_way or a.only_booked as is_void
                from terms.accrual a join terms.ladder_version v on v.id = a.version_id),
            quarter as (
                select b.n as of_n, b.ladder_id, b.account_id, b.whole_group, b.agreed, f.name, f.version_id, f.basis, f.spread, f.categories,
                       q.day::date as period_from, greatest(q.day::date, f.valid_from) as counts_from,
                       least((q.day + interval '3 months' - interval '1 day')::date, f.valid_until) as counts_to
                from begun b
                cross join lateral generate_series(
                    (b.period_to + 1)::timestamp,
                    terms.period_start(cast(:asOf as date), 12, :fiscal) + interval '12 months' - interval '1 day',
                    interval '3 months') q(day)
                join terms.ladder_in_force f on f.ladder_id = b.ladder_id and f.period = 'quarter'
                where b.period = 'quarter' and not b.is_void and b.period_to >= :asOf),
            promise as (
                select g.account_id, g.word as name, date_trunc('month', g.valid_from::timestamp)::date as first,
                       coalesce((date_trunc('month', least(g.valid_until, g.ended_on - 1)::timestamp)
                                 + interval '1 month' - interval '1 day')::date, 'infinity') as last
                from terms.agreement g
                where g.measure = 'rebateLadder' and g.granted_at is not null and coalesce(g.ended_on > g.valid_from, true)),
            coming as (
                select q.of_n, q.ladder_id, q.account_id, q.period_from, q.version_id, greatest(q.counts_from, min(p.first)) as counts_from,
                       least(q.counts_to, max(p.last)) as counts_to, q.whole_group, q.basis, q.spread, q.categories
                from quarter q
                left join promise p on q.agreed and p.account_id = q.account_id and p.name = q.name
                                   and p.first <= q.counts_to and p.last >= q.counts_from
                where q.counts_from <= q.counts_to and (not q.agreed or p.account_id is not null)
                group by q.of_n, q.ladder_id, q.account_id, q.period_from, q.version_id, q.counts_from, q.counts_to, q.whole_group, q.basis,
                         q.spread, q.categories),
            line as materialized (
                select l.*, l.counts_to > :asOf as is_open, (l.counts_from - interval '1 year')::date as before_from,
                       (least(l.counts_to, :asOf) - interval '1 year')::date as before_to,
                       (l.counts_to - interval '1 year')::date as before_end
                from (select b.n, null::bigint as of_n, b.ladder_id, b.account_id, b.period_from, b.version_id, b.counts_from, b.counts_to,
                             b.whole_group, b.basis, b.spread, b.categories, b.is_void
                      from begun b
                      union all
                      select -row_number() over (), c.of_n, c.ladder_id, c.account_id, c.period_from, c.version_id, c.counts_from, c.counts_to,
                             c.whole_group, c.basis, c.spread, c.categories, false
                      from coming c) l),
            far as materialized (
                select least(min(l.counts_from) - interval '13 months', cast(:asOf as date) - interval '25 months')::date as day,
                       (cast(:asOf as date) - interval '1 year')::date as year_ago,
                       (cast(:asOf as date) - interval '2 years')::date as two_ago
                from line l),
            control as materialized (select * from accounts.pub_control(:asOf)),
            member (holder, account_id) as (
                select distinct l.account_id, l.account_id from line l where l.whole_group
                union
                select m.holder, c.child_id from member m join control c on c.parent_id = m.account_id),
            cut as materialized (
                select (cast(:asOf as date) - make_interval(years => back))::date as day,
                       date_trunc('month', cast(:asOf as date) - make_interval(years => back))::date as month
                from generate_series(1, 2) back),
            early as materialized (
                select d.account_id, c.month, c.day, d.net_amount as amount
                from cut c join ledger.pub_account_day d on d.day between c.month and c.day
                where d.account_id is not null),
            own as (
                select m.account_id, coalesce(c.day + 1, m.month) as day, m.net_amount as amount, m.unknown_lines as unknown
                from ledger.pub_account_month m left join cut c on c.month = m.month
                where m.month + 0 >= (select day from far)
                union all
                select e.account_id, e.month, e.amount, 0 from early e
                union all
                select e.account_id, e.day + 1, -e.amount, 0 from early e),
            buyer as materialized (
                select l.*, l.account_id as buyer_id from line l where not l.whole_group
                union all
                select l.*, m.account_id from line l join member m on m.holder = l.account_id where l.whole_group),""";

    /// The sums that a rebate and its forecast need.
    private static final String SUMMED = """

            summed as materialized (
                select l.n,
                       sum(s.amount) filter (where s.day between l.counts_from and l.counts_to) as revenue,
                       sum(s.unknown) filter (where s.day between l.counts_from and l.counts_to) as unknown,
                       sum(s.amount) filter (where s.day between l.before_from and l.before_to) as before,
                       sum(s.amount) filter (where s.day between l.before_from and l.before_end) as before_whole,
                       sum(s.amount) filter (where s.day > f.year_ago) as year,
                       sum(s.amount) filter (where s.day > f.year_ago
                                             and s.day >= date_trunc('month', cast(:dataFrom as date)) + interval '1 year')
                           as year_alike,
                       sum(s.amount) filter (where s.day > f.two_ago and s.day <= f.year_ago
                                             and cast(:dataFrom as date) <= f.year_ago - 89) as year_before,
                       min(s.day) filter (where s.day > f.year_ago) as first
                from far f cross join buyer l join own s on s.account_id = l.buyer_id
                where s.day >= l.before_from or l.is_open
                group by l.n),
            mixed as (
                select l.n, sum(s.amount) as amount
                from buyer l join ledger.pub_sales_line s on s.account_id = l.buyer_id
                where l.basis = 'mix' and s.date between l.counts_from and l.counts_to and s.category = any (l.categories)
                group by l.n),
            paced as materialized (
                select l.*, coalesce(s.revenue, 0) as revenue, coalesce(s.unknown, 0) as unknown, coalesce(m.amount, 0) as mixed,
                       case when cast(:dataFrom as date) <= l.before_from and s.before > 0 then s.before end as before,
                       case when cast(:dataFrom as date) <= l.before_from and s.before_whole > 0 then s.before_whole end as before_whole,
                       case when not l.is_open then 0
                            when s.year_before > 0 then
                                (coalesce(s.before_whole, 0) - coalesce(s.before, 0))
                                * least(greatest(coalesce(s.year_alike, 0) / s.year_before, 0.5), 2)
                            when s.first is not null then
                                s.year / (cast(:asOf as date) - s.first + 1) * (l.counts_to - greatest(cast(:asOf as date), l.counts_from - 1)) end as rest
                from line l left join summed s using (n) left join mixed m using (n)),
            held as materialized (
                select p.*, case p.basis when 'mix' then p.mixed else p.revenue end as measured,
                       case p.basis when 'growth' then p.before when 'mix' then p.revenue end as reference,
                       case when p.basis <> 'mix' then p.revenue + p.rest
                            when coalesce(o.revenue, p.revenue) > 0
                                then coalesce(o.mixed, p.mixed) * (p.revenue + p.rest) / coalesce(o.revenue, p.revenue) end as later,
                       case p.basis when 'growth' then p.before_whole when 'mix' then p.revenue + p.rest end as later_reference
                from paced p left join paced o on o.n = p.of_n and o.basis = 'mix'),""";

    /// The ladder itself, as `LadderRule` has it: the money at which its steps begin, the step that is
    /// reached, and what lies between steps. Once for what was bought, once for what will have been. A step
    /// begins at a multiple of `unit` over `base`; `below` is what the steps before it pay in full, in units.
    /// What lies below the first step is step nought.
    static final String FIGURES = SOLD.concat(SUMMED).concat("""

            rung as (
                select s.version_id, s.place, s.threshold, s.rate from terms.ladder_step s
                union all
                select distinct s.version_id, 0, null::numeric, 0 from terms.ladder_step s),
            span as (
                select r.*, lead(r.threshold) over ladder as next, lead(r.rate) over ladder as next_rate
                from rung r window ladder as (partition by r.version_id order by r.place)),
            step as materialized (
                select s.*, coalesce(sum(s.rate * (s.next - s.threshold)) over (
                                 partition by s.version_id order by s.place rows between unbounded preceding and 1 preceding), 0) as below
                from span s),
            side as (
                select h.n, false as is_later, h.version_id, h.basis, h.spread, h.measured as amount,
                       case h.basis when 'revenue' then 10000 else h.reference end as unit,
                       case h.basis when 'growth' then h.reference else 0 end as base,
                       h.measured <= 0 or h.basis = 'mix' and h.reference <= 0 as is_idle
                from held h where h.of_n is null and (h.basis = 'revenue' or h.reference is not null)
                union all
                select h.n, true, h.version_id, h.basis, h.spread, h.later,
                       case h.basis when 'revenue' then 10000 else h.later_reference end,
                       case h.basis when 'growth' then h.later_reference else 0 end,
                       h.later <= 0 or h.basis = 'mix' and h.later_reference <= 0
                from held h where h.is_open and h.later is not null and (h.basis = 'revenue' or h.later_reference is not null)),
            aimed as (
                select d.*, greatest(d.amount, 0) - d.base as over from side d),
            reckoned as materialized (
                select d.n, d.is_later, case when d.is_idle then 0 else s.place end as reached, s.next_rate,
                       case when not d.is_later and not (d.basis = 'mix' and s.next >= 1)
                            then ceil((d.unit * s.next - d.over) / case when d.basis = 'mix' then 1 - s.next else 1 end / 100) * 100
                            end as missing,
                       case when d.is_idle or s.place = 0 then 0
                            else round(case when d.spread = 'above'
                                            then d.unit * s.below + s.rate * (d.over - d.unit * s.threshold)
                                            else s.rate * d.amount end, -2) end as rebate
                from aimed d
                join step s on s.version_id = d.version_id
                           and (s.place = 0 or d.unit * s.threshold <= d.over) and (s.next is null or d.over < d.unit * s.next)),
            come as (
                select h.of_n, sum(r.rebate) as rebate
                from held h join reckoned r on r.n = h.n and r.is_later where h.of_n is not null group by h.of_n),
            due as (
                select h.*, c.rebate as to_come, case when h.is_void then 0 else now.rebate end as earned,
                       case when h.is_void then 0 else coalesce(now.reached, 0) end as reached,
                       case when not h.is_void then now.missing end as missing, case when not h.is_void then now.next_rate end as next_rate,
                       case when h.is_void then 0 when h.is_open then later.rebate else now.rebate end as expected,
                       round(h.later) as expected_measured
                from held h
                left join reckoned now on now.n = h.n and not now.is_later
                left join reckoned later on later.n = h.n and later.is_later
                left join come c on c.of_n = h.n
                where h.of_n is null)
            update terms.accrual a
            set revenue = d.revenue, measured = d.measured, reference = d.reference, earned = d.earned, reached = d.reached,
                missing = d.missing, next_rate = d.next_rate, expected_measured = d.expected_measured, expected = d.expected,
                to_come = d.to_come, unknown_lines = d.unknown
            from due d
            where a.ladder_id = d.ladder_id and a.account_id = d.account_id and a.period_from = d.period_from
              and (a.revenue, a.measured, a.reference, a.earned, a.reached, a.missing, a.next_rate, a.expected_measured, a.expected,
                   a.to_come, a.unknown_lines)
                  is distinct from (d.revenue, d.measured, d.reference, d.earned, d.reached, d.missing, d.next_rate,
                                    d.expected_measured, d.expected, d.to_come, d.unknown)
            """);

    /// Everything that accruals rest on, in one text.
    static final String BASIS = """
            select concat_ws(':', s.revision, s.data_to, :fiscal,
                       (select string_agg(v.id::text, ',' order by v.id) from terms.ladder_version v where v.published_at is not null),
                       (select max(v.version) from terms.measure_version v),
                       (select md5(string_agg(concat_ws('/', g.id, g.account_id, g.ended_on), ',' order by g.id)) from terms.agreement g
                        where g.measure = 'rebateLadder' and g.granted_at is not null),
                       case when exists (select 1 from terms.measure m join terms.ladder l on l.name = m.rebate_ladder
                                         where m.version = (select max(v.version) from terms.measure_version v))
                            then (select sum(hashint8extended(r.account_id, r.solid_stars)) from rating.pub_stars r
                                  where r.solid_stars is not null) end,
                       case when exists (select 1 from terms.agreement g where g.whole_group)
                            then (select sum(hashint8extended(c.child_id, c.parent_id))
                                  from accounts.pub_control(s.data_to) c) end)
            from ledger.pub_state s
            """;
}

package mainstay.terms.rebate;

/// Which rebates pay for the same purchases, where one of them has lost its claim and something is booked
/// on it.
final class PoolSql {

    private PoolSql() {}

    /// A rebate that has lost its claim shares purchases with those of its account, of the groups above it
    /// that count as a whole and, where it counted a whole group itself, of the accounts below, on the same
    /// basis in overlapping periods. What shares with the same is in the same pool.
    static final String POOLS = """
            with recursive
            line as materialized (
                select a.ladder_id, a.account_id, a.period_from, a.period_to, a.whole_group, a.gives_way, a.only_booked,
                       v.basis, l.confidential
                from terms.accrual a
                join terms.ladder_version v on v.id = a.version_id
                join terms.ladder l on l.id = a.ladder_id),
            lost as materialized (
                select l.*, row_number() over (order by l.account_id, l.ladder_id, l.period_from) as n
                from line l
                where (l.gives_way or l.only_booked)
                  and exists (select 1 from terms.rebate_booking b
                              where b.account_id = l.account_id and b.ladder_id = l.ladder_id and b.period_from = l.period_from
                                and b.refused_at is null)),
            control as materialized (select * from accounts.pub_control(:asOf)),
            above (origin, account_id) as (
                select distinct l.account_id, l.account_id from lost l
                union
                select a.origin, c.parent_id from above a join control c on c.child_id = a.account_id),
            below (origin, account_id) as (
                select distinct l.account_id, l.account_id from lost l where l.whole_group
                union
                select b.origin, c.child_id from below b join control c on c.parent_id = b.account_id),
            kin as materialized (
                select a.origin, a.account_id, a.origin = a.account_id as itself, false as under from above a
                union all
                select b.origin, b.account_id, false, true from below b where b.origin <> b.account_id),
            touch as materialized (
                select g.n, o.ladder_id, o.account_id, o.period_from
                from lost g
                join kin k on k.origin = g.account_id
                join line o on o.account_id = k.account_id and o.basis = g.basis and o.confidential = g.confidential
                where (k.itself or o.whole_group or k.under and g.whole_group)
                  and o.period_from <= g.period_to and o.period_to >= g.period_from),
            hub as materialized (
                select t.*, min(t.n) over (partition by t.ladder_id, t.account_id, t.period_from) as first from touch t),
            link as materialized (
                select h.n, h.first as other from hub h union select h.first, h.n from hub h),
            reach (start, n) as (
                select l.n, l.n from lost l where not exists (select 1 from hub h where h.n = l.n and h.first < l.n)
                union
                select r.start, l.other from reach r join link l on l.n = r.n),
            pool as (
                select t.ladder_id, t.account_id, t.period_from, min(r.start) as n
                from touch t join reach r on r.n = t.n group by 1, 2, 3),
            sized as materialized (
                select * from (select p.*, count(*) over (partition by p.n)::integer as size from pool p) p where p.size > 1)
            update terms.accrual a set pool = s.n, pool_rows = s.size
            from terms.accrual w
            left join sized s on s.ladder_id = w.ladder_id and s.account_id = w.account_id and s.period_from = w.period_from
            where a.ladder_id = w.ladder_id and a.account_id = w.account_id and a.period_from = w.period_from
              and (w.pool, w.pool_rows) is distinct from (s.n, s.size)
            """;
}

package mainstay.terms.rebate;

/// Which rebates pay for the same purchases, where one of them has lost its claim and something is booked
/// on it.
final class PoolSql {

    private PoolSql() {}

    private static final String BOOKED = """
            exists (select 1 from terms.rebate_booking b
                    where b.account_id = l.account_id and b.ladder_id = l.ladder_id and b.period_from = l.period_from
                      and b.refused_at is null)""";

    /// Whether there are pools, or something that would make one. Mostly there is nothing of the kind.
    static final String ARE_DUE = """
            select exists (select 1 from terms.accrual a where a.pool is not null)
                   or exists (select 1 from terms.accrual l where (l.gives_way or l.only_booked) and %s)
            """.formatted(BOOKED);

    /// A rebate that has lost its claim shares purchases with those of its account, of the groups above it
    /// that count as a whole and, where it counted a whole group itself, of the accounts below, on the same
    /// basis, as far as the days that count overlap. What shares with the same is in the same pool. A pool
    /// is known by its first rebate, so that it stays what it is when others come or go, and what stays
    /// is not written again.
    static final String POOLS = """
            with recursive
            lost as materialized (
                select l.ladder_id, l.account_id, l.period_from, l.counts_from, l.counts_to, l.whole_group, v.basis, d.confidential,
                       row_number() over (order by l.account_id, l.ladder_id, l.period_from) as n
                from terms.accrual l
                join terms.ladder_version v on v.id = l.version_id
                join terms.ladder d on d.id = l.ladder_id
                where (l.gives_way or l.only_booked) and %s),
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
            line as materialized (
                select a.ladder_id, a.account_id, a.period_from, a.counts_from, a.counts_to, a.whole_group, v.basis, l.confidential
                from terms.accrual a
                join terms.ladder_version v on v.id = a.version_id
                join terms.ladder l on l.id = a.ladder_id
                where a.account_id in (select k.account_id from kin k)),
            touch as materialized (
                select g.n, o.ladder_id, o.account_id, o.period_from
                from lost g
                join kin k on k.origin = g.account_id
                join line o on o.account_id = k.account_id and o.basis = g.basis and o.confidential = g.confidential
                where (k.itself or o.whole_group or k.under and g.whole_group)
                  and o.counts_from <= g.counts_to and o.counts_to >= g.counts_from),
            hub as materialized (
                select t.*, min(t.n) over (partition by t.ladder_id, t.account_id, t.period_from) as first from touch t),
            link as materialized (
                select h.n, h.first as other from hub h union select h.first, h.n from hub h),
            reach (start, n) as (
                select l.n, l.n from lost l where not exists (select 1 from hub h where h.n = l.n and h.first < l.n)
                union
                select r.start, l.other from reach r join link l on l.n = r.n),
            gathered as (
                select t.ladder_id, t.account_id, t.period_from, min(r.start) as n
                from touch t join reach r on r.n = t.n group by 1, 2, 3),
            named as materialized (
                select g.*, count(*) over (partition by g.n) as size,
                       hashtextextended(min(concat_ws('/', g.account_id, g.ladder_id, g.period_from)) over (partition by g.n), 0) as pool
                from gathered g),
            now as (select * from named where size > 1),
            former as (select a.ladder_id, a.account_id, a.period_from from terms.accrual a where a.pool is not null),
            due as materialized (
                select ladder_id, account_id, period_from, n.pool
                from now n full join former f using (ladder_id, account_id, period_from))
            update terms.accrual a set pool = d.pool
            from due d
            where a.ladder_id = d.ladder_id and a.account_id = d.account_id and a.period_from = d.period_from
              and a.pool is distinct from d.pool
            """.formatted(BOOKED);

    /// How many rebates of each ladder they have.
    static final String COUNTED = """
            with now as materialized (
                select a.pool, a.ladder_id, count(*)::integer as rebates from terms.accrual a where a.pool is not null group by 1, 2),
            gone as (
                delete from terms.pool p
                where not exists (select 1 from now n where n.pool = p.pool and n.ladder_id = p.ladder_id))
            insert into terms.pool as p (pool, ladder_id, rebates)
            select * from now
            on conflict (pool, ladder_id) do update set rebates = excluded.rebates where p.rebates <> excluded.rebates
            """;
}

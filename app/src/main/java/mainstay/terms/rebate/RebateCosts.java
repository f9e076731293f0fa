package mainstay.terms.rebate;

import java.util.HashMap;
import java.util.Map;
import mainstay.portfolio.Basis;
import mainstay.portfolio.CostSource;
import mainstay.portfolio.Scope;
import mainstay.portfolio.Served;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// What rebates cost: of what a ladder earned in its period an account bears the part that it bought in the
/// days asked for. Ladders that the reader may not know of, and what they earn, do not exist here.
@Component
class RebateCosts implements CostSource {

    /// The months of an accrual are those that its run has counted, and the members of a group those of the
    /// day up to which it did. Where one account bears an accrual and the days hold all that was counted,
    /// it bears what was earned; only for the others the roll-up is read. Where several bear it, as a group
    /// or as those who are billed, their parts are rounded one after the other, so that they sum to the
    /// whole whoever counts as one.
    private static final String COSTS = """
            with recursive
            accrual as materialized (
                select row_number() over () as n, a.account_id, a.whole_group, a.counts_from, a.counts_to, a.earned,
                       nullif(greatest(a.revenue, 0), 0) as revenue, a.revenue <> 0 or a.unknown_lines > 0 as has_bought,
                       not a.whole_group and not %BILLED% and a.counts_from >= :from
                       and least(a.counts_to, (select terms.counted_to())) <= :to as is_whole
                from terms.rebate a
                where not a.gives_way and not a.only_booked and a.counts_from <= :to
                  and a.counts_to >= date_trunc('month', cast(:from as date))::date),
            control as materialized (
                select c.* from accounts.pub_control((select terms.counted_to())) c
                where exists (select 1 from accrual a where a.whole_group)),
            member (holder, account_id) as (
                select distinct a.account_id, a.account_id from accrual a where a.whole_group
                union
                select m.holder, c.child_id from member m join control c on c.parent_id = m.account_id),
            buyer as materialized (
                select a.*, a.account_id as buyer_id from accrual a where not a.whole_group and not a.is_whole
                union all
                select a.*, m.account_id from accrual a join member m on m.holder = a.account_id where a.whole_group),
            piece as (
                select m.account_id, m.bill_to_id, m.month, m.net_amount as amount
                from ledger.pub_account_month m
                where m.account_id is not null and m.month >= :monthsFrom and m.month < :monthsTo
                union all
                select d.account_id, d.bill_to_id, date_trunc('month', d.day)::date, d.net_amount
                from ledger.pub_account_day d
                where d.account_id is not null and d.day between :from and :to
                  and (d.day < :monthsFrom or d.day >= :monthsTo)),
            part as (
                select b.n, p.account_id, p.bill_to_id, b.earned, b.revenue, sum(p.amount) as amount
                from buyer b join piece p on p.account_id = b.buyer_id and p.month between b.counts_from and b.counts_to
                group by b.n, p.account_id, p.bill_to_id, b.earned, b.revenue),
            summed as (
                select p.*, sum(p.amount) over (partition by p.n order by p.account_id, p.bill_to_id rows unbounded preceding) as until
                from part p),
            borne as (
                select a.account_id, null::bigint as bill_to_id, a.earned is null as unknown, coalesce(a.earned, 0) as rebate
                from accrual a where a.is_whole and a.has_bought
                union all
                select s.account_id, s.bill_to_id, s.earned is null,
                       coalesce(round(s.earned * s.until / s.revenue) - round(s.earned * (s.until - s.amount) / s.revenue), 0)
                from summed s),
            each as (
                select %PARTY% as account, p.account_id, coalesce(sum(p.rebate), 0) as rebate, bool_or(p.unknown) as unknown
                from borne p %ROOTS%
                group by 1, 2)
            select e.account, sum(e.rebate)::bigint as rebates, count(*) filter (where e.unknown)::integer as unknown
            from each e
            group by 1
            """;

    private final JdbcClient database;

    RebateCosts(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Map<Long, Served> costs(Scope scope) {
        String sql = scope.fill(COSTS).replace("%BILLED%", String.valueOf(scope.by() == Basis.BILLED));
        StatementSpec statement = database.sql(sql)
                .param("from", scope.from())
                .param("to", scope.to())
                .param("monthsFrom", scope.monthsFrom())
                .param("monthsTo", scope.monthsTo());
        Map<Long, Served> costs = new HashMap<>();
        (scope.group() ? statement.param("asOf", scope.asOf()) : statement).query(row -> {
            costs.put(row.getLong("account"), Served.ofRebates(row.getLong("rebates"), row.getInt("unknown")));
        });
        return costs;
    }

    /// Accruals move by runs. Confidential ladders tell readers apart: the database shows only those that
    /// one may know of.
    @Override
    public String revision() {
        return database.sql("""
                        select concat_ws(':', (select max(r.id) from terms.accrual_run r),
                                   (select string_agg(l.id::text, ',' order by l.id) from terms.ladder l where l.confidential))
                        """).query(String.class).single();
    }

    /// Stars give ladders.
    @Override
    public boolean followsRatings() {
        return true;
    }

    @Override
    public boolean isSet() {
        return database.sql("select exists (select 1 from terms.ladder_version v where v.published_at is not null)")
                .query(Boolean.class)
                .single();
    }
}

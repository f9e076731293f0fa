package mainstay.portfolio;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What it cost to serve each account. An invoice counts as an order and as a delivery; credit notes cost
/// nothing. Money owed costs the capital rate day by day, borne by whoever got the goods that the invoice was
/// for; where these may be goods of accounts that the reader may not see, it is borne by nobody whom they see.
@Component
class ServingCosts implements CostSource {
    private static final String COSTS = """
            with
            invoiced as (
                select l.account_id, l.bill_to_id, count(distinct l.document_id) as orders, count(*) as lines
                from ledger.pub_sales_line l
                where not l.credit and l.account_id is not null and l.date between :from and :to
                group by 1, 2),
            invoice as (
                select l.document, min(l.account_id) as account_id, min(l.bill_to_id) as bill_to_id
                from ledger.pub_sales_line l
                where l.account_id is not null and l.date between cast(:from as date) - 365 and :to
                group by 1),
            settled as (
                select s.receivable_id, s.paid_on, s.amount from ledger.pub_settlement s where s.paid_on <= :to),
            item as (
                select r.number, r.account_id, r.issued, s.paid_on as until, s.amount
                from ledger.pub_receivable r join settled s on s.receivable_id = r.id
                where r.issued <= :to and s.paid_on > :from and s.amount is not null
                union all
                select r.number, r.account_id, r.issued, cast(:to as date), r.amount - coalesce(s.amount, 0)
                from ledger.pub_receivable r
                left join (select receivable_id, sum(amount) as amount from settled group by 1) s on s.receivable_id = r.id
                where r.issued <= :to and r.amount > coalesce(s.amount, 0)),
            hidden as (
                select o.account_id from (select distinct i.account_id from item i) o
                where (select identity.reach()) < 2 and accounts.pub_controls_unseen(o.account_id, :to)),
            lent as (
                select coalesce(v.account_id, i.account_id) as account_id, coalesce(v.bill_to_id, i.account_id) as bill_to_id,
                       sum(i.amount * greatest(0, i.until - greatest(i.issued, cast(:from as date)))) as money_days
                from item i left join invoice v on v.document = i.number
                where v.document is not null or i.account_id not in (select h.account_id from hidden h)
                group by 1, 2),
            cost as (
                select account_id, bill_to_id, orders, lines, 0 as capital from invoiced
                union all
                select account_id, bill_to_id, 0, 0, money_days * cast(:capital as numeric) / 365 from lent)
            select %PARTY% as account,
                   (sum(p.orders) * cast(:perOrder as bigint))::bigint as orders,
                   (sum(p.lines) * cast(:perLine as bigint))::bigint as lines,
                   (sum(p.orders) * cast(:perDelivery as bigint))::bigint as deliveries,
                   round(sum(p.capital))::bigint as capital
            from cost p %ROOTS%
            group by 1
            """;

    private final JdbcClient jdbc;
    private final CostToServe settings;

    ServingCosts(JdbcClient jdbc, CostToServe settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    @Override
    public Map<Long, Served> costs(Scope scope) {
        return costs(scope, settings.rates());
    }

    /// What it would have cost at other rates.
    Map<Long, Served> costs(Scope scope, CostToServe.Rates rates) {
        if (rates.areUnset()) {
            return Map.of();
        }
        Double capital = rates.capitalRate();
        String sql = scope.fill(COSTS);
        JdbcClient.StatementSpec statement = jdbc.sql(sql)
                .param("from", scope.from())
                .param("to", scope.to())
                .param("perOrder", orNothing(rates.perOrder()))
                .param("perDelivery", orNothing(rates.perDelivery()))
                .param("perLine", orNothing(rates.perLine()))
                .param("capital", capital == null ? 0 : capital);
        Map<Long, Served> costs = new HashMap<>();
        (sql.contains(":asOf") ? statement.param("asOf", scope.asOf()) : statement).query(row -> {
            costs.put(
                    row.getLong("account"),
                    new Served(
                            row.getLong("orders"),
                            row.getLong("lines"),
                            row.getLong("deliveries"),
                            row.getLong("capital")));
        });
        return costs;
    }

    @Override
    public boolean isSet() {
        return !settings.rates().areUnset();
    }

    @Override
    public String revision() {
        return String.valueOf(settings.revision());
    }

    private static long orNothing(@Nullable Long amount) {
        return amount == null ? 0 : amount;
    }
}

package mainstay.portfolio;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.Map;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The firm's cost to serve: orders, lines, deliveries, and money that customers have not paid yet.
@Service
@Transactional
public class CostToServe implements CostSource {
    private final JdbcClient jdbc;

    CostToServe(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public CostRates rates() {
        return jdbc.sql("select per_order, per_line, per_delivery, capital_rate from portfolio.cost_to_serve")
                .query((row, number) -> new CostRates(
                        Sql.number(row, "per_order"),
                        Sql.number(row, "per_line"),
                        Sql.number(row, "per_delivery"),
                        row.getBigDecimal("capital_rate")))
                .optional()
                .orElse(CostRates.UNSET);
    }

    public void set(CostRates rates) {
        jdbc.sql("""
                update portfolio.cost_to_serve
                set per_order = :order, per_line = :line, per_delivery = :delivery, capital_rate = :capital
                """)
                .param("order", rates.perOrder(), java.sql.Types.BIGINT)
                .param("line", rates.perLine(), java.sql.Types.BIGINT)
                .param("delivery", rates.perDelivery(), java.sql.Types.BIGINT)
                .param("capital", rates.capitalRate(), java.sql.Types.NUMERIC)
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, Long> costs(Scope scope) {
        CostRates rates = rates();
        Map<Long, Long> costs = new HashMap<>();
        if (rates.isUnset()) {
            return costs;
        }
        if (rates.perOrder() != null || rates.perLine() != null) {
            add(costs, ORDERS, scope, rates);
        }
        if (rates.perDelivery() != null) {
            add(costs, DELIVERIES, scope, rates);
        }
        if (rates.capitalRate() != null) {
            add(costs, CAPITAL, scope, rates);
        }
        return costs;
    }

    private static final String ORDERS = """
            select %PARTY% as account,
                   (sum(p.documents) * :perOrder + sum(p.gross_lines) * :perLine)::bigint as cost
            from ledger.pub_account_day p %ROOTS%
            where p.account_id is not null and p.day between :from and :to
            group by 1
            """;

    private static final String DELIVERIES = """
            select %PARTY% as account, (count(distinct p.number) * :perDelivery)::bigint as cost
            from ledger.pub_delivery p %ROOTS%
            where p.delivered between :from and :to
            group by 1
            """;

    /// Each day that a part of an invoice stays open inside the period costs a 365th of the yearly rate.
    private static final String CAPITAL = """
            select %PARTY% as account, round(sum(p.amount_days) * :capitalRate / 365)::bigint as cost
            from (select r.account_id,
                         r.amount * greatest(:to - greatest(r.issued, :from), 0)
                         - coalesce((select sum(s.amount * greatest(:to - greatest(s.paid_on, :from), 0))
                                     from ledger.pub_settlement s
                                     where s.receivable_id = r.id and s.paid_on <= :to), 0) as amount_days
                  from ledger.pub_receivable r
                  where r.issued <= :to and r.amount > 0) p %ROOTS%
            group by 1
            """;

    private void add(Map<Long, Long> costs, String sql, Scope scope, CostRates rates) {
        Scope ofDebtor = sql.equals(ORDERS)
                ? scope
                : new Scope(scope.asOf(), scope.from(), scope.to(), scope.group(), Basis.DELIVERED, scope.view());
        String filled = SalesTotals.fill(sql, ofDebtor);
        StatementSpec statement = jdbc.sql(filled).param("from", scope.from()).param("to", scope.to());
        statement = bind(statement, filled, "perOrder", orZero(rates.perOrder()));
        statement = bind(statement, filled, "perLine", orZero(rates.perLine()));
        statement = bind(statement, filled, "perDelivery", orZero(rates.perDelivery()));
        BigDecimal capital = rates.capitalRate();
        statement = bind(statement, filled, "capitalRate", capital == null ? BigDecimal.ZERO : capital);
        bind(statement, filled, "asOf", scope.asOf()).query((ResultSet row) -> {
            costs.merge(row.getLong("account"), row.getLong("cost"), Long::sum);
        });
    }

    private static StatementSpec bind(StatementSpec statement, String sql, String name, Object value) {
        return sql.contains(":" + name) ? statement.param(name, value) : statement;
    }

    private static long orZero(@Nullable Long cost) {
        return cost == null ? 0 : cost;
    }
}

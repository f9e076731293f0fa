package mainstay.planning;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Figures of the last twelve months of the ledger, as the portfolio keeps them for each account.
@Configuration(proxyBeanMethods = false)
class StandingMetrics {

    private static final String PROFIT = "profit";
    private static final String AMOUNT = "s.%s / 10000.0";

    @Bean
    GoalMetric revenueMetric(JdbcClient database) {
        return new Standing(
                database, "revenue", GoalMetric.Form.MONEY, 1, true, "revenue", AMOUNT.formatted("revenue"));
    }

    @Bean
    GoalMetric profitMetric(JdbcClient database) {
        return new Standing(database, PROFIT, GoalMetric.Form.MONEY, 2, true, PROFIT, AMOUNT.formatted(PROFIT));
    }

    @Bean
    GoalMetric marginMetric(JdbcClient database) {
        return new Standing(
                database,
                "margin",
                GoalMetric.Form.PERCENT,
                3,
                true,
                "margin",
                "case when s.known_revenue > 0 then s.profit::double precision / s.known_revenue end");
    }

    @Bean
    GoalMetric ordersMetric(JdbcClient database) {
        return new Standing(database, "orders", GoalMetric.Form.NUMBER, 4, true, "orders", "s.orders");
    }

    @Bean
    GoalMetric productsMetric(JdbcClient database) {
        return new Standing(database, "products", GoalMetric.Form.NUMBER, 5, true, "breadth", "s.products");
    }

    @Bean
    GoalMetric onTimeMetric(JdbcClient database) {
        return new Standing(
                database, "paid-on-time", GoalMetric.Form.PERCENT, 6, true, "on-time-share", "s.on_time_share");
    }

    @Bean
    GoalMetric daysLateMetric(JdbcClient database) {
        return new Standing(database, "days-late", GoalMetric.Form.DAYS, 7, false, "days-late", "s.days_late");
    }

    /// @param sql of a figure of `portfolio.pub_standing s`
    private record Standing(
            JdbcClient database, String code, Form form, int order, boolean grows, String definition, String sql)
            implements GoalMetric {

        @Override
        public boolean mayBeNegative() {
            return code.equals(PROFIT);
        }

        @Override
        public Map<Long, Double> now(Collection<Long> accounts) {
            Map<Long, Double> figures = new HashMap<>();
            database.sql("select s.account_id, (" + sql + ")::double precision as figure from portfolio.pub_standing s"
                            + " where s.scope = 'account' and s.account_id = any(:accounts) and (" + sql
                            + ") is not null")
                    .param("accounts", accounts.toArray(Long[]::new))
                    .query((row, number) -> figures.put(row.getLong("account_id"), row.getDouble("figure")))
                    .list();
            return figures;
        }
    }
}

package mainstay.portfolio;

import mainstay.shared.Money;
import mainstay.shared.RecordRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the firm says serving costs. Until it says so, profit is margin alone.
@Service
@Transactional
public class CostToServe {
    private final JdbcClient jdbc;

    CostToServe(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Costs with four decimals, null where nobody has set one.
    ///
    /// @param perVisit    counted as soon as visits are kept
    /// @param perRequest  counted as soon as requests are kept
    /// @param capitalRate a year, as a fraction of what customers owe
    public record Rates(
            @Nullable Long perOrder,
            @Nullable Long perLine,
            @Nullable Long perDelivery,
            @Nullable Long perVisit,
            @Nullable Long perRequest,
            @Nullable Double capitalRate) {

        public Rates(
                @Nullable Long perOrder,
                @Nullable Long perLine,
                @Nullable Long perDelivery,
                @Nullable Double capitalRate) {
            this(perOrder, perLine, perDelivery, null, null, capitalRate);
        }

        public static Rates of(Money perOrder, Money perLine, Money perDelivery, double capitalRate) {
            return new Rates(
                    perOrder.tenThousandths(), perLine.tenThousandths(), perDelivery.tenThousandths(), capitalRate);
        }

        public boolean areUnset() {
            return perOrder == null && perLine == null && perDelivery == null && capitalRate == null;
        }
    }

    @Transactional(readOnly = true)
    public Rates rates() {
        return jdbc.sql("""
                select per_order, per_line, per_delivery, per_visit, per_request, capital_rate::double precision as capital_rate
                from portfolio.cost_to_serve
                """).query(RecordRows.of(Rates.class)).optional().orElse(new Rates(null, null, null, null));
    }

    public void set(Rates rates) {
        jdbc.sql("""
                update portfolio.cost_to_serve
                set per_order = :order, per_line = :line, per_delivery = :delivery, per_visit = :visit,
                    per_request = :request, capital_rate = :capital, revision = revision + 1
                where (per_order, per_line, per_delivery, per_visit, per_request, capital_rate)
                      is distinct from (cast(:order as bigint), cast(:line as bigint), cast(:delivery as bigint),
                                        cast(:visit as bigint), cast(:request as bigint),
                                        cast(cast(:capital as double precision) as numeric(6, 5)))
                """)
                .param("order", rates.perOrder())
                .param("line", rates.perLine())
                .param("delivery", rates.perDelivery())
                .param("visit", rates.perVisit())
                .param("request", rates.perRequest())
                .param("capital", rates.capitalRate())
                .update();
    }

    /// Grows with every change.
    @Transactional(readOnly = true)
    public long revision() {
        return jdbc.sql("select coalesce(max(revision), 0) from portfolio.cost_to_serve")
                .query(Long.class)
                .single();
    }
}

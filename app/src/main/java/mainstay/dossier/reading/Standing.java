package mainstay.dossier.reading;

import java.time.LocalDate;
import java.util.Optional;
import mainstay.shared.RecordRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The figures of the last twelve months, as the portfolio keeps them.
@Component
class Standing {

    private final JdbcClient database;

    Standing(JdbcClient database) {
        this.database = database;
    }

    record Year(
            LocalDate asOf,
            long revenue,
            @Nullable Long previousRevenue,
            long grossRevenue,
            long orders,
            @Nullable LocalDate lastPurchase,
            @Nullable Long overdue,
            @Nullable Double daysLate) {}

    Optional<Year> of(long account) {
        return database.sql("""
                        select s.as_of, s.revenue, s.previous_revenue, s.gross_revenue, s.orders, s.last_purchase, s.overdue, s.days_late
                        from portfolio.pub_standing s where s.scope = 'account' and s.account_id = :account
                        """)
                .param("account", account)
                .query(RecordRows.of(Year.class))
                .optional();
    }
}

package mainstay.ledger;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Net sales of the firm by month, as they are at this point of a transaction.
@Repository
class MonthlySales {

    private final JdbcClient database;

    MonthlySales(JdbcClient database) {
        this.database = database;
    }

    /// Of the months that some days fall into.
    Map<LocalDate, MonthEffect.Sales> between(LocalDate from, LocalDate to) {
        Map<LocalDate, MonthEffect.Sales> months = new HashMap<>();
        database.sql("""
                        select month, sum(net_amount)::bigint as net, sum(unknown_lines)::bigint as waiting
                        from ledger.pub_account_month
                        where month between date_trunc('month', cast(:from as date)) and :to
                        group by month
                        """).param("from", from).param("to", to).query(row -> {
            months.put(
                    row.getObject("month", LocalDate.class),
                    new MonthEffect.Sales(row.getLong("net"), row.getLong("waiting")));
        });
        return months;
    }
}

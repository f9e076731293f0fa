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

    Map<LocalDate, Long> now() {
        Map<LocalDate, Long> months = new HashMap<>();
        database.sql("select month, sum(net_amount)::bigint as net from ledger.pub_account_month group by month")
                .query(row -> {
                    months.put(row.getObject("month", LocalDate.class), row.getLong("net"));
                });
        return months;
    }
}

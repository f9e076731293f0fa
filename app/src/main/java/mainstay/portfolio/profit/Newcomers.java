package mainstay.portfolio.profit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Accounts that bought for the first time.
@Repository
class Newcomers {
    private final JdbcClient jdbc;

    Newcomers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The day of the first purchase ever, of those among the accounts for whom it is not before `from`.
    Map<Long, LocalDate> since(LocalDate from, Collection<Long> accounts) {
        Map<Long, LocalDate> first = new HashMap<>();
        jdbc.sql("""
                select account_id, min(day) as first from ledger.pub_account_day
                where account_id = any((select cast(:accounts as bigint[]))::bigint[]) and gross_lines > 0
                group by account_id
                having min(day) >= :from
                """)
                .param("accounts", accounts.toArray(Long[]::new))
                .param("from", from)
                .query(row -> {
                    first.put(row.getLong("account_id"), row.getObject("first", LocalDate.class));
                });
        return first;
    }
}

package mainstay.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import mainstay.accounts.MemberFigures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What accounts bought in twelve months, as far as the reader may see it.
@Component
@Transactional(readOnly = true)
class YearlySales implements MemberFigures {

    private final JdbcClient database;

    YearlySales(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Optional<Yearly> upTo(LocalDate on, Collection<Long> accounts) {
        return database.sql("select least(data_to, :on) from ledger.pub_state where data_to is not null")
                .param("on", on)
                .query(LocalDate.class)
                .optional()
                .map(to -> yearly(to.minusYears(1).plusDays(1), to, accounts));
    }

    private Yearly yearly(LocalDate from, LocalDate to, Collection<Long> accounts) {
        Map<Long, Long> sales = new HashMap<>();
        database.sql("""
                        select account_id, sum(net_amount)::bigint as sales from ledger.pub_account_day
                        where account_id = any(:accounts) and day between :from and :to group by account_id
                        """)
                .param("accounts", accounts.toArray(Long[]::new))
                .param("from", from)
                .param("to", to)
                .query(row -> {
                    sales.put(row.getLong("account_id"), row.getLong("sales"));
                });
        return new Yearly(from, to, sales);
    }
}

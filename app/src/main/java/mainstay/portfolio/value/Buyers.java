package mainstay.portfolio.value;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The accounts that bought, with their days, from the ledger.
@Repository
class Buyers {
    private final JdbcClient jdbc;

    Buyers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param closedBy accounts closed by this day are
    List<Buyer> between(LocalDate from, LocalDate to, LocalDate closedBy) {
        return jdbc.sql("""
                select account_id,
                       array_agg(day - date '1970-01-01' order by day) filter (where gross_lines > 0) as days,
                       array_agg(gross order by day) filter (where gross_lines > 0) as amounts,
                       cast(sum(gross) as bigint) as gross, cast(sum(net) as bigint) as net,
                       cast(sum(known) as bigint) as known, cast(sum(profit) as bigint) as profit,
                       cast(count(*) filter (where known > 0 and day > :year) as integer) as year_orders,
                       cast(coalesce(sum(known) filter (where day > :year), 0) as bigint) as year_known,
                       cast(coalesce(sum(profit) filter (where day > :year), 0) as bigint) as year_profit,
                       account_id in (select a.id from accounts.pub_card a where a.closed_on <= :closedBy) as closed
                from (select d.account_id, d.day, sum(d.gross_lines) as gross_lines,
                             cast(sum(d.gross_amount) as bigint) as gross, sum(d.net_amount) as net,
                             sum(d.gross_known_amount) as known, sum(d.net_known_amount - d.net_cost) as profit
                      from ledger.pub_account_day d
                      where d.account_id is not null and d.day between :from and :to
                      group by d.account_id, d.day) bought
                group by account_id
                having sum(gross_lines) > 0
                order by account_id
                """)
                .param("from", from)
                .param("to", to)
                .param("year", to.minusMonths(12))
                .param("closedBy", closedBy)
                .query(Buyers::buyer)
                .list();
    }

    /// The part of an account's sales after a day up to another whose cost is known; 0 without sales.
    double knownShare(long account, LocalDate after, LocalDate to) {
        return jdbc.sql("""
                select cast(coalesce(sum(gross_known_amount) / nullif(sum(gross_amount), 0), 0) as double precision)
                from ledger.pub_account_day
                where account_id = :account and day > :after and day <= :to
                """)
                .param("account", account)
                .param("after", after)
                .param("to", to)
                .query(Double.class)
                .single();
    }

    /// The days on which an account bought, in order.
    List<LocalDate> days(long account, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                select distinct day from ledger.pub_account_day
                where account_id = :account and gross_lines > 0 and day between :from and :to
                order by day
                """)
                .param("account", account)
                .param("from", from)
                .param("to", to)
                .query((row, number) -> row.getObject("day", LocalDate.class))
                .list();
    }

    private static Buyer buyer(ResultSet row, int number) throws SQLException {
        return new Buyer(
                row.getLong("account_id"),
                Arrays.asList((Integer[]) row.getArray("days").getArray()),
                Arrays.asList((Long[]) row.getArray("amounts").getArray()),
                row.getLong("gross"),
                row.getLong("net"),
                row.getLong("known"),
                row.getLong("profit"),
                new Buyer.Year(row.getInt("year_orders"), row.getLong("year_known"), row.getLong("year_profit")),
                row.getBoolean("closed"));
    }
}

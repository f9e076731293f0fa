package mainstay.planning.deck;

import java.time.LocalDate;
import java.util.List;
import mainstay.shared.RecordRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What the ledger holds of one account, as far as the reader may see it. Money is in ten-thousandths.
@Repository
@Transactional(readOnly = true)
class DeckLedger {

    private final JdbcClient database;

    DeckLedger(JdbcClient database) {
        this.database = database;
    }

    record Reach(@Nullable LocalDate dataFrom, @Nullable LocalDate dataTo) {}

    Reach reach() {
        return database.sql("select data_from, data_to from ledger.pub_state")
                .query(RecordRows.of(Reach.class))
                .single();
    }

    /// @param month its first day
    record Month(LocalDate month, long revenue, long orders) {}

    List<Month> months(long account) {
        return database.sql("""
                        select m.month, sum(m.net_amount)::bigint as revenue, sum(m.documents)::bigint as orders
                        from ledger.pub_account_month m where m.account_id = :account group by m.month order by m.month
                        """)
                .param("account", account)
                .query(RecordRows.of(Month.class))
                .list();
    }

    /// @param category null for goods without one
    record Breadth(@Nullable String category, long revenue, long products) {}

    /// Of the twelve months up to a day, the largest first.
    List<Breadth> breadth(long account, LocalDate until) {
        return database.sql("""
                        select l.category, sum(l.amount)::bigint as revenue, count(distinct l.product_id) as products
                        from ledger.pub_sales_line l
                        where l.account_id = :account and l.date > :after and l.date <= :until and l.amount is not null
                        group by l.category having sum(l.amount) <> 0 order by revenue desc, l.category
                        """)
                .param("account", account)
                .param("after", until.minusYears(1))
                .param("until", until)
                .query(RecordRows.of(Breadth.class))
                .list();
    }

    /// Orders that wait for deliveries.
    ///
    /// @param amount  of what is undelivered; of lines whose amount is known
    /// @param unknown lines whose amount is not known
    /// @param late    orders that were wanted by now
    record Open(long orders, long amount, long unknown, long late) {}

    Open open(long account, LocalDate today) {
        return database.sql("""
                        select count(distinct o.number) as orders, coalesce(sum(o.undelivered_amount), 0)::bigint as amount,
                               count(*) filter (where o.undelivered_amount is null) as unknown,
                               count(distinct o.number) filter (where o.requested < :today) as late
                        from ledger.pub_order o
                        where o.account_id = :account and not o.cancelled and coalesce(o.undelivered, o.quantity) > 0
                        """)
                .param("account", account)
                .param("today", today)
                .query(RecordRows.of(Open.class))
                .single();
    }

    boolean knowsOrders(long account) {
        return database.sql("select exists (select 1 from ledger.pub_order where account_id = :account)")
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    /// What the goods cost that were sold in the twelve months up to a day.
    long goods(long account, LocalDate until) {
        return database.sql("""
                        select coalesce(sum(d.net_cost), 0)::bigint from ledger.pub_account_day d
                        where d.account_id = :account and d.day > :after and d.day <= :until
                        """)
                .param("account", account)
                .param("after", until.minusYears(1))
                .param("until", until)
                .query(Long.class)
                .single();
    }

    boolean isKeyAccount(long account) {
        return database.sql("select exists (select 1 from rating.pub_key_account where account_id = :account)")
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    /// How much of an account the reader may see.
    int level(long account) {
        return database.sql("select coalesce(accounts.pub_level(:account), 0)")
                .param("account", account)
                .query(Integer.class)
                .single();
    }
}

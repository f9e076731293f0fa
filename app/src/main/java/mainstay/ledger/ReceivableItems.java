package mainstay.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import mainstay.ledger.ReceivableItem.Foreign;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Open invoices as of a day, those that have waited longest first.
@Repository
@Transactional(readOnly = true)
class ReceivableItems {

    private static final String ALONE = "select a.id as account_id from accounts.pub_card a where a.id = :id";
    private static final String GROUP = "select m.account_id from accounts.pub_members(:id, :asOf) m";

    private final JdbcClient database;

    ReceivableItems(JdbcClient database) {
        this.database = database;
    }

    List<ReceivableItem> openOf(long accountId, LocalDate asOf, int most) {
        return open(ALONE, accountId, asOf, most);
    }

    List<ReceivableItem> openOfGroup(long rootId, LocalDate asOf, int most) {
        return open(GROUP, rootId, asOf, most);
    }

    private List<ReceivableItem> open(String debtors, long id, LocalDate asOf, int most) {
        return database.sql("with debtor as materialized (" + debtors + ")" + OPEN_ITEMS)
                .param("id", id)
                .param("asOf", asOf)
                .param("most", most)
                .query(ReceivableItems::item)
                .list();
    }

    /// How many open invoices of an account, or of its group, have no rate to translate them.
    int withoutRate(long id, boolean group, LocalDate asOf) {
        return database.sql("with debtor as materialized (" + (group ? GROUP : ALONE) + ")" + WITHOUT_RATE)
                .param("id", id)
                .param("asOf", asOf)
                .query(Integer.class)
                .single();
    }

    private static final String WITHOUT_RATE = """

            select count(*)
            from debtor d
            join ledger.receivable r on r.account_id = d.account_id and r.current and r.issued <= :asOf and r.amount is null
            where r.original_amount <> coalesce((select sum(s.original_amount) from ledger.settlement s
                                                 where s.receivable_id = r.id and s.paid_on <= :asOf), 0)
            """;

    private static final String OPEN_ITEMS = """

            select a.code, a.name, r.number, r.issued, r.due, r.amount, r.disputed,
                   r.amount - coalesce(s.settled, 0) as open, :asOf - r.due as days_overdue,
                   r.currency, r.original_amount, r.original_amount - coalesce(s.original, 0) as original_open
            from debtor d
            join ledger.receivable r on r.account_id = d.account_id and r.current and r.issued <= :asOf
            join accounts.pub_card a on a.id = r.account_id
            left join (select x.receivable_id, sum(x.amount)::bigint as settled, sum(x.original_amount)::bigint as original
                       from debtor y join ledger.settlement x on x.account_id = y.account_id
                       where x.paid_on <= :asOf group by 1) s
                   on s.receivable_id = r.id
            where coalesce(r.original_amount, r.amount) <> coalesce(s.original, 0)
            order by r.due nulls last, open desc nulls last, r.id
            limit :most
            """;

    private static ReceivableItem item(ResultSet row, int number) throws SQLException {
        return new ReceivableItem(
                row.getString("code"),
                row.getString("name"),
                row.getString("number"),
                row.getObject("issued", LocalDate.class),
                Sql.date(row, "due"),
                Sql.number(row, "amount"),
                Sql.number(row, "open"),
                row.getBoolean("disputed"),
                row.getObject("days_overdue", Integer.class),
                foreign(row));
    }

    private static @Nullable Foreign foreign(ResultSet row) throws SQLException {
        Long amount = Sql.number(row, "original_amount");
        return amount == null ? null : new Foreign(row.getString("currency"), amount, row.getLong("original_open"));
    }
}

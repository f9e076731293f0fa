package mainstay.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import mainstay.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Open invoices as of a day, those that have waited longest first.
@Repository
@Transactional(readOnly = true)
class ReceivableItems {

    private final JdbcClient database;

    ReceivableItems(JdbcClient database) {
        this.database = database;
    }

    List<ReceivableItem> openOf(long accountId, LocalDate asOf, int most) {
        return open("select a.id as account_id from accounts.pub_account a where a.id = :id", accountId, asOf, most);
    }

    List<ReceivableItem> openOfGroup(long rootId, LocalDate asOf, int most) {
        return open("select g.account_id from accounts.pub_root(:asOf) g where g.root_id = :id", rootId, asOf, most);
    }

    private List<ReceivableItem> open(String debtors, long id, LocalDate asOf, int most) {
        return database.sql("with debtor as materialized (" + debtors + ")" + OPEN_ITEMS)
                .param("id", id)
                .param("asOf", asOf)
                .param("most", most)
                .query(ReceivableItems::item)
                .list();
    }

    private static final String OPEN_ITEMS = """

            select a.code, a.name, r.number, r.issued, r.due, r.amount, r.disputed,
                   r.amount - coalesce(s.settled, 0) as open, :asOf - r.due as days_overdue
            from debtor d
            join ledger.receivable r on r.account_id = d.account_id and r.current and r.issued <= :asOf
            join accounts.pub_account a on a.id = r.account_id
            left join (select x.receivable_id, sum(x.amount)::bigint as settled
                       from debtor y join ledger.settlement x on x.account_id = y.account_id
                       where x.paid_on <= :asOf group by 1) s
                   on s.receivable_id = r.id
            where r.amount <> coalesce(s.settled, 0)
            order by r.due nulls last, open desc, r.id
            limit :most
            """;

    private static ReceivableItem item(ResultSet row, int number) throws SQLException {
        return new ReceivableItem(
                row.getString("code"),
                row.getString("name"),
                row.getString("number"),
                row.getObject("issued", LocalDate.class),
                Sql.date(row, "due"),
                row.getLong("amount"),
                row.getLong("open"),
                row.getBoolean("disputed"),
                row.getObject("days_overdue", Integer.class));
    }
}

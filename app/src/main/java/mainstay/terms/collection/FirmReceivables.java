package mainstay.terms.collection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import mainstay.ledger.PaymentFigures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The receivables of all accounts that the reader sees, as one.
@Repository
@Transactional(readOnly = true)
class FirmReceivables {

    private final JdbcClient database;

    FirmReceivables(JdbcClient database) {
        this.database = database;
    }

    CollectionFigures of(LocalDate asOf) {
        return database.sql("""
                        with paid as (
                            select s.receivable_id, sum(s.amount) as amount,
                                   sum(s.amount) filter (where s.paid_on <= :before) as before
                            from ledger.pub_settlement s where s.paid_on <= :asOf group by s.receivable_id),
                        item as (
                            select r.issued, r.due, r.disputed, r.amount, r.amount - coalesce(p.amount, 0) as open,
                                   r.amount - coalesce(p.before, 0) as open_before
                            from ledger.pub_receivable r left join paid p on p.receivable_id = r.id
                            where r.issued <= :asOf)
                        select coalesce(sum(open), 0)::bigint as open,
                               coalesce(sum(open) filter (where disputed), 0)::bigint as disputed,
                               coalesce(sum(open) filter (where open > 0 and due < :asOf), 0)::bigint as overdue,
                               coalesce(sum(amount) filter (where issued > cast(:asOf as date) - 365), 0)::bigint as sales,
                               coalesce(least(365, cast(:asOf as date) - min(issued) filter (where amount is not null) + 1), 0) as days,
                               coalesce(sum(open_before) filter (where issued <= :before), 0)::bigint as open_before,
                               coalesce(sum(amount) filter (where issued > :before), 0)::bigint as month_sales,
                               count(*) filter (where amount is null) as without_rate
                        from item
                        """)
                .param("asOf", asOf)
                .param("before", asOf.minusMonths(1))
                .query((row, number) -> figures(row))
                .single();
    }

    private static CollectionFigures figures(ResultSet row) throws SQLException {
        PaymentFigures payment = new PaymentFigures(
                0,
                row.getLong("open"),
                row.getLong("disputed"),
                row.getLong("overdue"),
                new PaymentFigures.Ageing(0, 0, 0, 0),
                0,
                0,
                0,
                0,
                0,
                row.getLong("sales"),
                row.getInt("days"),
                null,
                false);
        return new CollectionFigures(
                payment, row.getLong("open_before"), row.getLong("month_sales"), row.getLong("without_rate"));
    }
}

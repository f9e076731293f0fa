package mainstay.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import mainstay.identity.Acting;
import mainstay.identity.Level;
import mainstay.ledger.Retranslation.Part;
import mainstay.shared.Problem;
import mainstay.shared.RecordRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Translates rows in foreign currencies anew, which nothing but an explicit wish does.
@Service
public class RateDesk {

    private final JdbcClient database;
    private final Chronicle chronicle;

    RateDesk(JdbcClient database, Chronicle chronicle) {
        this.database = database;
        this.chronicle = chronicle;
    }

    /// Translates the rows that had no rate when they came.
    @Transactional
    public Retranslation applyWhereNoneWas() {
        return apply(false);
    }

    /// Translates all rows at the rates that are known now for their days; a row whose rate is gone keeps its
    /// amount.
    @Transactional
    public Retranslation applyToAll() {
        return apply(true);
    }

    /// Rows of a currency and a month that no rate is known for, or that nobody translated since one is.
    ///
    /// @param month its first day
    public record Waiting(String currency, LocalDate month, long rows) {}

    /// What waits for a rate or for being translated, as far as the reader sees the firm.
    @Transactional(readOnly = true)
    public List<Waiting> waiting() {
        return database.sql("""
                        select w.currency, w.month, count(*) as rows from (
                            select l.currency, date_trunc('month', l.date)::date as month from ledger.sales_line l
                            where l.original_amount is not null and l.amount is null
                            union all
                            select r.currency, date_trunc('month', r.issued)::date from ledger.receivable r
                            where r.current and r.original_amount is not null and r.amount is null
                            union all
                            select p.currency, date_trunc('month', p.paid_on)::date from ledger.payment p
                            where p.current and p.original_amount is not null and p.amount is null
                            union all
                            select o.currency, date_trunc('month', o.ordered_on)::date from ledger.order_line o
                            where o.current and o.original_amount is not null and o.amount is null) w
                        group by w.currency, w.month order by w.currency, w.month
                        """).query(RecordRows.of(Waiting.class)).list();
    }

    @Transactional(readOnly = true)
    public long waitingRows() {
        return waiting().stream().mapToLong(Waiting::rows).sum();
    }

    private Retranslation apply(boolean everything) {
        if (!Acting.actor().reaches(Level.BUSINESS)) {
            throw new Problem.Forbidden("error.403");
        }
        List<Part> parts = database.sql("""
                        select kind, foreign_rows, changed, unknown_before, unknown_after, amount_before, amount_after, proven
                        from ledger.apply_rates(:everything)
                        """)
                .param("everything", everything)
                .query((row, number) -> part(row))
                .list();
        Retranslation done = new Retranslation(everything, parts);
        if (done.changed() > 0) {
            advance();
            chronicle.retranslated(done);
        }
        return done;
    }

    private void advance() {
        database.sql("select ledger.advance(null)").query(Long.class).single();
    }

    private static Part part(ResultSet row) throws SQLException {
        return new Part(
                row.getString("kind"),
                row.getLong("foreign_rows"),
                row.getLong("changed"),
                row.getLong("unknown_before"),
                row.getLong("unknown_after"),
                row.getLong("amount_before"),
                row.getLong("amount_after"),
                row.getLong("proven"));
    }
}

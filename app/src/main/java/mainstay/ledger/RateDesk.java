package mainstay.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import mainstay.identity.Acting;
import mainstay.identity.Level;
import mainstay.ledger.Retranslation.Part;
import mainstay.shared.Problem;
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

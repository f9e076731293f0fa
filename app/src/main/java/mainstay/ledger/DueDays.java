package mainstay.ledger;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps the due days of invoices that name none in step with payment terms.
@Service
@Transactional
public class DueDays {

    private final JdbcClient database;

    DueDays(JdbcClient database) {
        this.database = database;
    }

    /// After a file, or a merge, which count as changes of the ledger themselves.
    ///
    /// @return how many accounts owe something on another day since
    long follow() {
        return database.sql("select ledger.date_receivables()")
                .query(Long.class)
                .single();
    }

    /// Takes the turn of whoever changes the ledger, until the transaction ends; false while somebody else has it.
    public boolean takeTurn() {
        return database.sql("select pg_try_advisory_xact_lock(hashtext('ledger.publish'))")
                .query(Boolean.class)
                .single();
    }

    /// After limits or payment terms were granted, or ended: what is owed on them is another figure from now on.
    ///
    /// @param held whether something else holds for an account today
    public void followTerms(boolean held) {
        if (follow() > 0 || held) {
            database.sql("select ledger.advance(null)").query(Long.class).single();
        }
    }
}

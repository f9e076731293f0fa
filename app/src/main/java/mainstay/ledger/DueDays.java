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
    void follow() {
        database.sql("select ledger.date_receivables()").query(Long.class).single();
    }

    /// After limits or payment terms were granted, or ended: what is owed on them is another figure from now on.
    public void followTerms() {
        follow();
        database.sql("select ledger.advance(null)").query(Long.class).single();
    }
}

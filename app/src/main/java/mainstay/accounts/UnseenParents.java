package mainstay.accounts;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Whether an account stands under one that the reader may not see, so that nobody is told it stands alone.
@Repository
@Transactional(readOnly = true)
class UnseenParents {
    private final JdbcClient database;

    UnseenParents(JdbcClient database) {
        this.database = database;
    }

    /// Today.
    boolean above(long account) {
        return database.sql("select coalesce(accounts.under_unseen(:account, (select identity.pub_today())), false)")
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    boolean above(long account, LocalDate on) {
        return database.sql("select coalesce(accounts.under_unseen(:account, :on), false)")
                .param("account", account)
                .param("on", on)
                .query(Boolean.class)
                .single();
    }
}

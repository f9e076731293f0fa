package mainstay.accounts;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Whether an account controls one whose business the reader may not see: nobody is to take a part for the whole.
@Service
@Transactional(readOnly = true)
public class UnseenMembers {
    private final JdbcClient database;

    UnseenMembers(JdbcClient database) {
        this.database = database;
    }

    /// Today.
    public boolean below(long account) {
        return database.sql(
                        "select coalesce(accounts.pub_controls_unseen(:account, cast(identity.clock() as date)), false)")
                .param("account", account)
                .query(Boolean.class)
                .single();
    }
}

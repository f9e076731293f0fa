package mainstay.accounts;

import mainstay.identity.Level;
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
                        "select coalesce(accounts.pub_controls_unseen(:account, (select identity.pub_today())), false)")
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    /// Today, how many accounts of the group that this one leads show the reader their business, itself included.
    public int shownIn(long account) {
        return database.sql("""
                        select count(*) from accounts.pub_members(:account, (select identity.pub_today())) m
                        where accounts.pub_level(m.account_id) >= :level
                        """)
                .param("account", account)
                .param("level", Level.BUSINESS.number())
                .query(Integer.class)
                .single();
    }
}

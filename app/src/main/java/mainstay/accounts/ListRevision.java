package mainstay.accounts;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tells whether something that lists show of all accounts has changed. What is kept in memory under it is the same for
/// everybody who sees all accounts.
@Repository
class ListRevision {

    private final JdbcClient database;

    ListRevision(JdbcClient database) {
        this.database = database;
    }

    /// Names the database, so that nothing of one is taken for another's, and the state of its accounts.
    String now() {
        return database.sql("""
                        select (select oid from pg_database where datname = current_database())
                               || ' ' || (select revision from accounts.pub_list_revision)
                        """).query(String.class).single();
    }
}

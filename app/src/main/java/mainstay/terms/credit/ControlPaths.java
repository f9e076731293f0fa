package mainstay.terms.credit;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The way from an account up to the root of those who control it.
@Repository
class ControlPaths {

    private static final int HIGHEST = 50;

    private final JdbcClient database;

    ControlPaths(JdbcClient database) {
        this.database = database;
    }

    /// The account itself first, the root last.
    List<Long> up(long account) {
        return database.sql("""
                        with recursive up as (
                            select cast(:account as bigint) as id, 0 as steps
                            union all
                            select c.parent_id, u.steps + 1
                            from up u
                            join accounts.pub_control_today c on c.child_id = u.id)
                            cycle id set looped using way
                        select id from up where not looped and steps < :highest order by steps, id
                        """)
                .param("account", account)
                .param("highest", HIGHEST)
                .query((row, number) -> row.getLong("id"))
                .list();
    }

    /// Whoever asks about the same root waits until this transaction ends.
    void hold(long root) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('terms.credit', :root))::text")
                .param("root", root)
                .query()
                .singleRow();
    }
}

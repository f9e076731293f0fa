package mainstay.accounts;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What account files left behind, for somebody who thinks of taking one back.
@Service
@Transactional(readOnly = true)
public class MasterTraces {

    private final JdbcClient database;

    MasterTraces(JdbcClient database) {
        this.database = database;
    }

    /// @param rows       of the file that stand
    /// @param accounts   they are about
    /// @param comingBack accounts for which an earlier row would count again
    public record Trace(long rows, long accounts, long comingBack) {}

    public Trace of(long batch) {
        return database.sql("""
                        select count(*) as rows, count(distinct m.account_id) as accounts,
                               count(distinct m.account_id) filter (where exists (
                                   select 1 from accounts.master o
                                   where o.account_id = m.account_id and o.batch_id <> m.batch_id
                                     and not o.withdrawn)) as back
                        from accounts.master m where m.batch_id = :batch and not m.withdrawn
                        """)
                .param("batch", batch)
                .query((row, number) -> new Trace(row.getLong("rows"), row.getLong("accounts"), row.getLong("back")))
                .single();
    }
}

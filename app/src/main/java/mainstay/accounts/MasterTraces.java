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
    /// @param byHand     accounts to which people gave a name, a manager or a group, or which they closed or opened
    public record Trace(long rows, long accounts, long comingBack, long byHand) {}

    public Trace of(long batch) {
        return database.sql("""
                        select count(*) as rows, count(distinct m.account_id) as accounts,
                               count(distinct m.account_id) filter (where exists (
                                   select 1 from accounts.master o
                                   where o.account_id = m.account_id and o.batch_id <> m.batch_id
                                     and not o.withdrawn)) as back,
                               count(distinct m.account_id) filter (where m.account_id in (
                                   select account_id from accounts.name_by_hand
                                   union all select h.account_id from accounts.master h
                                   join accounts.assignment g on g.batch_id = h.batch_id and g.undone_at is null
                                   union all
                                   select c.account_id from (select distinct on (x.account_id) x.account_id, x.decides
                                                             from accounts.closing x order by x.account_id, x.id desc) c
                                   where c.decides
                                   union all select child_id from accounts.parent_by_hand)) as by_hand
                        from accounts.master m where m.batch_id = :batch and not m.withdrawn
                        """)
                .param("batch", batch)
                .query((row, number) -> new Trace(
                        row.getLong("rows"), row.getLong("accounts"), row.getLong("back"), row.getLong("by_hand")))
                .single();
    }
}

package mainstay.accounts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.Role;
import mainstay.shared.RecordRows;
import mainstay.shared.WorkSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What rules ask of whoever manages an account, and of those who see to all accounts where nobody does, or who did has
/// left. Accounts that are closed ask for nothing.
@Component
@Transactional(readOnly = true)
public class AskedOfManagers {

    /// In the statement of a rule: whether the reader is asked about `a`, an account.
    public static final String MINE = """
            (a.closed_on is null or a.closed_on > (select identity.pub_today()))
                 and (a.manager_id = :user
                      or :all and (a.manager_id is null
                                   or a.manager_id in (select g.id from identity.pub_user g where not g.enabled)))
            """;

    /// How many entries such a rule tells.
    public static final int TOLD = 20;

    private final JdbcClient database;

    AskedOfManagers(JdbcClient database) {
        this.database = database;
    }

    /// Where directors see to accounts that nobody manages.
    public <T extends Record> List<T> rows(String statement, Map<String, LocalDate> days, Class<T> type) {
        return rows(Set.of(Role.DIRECTOR), statement, days, type);
    }

    /// @param overseers roles that see to accounts that nobody manages
    /// @param statement in which [#MINE] stands, and `limit :most`
    /// @param days      that it names
    /// @return nothing for whoever no such rule asks
    public <T extends Record> List<T> rows(
            Set<Role> overseers, String statement, Map<String, LocalDate> days, Class<T> type) {
        Actor actor = Acting.actor();
        boolean oversees = overseers.stream().anyMatch(actor::is);
        return !oversees && !actor.is(Role.KAM)
                ? List.of()
                : database.sql(statement)
                        .params(days)
                        .param("user", actor.id())
                        .param("all", oversees)
                        .param("most", WorkSource.COUNTED + 1)
                        .query(RecordRows.of(type))
                        .list();
    }
}

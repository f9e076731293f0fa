package mainstay.planning;

import java.util.List;
import java.util.Optional;
import mainstay.identity.Acting;
import mainstay.identity.Role;
import mainstay.shared.RecordRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// People of the firm who can be given work.
@Service
@Transactional(readOnly = true)
public class PlanningPeople {

    private final JdbcClient database;

    PlanningPeople(JdbcClient database) {
        this.database = database;
    }

    /// @param name by which they sign in
    public record Colleague(long id, String name, String fullName) {}

    /// Whether whoever this runs for plans for accounts at all.
    public static boolean mayPlan() {
        return Acting.actor().is(Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM);
    }

    public List<Colleague> all() {
        return database.sql("select id, name, full_name from identity.pub_user where enabled order by full_name, id")
                .query(RecordRows.of(Colleague.class))
                .list();
    }

    /// Somebody who does not work here any more, by number.
    public Optional<Colleague> gone(String id) {
        return database.sql("""
                        select id, name, full_name from identity.pub_user where not enabled and id::text = :id
                        """)
                .param("id", id)
                .query(RecordRows.of(Colleague.class))
                .optional();
    }

    /// Who is given the work of an account where nobody was named: its manager, else who asks, else whoever came first.
    public Optional<Colleague> usual(long account) {
        return database.sql("""
                        select u.id, u.name, u.full_name
                        from identity.pub_user u left join accounts.pub_account a on a.id = :account and a.manager_id = u.id
                        where u.enabled order by a.id is null, u.id <> coalesce(cast(:own as bigint), 0), u.id limit 1
                        """)
                .param("account", account)
                .param("own", Acting.actor().id())
                .query(RecordRows.of(Colleague.class))
                .optional();
    }

    public Optional<Colleague> byName(String name) {
        return all().stream().filter(each -> each.name().equals(name)).findFirst();
    }
}

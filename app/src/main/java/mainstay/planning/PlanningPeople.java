package mainstay.planning;

import java.util.List;
import java.util.Optional;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.identity.UserDesk;
import mainstay.shared.RecordRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// People of the firm who can be given work.
@Service
@Transactional(readOnly = true)
public class PlanningPeople {

    private final JdbcClient database;
    private final UserDesk users;
    private final TransactionTemplate apart;

    PlanningPeople(JdbcClient database, UserDesk users, PlatformTransactionManager transactions) {
        this.database = database;
        this.users = users;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.apart.setReadOnly(true);
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

    /// Whether somebody would find work of an account: works here, does more than look on, and sees what is planned.
    public boolean mayTake(long person, long account) {
        return users.byId(person)
                .filter(user -> user.isEnabled() && user.role().mayDecide())
                .filter(user -> user.role().reach().compareTo(Level.BUSINESS) >= 0 || sees(user, account))
                .isPresent();
    }

    /// Nobody but themselves knows what somebody was given, so it is asked as them.
    private boolean sees(User user, long account) {
        return Boolean.TRUE.equals(Acting.as(
                Actor.of(user),
                () -> apart.execute(status -> database.sql("select coalesce(accounts.pub_level(:account), 0) >= :level")
                        .param("account", account)
                        .param("level", Level.BUSINESS.number())
                        .query(Boolean.class)
                        .single())));
    }

    /// Who is given the work of an account where nobody was named: its manager, else who asks, else whoever came first
    /// of those who may take it.
    public Optional<Colleague> usual(long account) {
        List<Colleague> candidates = database.sql("""
                        select u.id, u.name, u.full_name
                        from identity.pub_user u left join accounts.pub_account a on a.id = :account and a.manager_id = u.id
                        where u.enabled order by a.id is null, u.id <> coalesce(cast(:own as bigint), 0), u.id
                        """)
                .param("account", account)
                .param("own", Acting.actor().id())
                .query(RecordRows.of(Colleague.class))
                .list();
        return candidates.stream().filter(each -> mayTake(each.id(), account)).findFirst();
    }

    public Optional<Colleague> byName(String name) {
        return all().stream().filter(each -> each.name().equals(name)).findFirst();
    }
}

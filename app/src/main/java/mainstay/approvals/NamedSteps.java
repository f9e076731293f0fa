package mainstay.approvals;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import mainstay.identity.Holdings;
import mainstay.identity.User;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Requests that wait for somebody by name. What waits for a role falls to others by itself.
@Component
@Transactional
class NamedSteps implements Holdings {

    private final JdbcClient database;

    NamedSteps(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String kind() {
        return "approvals";
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public List<Held> of(User person) {
        return database.sql("""
                        select s.request_id, s.kind from approvals.pub_named_step s where s.user_id = :person order by s.request_id
                        """)
                .param("person", person.id())
                .query((row, number) -> new Held(
                        Text.of("approvals.kind." + row.getString("kind")),
                        null,
                        "/approvals/" + row.getLong("request_id"),
                        true))
                .list();
    }

    @Override
    public List<User> heirs(User person, List<User> people) {
        Set<Long> able = Set.copyOf(database.sql("select h.user_id from approvals.heirs(:person) h")
                .param("person", person.id())
                .query(Long.class)
                .set());
        return people.stream().filter(heir -> able.contains(heir.id())).toList();
    }

    /// @throws Problem.Invalid where the heir asked for one of them, or may not know of it
    @Override
    public List<Passed> pass(User person, @Nullable User heir, String reason) {
        List<Held> waiting = of(person);
        long left = database.sql("select approvals.pass_on(:person, :heir)")
                .param("person", person.id())
                .param("heir", Objects.requireNonNull(heir).id())
                .query(Long.class)
                .single();
        if (left > 0) {
            throw new Problem.Invalid("approvals.notForHeir", heir.fullName(), left);
        }
        return Passed.all(waiting, Fate.TAKEN);
    }
}

package mainstay.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What a statement of its own opens to who sees the money of all accounts, past every line of Java.
@Story
class GrantPolicyTests {

    private static final String GIVE =
            "insert into identity.account_grant (account_id, user_id, level, starts_at, ends_at, cause)"
                    + " values (77, %d, %d, now(), now() + interval '2 days', '%s')";

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient database;

    private final TransactionTemplate transactions;

    @Autowired
    GrantPolicyTests(PlatformTransactionManager manager) {
        this.transactions = new TransactionTemplate(manager);
    }

    private int run(User user, String sql) {
        return cast.as(
                user,
                () -> Objects.requireNonNull(
                        transactions.execute(status -> database.sql(sql).update())));
    }

    @Test
    void nobody_opens_what_is_personal_by_hand() {
        for (User user : List.of(cast.controller(), cast.administrator(), cast.director())) {
            assertThat(run(user, GIVE.formatted(user.id(), 3, "by hand"))).isEqualTo(1);
            assertThatThrownBy(() -> run(user, GIVE.formatted(user.id(), 4, "custodian")))
                    .as(user.name())
                    .hasStackTraceContaining("row-level security");
        }
    }

    @Test
    void a_grant_ends_sooner_and_never_later_and_is_never_another() {
        User user = cast.controller();
        run(user, GIVE.formatted(user.id(), 2, "for a while"));
        String change = "update identity.account_grant set %s where cause = 'for a while'";
        for (String longer : List.of("ends_at = ends_at + interval '1 day'", "ends_at = null")) {
            assertThatThrownBy(() -> run(user, change.formatted(longer)))
                    .as(longer)
                    .hasStackTraceContaining("never made longer");
        }
        for (String other : List.of("level = 4", "account_id = 78", "scope = null", "starts_at = now()")) {
            assertThatThrownBy(() -> run(user, change.formatted(other)))
                    .as(other)
                    .hasStackTraceContaining("permission denied");
        }
        assertThat(run(user, change.formatted("ends_at = ends_at - interval '1 day'")))
                .isEqualTo(1);
    }
}

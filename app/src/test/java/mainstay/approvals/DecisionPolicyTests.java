package mainstay.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import mainstay.approvals.Approval.Status;
import mainstay.approvals.ApprovalBench.People;
import mainstay.approvals.Step.Decision;
import mainstay.identity.User;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Whoever writes decisions past the application, as its role, finds the database in the way.
@Story
class DecisionPolicyTests {

    private static final long LARGE = ApprovalBench.LARGE;

    @Autowired
    ApprovalBench bench;

    @Autowired
    Approvals approvals;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    StoryKind kind;

    @Autowired
    Cast cast;

    private User wang;
    private User chen;
    private User li;

    @BeforeEach
    void a_rule_of_two_turns() {
        People people = bench.reset();
        wang = people.wang();
        chen = people.chen();
        li = people.li();
    }

    @Test
    void the_database_takes_no_end_that_the_steps_do_not_lead_to() {
        Approval asked = bench.ask(li, "limit of Harbour", LARGE);
        for (String status : List.of("granted", "refused")) {
            assertThatThrownBy(() -> move(wang, asked, status)).rootCause().hasMessageContaining("row-level security");
        }
        assertThatThrownBy(() -> move(wang, asked, "withdrawn")).rootCause().hasMessageContaining("row-level security");
        assertThatThrownBy(() -> cast.as(li, () -> sql("""
                        update approvals.step set decision = 'granted', decided_at = now(), decided_by = identity.uid()
                        where request_id = %d and opened_at is not null
                        """.formatted(asked.id()))))
                .as("by who asked")
                .rootCause()
                .hasMessageContaining("row-level security");

        bench.decide(chen, asked, Decision.REFUSED);
        assertThat(move(wang, asked, "pending")).as("what is over stays so").isZero();
        assertThat(move(chen, asked, "granted")).isZero();
        assertThatThrownBy(() -> bench.decide(wang, asked, Decision.GRANTED)).hasMessage("approvals.over.refused");
    }

    @Test
    void the_database_takes_no_yes_of_somebody_who_is_not_asked() {
        Approval asked = bench.ask(li, "limit of Harbour", LARGE);
        for (User other : List.of(wang, cast.administrator(), li)) {
            refuses(other, asked, "decision = 'granted', decided_at = now(), decided_by = identity.uid()");
            refuses(other, asked, "user_id = identity.uid(), role = null");
        }
        for (User other : List.of(wang, cast.administrator())) {
            refuses(other, asked, "decision = 'dropped', decided_at = now()");
            refuses(other, asked, "opened_at = now()");
        }
        refuses(li, asked, "alone = true");
        refuses(chen, asked, "decision = 'granted', decided_at = now(), decided_by = " + wang.id());

        assertThat(bench.decide(chen, asked, Decision.GRANTED).status()).isEqualTo(Status.PENDING);
        assertThat(bench.decide(wang, asked, Decision.GRANTED).status()).isEqualTo(Status.GRANTED);
    }

    @Test
    void the_database_takes_no_request_that_begins_with_its_end() {
        Approval asked = bench.ask(li, "limit of Harbour", LARGE);
        refused(li, """
                insert into approvals.request (kind, subject, title, link, reason, requested_by, requester, requested_at,
                    rule_version, maximum_hours, status, ended_at, reach, asked_users, asked_roles)
                select kind, 'mine', title, link, reason, requested_by, requester, requested_at, rule_version,
                       maximum_hours, 'granted', now(), reach, '{}', '{}' from approvals.request
                """);
        refused(li, """
                insert into approvals.step (request_id, turn, role, opened_at, decision, decided_at)
                values (%d, 3, 'kam', now(), 'granted', now())
                """.formatted(asked.id()));
        refused(li, "update approvals.request set amount = 1");
    }

    private void refuses(User who, Approval approval, String change) {
        refused(who, "update approvals.step set %s where request_id = %d".formatted(change, approval.id()));
    }

    private void refused(User who, String statement) {
        assertThatThrownBy(() -> cast.as(who, () -> sql(statement)))
                .as("%s: %s", who.name(), statement)
                .rootCause()
                .message()
                .containsAnyOf("row-level security", "permission denied");
    }

    private int move(User who, Approval approval, String status) {
        return cast.as(
                who,
                () -> sql("update approvals.request set status = '%s', ended_at = %s where id = %d"
                        .formatted(status, status.equals("pending") ? "null" : "now()", approval.id())));
    }

    private int sql(String statement) {
        return Objects.requireNonNull(new TransactionTemplate(transactions)
                .execute(status -> database.sql(statement).update()));
    }
}

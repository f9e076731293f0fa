package mainstay.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import mainstay.identity.User;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import mainstay.testing.Cast;
import mainstay.testing.HeldLock;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Whoever writes into the tables past the application, as its role, has to ask by the rule as well.
@Story
class RequestByRuleTests {

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Approvals approvals;

    @Autowired
    Cast cast;

    @Autowired
    StandingClock clock;

    private User li;

    @BeforeEach
    void a_rule_of_two_steps() {
        clock.reset();
        li = cast.keyAccountManager();
        cast.director();
        cast.controller();
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "delete from approvals.remark",
                "delete from approvals.step",
                "delete from approvals.request",
                "delete from approvals.rule_step where kind = 'story'",
                "delete from approvals.rule where kind = 'story'",
                "insert into approvals.rule values ('story', 1, '2026-01-01', 'story'), ('story', 2, '2026-01-02', 'story')",
                "insert into approvals.rule_step values ('story', 1, 1, 1, 'kam', null, null, null),"
                        + " ('story', 2, 1, 1, 'controller', null, 10000, null), ('story', 2, 2, 2, 'director', null, 20000, null)");
    }

    private void ask(String amount, int version, String... steps) {
        cast.as(
                li,
                () -> new TransactionTemplate(transactions).execute(status -> {
                    long id = database.sql("""
                            insert into approvals.request (kind, subject, amount, title, link, reason, requested_by, requester,
                                requested_at, rule_version, maximum_hours, status, reach, asked_users, asked_roles)
                            values ('story', 'raw', %s, '{}', '/', 'why', identity.uid(), 'li', now(), %d, 24, 'pending', 2, '{}',
                                '{}')
                            returning id
                            """.formatted(amount, version))
                            .query((row, number) -> row.getLong("id"))
                            .single();
                    for (String step : steps) {
                        database.sql(
                                        "insert into approvals.step (request_id, turn, role, instead_of, alone, user_id) values (%d, %s)"
                                                .formatted(id, step))
                                .update();
                    }
                    return id;
                }));
    }

    private void refused(String amount, int version, String... steps) {
        assertThatThrownBy(() -> ask(amount, version, steps))
                .rootCause()
                .hasMessageContaining("has to be asked by the steps of its rule");
    }

    private long requests() {
        return cast.as(
                li,
                () -> Objects.requireNonNull(new TransactionTemplate(transactions)
                        .execute(status -> database.sql("select count(*) as all_of_them from approvals.request")
                                .query((row, number) -> row.getLong("all_of_them"))
                                .single())));
    }

    @Test
    void a_request_without_the_steps_of_its_rule_is_none() {
        String controller = "1, 'controller', null, false, null";
        String director = "2, 'director', null, false, null";
        refused("null", 2);
        refused("20000", 2, controller);
        refused("20000", 2, director);
        refused("20000", 2, "1, 'kam', null, false, null", director);
        refused("20000", 2, "1, 'kam', 'controller', false, null", "2, 'kam', 'director', false, null");
        refused("15000", 2, "1, null, 'controller', true, " + li.id());
        refused("null", 1, "1, 'kam', null, false, null");
        assertThat(requests()).isZero();

        ask("20000", 2, controller, director);
        assertThat(requests()).isOne();
    }

    @Test
    void a_rule_that_is_changed_while_somebody_asks_is_said_in_words() throws Exception {
        CompletableFuture<Approval> asked;
        try (HeldLock rule = HeldLock.of(
                "insert into approvals.rule values ('story', 3, '2026-01-03', 'story')",
                "insert into approvals.rule_step values ('story', 3, 1, 1, 'director', null, null, null)",
                "lock table approvals.step in exclusive mode")) {
            asked = CompletableFuture.supplyAsync(() -> cast.as(li, () -> approvals.ask(wish(20_000L))));
            rule.awaitsSomebody(asked);
        }
        assertThatThrownBy(asked::join)
                .cause()
                .isInstanceOf(Problem.Conflict.class)
                .hasMessage("approvals.ruleMoved");
        assertThat(requests()).isZero();
        assertThat(cast.as(li, () -> approvals.ask(wish(20_000L))).isPending()).isTrue();
    }

    @Test
    void two_requests_are_asked_in_one_transaction() {
        cast.as(
                li,
                () -> new TransactionTemplate(transactions)
                        .execute(status -> List.of(approvals.ask(wish(20_000L)), approvals.ask(wish(20_001L)))));
        assertThat(requests()).isEqualTo(2);
    }

    private static ApprovalWish wish(long amount) {
        return new ApprovalWish(
                StoryKind.CODE, "by rule " + amount, null, 3, amount, Text.of("approvals.title"), "/", "why");
    }

    @Test
    void below_every_amount_of_the_rule_there_are_no_steps() {
        ask("5000", 2);
        assertThat(requests()).isOne();
        assertThat(cast.as(li, () -> approvals.ask(wish(5_000L))).isGranted()).isTrue();
    }
}

package mainstay.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mainstay.approvals.Approval.Status;
import mainstay.approvals.Step.Decision;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.shared.Problem;
import mainstay.shared.WorkSource.Work;
import mainstay.shared.web.Text;
import mainstay.testing.Cast;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Who decides, in which order, in whose name, and what follows.
@Story
class ApprovalTests {

    private static final long LARGE = 20_000_000L;
    private static final long SMALL = 10_000L;

    @Autowired
    Approvals approvals;

    @Autowired
    ApprovalDesk desk;

    @Autowired
    ApprovalRuleDesk rules;

    @Autowired
    WaitingApprovals today;

    @Autowired
    UnattendedApprovals unattended;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    StoryKind kind;

    @Autowired
    Cast cast;

    @Autowired
    StandingClock clock;

    private User wang;
    private User chen;
    private User li;

    @BeforeEach
    void a_rule_of_two_turns() {
        clock.reset();
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "delete from identity.absence",
                "delete from approvals.remark",
                "delete from approvals.step",
                "delete from approvals.request",
                "delete from approvals.rule_step where kind = 'story'",
                "delete from approvals.rule where kind = 'story'",
                "update identity.users set disabled_at = case when name in ('sun', 'zheng') then now() end");
        kind.forget();
        cast.administrator();
        wang = cast.director();
        chen = cast.controller();
        li = cast.keyAccountManager();
        settle(new StepField("1", "role:controller", "", "", ""), new StepField("2", "role:director", "1000", "", ""));
    }

    private void settle(StepField... steps) {
        assertThat(cast.as(wang, () -> rules.settle(StoryKind.CODE, List.of(steps), rules.revision())))
                .isEmpty();
    }

    private Approval ask(User who, String subject, @Nullable Long amount) {
        return cast.as(who, () -> approvals.ask(wish(subject, amount)));
    }

    private static ApprovalWish wish(String subject, @Nullable Long amount) {
        return new ApprovalWish(
                StoryKind.CODE, subject, null, 3, amount, Text.of("approvals.title"), "/today", "They pay well.");
    }

    private Approval decide(User who, Approval approval, Decision decision) {
        return cast.as(who, () -> desk.decide(approval.id(), decision, "looked at it"));
    }

    private void away(User who, @Nullable User deputy) {
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "insert into identity.absence (user_id, deputy_id, first_day, last_day, recorded_by, recorded_at) values ("
                        + who.id() + ", " + (deputy == null ? "null" : deputy.id())
                        + ", '2026-11-10', '2026-11-20', 'story', now())");
    }

    private User secondController() {
        User sun = cast.another("sun", "孙会计", Role.CONTROLLER);
        TestServer.executeAt(
                StoryDatabase.ownerUrl(), "update identity.users set disabled_at = null where name = 'sun'");
        return sun;
    }

    @Test
    void somebody_named_who_has_become_a_viewer_decides_no_more() {
        User sun = secondController();
        settle(new StepField("1", "user:" + sun.id(), "", "", ""));
        Approval asked = ask(li, "limit of Harbour", SMALL);
        assertThat(cast.as(sun, () -> desk.waitingForMe(9))).hasSize(1);
        TestServer.executeAt(StoryDatabase.ownerUrl(), "update identity.users set role = 'viewer' where name = 'sun'");
        try {
            User viewer = cast.another("sun", "孙会计", Role.VIEWER);
            assertThat(cast.as(viewer, () -> desk.waitingForMe(9))).isEmpty();
            assertThat(decide(wang, asked, Decision.GRANTED).status()).isEqualTo(Status.GRANTED);

            ask(li, "limit of Ferry", SMALL);

            assertThat(cast.as(wang, () -> desk.waitingForMe(9))).hasSize(1);
        } finally {
            TestServer.executeAt(
                    StoryDatabase.ownerUrl(), "update identity.users set role = 'controller' where name = 'sun'");
        }
    }

    @Test
    void a_large_amount_passes_one_turn_after_the_other() {
        Approval asked = ask(li, "limit of Harbour", LARGE);
        assertThat(cast.as(wang, () -> desk.waitingForMe(9))).isEmpty();
        assertThat(cast.as(chen, () -> desk.waitingForMe(9))).hasSize(1);

        assertThat(decide(chen, asked, Decision.GRANTED).status()).isEqualTo(Status.PENDING);
        assertThat(kind.heard()).isEmpty();

        assertThat(decide(wang, asked, Decision.GRANTED).status()).isEqualTo(Status.GRANTED);
        assertThat(kind.heard()).containsExactly("granted limit of Harbour by wang with reach 3");
    }

    @Test
    void a_small_amount_leaves_out_the_second_turn_and_an_unknown_one_nothing() {
        Approval small = ask(li, "small", SMALL);
        assertThat(decide(chen, small, Decision.GRANTED).status()).isEqualTo(Status.GRANTED);
        assertThat(kind.heard()).containsExactly("granted small by chen with reach 3");

        Approval unknown = ask(li, "unknown", null);
        assertThat(decide(chen, unknown, Decision.GRANTED).status()).isEqualTo(Status.PENDING);
    }

    @Test
    void below_every_amount_nobody_is_asked() {
        settle(new StepField("1", "role:director", "1000", "", ""));
        assertThat(ask(li, "trifle", SMALL).status()).isEqualTo(Status.GRANTED);
        assertThat(kind.heard()).containsExactly("granted trifle by li with reach 3");
    }

    @Test
    void steps_of_one_turn_are_asked_side_by_side() {
        settle(new StepField("1", "role:controller", "", "", ""), new StepField("1", "role:director", "", "", ""));
        Approval asked = ask(li, "both", SMALL);
        assertThat(decide(wang, asked, Decision.GRANTED).isPending()).isTrue();
        assertThat(decide(chen, asked, Decision.GRANTED).status()).isEqualTo(Status.GRANTED);
    }

    @Test
    void a_no_ends_it_and_needs_a_reason() {
        Approval asked = ask(li, "limit", LARGE);
        assertThatThrownBy(() -> cast.as(chen, () -> desk.decide(asked.id(), Decision.REFUSED, "  ")))
                .hasMessage("approvals.refusalNeedsReason");
        assertThat(decide(chen, asked, Decision.REFUSED).status()).isEqualTo(Status.REFUSED);
        assertThat(kind.heard()).containsExactly("refused limit by chen with reach 3");
        assertThat(cast.as(li, () -> desk.view(asked.id())).steps())
                .extracting(Step::decision)
                .containsExactly(Decision.REFUSED, Decision.DROPPED);
    }

    @Test
    void nobody_decides_on_a_request_of_their_own() {
        Approval asked = ask(chen, "own", SMALL);
        assertThatThrownBy(() -> decide(chen, asked, Decision.GRANTED)).hasMessage("approvals.ownRequest");
        assertThat(cast.as(wang, () -> desk.view(asked.id())).steps())
                .as("no other controller: it falls to the director")
                .extracting(Step::role, Step::insteadOf)
                .containsExactly(tuple("director", "controller"));
        assertThat(decide(wang, asked, Decision.GRANTED).status()).isEqualTo(Status.GRANTED);
    }

    @Test
    void nobody_decides_on_their_own_request_as_a_deputy_either() {
        Approval asked = ask(li, "limit", SMALL);
        away(chen, li);
        assertThat(cast.as(li, () -> desk.waitingForMe(9))).isEmpty();
        assertThatThrownBy(() -> decide(li, asked, Decision.GRANTED)).hasMessage("approvals.ownRequest");

        TestServer.executeAt(StoryDatabase.ownerUrl(), "delete from identity.absence");
        User second = cast.another("zheng", "郑总", Role.DIRECTOR);
        TestServer.executeAt(
                StoryDatabase.ownerUrl(), "update identity.users set disabled_at = null where name = 'zheng'");
        settle(new StepField("1", "role:director", "", "", ""));
        Approval ofWang = ask(wang, "of the director", LARGE);
        away(wang, chen);
        assertThatThrownBy(() -> decide(chen, ofWang, Decision.GRANTED))
                .as("in the name of the one who asked")
                .hasMessage("approvals.notForYou");
        assertThat(decide(second, ofWang, Decision.GRANTED).status()).isEqualTo(Status.GRANTED);
    }

    @Test
    void who_could_name_a_deputy_is_told_where_everybody_who_decides_is_away() {
        Approval asked = ask(li, "limit of Harbour", LARGE);
        assertThat(cast.as(wang, unattended::work)).isEmpty();

        away(chen, null);
        assertThat(cast.as(wang, unattended::work))
                .singleElement()
                .returns(asked.path(), Work::link)
                .returns("work.unattended.title", Work::titleKey);
        assertThat(cast.as(cast.administrator(), unattended::work)).hasSize(1);
        assertThat(cast.as(li, unattended::work)).isEmpty();
        assertThat(cast.as(li, () -> desk.view(asked.id())))
                .satisfies(
                        view -> assertThat(view.away()).extracting(Away::name).containsExactly("chen"))
                .satisfies(view ->
                        assertThat(view.steps()).extracting(Step::unattended).containsExactly(true, false));

        secondController();
        assertThat(cast.as(wang, unattended::work))
                .as("another controller is there")
                .isEmpty();
    }

    @Test
    void a_deputy_who_asked_is_as_good_as_none() {
        ask(li, "limit of Harbour", SMALL);
        away(chen, li);
        assertThat(cast.as(wang, unattended::work)).hasSize(1);

        TestServer.executeAt(
                StoryDatabase.ownerUrl(), "update identity.absence set deputy_id = " + wang.id() + " where true");
        assertThat(cast.as(wang, unattended::work)).isEmpty();
    }

    @Test
    void the_database_takes_no_end_that_the_steps_do_not_lead_to() {
        Approval asked = ask(li, "limit of Harbour", LARGE);
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

        decide(chen, asked, Decision.REFUSED);
        assertThat(move(wang, asked, "pending")).as("what is over stays so").isZero();
        assertThat(move(chen, asked, "granted")).isZero();
        assertThatThrownBy(() -> decide(wang, asked, Decision.GRANTED)).hasMessage("approvals.over.refused");
    }

    @Test
    void the_database_takes_no_yes_of_somebody_who_is_not_asked() {
        Approval asked = ask(li, "limit of Harbour", LARGE);
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

        assertThat(decide(chen, asked, Decision.GRANTED).status()).isEqualTo(Status.PENDING);
        assertThat(decide(wang, asked, Decision.GRANTED).status()).isEqualTo(Status.GRANTED);
    }

    @Test
    void the_database_takes_no_request_that_begins_with_its_end() {
        Approval asked = ask(li, "limit of Harbour", LARGE);
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

    @Test
    void a_step_whose_last_holder_was_shut_out_falls_to_a_director() {
        Approval asked = ask(li, "orphaned", SMALL);
        assertThatThrownBy(() -> decide(wang, asked, Decision.GRANTED)).hasMessage("approvals.notForYou");
        TestServer.executeAt(
                StoryDatabase.ownerUrl(), "update identity.users set disabled_at = now() where name = 'chen'");
        assertThat(decide(wang, asked, Decision.GRANTED).status()).isEqualTo(Status.GRANTED);
    }

    @Test
    void without_a_controller_a_director_is_asked_once() {
        TestServer.executeAt(
                StoryDatabase.ownerUrl(), "update identity.users set disabled_at = now() where name = 'chen'");
        Approval asked = ask(li, "once", LARGE);
        assertThat(cast.as(li, () -> desk.view(asked.id())).steps())
                .extracting(Step::role, Step::insteadOf)
                .containsExactly(tuple("director", null));
    }

    @Test
    void whoever_said_yes_gets_no_second_step_by_hand_over() {
        Approval asked = ask(li, "handed", LARGE);
        decide(chen, asked, Decision.GRANTED);
        assertThatThrownBy(() -> cast.as(wang, () -> {
                    desk.delegate(asked.id(), chen.id(), "");
                    return null;
                }))
                .hasMessage("approvals.badDelegate");
    }

    @Test
    void a_deputy_decides_in_the_name_of_the_absent_and_the_deputy_of_the_deputy_too() {
        Approval asked = ask(cast.agent(), "limit", SMALL);
        away(chen, li);
        away(li, wang);
        assertThat(cast.as(li, () -> desk.waitingForMe(9))).isEmpty();

        decide(wang, asked, Decision.GRANTED);

        assertThat(cast.as(wang, () -> desk.view(asked.id())).steps().getFirst())
                .extracting(Step::decider, Step::onBehalfOf, Step::alone)
                .containsExactly("wang", "陈会计", false);
    }

    @Test
    void a_firm_of_one_decides_for_itself_and_that_is_recorded() {
        TestServer.executeAt(
                StoryDatabase.ownerUrl(), "update identity.users set disabled_at = now() where name <> 'ada'");
        User ada = cast.administrator();
        Approval asked = ask(ada, "alone", SMALL);
        assertThat(decide(ada, asked, Decision.GRANTED).status()).isEqualTo(Status.GRANTED);
        assertThat(cast.as(ada, () -> desk.view(asked.id())).steps())
                .singleElement()
                .matches(Step::alone);
    }

    @Test
    void without_anybody_who_could_decide_nothing_is_asked() {
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "update identity.users set disabled_at = now() where name not in ('ada', 'li')");
        assertThatThrownBy(() -> ask(cast.administrator(), "nobody", SMALL)).hasMessage("approvals.nobody");
        assertThat(cast.as(wang, () -> desk.all("pending", 9, 0))).isEmpty();
    }

    @Test
    void two_steps_of_the_same_role_mean_two_people() {
        settle(new StepField("1", "role:controller", "", "", ""), new StepField("2", "role:controller", "", "", ""));
        User second = secondController();
        Approval asked = ask(li, "twice", SMALL);
        decide(chen, asked, Decision.GRANTED);
        assertThatThrownBy(() -> decide(chen, asked, Decision.GRANTED)).hasMessage("approvals.twice");
        assertThat(decide(second, asked, Decision.GRANTED).status()).isEqualTo(Status.GRANTED);
    }

    @Test
    void no_rule_asks_a_viewer() {
        for (String who : List.of("role:viewer", "user:" + cast.viewer().id())) {
            assertThat(cast.as(
                            wang,
                            () -> rules.settle(
                                    StoryKind.CODE, List.of(new StepField("1", who, "", "", "")), rules.revision())))
                    .extracting(StepField::refusal)
                    .containsExactly("approvals.rule.unknown");
        }
    }

    @Test
    void nobody_hands_over_to_a_viewer() {
        Approval asked = ask(li, "seen", SMALL);
        User viewer = cast.viewer();

        assertThat(cast.as(chen, () -> desk.view(asked.id())).delegates())
                .isNotEmpty()
                .extracting(User::id)
                .doesNotContain(viewer.id());
        assertThatThrownBy(() -> cast.as(chen, () -> {
                    desk.delegate(asked.id(), viewer.id(), "");
                    return null;
                }))
                .hasMessage("approvals.badDelegate");
    }

    @Test
    void who_has_the_step_may_hand_it_over() {
        Approval asked = ask(li, "limit", SMALL);
        User agent = cast.agent();
        cast.as(chen, () -> {
            desk.delegate(asked.id(), agent.id(), "you know them");
            return null;
        });
        assertThatThrownBy(() -> decide(chen, asked, Decision.GRANTED)).hasMessage("approvals.notForYou");
        assertThat(decide(agent, asked, Decision.GRANTED).status()).isEqualTo(Status.GRANTED);
        assertThat(cast.as(li, () -> desk.view(asked.id())).remarks())
                .extracting(Remark::kind, Remark::text)
                .containsExactly(tuple("delegated", "赵客服: you know them"));
    }

    @Test
    void an_effect_that_fails_leaves_nothing_decided() {
        Approval asked = ask(li, "limit", SMALL);
        kind.failFromNowOn();
        assertThatThrownBy(() -> decide(chen, asked, Decision.GRANTED)).hasMessage("the effect fails");
        kind.forget();
        assertThat(cast.as(chen, () -> desk.view(asked.id())).approval().isPending())
                .isTrue();
        assertThat(decide(chen, asked, Decision.GRANTED).status()).isEqualTo(Status.GRANTED);
    }

    @Test
    void one_request_at_a_time_waits_for_a_subject() {
        ask(li, "limit", SMALL);
        assertThatThrownBy(() -> ask(wang, "limit", SMALL)).hasMessage("approvals.pendingAlready");
        assertThatThrownBy(() -> cast.as(
                        li,
                        () -> approvals.ask(new ApprovalWish(
                                StoryKind.CODE, "b", null, 3, null, Text.of("approvals.title"), "/", "  "))))
                .hasMessage("approvals.noReason");
    }

    @Test
    void only_the_requester_withdraws_and_only_while_it_waits() {
        Approval asked = ask(li, "limit", SMALL);
        assertThatThrownBy(() -> withdraw(wang, asked)).hasMessage("approvals.notYours");
        withdraw(li, asked);
        assertThat(kind.heard()).containsExactly("withdrawn limit by li with reach 3");
        assertThatThrownBy(() -> withdraw(li, asked)).hasMessage("approvals.over.withdrawn");
        assertThatThrownBy(() -> decide(chen, asked, Decision.GRANTED)).hasMessage("approvals.over.withdrawn");
        ask(li, "limit", SMALL);
    }

    private void withdraw(User who, Approval approval) {
        cast.as(who, () -> {
            approvals.withdraw(approval.id());
            return null;
        });
    }

    @Test
    void of_two_who_decide_at_the_same_moment_one_wins_and_the_other_is_told() throws Exception {
        User second = secondController();
        Approval asked = ask(li, "limit", SMALL);
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<Status>> outcomes =
                    both.invokeAll(List.of(racing(chen, asked, start), racing(second, asked, start)));
            assertThat(outcomes.stream().map(ApprovalTests::outcome))
                    .containsExactlyInAnyOrder("GRANTED", "approvals.over.granted");
        }
        assertThat(kind.heard()).hasSize(1);
    }

    private Callable<Status> racing(User who, Approval approval, CyclicBarrier start) {
        return () -> {
            start.await();
            return decide(who, approval, Decision.GRANTED).status();
        };
    }

    private static String outcome(Future<Status> future) {
        try {
            return future.get().name();
        } catch (ExecutionException refused) {
            return NestedExceptionUtils.getMostSpecificCause(refused).getMessage() + "";
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void the_stopwatch_tells_waiting_from_working() {
        Approval asked = ask(li, "limit", SMALL);
        clock.advance(Duration.ofHours(5));
        cast.as(chen, () -> desk.view(asked.id()));
        clock.advance(Duration.ofHours(2));
        decide(chen, asked, Decision.GRANTED);

        Step step = cast.as(li, () -> desk.view(asked.id())).steps().getFirst();
        assertThat(step.waiting(clock.instant())).isEqualTo(Duration.ofHours(5));
        assertThat(step.working(clock.instant())).isEqualTo(Duration.ofHours(2));
        assertThat(asked.maximumHours()).as("three stars").isEqualTo(48);
    }

    @Test
    void today_shows_it_with_one_tap_and_presses_after_half_the_time() {
        ask(li, "limit", SMALL);
        Work fresh = cast.as(chen, today::work).getFirst();
        assertThat(fresh.urgency()).isEqualTo(2);
        assertThat(fresh.answers())
                .singleElement()
                .matches(answer -> answer.value().equals("granted"));
        clock.advance(Duration.ofHours(25));
        assertThat(cast.as(chen, today::work).getFirst().urgency()).isEqualTo(3);
        clock.advance(Duration.ofHours(25));
        assertThat(cast.as(chen, today::work).getFirst().reasonKey()).isEqualTo("work.approval.late");
        assertThat(cast.as(li, today::work)).isEmpty();
    }

    @Test
    void a_reminder_is_counted_once_in_four_hours() {
        Approval asked = ask(li, "limit", SMALL);
        remind(asked);
        assertThatThrownBy(() -> remind(asked)).hasMessage("approvals.remindedAlready");
        clock.advance(Duration.ofHours(4));
        remind(asked);
        assertThat(cast.as(li, () -> desk.view(asked.id())).steps().getFirst().reminders())
                .isEqualTo(2);
    }

    private void remind(Approval approval) {
        cast.as(li, () -> {
            desk.remind(approval.id());
            return null;
        });
    }

    @Test
    void strangers_see_no_request() {
        Approval asked = ask(li, "limit", SMALL);
        assertThatThrownBy(() -> cast.as(cast.viewer(), () -> desk.view(asked.id())))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(cast.as(cast.viewer(), () -> desk.all("pending", 9, 0))).isEmpty();
    }
}

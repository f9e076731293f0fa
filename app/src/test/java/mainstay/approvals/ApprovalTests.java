package mainstay.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mainstay.approvals.Approval.Status;
import mainstay.approvals.ApprovalBench.People;
import mainstay.approvals.Step.Decision;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.shared.Problem;
import mainstay.shared.WorkSource.Work;
import mainstay.shared.web.Text;
import mainstay.testing.Cast;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.test.web.servlet.MockMvc;

/// In which order a request passes its steps, how it ends, and what follows.
@Story
class ApprovalTests {

    private static final long LARGE = ApprovalBench.LARGE;
    private static final long SMALL = ApprovalBench.SMALL;

    @Autowired
    ApprovalBench bench;

    @Autowired
    Approvals approvals;

    @Autowired
    ApprovalDesk desk;

    @Autowired
    WaitingApprovals today;

    @Autowired
    NamedSteps namedSteps;

    @Autowired
    StoryKind kind;

    @Autowired
    Cast cast;

    @Autowired
    MockMvc web;

    @Autowired
    StandingClock clock;

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
    void a_large_amount_passes_one_turn_after_the_other() {
        Approval asked = bench.ask(li, "limit of Harbour", LARGE);
        assertThat(cast.as(wang, () -> desk.waitingForMe(9))).isEmpty();
        assertThat(cast.as(chen, () -> desk.waitingForMe(9))).hasSize(1);

        assertThat(bench.decide(chen, asked, Decision.GRANTED).status()).isEqualTo(Status.PENDING);
        assertThat(kind.heard()).isEmpty();

        assertThat(bench.decide(wang, asked, Decision.GRANTED).status()).isEqualTo(Status.GRANTED);
        assertThat(kind.heard()).containsExactly("granted limit of Harbour by wang with reach 3");
    }

    @Test
    void a_small_amount_leaves_out_the_second_turn_and_an_unknown_one_nothing() {
        Approval small = bench.ask(li, "small", SMALL);
        assertThat(bench.decide(chen, small, Decision.GRANTED).status()).isEqualTo(Status.GRANTED);
        assertThat(kind.heard()).containsExactly("granted small by chen with reach 3");

        Approval unknown = bench.ask(li, "unknown", null);
        assertThat(bench.decide(chen, unknown, Decision.GRANTED).status()).isEqualTo(Status.PENDING);
    }

    @Test
    void below_every_amount_nobody_is_asked() {
        bench.settle(new StepField("1", "role:director", "1000", "", ""));
        assertThat(bench.ask(li, "trifle", SMALL).status()).isEqualTo(Status.GRANTED);
        assertThat(kind.heard()).containsExactly("granted trifle by li with reach 3");
    }

    @Test
    void steps_of_one_turn_are_asked_side_by_side() {
        bench.settle(
                new StepField("1", "role:controller", "", "", ""), new StepField("1", "role:director", "", "", ""));
        Approval asked = bench.ask(li, "both", SMALL);
        assertThat(bench.decide(wang, asked, Decision.GRANTED).isPending()).isTrue();
        assertThat(bench.decide(chen, asked, Decision.GRANTED).status()).isEqualTo(Status.GRANTED);
    }

    @Test
    void a_no_ends_it_and_needs_a_reason() {
        Approval asked = bench.ask(li, "limit", LARGE);
        assertThatThrownBy(() -> cast.as(chen, () -> desk.decide(asked.id(), Decision.REFUSED, "  ")))
                .hasMessage("approvals.refusalNeedsReason");
        assertThat(bench.decide(chen, asked, Decision.REFUSED).status()).isEqualTo(Status.REFUSED);
        assertThat(kind.heard()).containsExactly("refused limit by chen with reach 3");
        assertThat(cast.as(li, () -> desk.view(asked.id())).steps())
                .extracting(Step::decision)
                .containsExactly(Decision.REFUSED, Decision.DROPPED);
    }

    @Test
    void an_effect_that_fails_leaves_nothing_decided() {
        Approval asked = bench.ask(li, "limit", SMALL);
        kind.failFromNowOn();
        assertThatThrownBy(() -> bench.decide(chen, asked, Decision.GRANTED)).hasMessage("the effect fails");
        kind.forget();
        assertThat(cast.as(chen, () -> desk.view(asked.id())).approval().isPending())
                .isTrue();
        assertThat(bench.decide(chen, asked, Decision.GRANTED).status()).isEqualTo(Status.GRANTED);
    }

    @Test
    void one_request_at_a_time_waits_for_a_subject() {
        bench.ask(li, "limit", SMALL);
        assertThatThrownBy(() -> bench.ask(wang, "limit", SMALL)).hasMessage("approvals.pendingAlready");
        assertThatThrownBy(() -> cast.as(
                        li,
                        () -> approvals.ask(new ApprovalWish(
                                StoryKind.CODE, "b", null, 3, null, Text.of("approvals.title"), "/", "  "))))
                .hasMessage("approvals.noReason");
    }

    @Test
    void only_the_requester_withdraws_and_only_while_it_waits() {
        Approval asked = bench.ask(li, "limit", SMALL);
        assertThatThrownBy(() -> withdraw(wang, asked)).hasMessage("approvals.notYours");
        withdraw(li, asked);
        assertThat(kind.heard()).containsExactly("withdrawn limit by li with reach 3");
        assertThatThrownBy(() -> withdraw(li, asked)).hasMessage("approvals.over.withdrawn");
        assertThatThrownBy(() -> bench.decide(chen, asked, Decision.GRANTED)).hasMessage("approvals.over.withdrawn");
        bench.ask(li, "limit", SMALL);
    }

    @Test
    void a_second_tab_that_refuses_is_told_first_that_it_was_decided_meanwhile() throws Exception {
        Approval asked = bench.ask(li, "limit", SMALL);
        bench.decide(chen, asked, Decision.GRANTED);
        assertThat(refuse(chen, asked))
                .contains("This request has been granted already, by " + chen.fullName() + " on Nov 16, 2026")
                .doesNotContain("Say why you refuse");

        Approval open = bench.ask(li, "another limit", SMALL);
        assertThat(refuse(chen, open)).contains("Say why you refuse");
        withdraw(li, open);
        assertThat(refuse(chen, open)).contains("This request was withdrawn by who asked, on Nov 16, 2026");
    }

    private String refuse(User who, Approval approval) throws Exception {
        return web.perform(post(approval.path() + "/decisions")
                        .param("decision", "refused")
                        .locale(Locale.ENGLISH)
                        .with(cast.signedIn(who)))
                .andExpect(status().is4xxClientError())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void who_asked_is_not_offered_to_take_over_the_decision() throws Exception {
        User leaver = cast.another("decider", "决工", Role.KAM);
        Approval asked = bench.ask(li, "limit", SMALL);
        cast.as(chen, () -> {
            desk.delegate(asked.id(), leaver.id(), "");
            return null;
        });
        assertThat(heirsOf("decider")).contains(chen.fullName()).doesNotContain(li.fullName());
        assertThat(handOver(li)).isEqualTo(422);
        assertThat(handOver(chen)).isEqualTo(302);
        assertThat(bench.decide(chen, asked, Decision.GRANTED).status()).isEqualTo(Status.GRANTED);
    }

    @Test
    void who_said_yes_already_does_not_take_over_the_second_yes() throws Exception {
        User leaver = cast.another("decider", "决工", Role.KAM);
        Approval asked = bench.ask(li, "limit of two", ApprovalBench.LARGE);
        bench.decide(chen, asked, Decision.GRANTED);
        cast.as(wang, () -> {
            desk.delegate(asked.id(), leaver.id(), "");
            return null;
        });
        assertThat(heirsOf("decider")).contains(wang.fullName()).doesNotContain(chen.fullName());
        assertThat(handOver(chen)).isEqualTo(422);
        assertThatThrownBy(() -> cast.as(wang, () -> namedSteps.pass(leaver, chen, "leaves")))
                .as("nor past the page")
                .hasMessage("approvals.notForHeir");
        assertThat(handOver(wang)).isEqualTo(302);
        assertThat(bench.decide(wang, asked, Decision.GRANTED).status()).isEqualTo(Status.GRANTED);
    }

    private String heirsOf(String leaver) throws Exception {
        return web.perform(get("/team/leaving/" + leaver).locale(Locale.ENGLISH).with(cast.signedIn(wang)))
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replaceAll("(?s).*id=\"heir-approvals\"(.*?)</select>.*", "$1");
    }

    private int handOver(User heir) throws Exception {
        return web.perform(post("/team/leaving/decider")
                        .param("reason", "leaves")
                        .param("heir-approvals", "" + heir.id())
                        .with(cast.signedIn(wang)))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private void withdraw(User who, Approval approval) {
        cast.as(who, () -> {
            approvals.withdraw(approval.id());
            return null;
        });
    }

    @Test
    void of_two_who_decide_at_the_same_moment_one_wins_and_the_other_is_told() throws Exception {
        User second = bench.secondController();
        Approval asked = bench.ask(li, "limit", SMALL);
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
            return bench.decide(who, approval, Decision.GRANTED).status();
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
        Approval asked = bench.ask(li, "limit", SMALL);
        clock.advance(Duration.ofHours(5));
        cast.as(chen, () -> desk.view(asked.id()));
        clock.advance(Duration.ofHours(2));
        bench.decide(chen, asked, Decision.GRANTED);

        Step step = cast.as(li, () -> desk.view(asked.id())).steps().getFirst();
        assertThat(step.waiting(clock.instant())).isEqualTo(Duration.ofHours(5));
        assertThat(step.working(clock.instant())).isEqualTo(Duration.ofHours(2));
        assertThat(asked.maximumHours()).as("three stars").isEqualTo(48);
    }

    @Test
    void today_shows_it_with_one_tap_and_presses_after_half_the_time() {
        bench.ask(li, "limit", SMALL);
        Work fresh = cast.as(chen, today::work).getFirst();
        assertThat(fresh.urgency()).isEqualTo(2);
        assertThat(fresh.answers())
                .singleElement()
                .matches(answer -> answer.value().equals("granted"));
        assertThat(fresh.reasonArguments())
                .as("by the full name, and whole hours where there are many")
                .startsWith(new Text.Person(li.name()))
                .endsWith(48.0);
        clock.advance(Duration.ofMinutes(24 * 60 + 57));
        assertThat(cast.as(chen, today::work).getFirst().reasonArguments()).endsWith(23.0);
        clock.advance(Duration.ofMinutes(3));
        assertThat(cast.as(chen, today::work).getFirst().urgency()).isEqualTo(3);
        clock.advance(Duration.ofHours(25));
        assertThat(cast.as(chen, today::work).getFirst().reasonKey()).isEqualTo("work.approval.late");
        assertThat(cast.as(li, today::work)).isEmpty();
    }

    @Test
    void a_reminder_is_counted_once_in_four_hours() {
        Approval asked = bench.ask(li, "limit", SMALL);
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
        Approval asked = bench.ask(li, "limit", SMALL);
        assertThatThrownBy(() -> cast.as(cast.viewer(), () -> desk.view(asked.id())))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(cast.as(cast.viewer(), () -> desk.all("pending", 9, 0))).isEmpty();
    }
}

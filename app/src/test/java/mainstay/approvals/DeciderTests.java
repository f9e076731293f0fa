package mainstay.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import mainstay.approvals.Approval.Status;
import mainstay.approvals.ApprovalBench.People;
import mainstay.approvals.Step.Decision;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.shared.WorkSource.Work;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Who decides, in whose name, and who does where nobody is left to.
@Story
class DeciderTests {

    private static final long LARGE = ApprovalBench.LARGE;
    private static final long SMALL = ApprovalBench.SMALL;

    @Autowired
    ApprovalBench bench;

    @Autowired
    ApprovalDesk desk;

    @Autowired
    ApprovalRuleDesk rules;

    @Autowired
    UnattendedApprovals unattended;

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
    void somebody_named_who_has_become_a_viewer_decides_no_more() {
        User sun = bench.secondController();
        bench.settle(new StepField("1", "user:" + sun.id(), "", "", ""));
        Approval asked = bench.ask(li, "limit of Harbour", SMALL);
        assertThat(cast.as(sun, () -> desk.waitingForMe(9))).hasSize(1);
        TestServer.executeAt(StoryDatabase.ownerUrl(), "update identity.users set role = 'viewer' where name = 'sun'");
        try {
            User viewer = cast.another("sun", "孙会计", Role.VIEWER);
            assertThat(cast.as(viewer, () -> desk.waitingForMe(9))).isEmpty();
            assertThat(bench.decide(wang, asked, Decision.GRANTED).status()).isEqualTo(Status.GRANTED);

            bench.ask(li, "limit of Ferry", SMALL);

            assertThat(cast.as(wang, () -> desk.waitingForMe(9))).hasSize(1);
        } finally {
            TestServer.executeAt(
                    StoryDatabase.ownerUrl(), "update identity.users set role = 'controller' where name = 'sun'");
        }
    }

    @Test
    void nobody_decides_on_a_request_of_their_own() {
        Approval asked = bench.ask(chen, "own", SMALL);
        assertThatThrownBy(() -> bench.decide(chen, asked, Decision.GRANTED)).hasMessage("approvals.ownRequest");
        assertThat(cast.as(wang, () -> desk.view(asked.id())).steps())
                .as("no other controller: it falls to the director")
                .extracting(Step::role, Step::insteadOf)
                .containsExactly(tuple("director", "controller"));
        assertThat(bench.decide(wang, asked, Decision.GRANTED).status()).isEqualTo(Status.GRANTED);
    }

    @Test
    void nobody_decides_on_their_own_request_as_a_deputy_either() {
        Approval asked = bench.ask(li, "limit", SMALL);
        bench.away(chen, li);
        assertThat(cast.as(li, () -> desk.waitingForMe(9))).isEmpty();
        assertThatThrownBy(() -> bench.decide(li, asked, Decision.GRANTED)).hasMessage("approvals.ownRequest");

        TestServer.executeAt(StoryDatabase.ownerUrl(), "delete from identity.absence");
        User second = cast.another("zheng", "郑总", Role.DIRECTOR);
        TestServer.executeAt(
                StoryDatabase.ownerUrl(), "update identity.users set disabled_at = null where name = 'zheng'");
        bench.settle(new StepField("1", "role:director", "", "", ""));
        Approval ofWang = bench.ask(wang, "of the director", LARGE);
        bench.away(wang, chen);
        assertThatThrownBy(() -> bench.decide(chen, ofWang, Decision.GRANTED))
                .as("in the name of the one who asked")
                .hasMessage("approvals.notForYou");
        assertThat(bench.decide(second, ofWang, Decision.GRANTED).status()).isEqualTo(Status.GRANTED);
    }

    @Test
    void who_could_name_a_deputy_is_told_where_everybody_who_decides_is_away() {
        Approval asked = bench.ask(li, "limit of Harbour", LARGE);
        assertThat(cast.as(wang, unattended::work)).isEmpty();

        bench.away(chen, null);
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

        bench.secondController();
        assertThat(cast.as(wang, unattended::work))
                .as("another controller is there")
                .isEmpty();
    }

    @Test
    void a_deputy_who_asked_is_as_good_as_none() {
        bench.ask(li, "limit of Harbour", SMALL);
        bench.away(chen, li);
        assertThat(cast.as(wang, unattended::work)).hasSize(1);

        TestServer.executeAt(
                StoryDatabase.ownerUrl(), "update identity.absence set deputy_id = " + wang.id() + " where true");
        assertThat(cast.as(wang, unattended::work)).isEmpty();
    }

    @Test
    void a_step_whose_last_holder_was_shut_out_falls_to_a_director() {
        Approval asked = bench.ask(li, "orphaned", SMALL);
        assertThatThrownBy(() -> bench.decide(wang, asked, Decision.GRANTED)).hasMessage("approvals.notForYou");
        TestServer.executeAt(
                StoryDatabase.ownerUrl(), "update identity.users set disabled_at = now() where name = 'chen'");
        assertThat(bench.decide(wang, asked, Decision.GRANTED).status()).isEqualTo(Status.GRANTED);
    }

    @Test
    void without_a_controller_a_director_is_asked_once() {
        TestServer.executeAt(
                StoryDatabase.ownerUrl(), "update identity.users set disabled_at = now() where name = 'chen'");
        Approval asked = bench.ask(li, "once", LARGE);
        assertThat(cast.as(li, () -> desk.view(asked.id())).steps())
                .extracting(Step::role, Step::insteadOf)
                .containsExactly(tuple("director", null));
    }

    @Test
    void whoever_said_yes_gets_no_second_step_by_hand_over() {
        Approval asked = bench.ask(li, "handed", LARGE);
        bench.decide(chen, asked, Decision.GRANTED);
        assertThatThrownBy(() -> cast.as(wang, () -> {
                    desk.delegate(asked.id(), chen.id(), "");
                    return null;
                }))
                .hasMessage("approvals.badDelegate");
    }

    @Test
    void a_deputy_decides_in_the_name_of_the_absent_and_the_deputy_of_the_deputy_too() {
        Approval asked = bench.ask(cast.agent(), "limit", SMALL);
        bench.away(chen, li);
        bench.away(li, wang);
        assertThat(cast.as(li, () -> desk.waitingForMe(9))).isEmpty();

        bench.decide(wang, asked, Decision.GRANTED);

        assertThat(cast.as(wang, () -> desk.view(asked.id())).steps().getFirst())
                .extracting(Step::decider, Step::onBehalfOf, Step::alone)
                .containsExactly("wang", "陈会计", false);
    }

    @Test
    void a_firm_of_one_decides_for_itself_and_that_is_recorded() {
        TestServer.executeAt(
                StoryDatabase.ownerUrl(), "update identity.users set disabled_at = now() where name <> 'ada'");
        User ada = cast.administrator();
        Approval asked = bench.ask(ada, "alone", SMALL);
        assertThat(bench.decide(ada, asked, Decision.GRANTED).status()).isEqualTo(Status.GRANTED);
        assertThat(cast.as(ada, () -> desk.view(asked.id())).steps())
                .singleElement()
                .matches(Step::alone);
    }

    @Test
    void without_anybody_who_could_decide_nothing_is_asked() {
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "update identity.users set disabled_at = now() where name not in ('ada', 'li')");
        assertThatThrownBy(() -> bench.ask(cast.administrator(), "nobody", SMALL))
                .hasMessage("approvals.nobody");
        assertThat(cast.as(wang, () -> desk.all("pending", 9, 0))).isEmpty();
    }

    @Test
    void two_steps_of_the_same_role_mean_two_people() {
        bench.settle(
                new StepField("1", "role:controller", "", "", ""), new StepField("2", "role:controller", "", "", ""));
        User second = bench.secondController();
        Approval asked = bench.ask(li, "twice", SMALL);
        bench.decide(chen, asked, Decision.GRANTED);
        assertThatThrownBy(() -> bench.decide(chen, asked, Decision.GRANTED)).hasMessage("approvals.twice");
        assertThat(bench.decide(second, asked, Decision.GRANTED).status()).isEqualTo(Status.GRANTED);
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
        Approval asked = bench.ask(li, "seen", SMALL);
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
        Approval asked = bench.ask(li, "limit", SMALL);
        User agent = cast.agent();
        cast.as(chen, () -> {
            desk.delegate(asked.id(), agent.id(), "you know them");
            return null;
        });
        assertThatThrownBy(() -> bench.decide(chen, asked, Decision.GRANTED)).hasMessage("approvals.notForYou");
        assertThat(bench.decide(agent, asked, Decision.GRANTED).status()).isEqualTo(Status.GRANTED);
        assertThat(cast.as(li, () -> desk.view(asked.id())).remarks())
                .extracting(Remark::kind, Remark::text)
                .containsExactly(tuple("delegated", "赵客服: you know them"));
    }
}

package mainstay.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import mainstay.approvals.Step.Decision;
import mainstay.identity.User;
import mainstay.shared.web.Text;
import mainstay.testing.Cast;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Median and ninetieth percentile, before and after a change of the rule.
@Story
class TurnaroundTests {

    @Autowired
    Approvals approvals;

    @Autowired
    ApprovalDesk desk;

    @Autowired
    ApprovalRuleDesk rules;

    @Autowired
    Turnaround turnaround;

    @Autowired
    Cast cast;

    @Autowired
    StandingClock clock;

    @BeforeEach
    void nothing_asked_yet() {
        clock.reset();
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "delete from approvals.remark",
                "delete from approvals.step",
                "delete from approvals.request",
                "delete from approvals.rule_step where kind = 'story'",
                "delete from approvals.rule where kind = 'story'");
    }

    private void taking(int hours, boolean lookedAtHalfway) {
        User li = cast.keyAccountManager();
        User wang = cast.director();
        Approval asked = cast.as(
                li,
                () -> approvals.ask(new ApprovalWish(
                        StoryKind.CODE, "x" + clock.instant(), null, 4, null, Text.of("approvals.title"), "/", "why")));
        if (lookedAtHalfway) {
            clock.advance(Duration.ofHours(hours).dividedBy(2));
            cast.as(wang, () -> desk.view(asked.id()));
            clock.advance(Duration.ofHours(hours).dividedBy(2));
        } else {
            clock.advance(Duration.ofHours(hours));
        }
        cast.as(wang, () -> desk.decide(asked.id(), Decision.GRANTED, ""));
    }

    private List<TurnaroundRow> rows() {
        return cast.as(cast.director(), () -> turnaround.since(StandingClock.START.minus(Duration.ofDays(1)))).stream()
                .filter(row -> row.kind().equals(StoryKind.CODE))
                .toList();
    }

    @Test
    void the_worked_example_of_the_definition() {
        taking(2, true);
        taking(4, true);
        taking(6, true);
        taking(20, false);

        TurnaroundRow row = rows().getFirst();
        assertThat(row.decided()).isEqualTo(4);
        assertThat(row.median()).isCloseTo(5.0, within(1e-9));
        assertThat(row.ninetieth()).isCloseTo(15.8, within(1e-9));
        assertThat(row.waiting()).as("1, 2, 3 and 20 hours").isCloseTo(2.5, within(1e-9));
        assertThat(row.working()).as("1, 2, 3 and 0 hours").isCloseTo(1.5, within(1e-9));
        assertThat(row.late()).isZero();
    }

    @Test
    void a_changed_rule_begins_a_row_of_its_own_and_late_is_past_the_maximum() {
        taking(30, false);
        User wang = cast.director();
        cast.administrator();
        cast.as(
                wang,
                () -> rules.settle(
                        StoryKind.CODE,
                        List.of(
                                new StepField("1", "role:director", "", "", ""),
                                new StepField("2", "role:administrator", "1000000", "", "")),
                        rules.revision()));
        taking(3, false);

        assertThat(rows()).extracting(TurnaroundRow::version).containsExactly(1, 2);
        assertThat(rows())
                .extracting(TurnaroundRow::late)
                .as("24 hours for four stars")
                .containsExactly(1L, 0L);
        assertThat(rows())
                .extracting(TurnaroundRow::pending)
                .as("the amount is unknown")
                .containsExactly(0L, 1L);
    }
}

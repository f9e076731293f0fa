package mainstay.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mainstay.approvals.Step.Decision;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.shared.web.Text;
import mainstay.testing.Cast;
import mainstay.testing.StandingClock;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/// A rule of two turns, and people who ask and decide by it.
@TestComponent
public class ApprovalBench {

    static final long LARGE = 20_000_000L;
    static final long SMALL = 10_000L;

    private final Approvals approvals;
    private final ApprovalDesk desk;
    private final ApprovalRuleDesk rules;
    private final StoryKind kind;
    private final Cast cast;
    private final StandingClock clock;

    ApprovalBench(
            Approvals approvals,
            ApprovalDesk desk,
            ApprovalRuleDesk rules,
            StoryKind kind,
            Cast cast,
            StandingClock clock) {
        this.approvals = approvals;
        this.desk = desk;
        this.rules = rules;
        this.kind = kind;
        this.cast = cast;
        this.clock = clock;
    }

    /// Who decides and who asks.
    record People(User wang, User chen, User li) {}

    /// Nothing is asked, everybody is there, and the rule is the usual one.
    People reset() {
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
        People people = new People(cast.director(), cast.controller(), cast.keyAccountManager());
        settle(new StepField("1", "role:controller", "", "", ""), new StepField("2", "role:director", "1000", "", ""));
        return people;
    }

    void settle(StepField... steps) {
        assertThat(cast.as(cast.director(), () -> rules.settle(StoryKind.CODE, List.of(steps), rules.revision())))
                .isEmpty();
    }

    Approval ask(User who, String subject, @Nullable Long amount) {
        return cast.as(who, () -> approvals.ask(wish(subject, amount)));
    }

    private static ApprovalWish wish(String subject, @Nullable Long amount) {
        return new ApprovalWish(
                StoryKind.CODE, subject, null, 3, amount, Text.of("approvals.title"), "/today", "They pay well.");
    }

    Approval decide(User who, Approval approval, Decision decision) {
        return cast.as(who, () -> desk.decide(approval.id(), decision, "looked at it"));
    }

    void away(User who, @Nullable User deputy) {
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "insert into identity.absence (user_id, deputy_id, first_day, last_day, recorded_by, recorded_at) values ("
                        + who.id() + ", " + (deputy == null ? "null" : deputy.id())
                        + ", '2026-11-10', '2026-11-20', 'story', now())");
    }

    User secondController() {
        User sun = cast.another("sun", "孙会计", Role.CONTROLLER);
        TestServer.executeAt(
                StoryDatabase.ownerUrl(), "update identity.users set disabled_at = null where name = 'sun'");
        return sun;
    }
}

package mainstay.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mainstay.accounts.AccountCard;
import mainstay.accounts.Accounts;
import mainstay.approvals.Approval;
import mainstay.approvals.ApprovalDesk;
import mainstay.approvals.Step.Decision;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.User;
import mainstay.identity.UserDesk;
import mainstay.planning.Written;
import mainstay.planning.need.NeedDesk;
import mainstay.planning.plan.Plan;
import mainstay.planning.plan.PlanDesk;
import mainstay.planning.plan.PlanStart;
import org.springframework.stereotype.Component;

/// What became of the sample's plans of the last year: goals, reviews, the yes of the director, and one that is closed
/// and goes on in the next period. Each step is a transaction of its own, by whoever takes it.
@Component
class SamplePlanHistory {

    private static final List<String> APPROVED = List.of("944", "981", "965", "896");
    private static final String CLOSED = "906";
    private static final List<String> NEEDY = List.of("944", "981", "906");
    private static final List<String> RATINGS = List.of("4", "3", "5", "4");

    private final Accounts accounts;
    private final UserDesk users;
    private final PlanDesk plans;
    private final PlanStart start;
    private final NeedDesk needs;
    private final ApprovalDesk approvals;
    private final SampleWords words;
    private final Clock clock;

    SamplePlanHistory(
            Accounts accounts,
            UserDesk users,
            PlanDesk plans,
            PlanStart start,
            NeedDesk needs,
            ApprovalDesk approvals,
            SampleWords words,
            Clock clock) {
        this.accounts = accounts;
        this.users = users;
        this.plans = plans;
        this.start = start;
        this.needs = needs;
        this.approvals = approvals;
        this.words = words;
        this.clock = clock;
    }

    /// Once: plans that were handed in or closed stay as they are.
    void write() {
        Optional<User> director = users.byName("director");
        if (director.isEmpty()) {
            return;
        }
        for (int i = 0; i < APPROVED.size(); i++) {
            String rating = RATINGS.get(i);
            untouched(APPROVED.get(i)).ifPresent(plan -> approved(plan, rating, director.get()));
        }
        untouched(CLOSED).ifPresent(plan -> {
            review(plan, "5");
            plans.close(plan.id());
            start.copy(plan.id(), UUID.randomUUID());
        });
        NEEDY.forEach(code -> accounts.byCode(code)
                .filter(account -> needs.of(account.id()).isEmpty())
                .ifPresent(this::need));
    }

    /// The only plan of an account, as long as nobody has handed it in or closed it.
    private Optional<Plan> untouched(String code) {
        return accounts.byCode(code)
                .map(account -> plans.of(account.id()))
                .filter(all -> all.size() == 1)
                .map(List::getFirst)
                .filter(plan -> plan.edition() == 0 && plan.isOpen());
    }

    private void approved(Plan plan, String rating, User director) {
        Written goal = Written.of(Map.of(
                "metric",
                "paid-on-time",
                "base",
                "95",
                "why",
                words.invented("goalWhy"),
                "shared",
                "true",
                "dueOn",
                plan.periodTo().toString()));
        if (!plans.addGoal(plan.id(), goal)) {
            throw SampleWords.refused(goal);
        }
        review(plan, rating);
        Approval asked = plans.ask(plan.id(), plans.at(plan.id()).version(), words.invented("askReason"));
        Acting.run(
                Actor.of(director),
                () -> approvals.decide(asked.id(), Decision.GRANTED, words.invented("planGranted")));
    }

    private void review(Plan plan, String rating) {
        LocalDate lately = today().minusDays(25);
        LocalDate end = plan.periodTo().minusDays(10);
        Written form = Written.fresh(Map.of(
                "heldOn",
                (lately.isAfter(end) ? end : lately).toString(),
                "attendees",
                words.invented("attendees"),
                "rating",
                rating,
                "summary",
                words.invented("summaryLater"),
                "decisions",
                ""));
        if (!plans.review(plan.id(), form)) {
            throw SampleWords.refused(form);
        }
    }

    private void need(AccountCard account) {
        Written form = Written.fresh(Map.of(
                "kind",
                "supply",
                "title",
                words.invented("needBatches"),
                "priority",
                "2",
                "source",
                words.invented("needSource"),
                "voicedOn",
                today().minusDays(12).toString(),
                "state",
                "open",
                "leadDays",
                "5"));
        if (needs.add(account.id(), form).isEmpty()) {
            throw SampleWords.refused(form);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

package mainstay.planning.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.Role;
import mainstay.planning.plan.Reviews.Due;
import mainstay.shared.WorkSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Plans that are to be looked at again: for the account's manager, and for a director where there is none.
@Component
@Transactional(readOnly = true)
class ReviewWork implements WorkSource {

    private static final int MOST = 20;
    private static final int AHEAD = 7;

    private final Reviews reviews;
    private final Clock clock;

    ReviewWork(Reviews reviews, Clock clock) {
        this.reviews = reviews;
        this.clock = clock;
    }

    @Override
    public Set<String> rules() {
        return Set.of("plan-review");
    }

    @Override
    public List<Work> work() {
        Actor actor = Acting.actor();
        if (!actor.is(Role.DIRECTOR, Role.KAM)) {
            return List.of();
        }
        LocalDate today = LocalDate.now(clock);
        return reviews.due(actor.id(), actor.is(Role.DIRECTOR), today.plusDays(AHEAD), MOST).stream()
                .map(due -> work(due, today))
                .toList();
    }

    private static Work work(Due due, LocalDate today) {
        Work work = new Work(
                "plan-review",
                String.valueOf(due.planId()),
                "/plans/" + due.planId() + "/reviews/new",
                "work.review.title",
                List.of(due.title(), Objects.requireNonNullElse(due.account(), "")),
                "work.review.reason",
                List.of(due.dueOn(), due.days()),
                due.revenue(),
                due.dueOn().isAfter(today) ? 1 : 2,
                due.dueOn());
        return work.due(due.dueOn());
    }
}

package mainstay.planning.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import mainstay.accounts.AskedOfManagers;
import mainstay.planning.plan.Reviews.Due;
import mainstay.shared.WorkSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Plans that are to be looked at again: for the account's manager, and for a director where there is none.
@Component
@Transactional(readOnly = true)
class ReviewWork implements WorkSource {

    private static final int AHEAD = 7;

    private final AskedOfManagers asked;
    private final Clock clock;

    ReviewWork(AskedOfManagers asked, Clock clock) {
        this.asked = asked;
        this.clock = clock;
    }

    @Override
    public Set<String> rules() {
        return Set.of("plan-review");
    }

    @Override
    public int told() {
        return AskedOfManagers.TOLD;
    }

    @Override
    public List<Work> work() {
        LocalDate today = LocalDate.now(clock);
        return asked.rows(Reviews.ASKED, Map.of("today", today, "until", today.plusDays(AHEAD)), Due.class).stream()
                .map(due -> work(due, today))
                .toList();
    }

    private static Work work(Due due, LocalDate today) {
        return Work.of(
                        "plan-review",
                        String.valueOf(due.planId()),
                        "/plans/" + due.planId() + "/reviews/new",
                        "work.review.title",
                        List.of(due.title(), Objects.requireNonNullElse(due.account(), "")),
                        "work.review.reason",
                        List.of(due.dueOn(), due.days()),
                        due.revenue(),
                        due.dueOn().isAfter(today) ? 1 : 2,
                        due.dueOn())
                .due(due.dueOn());
    }
}

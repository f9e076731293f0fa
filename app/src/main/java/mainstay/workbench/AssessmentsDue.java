package mainstay.workbench;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import mainstay.identity.Acting;
import mainstay.identity.Role;
import mainstay.rating.AssessmentGaps;
import mainstay.shared.WorkSource;
import org.springframework.stereotype.Component;

/// Key accounts of which something was never assessed, or not for a year. Who knows them says what they are like.
@Component
class AssessmentsDue implements WorkSource {

    private static final int MOST = 20;
    private static final int YEARS = 1;

    private final AssessmentGaps gaps;
    private final AccountLinks links;
    private final Clock clock;

    AssessmentsDue(AssessmentGaps gaps, AccountLinks links, Clock clock) {
        this.gaps = gaps;
        this.links = links;
        this.clock = clock;
    }

    @Override
    public Set<String> rules() {
        return Set.of("assessment-due");
    }

    @Override
    public int told() {
        return MOST;
    }

    @Override
    public List<Work> work() {
        if (!Acting.actor().is(Role.DIRECTOR, Role.KAM)) {
            return List.of();
        }
        return gaps.since(LocalDate.now(clock).minusYears(YEARS), COUNTED + 1).stream()
                .map(this::work)
                .toList();
    }

    private Work work(AssessmentGaps.Gap gap) {
        boolean aged = gap.oldest() != null;
        return Work.of(
                "assessment-due",
                gap.code(),
                links.to(gap.code(), "rating"),
                "work.assess.title",
                List.of(gap.name()),
                !aged ? "work.assess.missing" : gap.missing() == 0 ? "work.assess.old" : "work.assess.both",
                aged ? List.of(gap.missing(), gap.old(), gap.oldest()) : List.of(gap.missing()),
                gap.revenue(),
                1,
                gap.oldest());
    }
}

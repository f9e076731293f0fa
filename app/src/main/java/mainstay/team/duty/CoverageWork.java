package mainstay.team.duty;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import mainstay.identity.Acting;
import mainstay.identity.Role;
import mainstay.shared.WorkSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What nobody answers for, told to who can say who does.
@Component
@Transactional(readOnly = true)
class CoverageWork implements WorkSource {

    private static final int MOST = 20;

    private final Gaps gaps;

    CoverageWork(Gaps gaps) {
        this.gaps = gaps;
    }

    @Override
    public Set<String> rules() {
        return Set.of("coverage-gap");
    }

    @Override
    public int told() {
        return MOST;
    }

    @Override
    public List<Work> work() {
        if (!Acting.actor().is(Role.DIRECTOR, Role.ADMINISTRATOR, Role.KAM)) {
            return List.of();
        }
        return closable().stream().limit(COUNTED + 1).map(CoverageWork::work).toList();
    }

    /// Nobody is asked to close what he may not.
    private List<Gap> closable() {
        List<Gap> all = gaps.all();
        if (!Acting.actor().is(Role.KAM) || all.isEmpty()) {
            return all;
        }
        Set<Long> whole = gaps.arranged();
        return all.stream().filter(gap -> whole.contains(gap.accountId())).toList();
    }

    private static Work work(Gap gap) {
        return Work.of(
                "coverage-gap",
                gap.code() + "/" + gap.kind() + number(gap.personId()) + number(gap.otherId()),
                gap.path(),
                "work.gap." + gap.kind() + ".title",
                List.of(gap.account()),
                "work.gap." + gap.kind() + ".reason",
                List.of(
                        gap.fields(),
                        Objects.requireNonNullElse(gap.person(), ""),
                        Objects.requireNonNullElse(gap.other(), "")),
                gap.stake(),
                gap.isOverlap() ? 1 : 2,
                gap.since());
    }

    private static String number(@Nullable Long person) {
        return person == null ? "" : "/" + person;
    }
}

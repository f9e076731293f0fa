package mainstay.team.energy;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import mainstay.identity.Acting;
import mainstay.shared.WorkSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// People whose last four weeks went mostly to ourselves, told to them and to whoever leads them.
@Component
@Transactional(readOnly = true)
class EnergyWork implements WorkSource {

    private static final int MOST = 20;
    private static final double HUNDRED = 100;

    private final EnergyDesk desk;

    EnergyWork(EnergyDesk desk) {
        this.desk = desk;
    }

    @Override
    public Set<String> rules() {
        return Set.of("energy-alarm");
    }

    @Override
    public int told() {
        return MOST;
    }

    /// Hours of people are no matter for mails.
    @Override
    public boolean staysInside() {
        return true;
    }

    @Override
    public List<Work> work() {
        Long self = Acting.actor().id();
        return desk.alarms().stream()
                .limit(COUNTED + 1)
                .map(row -> work(row, self != null && self == row.userId()))
                .toList();
    }

    private static Work work(EnergyRow row, boolean own) {
        return Work.of(
                "energy-alarm",
                row.user(),
                row.path(),
                own ? "work.energy.own" : "work.energy.other",
                List.of(row.name()),
                "work.energy.reason",
                List.of(
                        percent(row.energy().internalShare()),
                        percent(row.energy().measured())),
                null,
                1,
                null);
    }

    private static long percent(@Nullable Double share) {
        return Math.round(Objects.requireNonNullElse(share, 0.0) * HUNDRED);
    }
}

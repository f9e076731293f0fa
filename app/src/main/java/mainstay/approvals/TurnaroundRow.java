package mainstay.approvals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How long decisions of a kind took under one version of its rule.
///
/// @param since     from when on the version of the rule was in force
/// @param median    hours from asking to the last decision
/// @param ninetieth hours within which nine of ten were decided
/// @param waiting   median hours of a step until somebody looked at it
/// @param working   median hours of a step from then to the decision
/// @param late      how many took longer than they may
public record TurnaroundRow(
        String kind,
        int version,
        Instant since,
        long decided,
        long pending,
        @Nullable Double median,
        @Nullable Double ninetieth,
        @Nullable Double waiting,
        @Nullable Double working,
        long late) {

    public boolean isLate() {
        return late > 0;
    }
}

package mainstay.accounts;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Where somebody wants an account to stand.
///
/// @param parent  code of the parent
/// @param holding in percent; null: unknown, which counts as control
/// @param from    null: as long as anybody knows
/// @param until   the first day on which it does not hold any more; null: for good
record Placement(
        String parent,
        @Nullable BigDecimal holding,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    LocalDate start() {
        return from == null ? LocalDate.MIN : from;
    }

    LocalDate end() {
        return until == null ? LocalDate.MAX : until;
    }

    boolean isInOrder() {
        return start().isBefore(end());
    }

    boolean isShare() {
        return holding == null || (holding.signum() >= 0 && holding.compareTo(BigDecimal.valueOf(100)) <= 0);
    }
}

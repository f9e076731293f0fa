package mainstay.portfolio.period;

import java.time.LocalDate;
import mainstay.shared.Period;
import org.jspecify.annotations.Nullable;

/// From which day to which the ledger has sales.
record LedgerReach(@Nullable LocalDate from, @Nullable LocalDate to) {

    /// A ledger that starts up to so many days later still covers a period.
    private static final int TOLERANCE = 7;

    boolean covers(Period period) {
        return from != null && !from.isAfter(period.from().plusDays(TOLERANCE));
    }
}

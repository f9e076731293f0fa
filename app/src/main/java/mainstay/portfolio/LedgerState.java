package mainstay.portfolio;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How far the ledger reaches.
///
/// @param revision grows with every published or withdrawn batch
public record LedgerState(
        long revision, @Nullable LocalDate from, @Nullable LocalDate to, String currency) {
    private static final int MOST_MONTHS = 36;

    /// The first of the days whose purchases say how an account buys: its rhythm and its value rest on the
    /// same ones.
    public LocalDate lookedFrom(LocalDate asOf) {
        LocalDate earliest = asOf.minusMonths(MOST_MONTHS).plusDays(1);
        return from != null && from.isAfter(earliest) ? from : earliest;
    }
}

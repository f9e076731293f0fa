package mainstay.rating;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Whether ratings of two days can be compared: the twelve months before the earlier day are in the ledger,
/// and the twelve before those are there for both days or for neither. Otherwise the beginning of the ledger
/// looks like a move.
///
/// @param first day of the ledger, null where it is empty
record Comparison(@Nullable LocalDate first) {
    /// A ledger that starts up to so many days into a span still covers it.
    private static final int TOLERANCE = 8;

    boolean fails(LocalDate before, LocalDate after) {
        return !reaches(before.minusYears(1)) || reaches(before.minusYears(2)) != reaches(after.minusYears(2));
    }

    /// The day that a span must not begin before.
    @Nullable
    LocalDate enough() {
        return first == null ? null : first.minusDays(TOLERANCE);
    }

    private boolean reaches(LocalDate day) {
        LocalDate enough = enough();
        return enough != null && !enough.isAfter(day);
    }
}

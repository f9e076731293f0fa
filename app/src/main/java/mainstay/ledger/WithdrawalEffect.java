package mainstay.ledger;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What would change if a batch were withdrawn.
///
/// @param rows       that would leave
/// @param amount     they come to; null where the kind has none
/// @param documents  they belong to
/// @param comingBack earlier rows that would count again
/// @param months     with sales before and after, the latest first
public record WithdrawalEffect(
        long rows, @Nullable Long amount, long accounts, long documents, long comingBack, List<MonthChange> months) {

    /// Net sales of a month as they are, and what would be left.
    public record MonthChange(LocalDate month, long now, long leaving) {

        public long after() {
            return now - leaving;
        }
    }
}

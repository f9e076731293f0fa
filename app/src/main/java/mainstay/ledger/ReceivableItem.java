package mainstay.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An invoice that is not wholly paid.
///
/// @param daysOverdue below nought: not due yet; null: its due day is unknown
public record ReceivableItem(
        String account,
        String accountName,
        String number,
        LocalDate issued,
        @Nullable LocalDate due,
        long amount,
        long open,
        boolean disputed,
        @Nullable Integer daysOverdue) {

    public boolean isOverdue() {
        return daysOverdue != null && daysOverdue > 0;
    }
}

package mainstay.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An invoice that is not wholly paid.
///
/// @param amount      in the firm's currency; null: no rate is known
/// @param daysOverdue below nought: not due yet; null: its due day is unknown
public record ReceivableItem(
        String account,
        String accountName,
        String number,
        LocalDate issued,
        @Nullable LocalDate due,
        @Nullable Long amount,
        @Nullable Long open,
        boolean disputed,
        @Nullable Integer daysOverdue,
        @Nullable Foreign foreign) {

    /// The same in the invoice's own currency, where that is another.
    public record Foreign(String currency, long amount, long open) {}

    public boolean isOverdue() {
        return daysOverdue != null && daysOverdue > 0;
    }
}

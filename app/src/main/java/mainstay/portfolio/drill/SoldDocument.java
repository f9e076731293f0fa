package mainstay.portfolio.drill;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An invoice or credit note, as far as its lines are in a slice. Money has four decimals.
///
/// @param amount null where no line has a rate
/// @param profit of the lines whose cost is known
/// @param code   of the account; null without one
public record SoldDocument(
        LocalDate date,
        long documentId,
        @Nullable String number,
        @Nullable Long accountId,
        long billToId,
        @Nullable String code,
        @Nullable String name,
        long lines,
        @Nullable Long amount,
        long returned,
        @Nullable Long profit,
        @Nullable Long quantity,
        @Nullable String unit,
        boolean mixed) {

    public Quantity sold() {
        return Quantity.of(quantity, unit, mixed);
    }

    RowPlace place() {
        return new RowPlace(date, documentId, accountId == null ? 0 : accountId, billToId);
    }
}

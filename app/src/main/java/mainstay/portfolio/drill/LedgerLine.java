package mainstay.portfolio.drill;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A line as it stands in the ledger, and where it came from. Money and quantities have four decimals.
///
/// @param counted  the quantity in the unit that the product counts in, where the line's converts
/// @param batchId  import that brought it
/// @param fileLine its line in that file
public record LedgerLine(
        LocalDate date,
        long documentId,
        @Nullable String document,
        long line,
        String kind,
        @Nullable String product,
        @Nullable String productName,
        @Nullable String category,
        @Nullable String region,
        @Nullable Long quantity,
        @Nullable String unit,
        @Nullable Long counted,
        String countedIn,
        @Nullable Long price,
        @Nullable Long amount,
        @Nullable Long cost,
        @Nullable String code,
        @Nullable String name,
        long batchId,
        long fileLine) {

    public @Nullable Long profit() {
        return amount == null || cost == null ? null : amount - cost;
    }

    public Quantity sold() {
        return Quantity.of(counted, countedIn, false);
    }

    /// The quantity as the line states it, where it counts in another unit.
    public @Nullable Quantity stated() {
        return unit == null || unit.equals(countedIn) ? null : Quantity.of(quantity, unit, false);
    }

    public boolean isCredit() {
        return kind.equals("credit");
    }

    RowPlace place() {
        return new RowPlace(date, documentId, 0, line);
    }
}

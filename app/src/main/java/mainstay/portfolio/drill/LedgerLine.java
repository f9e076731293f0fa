package mainstay.portfolio.drill;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A line as it stands in the ledger, and where it came from. Money and quantities have four decimals.
///
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

    public boolean isCredit() {
        return kind.equals("credit");
    }

    RowPlace place() {
        return new RowPlace(date, documentId, 0, line);
    }
}

package mainstay.terms.price;

import java.time.Instant;
import java.time.LocalDate;
import mainstay.terms.Ended;
import org.jspecify.annotations.Nullable;

/// A price that was asked for, and what became of it. Amounts are in ten-thousandths.
///
/// @param product    its code; empty where it is about a category
/// @param region     empty: any
/// @param unit       empty: whatever the lines state
/// @param discount   off the list price, as a fraction; null where there is a price
/// @param floorPrice that the ledger knew for the unit when it was asked for
/// @param state      `asked`, `refused`, `coming`, `holds` or `over`
/// @param ended      null where nobody ended it before its last day
public record PriceAgreement(
        long id,
        long accountId,
        boolean wholeGroup,
        String region,
        String product,
        String category,
        String unit,
        @Nullable Long price,
        @Nullable Double discount,
        String currency,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable Long floorPrice,
        String reason,
        String askedBy,
        Instant askedAt,
        String state,
        @Nullable Ended ended) {

    public boolean canEnd() {
        return state.equals("holds") || state.equals("coming");
    }

    public boolean isBelowFloor() {
        return price != null && floorPrice != null && price < floorPrice;
    }

    public String about() {
        return product.isEmpty() ? category : product;
    }

    public String tone() {
        return switch (state) {
            case "holds" -> "tag-good";
            case "asked" -> "tag-warn";
            default -> "tag-muted";
        };
    }
}

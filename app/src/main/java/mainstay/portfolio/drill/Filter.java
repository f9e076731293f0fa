package mainstay.portfolio.drill;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// What a slice is limited to; null is no limit, empty text is "not named".
///
/// @param month    as `yyyy-MM`
/// @param product  number of the product
/// @param document number of the document's row
/// @param nobody   lines without a customer, instead of those with one
/// @param gross    rows of invoices with quantity and price only
/// @param returned the other rows
/// @param uncosted lines whose cost is unknown
record Filter(
        @Nullable YearMonth month,
        @Nullable String category,
        @Nullable String region,
        @Nullable String product,
        @Nullable Long document,
        boolean nobody,
        boolean gross,
        boolean returned,
        boolean uncosted) {

    static final Filter NONE = new Filter(null, null, null, null, null, false, false, false, false);

    /// Days and months by account know the answer.
    boolean fitsRollUps() {
        return category == null
                && region == null
                && product == null
                && document == null
                && !gross
                && !returned
                && !uncosted;
    }

    Filter onlyReturned() {
        return new Filter(month, category, region, product, document, nobody, gross, true, uncosted);
    }
}

package mainstay.portfolio;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A line of an invoice or credit note, as behind a figure. Quantity and money have four decimals.
///
/// @param amount in the reporting currency, null while its rate is unknown
public record SoldLine(
        LocalDate date,
        @Nullable String document,
        String product,
        @Nullable Long quantity,
        @Nullable Long amount,
        String code,
        String name) {}

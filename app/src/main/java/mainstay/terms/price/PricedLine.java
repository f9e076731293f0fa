package mainstay.terms.price;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A line that was sold at another price than agreed. Amounts are in ten-thousandths of the agreed currency.
///
/// @param paid       for a unit
/// @param agreed     for a unit
/// @param difference paid less agreed, of the whole line
public record PricedLine(
        long agreement,
        LocalDate date,
        long documentId,
        String document,
        String product,
        @Nullable String productName,
        long quantity,
        long paid,
        long agreed,
        long difference) {

    public boolean isUnder() {
        return difference < 0;
    }
}

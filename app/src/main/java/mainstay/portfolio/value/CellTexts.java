package mainstay.portfolio.value;

import java.util.Locale;
import mainstay.shared.Money;
import org.jspecify.annotations.Nullable;

/// Figures in the cells of a file; what is unknown is empty.
final class CellTexts {

    private CellTexts() {}

    /// @param amount in ten-thousandths
    static String money(@Nullable Long amount) {
        return amount == null ? "" : new Money(amount).toDecimal().toPlainString();
    }

    static String number(@Nullable Double number) {
        return number == null ? "" : String.format(Locale.ROOT, "%.4f", number);
    }
}

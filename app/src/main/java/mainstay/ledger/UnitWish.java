package mainstay.ledger;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What somebody says about a unit, as it was typed: one of `unit` is `factor` of `base`.
public record UnitWish(String product, String unit, String factor, String base) {

    static final UnitWish EMPTY = new UnitWish("", "", "", "");
    private static final BigDecimal LARGEST = new BigDecimal(1_000_000);
    private static final int DECIMALS = 10;
    private static final int LONGEST = 200;

    static UnitWish of(
            @Nullable String product, @Nullable String unit, @Nullable String factor, @Nullable String base) {
        return new UnitWish(text(product), text(unit), text(factor), text(base));
    }

    boolean isNamed() {
        return isUsable(product) && isUsable(unit) && isUsable(base) && !unit.equals(base);
    }

    /// Exact; nothing where it is no number above nought that can be kept as it is.
    Optional<BigDecimal> times() {
        try {
            BigDecimal times = new BigDecimal(factor);
            boolean kept = times.signum() > 0
                    && times.compareTo(LARGEST) <= 0
                    && times.stripTrailingZeros().scale() <= DECIMALS;
            return kept ? Optional.of(times) : Optional.empty();
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private static boolean isUsable(String text) {
        return !text.isEmpty() && text.length() <= LONGEST;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}

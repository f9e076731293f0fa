package mainstay.ledger;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
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

    /// What is wrong with it whatever the ledger knows.
    Optional<UnitDecision> refusal() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("product", product);
        names.put("unit", unit);
        names.put("base", base);
        for (Map.Entry<String, String> name : names.entrySet()) {
            if (!isUsable(name.getValue())) {
                return Optional.of(UnitDecision.refused(name.getKey(), "units.missing." + name.getKey(), LONGEST));
            }
        }
        if (unit.equals(base)) {
            return Optional.of(UnitDecision.refused("base", "units.sameUnit", unit));
        }
        return times().isEmpty()
                ? Optional.of(UnitDecision.refused("factor", "units.badFactor", factor))
                : Optional.empty();
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

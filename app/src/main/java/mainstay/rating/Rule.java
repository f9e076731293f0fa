package mainstay.rating;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A figure of the firm's own: what serving costs, and the limits of the key-account rule. Shares are asked for
/// in percent.
enum Rule {
    PER_ORDER("perOrder", 0, 1_000_000_000, 4, false),
    PER_LINE("perLine", 0, 1_000_000_000, 4, false),
    PER_DELIVERY("perDelivery", 0, 1_000_000_000, 4, false),
    PER_VISIT("perVisit", 0, 1_000_000_000, 4, false),
    PER_REQUEST("perRequest", 0, 1_000_000_000, 4, false),
    CAPITAL_RATE("capitalRate", 0, 100, 3, false),
    CUMULATIVE("cumulative", 1, 100, 2, true),
    MINIMUM("minimum", 0, 100, 2, true),
    MOST("most", 1, 10_000, 0, true),
    CREDIT("credit", 0, 100, 1, true),
    PHILOSOPHY("philosophy", 1, 5, 1, true),
    NEAR("near", 0, 100, 2, true),
    REGION_ACCOUNTS("regionAccounts", 1, 1_000_000, 0, true);

    private static final int LONGEST = 20;

    private final String code;
    private final int least;
    private final int greatest;
    private final int decimals;
    private final boolean needed;

    Rule(String code, int least, int greatest, int decimals, boolean needed) {
        this.code = code;
        this.least = least;
        this.greatest = greatest;
        this.decimals = decimals;
        this.needed = needed;
    }

    String code() {
        return code;
    }

    int least() {
        return least;
    }

    int greatest() {
        return greatest;
    }

    int decimals() {
        return decimals;
    }

    /// Whether the rule cannot do without it; the others may be left unset.
    boolean isNeeded() {
        return needed;
    }

    boolean isMoney() {
        return !needed && this != CAPITAL_RATE;
    }

    boolean takes(String text) {
        return text.isBlank() ? !needed : read(text).isPresent();
    }

    /// The number that was written, where the rule takes it.
    Optional<BigDecimal> read(String text) {
        try {
            String written = text.strip();
            return written.length() > LONGEST || written.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new BigDecimal(written)).filter(this::fits);
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    private boolean fits(BigDecimal number) {
        return number.compareTo(BigDecimal.valueOf(least)) >= 0
                && number.compareTo(BigDecimal.valueOf(greatest)) <= 0
                && number.stripTrailingZeros().scale() <= decimals;
    }

    /// As it is written in the form; nothing where it is unset.
    static String written(@Nullable BigDecimal number) {
        return number == null
                ? ""
                : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}

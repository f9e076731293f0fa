package mainstay.rating;

import java.math.BigDecimal;
import java.util.Optional;
import mainstay.shared.Numeral;
import org.jspecify.annotations.Nullable;

/// A figure of the firm's own: what serving costs, how customers are valued, and the limits of the
/// key-account rule. Shares are asked for in percent.
enum Rule {
    PER_ORDER(Part.COSTS, "perOrder", 0, 1_000_000_000, 4),
    PER_LINE(Part.COSTS, "perLine", 0, 1_000_000_000, 4),
    PER_DELIVERY(Part.COSTS, "perDelivery", 0, 1_000_000_000, 4),
    PER_VISIT(Part.COSTS, "perVisit", 0, 1_000_000_000, 4),
    PER_REQUEST(Part.COSTS, "perRequest", 0, 1_000_000_000, 4),
    CAPITAL_RATE(Part.COSTS, "capitalRate", 0, 100, 3),
    DISCOUNT_RATE(Part.VALUE, "discountRate", 1, 100, 2),
    VALUE_MONTHS(Part.VALUE, "valueMonths", 12, 120, 0),
    CUMULATIVE(Part.LIMITS, "cumulative", 1, 100, 2),
    MINIMUM(Part.LIMITS, "minimum", 0, 100, 2),
    MOST(Part.LIMITS, "most", 1, 10_000, 0),
    CREDIT(Part.LIMITS, "credit", 0, 100, 1),
    PHILOSOPHY(Part.LIMITS, "philosophy", 1, 5, 1),
    NEAR(Part.LIMITS, "near", 0, 100, 2),
    REGION_ACCOUNTS(Part.LIMITS, "regionAccounts", 1, 1_000_000, 0);

    /// What a rule is about.
    enum Part {
        COSTS,
        VALUE,
        LIMITS
    }

    private final Part part;
    private final String code;
    private final int least;
    private final int greatest;
    private final int decimals;

    Rule(Part part, String code, int least, int greatest, int decimals) {
        this.part = part;
        this.code = code;
        this.least = least;
        this.greatest = greatest;
        this.decimals = decimals;
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

    Part part() {
        return part;
    }

    /// Whether the rule cannot do without it; the others may be left unset.
    boolean isNeeded() {
        return part != Part.COSTS;
    }

    boolean isMoney() {
        return part == Part.COSTS && this != CAPITAL_RATE;
    }

    boolean takes(String text) {
        return text.isBlank() ? !isNeeded() : read(text).isPresent();
    }

    /// The number that was written, where the rule takes it.
    Optional<BigDecimal> read(String text) {
        return Numeral.number(text).filter(this::fits);
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

package mainstay.rating.finding;

import java.math.BigDecimal;
import java.util.Optional;
import mainstay.shared.Numeral;
import mainstay.shared.web.Text;

/// What is asked for each test, and within which bounds.
public enum ThresholdField {
    HINT("hint", 0, 1_000_000, 2),
    LIKELY("likely", 0, 1_000_000, 2),
    STRONG("strong", 0, 1_000_000, 2),
    EVIDENCE("evidence", 1, 100_000, 0),
    MONEY("money", 0, 1_000_000_000, 4);

    private static final int WHOLE = 100;

    private final String code;
    private final int least;
    private final int greatest;
    private final int decimals;

    ThresholdField(String code, int least, int greatest, int decimals) {
        this.code = code;
        this.least = least;
        this.greatest = greatest;
        this.decimals = decimals;
    }

    public String code() {
        return code;
    }

    boolean isMeasure() {
        return this == HINT || this == LIKELY || this == STRONG;
    }

    /// The number that was written, where it is one that can be taken; shares are written in percent.
    Optional<BigDecimal> read(String text, FindingTest test) {
        return Numeral.number(text)
                .filter(number -> number.signum() >= 0
                        && number.compareTo(BigDecimal.valueOf(least)) >= 0
                        && number.compareTo(BigDecimal.valueOf(most(test))) <= 0
                        && number.stripTrailingZeros().scale() <= decimals);
    }

    Text bounds(FindingTest test) {
        return Text.of("rules.wrong", least, most(test), decimals);
    }

    private int most(FindingTest test) {
        return isMeasure() && test.isShare() ? WHOLE : greatest;
    }
}

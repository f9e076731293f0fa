package mainstay.terms.credit;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What rules of thumb ask before they name a credit limit. Shares and chances are in percent.
public enum LimitFigure {
    NET_WORTH("netWorth", "-1000000000000", "1000000000000"),
    WORKING_CAPITAL("workingCapital", "-1000000000000", "1000000000000"),
    MONTHLY_SALES("monthlySales", "0", "1000000000000"),
    NEED("creditNeed", "0", "100", "25", "50", 0, 5, 10),
    YEARS("yearsInBusiness", "0", "1000", "3", "10", 0, 5, 10),
    MARGIN("profitMargin", "-1000", "100", "5", "14", 0, 5, 10),
    CURRENT_RATIO("currentRatio", "0", "1000", "1.5", "2.2", 0, 5, 10),
    DEBT("debt", "0", "1000", "30", "50", 10, 0, -5),
    YEAR_SALES("yearSales", "0", "1000000000000"),
    LOSS_BUDGET("lossBudget", "0", "100"),
    DEFAULT_CHANCE("defaultChance", "0.0001", "100"),
    LOSS_SHARE("lossShare", "0.0001", "100");

    private static final List<LimitFigure> SCORED =
            Arrays.stream(values()).filter(figure -> figure.low != null).toList();

    private final String code;
    private final BigDecimal least;
    private final BigDecimal greatest;
    private final @Nullable BigDecimal low;
    private final @Nullable BigDecimal high;
    private final int below;
    private final int between;
    private final int above;

    LimitFigure(String code, String least, String greatest) {
        this.code = code;
        this.least = new BigDecimal(least);
        this.greatest = new BigDecimal(greatest);
        this.low = null;
        this.high = null;
        this.below = 0;
        this.between = 0;
        this.above = 0;
    }

    /// With points below a first border, from there to a second one, and above it.
    LimitFigure(
            String code, String least, String greatest, String low, String high, int below, int between, int above) {
        this.code = code;
        this.least = new BigDecimal(least);
        this.greatest = new BigDecimal(greatest);
        this.low = new BigDecimal(low);
        this.high = new BigDecimal(high);
        this.below = below;
        this.between = between;
        this.above = above;
    }

    /// Those that the table has points for.
    static List<LimitFigure> scored() {
        return SCORED;
    }

    public String code() {
        return code;
    }

    public BigDecimal least() {
        return least;
    }

    public BigDecimal greatest() {
        return greatest;
    }

    public boolean fits(BigDecimal figure) {
        return figure.compareTo(least) >= 0 && figure.compareTo(greatest) <= 0;
    }

    /// Percent of net worth that a figure adds to the limit; nought for what the table does not ask.
    int points(BigDecimal figure) {
        if (low == null || high == null) {
            return 0;
        }
        if (figure.compareTo(low) < 0) {
            return below;
        }
        return figure.compareTo(high) > 0 ? above : between;
    }
}

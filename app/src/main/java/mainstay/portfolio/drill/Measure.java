package mainstay.portfolio.drill;

import java.util.Arrays;
import java.util.Locale;
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;

/// A figure that can be taken apart.
public enum Measure {
    REVENUE("revenue", "revenue"),
    RETURNS("returned", "returns"),
    PROFIT("profit", "gross-margin"),
    ORDERS("orders", "orders"),
    QUANTITY("quantity", "quantity");

    private final String column;
    private final String definition;

    Measure(String column, String definition) {
        this.column = column;
        this.definition = definition;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String key() {
        return "drill.measure." + code();
    }

    public String definition() {
        return definition;
    }

    /// Of the sums in [SliceSql].
    String column() {
        return column;
    }

    /// Orders and quantities are counted, the others are money.
    public boolean isMoney() {
        return this == REVENUE || this == RETURNS || this == PROFIT;
    }

    static Measure of(@Nullable String code) {
        return code == null || code.isEmpty()
                ? REVENUE
                : Arrays.stream(values())
                        .filter(one -> one.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> new Problem.Invalid("drill.noSuchMeasure", code));
    }
}

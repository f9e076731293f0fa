package mainstay.portfolio.drill;

import java.util.Arrays;
import java.util.Locale;
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;

/// By what sales are taken apart; documents and lines are the end of it.
public enum Cut {
    MONTH,
    CATEGORY,
    REGION,
    PRODUCT,
    ACCOUNT,
    DOCUMENT,
    LINE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String key() {
        return "drill.cut." + code();
    }

    /// Whether the parts are sums, and not the rows themselves.
    public boolean isSum() {
        return compareTo(DOCUMENT) < 0;
    }

    static Cut of(@Nullable String code) {
        return code == null || code.isEmpty()
                ? MONTH
                : Arrays.stream(values())
                        .filter(one -> one.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> new Problem.Invalid("drill.noSuchCut", code));
    }
}

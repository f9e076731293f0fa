package mainstay.analytics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/// Sums per customer at four exact decimals.
public final class Totals {

    private final Map<String, Long> sums = new LinkedHashMap<>();

    public static long fourDecimals(String amount) {
        return new BigDecimal(amount)
                .setScale(4, RoundingMode.HALF_UP)
                .unscaledValue()
                .longValueExact();
    }

    public void add(String customer, long amount) {
        sums.merge(customer, amount, Math::addExact);
    }

    public long[] array() {
        return sums.values().stream().mapToLong(Long::longValue).toArray();
    }
}

package mainstay.portfolio;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What serving costs; each may be unset. Money has four decimals.
///
/// @param capitalRate yearly cost of capital, a fraction
public record CostRates(
        @Nullable Long perOrder,
        @Nullable Long perLine,
        @Nullable Long perDelivery,
        @Nullable BigDecimal capitalRate) {

    public static final CostRates UNSET = new CostRates(null, null, null, null);

    public CostRates {
        notNegative("order", perOrder);
        notNegative("line", perLine);
        notNegative("delivery", perDelivery);
        if (capitalRate != null && (capitalRate.signum() < 0 || capitalRate.compareTo(BigDecimal.ONE) > 0)) {
            throw new IllegalArgumentException("the yearly cost of capital lies between 0 and 1: " + capitalRate);
        }
    }

    boolean isUnset() {
        return equals(UNSET);
    }

    private static void notNegative(String what, @Nullable Long cost) {
        if (cost != null && cost < 0) {
            throw new IllegalArgumentException("the cost of one " + what + " is not negative: " + cost);
        }
    }
}

package mainstay.rating.key;

import java.math.BigDecimal;

/// The rule's limits, each a setting of the firm.
///
/// @param cumulative the share of sales that the largest accounts must make together
/// @param minimum the least share of one account
/// @param most the largest number of accounts
/// @param credit the least payment health, 0 to 100
/// @param philosophy the least assessed mark, 1 to 5
/// @param near how much of the least share makes a near miss, where share is the only leg that fails
public record KeyLimits(
        BigDecimal cumulative, BigDecimal minimum, int most, double credit, double philosophy, BigDecimal near) {
    public static final KeyLimits DEFAULT =
            new KeyLimits(new BigDecimal("0.80"), new BigDecimal("0.01"), 50, 70, 3, new BigDecimal("0.5"));

    public KeyLimits {
        fraction("cumulative share", cumulative);
        fraction("least share", minimum);
        fraction("near share", near);
        if (most < 1) {
            throw new IllegalArgumentException("at least one account must be allowed: " + most);
        }
    }

    private static void fraction(String name, BigDecimal value) {
        if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(name + " must lie between 0 and 1: " + value);
        }
    }
}

package mainstay.analytics.value;

/// The value of a customer with a constant margin and a constant retention: m·r/(1 + i − r).
///
/// The first margin comes after one period and only from those who stay. Source: S. Gupta and D. R. Lehmann,
/// "Customers as Assets", Journal of Interactive Marketing 17, 2003.
///
/// @param margin m: margin per period, in money
/// @param retention r: the part of customers who stay for another period, 0 to 1
/// @param discountRate i: per period, 0 or more; above 0 where r = 1
public record ConstantMargin(double margin, double retention, double discountRate) {

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException if retention or discount rate are outside theirs
    public ConstantMargin {
        if (!(retention >= 0 && retention <= 1)) {
            throw new IllegalArgumentException("retention " + retention + " is outside 0 to 1");
        }
        if (!(discountRate >= 0 && 1 + discountRate - retention > 0)) {
            throw new IllegalArgumentException(
                    "discount rate " + discountRate + " is too low for retention " + retention);
        }
        if (!Double.isFinite(margin) || !Double.isFinite(discountRate)) {
            throw new IllegalArgumentException("margin " + margin + ", discount rate " + discountRate);
        }
    }

    /// How many times its margin a customer is worth: r/(1 + i − r).
    public double multiple() {
        return retention / (1 + discountRate - retention);
    }

    /// The value of a customer, m·r/(1 + i − r).
    public double value() {
        return margin * multiple();
    }

    /// The value of a customer after what it costs to win, m·r/(1 + i − r) − AC.
    ///
    /// @param acquisitionCost AC, in money
    public double valueAfter(double acquisitionCost) {
        return value() - acquisitionCost;
    }

    /// The expected number of periods a customer stays: 1/(1 − r); infinite where nobody leaves.
    public double expectedPeriods() {
        return 1 / (1 - retention);
    }

    /// The same customer if retention changes by some points, kept within 0 to 1.
    ///
    /// @param points a fraction: 0.05 for five points fewer defections, negative for more
    public ConstantMargin withRetentionChangedBy(double points) {
        return new ConstantMargin(margin, Math.clamp(retention + points, 0, 1), discountRate);
    }
}

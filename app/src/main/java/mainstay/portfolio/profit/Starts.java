package mainstay.portfolio.profit;

import java.util.OptionalDouble;

/// Where the sliders start, as fractions.
///
/// @param discount the firm's own rate
/// @param points   five, or half of what can still be kept where this is less
record Starts(double discount, double points) {
    private static final double FIVE = 0.05;

    /// A point has one decimal.
    private static final double STEPS = 1_000;

    /// @param keepable the part of the customers that leaves in a year and can still be kept, where known
    static Starts of(double discount, OptionalDouble keepable) {
        double half = Math.round(keepable.orElse(1) / 2 * STEPS) / STEPS;
        return new Starts(discount, Math.min(FIVE, half));
    }
}

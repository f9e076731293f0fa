package mainstay.analytics.btyd;

import java.util.List;

/// A range that covers a quantity with a given confidence.
///
/// @param low lower end
/// @param high upper end, not below `low`
/// @param level confidence, a fraction such as 0.95
public record Interval(double low, double high, double level) {

    private static final double ROUNDING = 1e-9;

    /// Checks ends and level.
    ///
    /// @throws IllegalArgumentException if an end is not a number, the ends are crossed, or the level is not
    /// above 0 and below 1
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("an interval goes up, not from " + low + " to " + high);
        }
        Normal.checkLevel(level);
    }

    /// The interval of a quantity that is normal on a scale.
    ///
    /// A quantity at the end of its scale (a probability of 1, a number of 0) cannot move: its interval has
    /// no width. What is not known has no interval at all.
    ///
    /// @param centre the quantity itself
    /// @param standardError its standard error on the scale, 0 or more
    /// @param scale the scale
    /// @param level confidence, above 0 and below 1
    /// @throws IllegalArgumentException if quantity or error is not a number, the error is below 0, or the
    /// level is outside its range
    public static Interval around(double centre, double standardError, Scale scale, double level) {
        if (Double.isNaN(centre) || !(standardError >= 0)) {
            throw new IllegalArgumentException("no interval around " + centre + " with error " + standardError);
        }
        var half = Normal.quantile(level) * standardError;
        var at = scale.forward(centre);
        if (Double.isNaN(at)) {
            throw new IllegalArgumentException(centre + " has no place on the scale " + scale);
        }
        return half > 0 && Double.isFinite(at)
                ? new Interval(scale.back(at - half), scale.back(at + half), level)
                : new Interval(centre, centre, level);
    }

    /// The interval of a product of independent quantities, each known with an interval of its own.
    ///
    /// On the logarithmic scale the distances from the centre to an end add like errors do, each end for
    /// itself: high = product · exp √Σ ln² (highᵢ / centreᵢ). So no end lies beyond the product of all ends.
    /// Source: G. Y. Zou and A. Donner, "Construction of Confidence Limits about Effect Measures", Statistics
    /// in Medicine 27, 2008.
    ///
    /// @param product the product itself, 0 or more
    /// @param factors the interval of each quantity in parts of its centre, around 1, as [#partsOf] has it;
    /// at least one
    /// @throws IllegalArgumentException if the product is below 0, there is no factor, or one is not around 1
    public static Interval ofProduct(double product, List<Interval> factors) {
        if (!(product >= 0) || factors.isEmpty()) {
            throw new IllegalArgumentException("no interval of a product " + product + " of " + factors.size());
        }
        var down = 0.0;
        var up = 0.0;
        for (var factor : factors) {
            if (!(0 <= factor.low && factor.low <= 1 && 1 <= factor.high)) {
                throw new IllegalArgumentException(factor + " is not around 1");
            }
            down = Math.hypot(down, Math.log(factor.low));
            up = Math.hypot(up, Math.log(factor.high));
        }
        return new Interval(product * Math.exp(-down), product * Math.exp(up), factors.getFirst().level);
    }

    /// The same interval in parts of its centre.
    ///
    /// @param centre above 0, between the ends but for rounding
    /// @throws IllegalArgumentException if the centre is 0 or outside
    public Interval partsOf(double centre) {
        if (!(centre > 0 && low / centre <= 1 + ROUNDING && high / centre >= 1 - ROUNDING)) {
            throw new IllegalArgumentException(centre + " is not a centre of " + low + " to " + high);
        }
        return new Interval(Math.min(1, low / centre), Math.max(1, high / centre), level);
    }

    /// Refuses a confidence that no interval has.
    ///
    /// @param level confidence, above 0 and below 1
    /// @return the level
    /// @throws IllegalArgumentException if it is outside its range
    public static double checkLevel(double level) {
        Normal.checkLevel(level);
        return level;
    }

    /// Whether a value lies in the range, ends included.
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}

package mainstay.analytics.btyd;

/// A range that covers a quantity with a given confidence.
///
/// @param low lower end
/// @param high upper end, not below `low`
/// @param level confidence, a fraction such as 0.95
public record Interval(double low, double high, double level) {

    /// Checks ends and level.
    ///
    /// @throws IllegalArgumentException if an end is not a number, the ends are crossed, or the level is not above
    /// 0 and below 1
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("an interval goes up, not from " + low + " to " + high);
        }
        Normal.checkLevel(level);
    }

    /// The interval of a quantity that is normal on a scale.
    ///
    /// A quantity at the end of its scale (a probability of 1, a number of 0) cannot move: its interval has no
    /// width. What is not known has no interval at all.
    ///
    /// @param centre the quantity itself
    /// @param standardError its standard error on the scale, 0 or more
    /// @param scale the scale
    /// @param level confidence, above 0 and below 1
    /// @throws IllegalArgumentException if quantity or error is not a number, the error is below 0, or the level
    /// is outside its range
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

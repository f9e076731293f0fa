package mainstay.analytics.btyd;

/// A range that covers a quantity with a given confidence.
///
/// @param low lower end
/// @param high upper end, not below `low`
/// @param level confidence, a fraction such as 0.95
public record Interval(double low, double high, double level) {

    /// The interval of a quantity that is normal on a scale.
    ///
    /// @param centre the quantity itself
    /// @param standardError its standard error on the scale, 0 or more
    /// @param scale the scale
    /// @param level confidence, above 0 and below 1
    /// @throws IllegalArgumentException if the level is outside its range
    public static Interval around(double centre, double standardError, Scale scale, double level) {
        var half = Normal.quantile(level) * standardError;
        var at = scale.forward(centre);
        return half > 0 && Double.isFinite(at)
                ? new Interval(scale.back(at - half), scale.back(at + half), level)
                : new Interval(centre, centre, level);
    }

    /// Whether a value lies in the range, ends included.
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}

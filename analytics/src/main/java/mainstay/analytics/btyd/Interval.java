package mainstay.analytics.btyd;

/// A range that covers a quantity with a given confidence.
///
/// @param low lower end
/// @param high upper end, not below `low`
/// @param level confidence, a fraction such as 0.95
public record Interval(double low, double high, double level) {

    /// Whether a value lies in the range, ends included.
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}

package mainstay.analytics.numeric;

/// Where a search ended.
///
/// @param at the point
/// @param value the function there
/// @param gradient its derivatives there
/// @param inverse the search's own idea of the inverse second derivatives, a good start for a similar function
/// @param evaluations how often the function was asked so far
@SuppressWarnings("ArrayRecordComponent")
public record Minimum(double[] at, double value, double[] gradient, double[][] inverse, int evaluations) {

    /// The largest derivative, whatever its sign.
    public double steepness() {
        var largest = 0.0;
        for (var slope : gradient) {
            largest = Math.max(largest, Math.abs(slope));
        }
        return largest;
    }
}

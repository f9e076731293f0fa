package mainstay.analytics.numeric;

/// Student's t distribution.
///
/// P(|T| > t) = I(ν/(ν + t²); ν/2, 1/2) with the regularised incomplete beta function. Source: W. H. Press et
/// al., Numerical Recipes, 1992, 6.4.
public final class StudentT {

    private static final int HALVINGS = 200;
    private static final double FARTHEST = 1e9;

    private StudentT() {}

    /// The probability that a t variable is farther from 0 than a value, on either side.
    ///
    /// @param degrees ν, above 0
    public static double twoSided(double degrees, double value) {
        return Incomplete.beta(degrees / 2, 0.5, degrees / (degrees + value * value));
    }

    /// The value that a t variable stays within, on both sides of 0, with a probability.
    ///
    /// @param degrees ν, above 0
    /// @param level above 0 and below 1; 0.9 leaves 5 % on each side
    /// @throws IllegalArgumentException if an argument is outside its range
    public static double within(double degrees, double level) {
        if (!(degrees > 0) || !(level > 0 && level < 1)) {
            throw new IllegalArgumentException("t with " + degrees + " degrees within " + level);
        }
        var low = 0.0;
        var high = 1.0;
        while (twoSided(degrees, high) > 1 - level && high < FARTHEST) {
            high *= 2;
        }
        for (var i = 0; i < HALVINGS && high - low > 1e-13 * high; i++) {
            var middle = (low + high) / 2;
            if (twoSided(degrees, middle) > 1 - level) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}

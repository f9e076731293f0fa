package mainstay.analytics.rfm;

import java.util.Arrays;

/// Scores from 1 to 5 by rank, 5 for the best fifth.
///
/// A customer with w worse and t equal customers (itself counted) among n stands in the middle of its equals,
/// at u = (w + t/2) / n, and scores 1 + ⌊5u⌋. Equal values always get equal scores, so the fifths are of
/// equal size only where ties allow it; if all values are equal, everybody scores 3.
///
/// Source: fifths by rank after A. M. Hughes, "Strategic Database Marketing", 1994; the middle of equals is
/// this library's own rule.
public final class Quintiles {

    private Quintiles() {}

    /// The scores of values of which the largest are best.
    ///
    /// @param values one per customer, finite
    /// @return scores from 1 to 5 in the order of the values
    /// @throws IllegalArgumentException if a value is NaN or infinite
    public static int[] largestBest(double... values) {
        var sorted = sorted(values);
        var scores = new int[values.length];
        for (var i = 0; i < values.length; i++) {
            var below = countBelow(sorted, values[i]);
            var notAbove = countBelow(sorted, Math.nextUp(values[i]));
            scores[i] = score(below, notAbove - below, values.length);
        }
        return scores;
    }

    /// The scores of values of which the smallest are best.
    ///
    /// @param values one per customer, finite
    /// @return scores from 1 to 5 in the order of the values
    /// @throws IllegalArgumentException if a value is NaN or infinite
    public static int[] smallestBest(double... values) {
        return largestBest(Arrays.stream(values).map(value -> 0.0 - value).toArray());
    }

    private static int score(int worse, int equal, int n) {
        return 1 + (int) (5 * (2L * worse + equal) / (2L * n));
    }

    private static double[] sorted(double[] values) {
        var sorted = new double[values.length];
        for (var i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException("value " + values[i] + " is not finite");
            }
            sorted[i] = values[i];
        }
        Arrays.sort(sorted);
        return sorted;
    }

    private static int countBelow(double[] sorted, double bound) {
        var low = 0;
        var high = sorted.length;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (sorted[middle] < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

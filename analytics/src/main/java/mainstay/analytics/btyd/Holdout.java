package mainstay.analytics.btyd;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import mainstay.analytics.purchase.CalibrationSplit;

/// How well a model foretold purchases that it had not seen, customer by customer.
///
/// Source: P. S. Fader, B. G. S. Hardie and K. L. Lee, "Counting Your Customers the Easy Way", Marketing
/// Science 24, 2005, compare by x in this way.
///
/// @param customers number of customers
/// @param actual their purchases in the holdout period
/// @param expected what the model expected of them
/// @param meanAbsoluteError mean of |actual − expected| over customers, in purchases
/// @param rootMeanSquareError root of the mean of (actual − expected)², in purchases
/// @param byFrequency the same by x, for those with many purchases together
public record Holdout(
        int customers,
        long actual,
        double expected,
        double meanAbsoluteError,
        double rootMeanSquareError,
        List<Bin> byFrequency) {

    /// Customers with the same number of repeat purchases in the calibration period.
    ///
    /// @param repeatPurchases x; in the last bin x and more
    /// @param customers how many they are
    /// @param meanActual their mean purchases in the holdout period; 0 without customers
    /// @param meanExpected what the model expected on average
    public record Bin(int repeatPurchases, int customers, double meanActual, double meanExpected) {}

    /// Compares a model with what happened.
    ///
    /// @param model fitted to the calibration summaries
    /// @param splits the customers
    /// @param highest from which x on customers are put together, 0 or more
    public static Holdout of(BuyingModel model, Collection<CalibrationSplit> splits, int highest) {
        var counts = new int[highest + 1];
        var actuals = new double[highest + 1];
        var expecteds = new double[highest + 1];
        var absolute = 0.0;
        var squares = 0.0;
        for (var split : splits) {
            var known = split.calibration();
            var expected = model.expectedPurchases(known, new Horizon(split.holdoutDuration(), known.unit()));
            var bin = Math.min(highest, known.repeatPurchases());
            counts[bin]++;
            actuals[bin] += split.holdoutPurchases();
            expecteds[bin] += expected;
            absolute += Math.abs(split.holdoutPurchases() - expected);
            squares += Math.pow(split.holdoutPurchases() - expected, 2);
        }
        var bins = new ArrayList<Bin>();
        var actual = 0.0;
        var expected = 0.0;
        for (var x = 0; x <= highest; x++) {
            var heads = Math.max(1, counts[x]);
            bins.add(new Bin(x, counts[x], actuals[x] / heads, expecteds[x] / heads));
            actual += actuals[x];
            expected += expecteds[x];
        }
        var n = Math.max(1, splits.size());
        return new Holdout(
                splits.size(), Math.round(actual), expected, absolute / n, Math.sqrt(squares / n), List.copyOf(bins));
    }
}

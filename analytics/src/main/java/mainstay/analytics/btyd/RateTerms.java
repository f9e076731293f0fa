package mainstay.analytics.btyd;

import mainstay.analytics.numeric.Chunks;
import mainstay.analytics.numeric.GammaFunction;
import mainstay.analytics.purchase.GroupedSummaries;

/// The part of a likelihood that gamma rates contribute: Σ ln[Γ(r + x)/Γ(r)] + r·ln α − (r + x)·ln(α + T).
///
/// It depends on x and on T, never on both at once but linearly, so it is summed over the distinct values of
/// each.
final class RateTerms {

    private final double customers;
    private final double[] counts;
    private final double[] countWeights;
    private final double[] ages;
    private final double[] ageWeights;
    private final double[] agePurchases;

    RateTerms(GroupedSummaries data, double scale) {
        counts = data.distinctCounts();
        ages = data.distinctAges();
        countWeights = new double[counts.length];
        ageWeights = new double[ages.length];
        agePurchases = new double[ages.length];
        for (var i = 0; i < data.groups(); i++) {
            var weight = data.weight(i);
            countWeights[data.countIndex(i)] += weight;
            ageWeights[data.ageIndex(i)] += weight;
            agePurchases[data.ageIndex(i)] += weight * data.repeatPurchases(i);
        }
        for (var i = 0; i < ages.length; i++) {
            ages[i] /= scale;
        }
        customers = data.customers();
    }

    double customers() {
        return customers;
    }

    double[] counts() {
        return counts;
    }

    double[] countWeights() {
        return countWeights;
    }

    /// The distinct ages in scaled units.
    double[] ages() {
        return ages;
    }

    /// The log-likelihood and its derivatives by r and α.
    double[] sums(double r, double alpha) {
        var sums = Chunks.sum(ages.length, 3, (from, to, part) -> {
            for (var i = from; i < to; i++) {
                var log = Math.log(alpha + ages[i]);
                var exponent = r * ageWeights[i] + agePurchases[i];
                part[0] -= exponent * log;
                part[1] -= ageWeights[i] * log;
                part[2] -= exponent / (alpha + ages[i]);
            }
        });
        for (var i = 0; i < counts.length; i++) {
            sums[0] += countWeights[i] * GammaFunction.logRising(r, (long) counts[i]);
            sums[1] += countWeights[i] * GammaFunction.digammaRising(r, (long) counts[i]);
        }
        sums[0] += customers * r * Math.log(alpha);
        sums[1] += customers * Math.log(alpha);
        sums[2] += customers * r / alpha;
        return sums;
    }
}

package mainstay.analytics.survival;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import mainstay.analytics.numeric.Incomplete;
import mainstay.analytics.numeric.Matrix;

/// The log-rank test: do segments lose their customers equally fast?
///
/// At each time somebody left, the departures of a segment are compared with its part of those at risk. With
/// O − E summed and its covariance V the statistic (O − E)ᵀ V⁻¹ (O − E) over all segments but the last is
/// chi-square with k − 1 degrees of freedom if they do not differ. Source: N. Mantel, "Evaluation of Survival
/// Data and Two New Rank Order Statistics", Cancer Chemotherapy Reports 50, 1966.
///
/// @param chiSquare the statistic, 0 or more
/// @param degrees number of segments that lost or could lose somebody, less one
/// @param pValue the probability of such a statistic if segments do not differ
/// @param observed departures by segment
/// @param expected departures by segment if they did not differ
public record LogRank(double chiSquare, int degrees, double pValue, List<Double> observed, List<Double> expected) {

    /// Compares segments.
    ///
    /// @param segments at least two, each with its customers
    /// @throws IllegalArgumentException if there are fewer than two segments
    public static LogRank of(List<? extends Collection<Tenure>> segments) {
        if (segments.size() < 2) {
            throw new IllegalArgumentException("the test compares segments, not " + segments.size());
        }
        var sums = new Sums(segments.size());
        var times = new TreeMap<Double, int[]>();
        for (var segment = 0; segment < segments.size(); segment++) {
            for (var tenure : segments.get(segment)) {
                var counts = times.computeIfAbsent(tenure.duration(), first -> new int[2 * segments.size()]);
                counts[2 * segment]++;
                counts[2 * segment + 1] += tenure.ended() ? 1 : 0;
                sums.atRisk[segment]++;
            }
        }
        times.values().forEach(sums::add);
        return sums.test();
    }

    private static final class Sums {
        private final double[] atRisk;
        private final double[] observed;
        private final double[] expected;
        private final double[][] variance;

        Sums(int segments) {
            atRisk = new double[segments];
            observed = new double[segments];
            expected = new double[segments];
            variance = new double[segments][segments];
        }

        void add(int[] counts) {
            double all = 0;
            double left = 0;
            for (var i = 0; i < atRisk.length; i++) {
                all += atRisk[i];
                left += counts[2 * i + 1];
            }
            for (var i = 0; i < atRisk.length && left > 0; i++) {
                var part = atRisk[i] / all;
                observed[i] += counts[2 * i + 1];
                expected[i] += left * part;
                for (var j = 0; j < atRisk.length && all > 1; j++) {
                    variance[i][j] += left * (all - left) / (all - 1) * part * ((i == j ? 1 : 0) - atRisk[j] / all);
                }
            }
            for (var i = 0; i < atRisk.length; i++) {
                atRisk[i] -= counts[2 * i];
            }
        }

        /// Over the directions in which the segments can differ at all: the null space of V carries nothing.
        LogRank test() {
            var difference = new double[observed.length];
            for (var i = 0; i < difference.length; i++) {
                difference[i] = observed[i] - expected[i];
            }
            var eigen = Matrix.eigen(variance);
            var largest = eigen.values()[observed.length - 1];
            var statistic = 0.0;
            var degrees = 0;
            for (var i = 0; i < difference.length; i++) {
                if (eigen.values()[i] > 1e-10 * largest) {
                    var along = Matrix.dot(eigen.vectors()[i], difference);
                    statistic += along * along / eigen.values()[i];
                    degrees++;
                }
            }
            return new LogRank(
                    statistic,
                    degrees,
                    degrees == 0 ? 1 : Incomplete.chiSquareUpper(degrees, statistic),
                    list(observed),
                    list(expected));
        }

        private static List<Double> list(double[] values) {
            var list = new ArrayList<Double>();
            for (var value : values) {
                list.add(value);
            }
            return List.copyOf(list);
        }
    }
}

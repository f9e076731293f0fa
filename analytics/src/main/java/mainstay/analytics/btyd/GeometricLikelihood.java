package mainstay.analytics.btyd;

import mainstay.analytics.numeric.Chunks;
import mainstay.analytics.numeric.GammaFunction;
import mainstay.analytics.numeric.Objective;
import mainstay.analytics.purchase.GroupedSummaries;

/// Minus the mean log-likelihood of BG/NBD and MBG/NBD by ln r, ln α, ln a, ln b.
///
/// To the terms of x alone and of T alone, which are tables, each group adds softplus(z) with the log odds z of
/// having left: one exponential and one logarithm. Groups without a moment to leave at (x = 0 in BG/NBD) add
/// nothing.
final class GeometricLikelihood implements Objective {

    private final RateTerms rates;
    private final int early;
    private final int first;
    private final int[] count;
    private final int[] age;
    private final int[] last;
    private final double[] weight;
    private final double[] lasts;

    /// @param early number of moments to leave at before the first repeat purchase: 0 in BG/NBD, 1 in MBG/NBD
    GeometricLikelihood(GroupedSummaries data, double scale, int early) {
        this.early = early;
        rates = new RateTerms(data, scale);
        lasts = data.distinctAgesAtLast();
        for (var i = 0; i < lasts.length; i++) {
            lasts[i] /= scale;
        }
        var groups = data.groups();
        count = new int[groups];
        age = new int[groups];
        last = new int[groups];
        weight = new double[groups];
        var idle = 0;
        for (var i = 0; i < groups; i++) {
            count[i] = data.countIndex(i);
            age[i] = data.ageIndex(i);
            last[i] = data.lastIndex(i);
            weight[i] = data.weight(i);
            idle += data.repeatPurchases(i) + early == 0 ? 1 : 0;
        }
        first = idle;
    }

    @Override
    public double at(double[] logs, double[] gradient) {
        var r = Math.exp(logs[0]);
        var alpha = Math.exp(logs[1]);
        var a = Math.exp(logs[2]);
        var b = Math.exp(logs[3]);
        var sums = rates.sums(r, alpha);
        var leaving = leaving(a, b);
        var gone = gone(r, alpha, logs[2], b);
        var n = rates.customers();
        gradient[0] = -r * (sums[1] + gone[2]) / n;
        gradient[1] = -alpha * (sums[2] + gone[3]) / n;
        gradient[2] = -a * (leaving[1] + gone[1] / a) / n;
        gradient[3] = -b * (leaving[2] - gone[4]) / n;
        return -(sums[0] + leaving[0] + gone[0]) / n;
    }

    /// Σ ln[B(a, b + k)/B(a, b)] and its derivatives by a and b.
    private double[] leaving(double a, double b) {
        var sums = new double[3];
        var counts = rates.counts();
        for (var i = 0; i < counts.length; i++) {
            var k = (long) counts[i] + early;
            var weighs = rates.countWeights()[i];
            var both = GammaFunction.digammaRising(a + b, k);
            sums[0] += weighs * (GammaFunction.logRising(b, k) - GammaFunction.logRising(a + b, k));
            sums[1] -= weighs * both;
            sums[2] += weighs * (GammaFunction.digammaRising(b, k) - both);
        }
        return sums;
    }

    /// Σ softplus(z), and the sums of the probability of having left times the derivatives of z.
    private double[] gone(double r, double alpha, double logA, double b) {
        var counts = rates.counts();
        var moments = new double[counts.length];
        var logRatio = new double[counts.length];
        for (var i = 0; i < counts.length; i++) {
            moments[i] = b + counts[i] + early - 1;
            logRatio[i] = logA - Math.log(moments[i]);
        }
        var ages = shifted(rates.ages(), alpha);
        var logAges = logs(ages);
        var ends = shifted(lasts, alpha);
        var logEnds = logs(ends);
        return Chunks.sum(weight.length - first, 5, (from, to, sums) -> {
            for (var i = from + first; i < to + first; i++) {
                var x = count[i];
                var shape = r + counts[x];
                var silence = logAges[age[i]] - logEnds[last[i]];
                var z = logRatio[x] + shape * silence;
                var odds = Math.exp(-Math.abs(z));
                var probability = (z > 0 ? 1 : odds) / (1 + odds) * weight[i];
                sums[0] += weight[i] * (Math.max(z, 0) + Math.log(1 + odds));
                sums[1] += probability;
                sums[2] += probability * silence;
                sums[3] += probability * shape * (1 / ages[age[i]] - 1 / ends[last[i]]);
                sums[4] += probability / moments[x];
            }
        });
    }

    private static double[] shifted(double[] times, double alpha) {
        var shifted = times.clone();
        for (var i = 0; i < shifted.length; i++) {
            shifted[i] += alpha;
        }
        return shifted;
    }

    private static double[] logs(double[] values) {
        var logs = new double[values.length];
        Chunks.work(values.length, (from, to) -> {
            for (var i = from; i < to; i++) {
                logs[i] = Math.log(values[i]);
            }
        });
        return logs;
    }
}

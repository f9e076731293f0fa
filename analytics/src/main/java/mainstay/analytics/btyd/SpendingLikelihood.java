package mainstay.analytics.btyd;

import java.util.Arrays;
import mainstay.analytics.numeric.Chunks;
import mainstay.analytics.numeric.GammaFunction;
import mainstay.analytics.numeric.Objective;
import mainstay.analytics.purchase.MeanValues;

/// Minus the mean log-likelihood of Gamma-Gamma by ln p, ln q and ln v: one logarithm per customer, the rest
/// depends on x alone or not on the parameters.
final class SpendingLikelihood implements Objective {

    private final int[] distinct;
    private final double[] distinctWeights;
    private final int[] x;
    private final double[] total;
    private final double logMeans;
    private final double weightedLogs;

    SpendingLikelihood(MeanValues data, double scale) {
        var rows = data.customers();
        x = new int[rows];
        total = new double[rows];
        var logs = 0.0;
        var weighted = 0.0;
        for (var i = 0; i < rows; i++) {
            var m = data.meanValue(i) / scale;
            x[i] = data.repeatPurchases(i);
            total[i] = x[i] * m;
            logs += Math.log(m);
            weighted += x[i] * Math.log(total[i]);
        }
        logMeans = logs;
        weightedLogs = weighted;
        distinct = Arrays.stream(x).sorted().distinct().toArray();
        distinctWeights = new double[distinct.length];
        for (var count : x) {
            distinctWeights[Arrays.binarySearch(distinct, count)]++;
        }
    }

    @Override
    public double at(double[] logs, double[] gradient) {
        var p = Math.exp(logs[0]);
        var q = Math.exp(logs[1]);
        var v = Math.exp(logs[2]);
        var n = (double) x.length;
        var sums = Chunks.sum(x.length, 4, (from, to, part) -> {
            for (var i = from; i < to; i++) {
                var log = Math.log(v + total[i]);
                var exponent = p * x[i] + q;
                part[0] -= exponent * log;
                part[1] -= x[i] * log;
                part[2] -= log;
                part[3] -= exponent / (v + total[i]);
            }
        });
        sums[0] += n * (q * logs[2] - GammaFunction.log(q)) + p * weightedLogs - logMeans;
        sums[1] += weightedLogs;
        sums[2] += n * (logs[2] - GammaFunction.digamma(q));
        sums[3] += n * q / v;
        for (var i = 0; i < distinct.length; i++) {
            var px = p * distinct[i];
            var weight = distinctWeights[i];
            var psi = GammaFunction.digamma(px + q);
            sums[0] += weight * (GammaFunction.log(px + q) - GammaFunction.log(px));
            sums[1] += weight * distinct[i] * (psi - GammaFunction.digamma(px));
            sums[2] += weight * psi;
        }
        gradient[0] = -p * sums[1] / n;
        gradient[1] = -q * sums[2] / n;
        gradient[2] = -v * sums[3] / n;
        return -sums[0] / n;
    }
}

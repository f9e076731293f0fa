package mainstay.analytics.btyd;

import java.util.Arrays;
import java.util.stream.IntStream;
import mainstay.analytics.numeric.Chunks;
import mainstay.analytics.numeric.Objective;
import mainstay.analytics.purchase.GroupedSummaries;

/// Minus the mean log-likelihood of the Pareto/NBD by ln r, ln α, ln s, ln β.
///
/// The integral over the moment of leaving depends on a group only by its limits t_x and T, once x is given.
/// So for each x it is tabulated backwards from the latest time to each time that occurs, and a group takes
/// the difference of two entries. An entry is divided by W at its own time, which keeps it near 1 and the
/// difference exact to its last digits relative to the whole likelihood.
final class ParetoLikelihood implements Objective {

    private static final int WIDTH = 5;

    private final RateTerms rates;
    private final double[] ageWeights;
    private final double[] weight;
    private final int[] count;
    private final int[] last;
    private final int[] age;
    private final double[] times;
    private final int[] starts;

    ParetoLikelihood(GroupedSummaries data, double scale) {
        rates = new RateTerms(data, scale);
        var groups = data.groups();
        weight = new double[groups];
        count = new int[groups];
        last = new int[groups];
        age = new int[groups];
        ageWeights = new double[rates.ages().length];
        for (var i = 0; i < groups; i++) {
            weight[i] = data.weight(i);
            count[i] = data.countIndex(i);
            ageWeights[data.ageIndex(i)] += weight[i];
        }
        starts = new int[rates.counts().length + 1];
        times = tables(data, scale);
    }

    /// The times that occur with each x, one table after the other, and where in it each group finds its own.
    private double[] tables(GroupedSummaries data, double scale) {
        var all = new double[2 * weight.length];
        var size = 0;
        for (int from = 0, to; from < weight.length; from = to) {
            to = from;
            while (to < weight.length && count[to] == count[from]) {
                to++;
            }
            var own = new double[2 * (to - from)];
            for (var i = from; i < to; i++) {
                own[2 * (i - from)] = data.age(i) / scale;
                own[2 * (i - from) + 1] = data.ageAtLastPurchase(i) / scale;
            }
            own = Arrays.stream(own).sorted().distinct().toArray();
            System.arraycopy(own, 0, all, size, own.length);
            for (var i = from; i < to; i++) {
                age[i] = size + Arrays.binarySearch(own, data.age(i) / scale);
                last[i] = size + Arrays.binarySearch(own, data.ageAtLastPurchase(i) / scale);
            }
            size += own.length;
            Arrays.fill(starts, count[from] + 1, starts.length, size);
        }
        return Arrays.copyOf(all, size);
    }

    @Override
    public double at(double[] logs, double[] gradient) {
        var r = Math.exp(logs[0]);
        var alpha = Math.exp(logs[1]);
        var s = Math.exp(logs[2]);
        var beta = Math.exp(logs[3]);
        var sums = rates.sums(r, alpha);
        var staying = staying(s, beta);
        var gone = gone(r, alpha, s, beta);
        var n = rates.customers();
        gradient[0] = -r * (sums[1] + gone[1]) / n;
        gradient[1] = -alpha * (sums[2] + gone[2]) / n;
        gradient[2] = -s * (staying[1] + gone[3]) / n;
        gradient[3] = -beta * (staying[2] + gone[4]) / n;
        return -(sums[0] + staying[0] + gone[0]) / n;
    }

    /// Σ s·ln β − s·ln(β + T) and its derivatives by s and β.
    private double[] staying(double s, double beta) {
        var ages = rates.ages();
        return Chunks.sum(ages.length, 3, (from, to, sums) -> {
            for (var i = from; i < to; i++) {
                var log = Math.log1p(ages[i] / beta);
                sums[0] -= ageWeights[i] * s * log;
                sums[1] -= ageWeights[i] * log;
                sums[2] += ageWeights[i] * s * ages[i] / (beta * (beta + ages[i]));
            }
        });
    }

    /// Σ softplus of the log odds of having left, and its derivatives by r, α, s and β.
    private double[] gone(double r, double alpha, double s, double beta) {
        var counts = rates.counts();
        var table = new double[WIDTH * times.length];
        IntStream.range(0, counts.length)
                .parallel()
                .forEach(x -> tabulate(table, starts[x], starts[x + 1], r + counts[x], alpha, s, beta));
        var logAlpha = logs(alpha);
        var logBeta = logs(beta);
        var logS = Math.log(s);
        return Chunks.sum(weight.length, WIDTH, (from, to, sums) -> {
            for (var i = from; i < to; i++) {
                var t = last[i];
                var end = age[i];
                var k = r + counts[count[i]];
                var fall = k * (logAlpha[end] - logAlpha[t]) + s * (logBeta[end] - logBeta[t]);
                var rest = Math.exp(-fall);
                var integral = table[WIDTH * t] - table[WIDTH * end] * rest;
                if (!(integral > 0)) {
                    continue;
                }
                var z = logS + fall + Math.log(integral);
                var odds = Math.exp(-Math.abs(z));
                var probability = (z > 0 ? 1 : odds) / (1 + odds) * weight[i];
                sums[0] += weight[i] * (Math.max(z, 0) + Math.log(1 + odds));
                var share = probability / integral;
                sums[1] += share * difference(table, t, end, rest, 1) + probability * logAlpha[end];
                sums[2] += share * difference(table, t, end, rest, 2) + probability * k / (alpha + times[end]);
                sums[3] += share * difference(table, t, end, rest, 3) + probability * (1 / s + logBeta[end]);
                sums[4] += share * difference(table, t, end, rest, 4) + probability * s / (beta + times[end]);
            }
        });
    }

    private static double difference(double[] table, int from, int to, double rest, int which) {
        return table[WIDTH * from + which] - table[WIDTH * to + which] * rest;
    }

    /// The integrals from each time of one x to its latest one, divided by W at that time, the latest first.
    private void tabulate(double[] table, int from, int to, double k, double alpha, double s, double beta) {
        var sums = new double[WIDTH];
        for (var i = to - 2; i >= from; i--) {
            var rest = Math.exp(-ParetoSilence.fall(k, alpha, s, beta, times[i], times[i + 1]));
            for (var j = 0; j < WIDTH; j++) {
                sums[j] *= rest;
            }
            ParetoSilence.integrate(k, alpha, s, beta, times[i], times[i + 1], sums);
            System.arraycopy(sums, 0, table, WIDTH * i, WIDTH);
        }
    }

    private double[] logs(double shift) {
        var logs = new double[times.length];
        Chunks.work(times.length, (from, to) -> {
            for (var i = from; i < to; i++) {
                logs[i] = Math.log(shift + times[i]);
            }
        });
        return logs;
    }
}

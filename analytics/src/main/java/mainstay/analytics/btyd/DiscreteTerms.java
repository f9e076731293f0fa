package mainstay.analytics.btyd;

import java.util.function.DoubleUnaryOperator;

/// The likelihood of BG/BB at given parameters: tables of rising factorials up to n, and their derivatives.
final class DiscreteTerms {

    private final double gamma;
    private final double[] alphas;
    private final double[] betas;
    private final double[] buys;
    private final double[] deltas;
    private final double[] leaves;
    private final double[] dAlphas;
    private final double[] dBetas;
    private final double[] dBuys;
    private final double[] dDeltas;
    private final double[] dLeaves;

    DiscreteTerms(double alpha, double beta, double gamma, double delta, int n) {
        this.gamma = gamma;
        DoubleUnaryOperator log = Math::log;
        DoubleUnaryOperator inverse = value -> 1 / value;
        alphas = sums(alpha, n, log);
        betas = sums(beta, n, log);
        buys = sums(alpha + beta, n, log);
        deltas = sums(delta, n, log);
        leaves = sums(gamma + delta, n + 1, log);
        dAlphas = sums(alpha, n, inverse);
        dBetas = sums(beta, n, inverse);
        dBuys = sums(alpha + beta, n, inverse);
        dDeltas = sums(delta, n, inverse);
        dLeaves = sums(gamma + delta, n + 1, inverse);
    }

    double logLikelihood(DiscreteSummary customer) {
        return add(customer, 1, new double[5]);
    }

    /// Adds the log-likelihood of equal customers and its derivatives by α, β, γ and δ.
    ///
    /// @return the log-likelihood of one of them
    double add(DiscreteSummary customer, double weight, double[] sums) {
        var n = customer.occasions();
        var highest = alive(customer, n);
        for (var k = customer.lastPurchase(); k < n; k++) {
            highest = Math.max(highest, gone(customer, k));
        }
        var total = Math.exp(alive(customer, n) - highest);
        for (var k = customer.lastPurchase(); k < n; k++) {
            total += Math.exp(gone(customer, k) - highest);
        }
        var log = highest + Math.log(total);
        sums[0] += weight * log;
        derive(customer, n, weight * Math.exp(alive(customer, n) - log), false, sums);
        for (var k = customer.lastPurchase(); k < n; k++) {
            derive(customer, k, weight * Math.exp(gone(customer, k) - log), true, sums);
        }
        return log;
    }

    private double bought(DiscreteSummary customer, int k) {
        return alphas[customer.purchases()] + betas[k - customer.purchases()] - buys[k] + deltas[k];
    }

    private double alive(DiscreteSummary customer, int n) {
        return bought(customer, n) - leaves[n];
    }

    /// Left between the occasions k and k + 1.
    private double gone(DiscreteSummary customer, int k) {
        return bought(customer, k) + Math.log(gamma) - leaves[k + 1];
    }

    private void derive(DiscreteSummary customer, int k, double share, boolean gone, double[] sums) {
        var x = customer.purchases();
        var left = dLeaves[gone ? k + 1 : k];
        sums[1] += share * (dAlphas[x] - dBuys[k]);
        sums[2] += share * (dBetas[k - x] - dBuys[k]);
        sums[3] += share * ((gone ? 1 / gamma : 0) - left);
        sums[4] += share * (dDeltas[k] - left);
    }

    /// Σ of f(start + i) over i < j, for each j up to n.
    private static double[] sums(double start, int n, DoubleUnaryOperator f) {
        var sums = new double[n + 1];
        for (var i = 0; i < n; i++) {
            sums[i + 1] = sums[i] + f.applyAsDouble(start + i);
        }
        return sums;
    }
}

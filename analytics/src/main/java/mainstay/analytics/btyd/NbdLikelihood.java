package mainstay.analytics.btyd;

import mainstay.analytics.numeric.Objective;
import mainstay.analytics.purchase.GroupedSummaries;

/// Minus the mean log-likelihood of the NBD by ln r and ln α.
final class NbdLikelihood implements Objective {

    private final RateTerms rates;

    NbdLikelihood(GroupedSummaries data, double scale) {
        rates = new RateTerms(data, scale);
    }

    @Override
    public double at(double[] logs, double[] gradient) {
        var r = Math.exp(logs[0]);
        var alpha = Math.exp(logs[1]);
        var sums = rates.sums(r, alpha);
        gradient[0] = -r * sums[1] / rates.customers();
        gradient[1] = -alpha * sums[2] / rates.customers();
        return -sums[0] / rates.customers();
    }
}

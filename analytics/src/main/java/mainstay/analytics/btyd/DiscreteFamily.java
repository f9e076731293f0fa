package mainstay.analytics.btyd;

import java.util.List;
import java.util.function.Function;
import mainstay.analytics.btyd.Boundary.Limit;
import mainstay.analytics.btyd.Boundary.Meaning;
import mainstay.analytics.numeric.Objective;

/// BG/BB as a family for the search.
final class DiscreteFamily implements Family<BgBb, DiscreteSummaries> {

    /// Fewer than one in ten thousand leaving between two occasions are nobody.
    private static final double NOBODY = 1e-4;

    @Override
    public String[] names() {
        return BgBb.NAMES;
    }

    @Override
    public boolean isScaled(int parameter) {
        return false;
    }

    @Override
    public Objective objective(DiscreteSummaries data, double scale) {
        var patterns = data.patterns();
        var customers = data.customers();
        var most = patterns.keySet().stream()
                .mapToInt(DiscreteSummary::occasions)
                .max()
                .orElse(0);
        return (logs, gradient) -> {
            var at = new double[logs.length];
            for (var i = 0; i < at.length; i++) {
                at[i] = Math.exp(logs[i]);
            }
            var terms = new DiscreteTerms(at[0], at[1], at[2], at[3], most);
            var sums = new double[5];
            patterns.forEach((customer, weight) -> terms.add(customer, weight, sums));
            for (var i = 0; i < at.length; i++) {
                gradient[i] = -at[i] * sums[i + 1] / customers;
            }
            return -sums[0] / customers;
        };
    }

    @Override
    public List<double[]> starts(DiscreteSummaries data, double scale) {
        return List.of(new double[] {1, 1, 0.5, 3}, new double[] {0.5, 2, 2, 4}, new double[] {5, 5, 0.2, 5});
    }

    @Override
    public Function<double[], BgBb> model(DiscreteSummaries data) {
        return at -> new BgBb(at[0], at[1], at[2], at[3]);
    }

    /// Of leaving, the mean chance γ/(γ + δ) tells first: where it vanishes nobody leaves, whichever of the two
    /// ran away. Otherwise both go together, and customers become equal or opposite.
    @Override
    public Boundary boundary(int parameter, double[] at) {
        var toInfinity = at[parameter] > 0;
        var limit = toInfinity ? Limit.INFINITY : Limit.ZERO;
        if (parameter < 2) {
            return new Boundary(BgBb.NAMES[parameter], limit, toInfinity ? Meaning.EQUAL_RATES : Meaning.EXTREME_RATES);
        }
        if (Logistic.of(at[2] - at[3]) < NOBODY) {
            return new Boundary(BgBb.NAMES[parameter], limit, Meaning.NO_DROP_OUT);
        }
        return new Boundary(
                BgBb.NAMES[parameter], limit, toInfinity ? Meaning.EQUAL_DROP_OUT : Meaning.ALL_OR_NOTHING_DROP_OUT);
    }
}

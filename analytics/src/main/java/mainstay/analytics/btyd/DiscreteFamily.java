package mainstay.analytics.btyd;

import java.util.List;
import java.util.function.Function;
import mainstay.analytics.numeric.Objective;

/// BG/BB as a family for the search.
final class DiscreteFamily implements Family<BgBb, DiscreteSummaries> {

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

    @Override
    public Boundary boundary(int parameter, boolean toInfinity) {
        var limit = toInfinity ? Boundary.Limit.INFINITY : Boundary.Limit.ZERO;
        if (parameter < 2) {
            return new Boundary(
                    BgBb.NAMES[parameter],
                    limit,
                    toInfinity ? Boundary.Meaning.EQUAL_RATES : Boundary.Meaning.EXTREME_RATES);
        }
        var everybodyStays = (parameter == 2) != toInfinity;
        return new Boundary(
                BgBb.NAMES[parameter],
                limit,
                everybodyStays ? Boundary.Meaning.NO_DROP_OUT : Boundary.Meaning.EQUAL_DROP_OUT);
    }
}

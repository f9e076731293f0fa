package mainstay.analytics.btyd;

import java.util.List;
import java.util.function.Function;
import mainstay.analytics.numeric.Objective;
import mainstay.analytics.purchase.MeanValues;

/// Gamma-Gamma as a family for the search.
final class SpendingFamily implements Family<GammaGamma, MeanValues> {

    @Override
    public String[] names() {
        return GammaGamma.NAMES;
    }

    @Override
    public boolean isScaled(int parameter) {
        return parameter == 2;
    }

    @Override
    public Objective objective(MeanValues data, double scale) {
        return new SpendingLikelihood(data, scale);
    }

    @Override
    public List<double[]> starts(MeanValues data, double scale) {
        return List.of(new double[] {6, 4, 0.5}, new double[] {1, 2, 1}, new double[] {2, 10, 4.5});
    }

    @Override
    public Function<double[], GammaGamma> model(MeanValues data) {
        return parameters -> new GammaGamma(parameters[0], parameters[1], parameters[2]);
    }

    /// With 1 the interval of a parameter already spans a factor of 50, and no simpler model competes.
    @Override
    public double mostError() {
        return 1;
    }

    @Override
    public Boundary boundary(int parameter, double[] at) {
        return new Boundary(
                GammaGamma.NAMES[parameter],
                at[parameter] > 0 ? Boundary.Limit.INFINITY : Boundary.Limit.ZERO,
                Boundary.Meaning.SPENDING_SPREAD);
    }
}

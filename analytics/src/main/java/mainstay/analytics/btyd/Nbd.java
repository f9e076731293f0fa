package mainstay.analytics.btyd;

import java.util.Optional;
import java.util.SequencedMap;
import mainstay.analytics.numeric.GammaFunction;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.purchase.GroupedSummaries;
import mainstay.analytics.purchase.TimeUnit;

/// The negative binomial model: everybody stays, everybody buys at a rate of their own.
///
/// Purchases of a customer are a Poisson process with rate λ; λ is Gamma(r, α) over customers, with mean r/α
/// and variance r/α². It is the baseline against which models with drop-out have to prove themselves: each of
/// them becomes this one as its drop-out goes to 0. Source: A. S. C. Ehrenberg, "The Pattern of Consumer
/// Purchases", Applied Statistics 8, 1959.
///
/// @param r shape of the rates, above 0; large where customers are alike
/// @param alpha rate parameter in units of time, above 0
/// @param unit unit of `alpha`
public record Nbd(double r, double alpha, TimeUnit unit) implements BuyingModel {

    static final String[] NAMES = {"r", "alpha"};

    /// Checks the parameters.
    ///
    /// @throws IllegalArgumentException if one is not a positive number
    public Nbd {
        Parameters.positive("r", r);
        Parameters.positive("alpha", alpha);
    }

    /// The parameters of maximum likelihood.
    public static Fit<Nbd> fit(GroupedSummaries customers) {
        return MaximumLikelihood.of(Families.NBD, customers, Optional.empty());
    }

    @Override
    public SequencedMap<String, Double> parameters() {
        return Parameters.of(NAMES, r, alpha);
    }

    @Override
    public double logLikelihood(CustomerSummary customer) {
        var x = customer.repeatPurchases();
        var age = customer.in(unit).age();
        return GammaFunction.logRising(r, x) + r * Math.log(alpha) - (r + x) * Math.log(alpha + age);
    }

    /// Always 1: nobody leaves.
    @Override
    public double probabilityAlive(CustomerSummary customer) {
        return 1;
    }

    /// (r + x)/(α + T)·t.
    @Override
    public double expectedPurchasesIfAlive(CustomerSummary customer, Horizon ahead) {
        return (r + customer.repeatPurchases()) / (alpha + customer.in(unit).age()) * ahead.in(unit);
    }

    /// (r/α)·t.
    @Override
    public double expectedRepeatPurchases(Horizon ahead) {
        return r / alpha * ahead.in(unit);
    }

    @Override
    public Nbd in(TimeUnit other) {
        return new Nbd(r, alpha * unit.days() / other.days(), other);
    }
}

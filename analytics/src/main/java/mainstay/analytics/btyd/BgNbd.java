package mainstay.analytics.btyd;

import java.util.SequencedMap;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.purchase.GroupedSummaries;
import mainstay.analytics.purchase.TimeUnit;

/// The BG/NBD model: after each repeat purchase a customer leaves with a chance of its own.
///
/// While alive a customer buys at a Poisson rate λ, Gamma(r, α) over customers; after each repeat purchase it
/// leaves with probability p, Beta(a, b) over customers. Nobody leaves without a repeat purchase, so that a
/// customer with x = 0 is alive for certain; where that is wrong see [MbgNbd]. Source: P. S. Fader, B. G. S.
/// Hardie and K. L. Lee, "Counting Your Customers the Easy Way", Marketing Science 24, 2005.
///
/// @param r shape of the buying rates, above 0
/// @param alpha rate parameter of the buying rates in units of time, above 0; the mean rate is r/α
/// @param a first parameter of the chance of leaving, above 0
/// @param b second one, above 0; the mean chance is a/(a + b)
/// @param unit unit of `alpha`
public record BgNbd(double r, double alpha, double a, double b, TimeUnit unit) implements BuyingModel {

    static final String[] NAMES = {"r", "alpha", "a", "b"};

    /// Checks the parameters.
    ///
    /// @throws IllegalArgumentException if one is not a positive number
    public BgNbd {
        Parameters.positive("r", r);
        Parameters.positive("alpha", alpha);
        Parameters.positive("a", a);
        Parameters.positive("b", b);
    }

    /// The parameters of maximum likelihood.
    public static Fit<BgNbd> fit(GroupedSummaries customers) {
        return MaximumLikelihood.withDropOut(Families.BG_NBD, customers);
    }

    @Override
    public SequencedMap<String, Double> parameters() {
        return Parameters.of(NAMES, r, alpha, a, b);
    }

    @Override
    public double logLikelihood(CustomerSummary customer) {
        var own = customer.in(unit);
        var x = own.repeatPurchases();
        return GeometricDropOut.logLikelihood(r, alpha, a, b, x, x, own.ageAtLastPurchase(), own.age());
    }

    /// 1 / (1 + a/(b + x − 1)·((α + T)/(α + t_x))^(r + x)); 1 where x = 0.
    @Override
    public double probabilityAlive(CustomerSummary customer) {
        var own = customer.in(unit);
        var x = own.repeatPurchases();
        return Logistic.of(-GeometricDropOut.logOddsGone(r + x, alpha, a, b, x, own.ageAtLastPurchase(), own.age()));
    }

    /// (C/(a − 1))·[1 − ((α + T)/(α + T + t))^(r + x)·₂F₁(r + x, b + k; C; t/(α + T + t))] with k = x and
    /// C = a + b + k − 1.
    @Override
    public double expectedPurchasesIfAlive(CustomerSummary customer, Horizon ahead) {
        var own = customer.in(unit);
        var x = own.repeatPurchases();
        return GeometricDropOut.expected(r + x, alpha + own.age(), a, b + x, ahead.in(unit));
    }

    /// (C/(a − 1))·[1 − (α/(α + t))^r·₂F₁(r, b; C; t/(α + t))] with C = a + b − 1.
    @Override
    public double expectedRepeatPurchases(Horizon ahead) {
        return GeometricDropOut.expected(r, alpha, a, b, ahead.in(unit));
    }

    /// The probability that a newcomer makes exactly x repeat purchases in the horizon.
    ///
    /// B(a, b + x)/B(a, b)·NB(x) + [x > 0]·B(a + 1, b + x − 1)/B(a, b)·P(NB ≥ x), NB being the negative
    /// binomial with shape r and chance α/(α + t): x purchases and still there, or gone at the x-th. Source:
    /// the paper, equation 8.
    ///
    /// @param x 0 or more
    /// @throws IllegalArgumentException if x is below 0
    public double probability(int x, Horizon ahead) {
        if (x < 0) {
            throw new IllegalArgumentException("purchases " + x + " are below 0");
        }
        return GeometricDropOut.probability(r, alpha, a, b, x, ahead.in(unit));
    }

    @Override
    public BgNbd in(TimeUnit other) {
        return new BgNbd(r, alpha * unit.days() / other.days(), a, b, other);
    }
}

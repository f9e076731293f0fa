package mainstay.analytics.btyd;

import java.util.SequencedMap;
import mainstay.analytics.numeric.GammaFunction;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.purchase.GroupedSummaries;
import mainstay.analytics.purchase.TimeUnit;

/// The Pareto/NBD model: customers leave at a moment of their own that has nothing to do with their purchases.
///
/// While alive a customer buys at a Poisson rate λ, Gamma(r, α) over customers; its lifetime is exponential
/// with rate μ, Gamma(s, β) over customers. Source: D. C. Schmittlein, D. G. Morrison and R. Colombo,
/// "Counting Your Customers: Who Are They and What Will They Do Next?", Management Science 33, 1987. Where
/// the paper has Gauss's ₂F₁ this class integrates over the unknown moment of leaving, which needs no case
/// distinction and does not overflow.
///
/// @param r shape of the buying rates, above 0
/// @param alpha rate parameter of the buying rates in units of time, above 0; the mean rate is r/α
/// @param s shape of the rates of leaving, above 0
/// @param beta rate parameter of the rates of leaving in units of time, above 0; the mean rate is s/β
/// @param unit unit of `alpha` and `beta`
public record ParetoNbd(double r, double alpha, double s, double beta, TimeUnit unit) implements BuyingModel {

    static final String[] NAMES = {"r", "alpha", "s", "beta"};

    /// Checks the parameters.
    ///
    /// @throws IllegalArgumentException if one is not a positive number
    public ParetoNbd {
        Parameters.positive("r", r);
        Parameters.positive("alpha", alpha);
        Parameters.positive("s", s);
        Parameters.positive("beta", beta);
    }

    /// The parameters of maximum likelihood.
    public static Fit<ParetoNbd> fit(GroupedSummaries customers) {
        return MaximumLikelihood.withDropOut(Families.PARETO_NBD, customers);
    }

    @Override
    public SequencedMap<String, Double> parameters() {
        return Parameters.of(NAMES, r, alpha, s, beta);
    }

    /// ln{[Γ(r + x)/Γ(r)]·α^r·β^s·[W(T) + s·∫ (α + y)^−(r + x)·(β + y)^−(s + 1) dy]}, y from t_x to T,
    /// with W(y) = (α + y)^−(r + x)·(β + y)^−s.
    @Override
    public double logLikelihood(CustomerSummary customer) {
        var own = customer.in(unit);
        var x = own.repeatPurchases();
        return GammaFunction.logRising(r, x)
                + r * Math.log(alpha)
                - (r + x) * Math.log(alpha + own.age())
                - s * Math.log1p(own.age() / beta)
                + Logistic.softplus(logOddsGone(own));
    }

    /// W(T) over the whole bracket of [#logLikelihood(CustomerSummary)].
    @Override
    public double probabilityAlive(CustomerSummary customer) {
        return Logistic.of(-logOddsGone(customer.in(unit)));
    }

    /// (r + x)/(α + T)·(β + T)/(s − 1)·[1 − ((β + T)/(β + T + t))^(s − 1)].
    @Override
    public double expectedPurchasesIfAlive(CustomerSummary customer, Horizon ahead) {
        var own = customer.in(unit);
        return (r + own.repeatPurchases()) / (alpha + own.age()) * lifetime(beta + own.age(), ahead.in(unit));
    }

    /// (r/α)·β/(s − 1)·[1 − (β/(β + t))^(s − 1)].
    @Override
    public double expectedRepeatPurchases(Horizon ahead) {
        return r / alpha * lifetime(beta, ahead.in(unit));
    }

    @Override
    public ParetoNbd in(TimeUnit other) {
        var factor = unit.days() / other.days();
        return new ParetoNbd(r, alpha * factor, s, beta * factor, other);
    }

    private double logOddsGone(CustomerSummary own) {
        return ParetoSilence.logOddsGone(r + own.repeatPurchases(), alpha, s, beta, own.ageAtLastPurchase(), own.age());
    }

    /// The expected time as a customer within t of somebody whose rate of leaving is Gamma(s, age): s = 1 is
    /// no exception.
    private double lifetime(double age, double t) {
        var log = Math.log1p(t / age);
        return age * (Math.abs((s - 1) * log) < 1e-9 ? log : -Math.expm1(-(s - 1) * log) / (s - 1));
    }
}

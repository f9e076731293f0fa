package mainstay.analytics.btyd;

import java.util.SequencedMap;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.purchase.GroupedSummaries;
import mainstay.analytics.purchase.TimeUnit;

/// The MBG/NBD model: a customer may leave after any purchase, the first one included.
///
/// Like [BgNbd], but the chance of leaving applies at the first purchase too, so that a customer who never
/// came back may be gone. Source: E. P. Batislam, M. Denizel and A. Filiztekin, "Empirical validation and
/// comparison of models for customer base analysis", International Journal of Research in Marketing 24, 2007.
///
/// @param r shape of the buying rates, above 0
/// @param alpha rate parameter of the buying rates in units of time, above 0; the mean rate is r/α
/// @param a first parameter of the chance of leaving, above 0
/// @param b second one, above 0; the mean chance is a/(a + b)
/// @param unit unit of `alpha`
public record MbgNbd(double r, double alpha, double a, double b, TimeUnit unit) implements BuyingModel {

    static final String[] NAMES = {"r", "alpha", "a", "b"};

    /// Checks the parameters.
    ///
    /// @throws IllegalArgumentException if one is not a positive number
    public MbgNbd {
        Parameters.positive("r", r);
        Parameters.positive("alpha", alpha);
        Parameters.positive("a", a);
        Parameters.positive("b", b);
    }

    /// The parameters of maximum likelihood.
    public static Fit<MbgNbd> fit(GroupedSummaries customers) {
        return MaximumLikelihood.withDropOut(Families.MBG_NBD, customers);
    }

    @Override
    public SequencedMap<String, Double> parameters() {
        return Parameters.of(NAMES, r, alpha, a, b);
    }

    @Override
    public double logLikelihood(CustomerSummary customer) {
        var own = customer.in(unit);
        var x = own.repeatPurchases();
        return GeometricDropOut.logLikelihood(r, alpha, a, b, x, x + 1, own.ageAtLastPurchase(), own.age());
    }

    /// 1 / (1 + a/(b + x)·((α + T)/(α + t_x))^(r + x)).
    @Override
    public double probabilityAlive(CustomerSummary customer) {
        var own = customer.in(unit);
        var x = own.repeatPurchases();
        return Logistic.of(
                -GeometricDropOut.logOddsGone(r + x, alpha, a, b, x + 1, own.ageAtLastPurchase(), own.age()));
    }

    /// (C/(a − 1))·[1 − ((α + T)/(α + T + t))^(r + x)·₂F₁(r + x, b + k; C; t/(α + T + t))] with k = x + 1 and
    /// C = a + b + k − 1.
    @Override
    public double expectedPurchasesIfAlive(CustomerSummary customer, Horizon ahead) {
        var own = customer.in(unit);
        var x = own.repeatPurchases();
        return GeometricDropOut.expected(r + x, alpha + own.age(), a, b + x + 1, ahead.in(unit));
    }

    /// b/(a − 1)·[1 − (α/(α + t))^r·₂F₁(r, b + 1; a + b; t/(α + t))].
    @Override
    public double expectedRepeatPurchases(Horizon ahead) {
        return b / (a + b) * GeometricDropOut.expected(r, alpha, a, b + 1, ahead.in(unit));
    }

    @Override
    public MbgNbd in(TimeUnit other) {
        return new MbgNbd(r, alpha * unit.days() / other.days(), a, b, other);
    }
}

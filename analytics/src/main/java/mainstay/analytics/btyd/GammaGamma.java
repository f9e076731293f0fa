package mainstay.analytics.btyd;

import java.util.OptionalDouble;
import java.util.SequencedMap;
import mainstay.analytics.numeric.GammaFunction;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.purchase.MeanValues;

/// The Gamma-Gamma model of how much a customer spends on a purchase.
///
/// Amounts of one customer are Gamma(p, ν), ν is Gamma(q, v) over customers; how often somebody buys is taken
/// to have nothing to do with it, see [MeanValues#correlation()]. Source: P. S. Fader and B. G. S. Hardie,
/// "The Gamma-Gamma Model of Monetary Value", 2013.
///
/// @param p shape of a customer's amounts, above 0
/// @param q shape of the differences between customers, above 0; above 1 for a population mean to exist
/// @param v scale of the differences in units of money, above 0 (γ in the paper)
public record GammaGamma(double p, double q, double v) {

    static final String[] NAMES = {"p", "q", "v"};

    /// Checks the parameters.
    ///
    /// @throws IllegalArgumentException if one is not a positive number
    public GammaGamma {
        Parameters.positive("p", p);
        Parameters.positive("q", q);
        Parameters.positive("v", v);
    }

    /// The parameters of maximum likelihood.
    public static Fit<GammaGamma> fit(MeanValues values) {
        return MaximumLikelihood.of(new SpendingFamily(), values);
    }

    /// The parameters under the names of the papers, in their order.
    public SequencedMap<String, Double> parameters() {
        return Parameters.of(NAMES, p, q, v);
    }

    /// The logarithm of the likelihood of a mean value m over x purchases:
    /// ln Γ(px + q) − ln Γ(px) − ln Γ(q) + q·ln v + (px − 1)·ln m + px·ln x − (px + q)·ln(v + xm).
    ///
    /// @param x 1 or more
    /// @param m above 0
    public double logLikelihood(int x, double m) {
        return GammaFunction.log(p * x + q)
                - GammaFunction.log(p * x)
                - GammaFunction.log(q)
                + q * Math.log(v)
                + (p * x - 1) * Math.log(m)
                + p * x * Math.log(x)
                - (p * x + q) * Math.log(v + x * m);
    }

    /// The expected amount of a purchase of a customer: p·(v + x·m)/(p·x + q − 1), between its own mean and
    /// everybody's.
    ///
    /// A customer without repeat purchases, or whose mean value is unknown or not above 0, is expected to spend
    /// [#populationMean()].
    ///
    /// @return empty where the mean does not exist, p·x + q ≤ 1
    public OptionalDouble expectedSpend(CustomerSummary customer) {
        return customer.isRepeatCustomer() && customer.meanValue().orElse(0) > 0
                ? expectedSpend(customer.repeatPurchases(), customer.meanValue().getAsDouble())
                : populationMean();
    }

    /// The expected amount of a purchase after x purchases with mean m.
    ///
    /// @param x 0 or more
    /// @param m 0 or more
    /// @return empty where the mean does not exist, p·x + q ≤ 1
    public OptionalDouble expectedSpend(int x, double m) {
        var exponent = p * x + q - 1;
        return exponent > 0 ? OptionalDouble.of(p * (v + x * m) / exponent) : OptionalDouble.empty();
    }

    /// The expected amount of a purchase of somebody of whom nothing is known: p·v/(q − 1).
    ///
    /// @return empty where it does not exist, q ≤ 1
    public OptionalDouble populationMean() {
        return expectedSpend(0, 0);
    }
}

package mainstay.portfolio.value;

import java.util.OptionalDouble;
import mainstay.analytics.btyd.Estimate;
import mainstay.analytics.btyd.Fit;
import mainstay.analytics.btyd.GammaGamma;
import mainstay.analytics.btyd.Scale;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.purchase.MeanValues;
import org.jspecify.annotations.Nullable;

/// What a purchase of an account is expected to amount to: by the Gamma-Gamma model where its conditions
/// hold, else the account's own mean.
///
/// @param estimate    null where own means are taken
/// @param correlation of how often and for how much; null where it is not defined
record Spending(
        Reason reason,
        Fit<GammaGamma> fit,
        @Nullable Estimate<GammaGamma> estimate,
        @Nullable Double correlation,
        int customers) {
    static final double MOST_CORRELATION = 0.3;
    static final int FEWEST = 50;

    /// Why amounts are expected as they are.
    enum Reason {
        INDEPENDENT,
        CORRELATED,
        TOO_FEW,
        NO_MAXIMUM
    }

    /// @param error on the logarithmic scale; null where unknown
    record Expected(String source, double amount, @Nullable Double error) {}

    static Spending of(MeanValues values) {
        Fit<GammaGamma> fit = GammaGamma.fit(values);
        double correlation = values.correlation();
        Double shown = Double.isFinite(correlation) ? (Double) correlation : null;
        Reason reason = reason(values, fit, correlation);
        Estimate<GammaGamma> estimate =
                reason == Reason.INDEPENDENT ? fit.estimate().orElse(null) : null;
        return new Spending(reason, fit, estimate, shown, values.customers());
    }

    private static Reason reason(MeanValues values, Fit<GammaGamma> fit, double correlation) {
        if (values.customers() < FEWEST) {
            return Reason.TOO_FEW;
        }
        if (!(Math.abs(correlation) <= MOST_CORRELATION)) {
            return Reason.CORRELATED;
        }
        return fit instanceof Fit.Converged<GammaGamma>(Estimate<GammaGamma> found)
                        && found.model().populationMean().isPresent()
                ? Reason.INDEPENDENT
                : Reason.NO_MAXIMUM;
    }

    String source() {
        return estimate == null ? "ownMean" : "gammaGamma";
    }

    Expected of(Buyer buyer, CustomerSummary customer) {
        if (estimate != null) {
            OptionalDouble amount = estimate.model().expectedSpend(customer);
            OptionalDouble error = estimate.standardError(
                    model -> model.expectedSpend(customer).orElse(Double.NaN), Scale.LOG);
            if (amount.isPresent()) {
                return new Expected(
                        "gammaGamma", amount.getAsDouble(), error.isEmpty() ? null : (Double) error.getAsDouble());
            }
        }
        return own(buyer);
    }

    static Expected own(Buyer buyer) {
        double mean = buyer.meanAmount();
        return new Expected("ownMean", mean, error(buyer, mean));
    }

    /// The standard error of the mean, in parts of the mean.
    private static @Nullable Double error(Buyer buyer, double mean) {
        int n = buyer.amounts().size();
        if (n < 2 || mean <= 0) {
            return null;
        }
        double squares = 0;
        for (Long amount : buyer.amounts()) {
            squares += Math.pow(amount / 10_000.0 - mean, 2);
        }
        return Math.sqrt(squares / (n - 1) / n) / mean;
    }
}

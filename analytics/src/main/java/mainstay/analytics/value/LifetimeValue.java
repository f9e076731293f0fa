package mainstay.analytics.value;

import java.util.OptionalDouble;
import mainstay.analytics.btyd.BuyingModel;
import mainstay.analytics.btyd.GammaGamma;
import mainstay.analytics.btyd.Horizon;
import mainstay.analytics.purchase.CustomerSummary;

/// The value of a customer's future purchases.
///
/// @param buying how often
/// @param spending for how much
/// @param margin the part of an amount that is earned, from above 0 to 1; 1 for the value of revenue
public record LifetimeValue(BuyingModel buying, GammaGamma spending, double margin) {

    private static final double STEP = 1.0 / 32;
    private static final double REACH = 4;

    /// Checks the margin.
    ///
    /// @throws IllegalArgumentException if the margin is outside its range
    public LifetimeValue {
        checkMargin(margin);
    }

    static void checkMargin(double margin) {
        if (!(margin > 0 && margin <= 1)) {
            throw new IllegalArgumentException("margin " + margin + " is outside 0 (exclusive) to 1");
        }
    }

    /// Customer lifetime value over some steps: Σ margin·E(spend)·[E(Y(i·h)) − E(Y((i − 1)·h))]·d(i·h), i
    /// from 1 to n.
    ///
    /// Purchases of a step count as made at its end.
    ///
    /// @param step h, such as a month
    /// @param steps n, 0 or more
    /// @param discount d, what later money loses
    /// @return empty where the expected spend does not exist
    public OptionalDouble of(CustomerSummary customer, Horizon step, int steps, Discount discount) {
        return times(discountedPurchases(buying, customer, step, steps, discount), customer);
    }

    /// The purchases of some steps, discounted: Σ [E(Y(i·h)) − E(Y((i − 1)·h))]·d(i·h), i from 1 to n.
    ///
    /// For values whose amounts come from elsewhere than [GammaGamma].
    ///
    /// @param step h, such as a month
    /// @param steps n, 0 or more
    /// @param discount d, what later money loses
    public static double discountedPurchases(
            BuyingModel buying, CustomerSummary customer, Horizon step, int steps, Discount discount) {
        var value = 0.0;
        var before = 0.0;
        for (var i = 1; i <= steps; i++) {
            var end = new Horizon(i * step.length(), step.unit());
            var bought = buying.expectedPurchasesIfAlive(customer, end);
            value += (bought - before) * discount.factor(end);
            before = bought;
        }
        return buying.probabilityAlive(customer) * value;
    }

    /// Discounted expected residual purchases: all that are still to come, each discounted from its own moment.
    ///
    /// ∫ e^−δt dE(Y(t)) over t from 0 on, by parts δ·∫ e^−δt·E(Y(t)) dt, by the double-exponential rule. For
    /// the Pareto/NBD it is DERT. Source: P. S. Fader, B. G. S. Hardie and K. L. Lee, "RFM and CLV", Journal
    /// of Marketing Research 42, 2005.
    ///
    /// @param discount what later money loses, above 0: without it the sum may be infinite
    /// @throws IllegalArgumentException if the rate is 0
    public double residualPurchases(CustomerSummary customer, Discount discount) {
        return residualPurchases(buying, customer, discount);
    }

    /// Discounted expected residual purchases by a model of buying alone.
    ///
    /// @param discount what later money loses, above 0: without it the sum may be infinite
    /// @throws IllegalArgumentException if the rate is 0
    public static double residualPurchases(BuyingModel buying, CustomerSummary customer, Discount discount) {
        var delta = discount.continuous(buying.unit());
        if (delta <= 0) {
            throw new IllegalArgumentException("residual purchases need a discount rate above 0");
        }
        var sum = 0.0;
        for (var u = -REACH; u <= REACH; u += STEP) {
            var scaled = Math.exp(u - Math.exp(-u));
            var weight = scaled * (1 + Math.exp(-u)) * Math.exp(-scaled) * STEP;
            if (weight > 1e-18) {
                var ahead = new Horizon(scaled / delta, buying.unit());
                sum += weight * buying.expectedPurchasesIfAlive(customer, ahead);
            }
        }
        return buying.probabilityAlive(customer) * sum;
    }

    /// Residual value: [#residualPurchases(CustomerSummary, Discount)] times the margin on the expected spend.
    ///
    /// @return empty where the expected spend does not exist
    public OptionalDouble residual(CustomerSummary customer, Discount discount) {
        return times(residualPurchases(customer, discount), customer);
    }

    private OptionalDouble times(double purchases, CustomerSummary customer) {
        var spend = spending.expectedSpend(customer);
        return spend.isEmpty() ? spend : OptionalDouble.of(purchases * margin * spend.getAsDouble());
    }
}

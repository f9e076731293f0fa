package mainstay.analytics.profit;

import java.util.OptionalDouble;
import mainstay.analytics.concentration.CumulativeCurve;

/// The whale curve: profit cumulated over customers, most profitable first, as a share of the final total.
///
/// Symbols: n customers with profits p₁ ≥ … ≥ pₙ, P = Σ pᵢ. The curve climbs to its peak over the customers
/// with a profit and sinks back to 1 over those with a loss: **peak − erosion = 1**. Shares of profit are
/// undefined, and empty, where there is no customer or P ≤ 0. Source: R. S. Kaplan and V. G. Narayanan,
/// "Measuring and Managing Customer Profitability", Journal of Cost Management, 2001.
public final class WhaleCurve {

    private final CumulativeCurve curve;

    private WhaleCurve(CumulativeCurve curve) {
        this.curve = curve;
    }

    /// The whale curve of profits given as decimals.
    ///
    /// @param profits one profit per customer in any order, finite, negative for a loss
    /// @throws IllegalArgumentException if a profit is NaN or infinite
    public static WhaleCurve of(double... profits) {
        return new WhaleCurve(CumulativeCurve.of(profits));
    }

    /// The whale curve of profits given in the smallest unit of money, summed exactly.
    ///
    /// @param profits one profit per customer in any order, negative for a loss
    /// @throws ArithmeticException if a running total leaves the range of `long`
    public static WhaleCurve of(long... profits) {
        return new WhaleCurve(CumulativeCurve.of(profits));
    }

    /// The number of customers n.
    public int customers() {
        return curve.customers();
    }

    /// The total profit P, in the unit of the profits; 0 without customers.
    public double total() {
        return curve.total();
    }

    /// The curve itself, for charts.
    public CumulativeCurve curve() {
        return curve;
    }

    /// The height of the curve: the profits of the customers with a profit, divided by P; 1 or more.
    public OptionalDouble peak() {
        return curve.share(curve.customersAtPeak());
    }

    /// The part of the peak that customers with a loss consume: the sum of their losses divided by P; 0 or more.
    public OptionalDouble erosion() {
        var peak = curve.runningTotal(curve.customersAtPeak());
        return curve.isDefined() ? OptionalDouble.of((peak - total()) / total()) : OptionalDouble.empty();
    }

    /// The number of customers at the peak: those with a profit above zero.
    public int customersAtPeak() {
        return curve.customersAtPeak();
    }

    /// The number of customers with a loss, a profit below zero.
    public int unprofitableCustomers() {
        return curve.negativeCustomers();
    }

    /// The share of customers with a loss in all customers, a fraction from 0 to 1.
    ///
    /// It counts heads, not money, so it is defined whatever P is; empty only without customers.
    public OptionalDouble unprofitableShare() {
        return customers() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) unprofitableCustomers() / customers());
    }

    /// The share of P earned by the ⌈0.2 n⌉ most profitable customers, a fraction, often above 1.
    public OptionalDouble topFifthProfitShare() {
        return curve.share(Math.ceilDiv(customers(), 5));
    }

    /// The share of P earned by the ⌊0.4 n⌋ least profitable customers, a fraction, often below 0.
    public OptionalDouble bottomFortyProfitShare() {
        var above = customers() - (int) (2L * customers() / 5);
        return curve.isDefined()
                ? OptionalDouble.of((total() - curve.runningTotal(above)) / total())
                : OptionalDouble.empty();
    }
}

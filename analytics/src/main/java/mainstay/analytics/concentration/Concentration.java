package mainstay.analytics.concentration;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// How concentrated a customer base is, measured from one total per customer.
///
/// Symbols: n customers with totals x₁ … xₙ (any order), X = Σ xᵢ, shares sᵢ = xᵢ / X. Negative and zero
/// totals stay in. Measures that are ratios to X are undefined, and empty, where there is no customer or X ≤
/// 0. All measures but [#total()] keep their value when every total is multiplied by the same positive
/// factor.
///
/// Source: those of the measures stand with them; the index of concentration is told by A. O. Hirschman,
/// "The Paternity of an Index", American Economic Review 54, 1964.
public final class Concentration {

    private final CumulativeCurve curve;

    private Concentration(CumulativeCurve curve) {
        this.curve = curve;
    }

    /// The concentration of totals given as decimals.
    ///
    /// A share that lies exactly on a boundary in decimal may miss it in binary; amounts in their smallest
    /// unit do not.
    ///
    /// @param totals one total per customer in any order and any one unit, finite; possibly none
    /// @throws IllegalArgumentException if a total is NaN or infinite
    public static Concentration of(double... totals) {
        return new Concentration(CumulativeCurve.of(totals));
    }

    /// The concentration of totals given in the smallest unit of money, summed exactly.
    ///
    /// @param totals one total per customer in any order; possibly none
    /// @throws ArithmeticException if a running total leaves the range of `long`
    public static Concentration of(long... totals) {
        return new Concentration(CumulativeCurve.of(totals));
    }

    /// The number of customers n, those with zero and negative totals included.
    public int customers() {
        return curve.customers();
    }

    /// The total X of all customers, in the unit of the totals; 0 without customers.
    public double total() {
        return curve.total();
    }

    /// The number of customers whose total is below zero.
    public int negativeCustomers() {
        return curve.negativeCustomers();
    }

    /// The number of customers whose total is exactly zero.
    public int zeroCustomers() {
        return curve.zeroCustomers();
    }

    /// The share of the ⌈0.2 n⌉ largest customers, a fraction; above 1 only where negative totals exist.
    public OptionalDouble topFifthShare() {
        return curve.share(Math.ceilDiv(curve.customers(), 5));
    }

    /// The smallest number of customers whose running total, largest first, reaches 80 % of X.
    public OptionalInt accountsForEighty() {
        return customersFor(0.8);
    }

    /// The smallest number of customers whose running total, largest first, reaches a share of X.
    ///
    /// @param share the fraction to reach, above 0 up to 1
    /// @return from 1 to n, at most the number of customers above zero; empty where X is not positive
    /// @throws IllegalArgumentException if the share is outside that range
    public OptionalInt customersFor(double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share " + share + " is outside 0 (exclusive) to 1");
        }
        if (!curve.isDefined()) {
            return OptionalInt.empty();
        }
        var low = 1;
        var high = curve.customersAtPeak();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (curve.runningTotal(middle) / total() >= share) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return OptionalInt.of(low);
    }

    /// The Gini coefficient: half the mean absolute difference between two customers, relative to the mean total.
    ///
    /// G = 2 Σ i·x₍ᵢ₎ / (n X) − (n + 1) / n with x₍₁₎ ≤ … ≤ x₍ₙ₎ and i from 1, which equals Σᵢ Σⱼ |xᵢ − xⱼ| /
    /// (2 n² x̄). 0 for equal customers, (n − 1) / n where one customer has everything; above that only with
    /// negative totals. No small-sample correction is applied. Source: C. Gini, Variabilità e mutabilità,
    /// 1912.
    public OptionalDouble gini() {
        if (!curve.isDefined()) {
            return OptionalDouble.empty();
        }
        var n = curve.customers();
        var weighted = 0.0;
        for (var rank = 1; rank <= n; rank++) {
            weighted += (double) (n + 1 - 2L * rank) * curve.value(rank);
        }
        return OptionalDouble.of(weighted / (n * total()));
    }

    /// The Herfindahl-Hirschman index: 10,000 Σ sᵢ², from 10,000 / n (equal customers) to 10,000 (one customer).
    ///
    /// Above 10,000 only where negative totals exist. For bands borrowed from merger control see [HhiGuideline].
    public OptionalDouble hhi() {
        if (!curve.isDefined()) {
            return OptionalDouble.empty();
        }
        var squares = 0.0;
        for (var rank = 1; rank <= curve.customers(); rank++) {
            var share = curve.value(rank) / total();
            squares += share * share;
        }
        return OptionalDouble.of(10_000 * squares);
    }

    /// The concentration ratio CR_k: the share of the k largest customers, a fraction.
    ///
    /// @param k number of customers, not negative; above n it counts as n
    /// @throws IllegalArgumentException if k is negative
    public OptionalDouble cr(int k) {
        return curve.share(k);
    }

    /// The number of major customers: those holding at least the given share of X.
    ///
    /// At 0.10 it is the disclosure rule of ASC 280-10-50-42, which counts customers under common control as
    /// one: add their totals up before asking.
    ///
    /// @param threshold the smallest share of a major customer, a fraction above 0 up to 1
    /// @throws IllegalArgumentException if the threshold is outside that range
    public OptionalInt majorCustomers(double threshold) {
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold " + threshold + " is outside 0 (exclusive) to 1");
        }
        if (!curve.isDefined()) {
            return OptionalInt.empty();
        }
        var found = 0;
        while (found < customers() && curve.value(found + 1) / total() >= threshold) {
            found++;
        }
        return OptionalInt.of(found);
    }

    /// The split into classes A, B and C by cumulative share.
    ///
    /// A customer is in A while the running total before it is below the first boundary, in B while it is
    /// below the second, otherwise in C; so A is the smallest leading group that reaches the boundary, and
    /// with the first boundary at 0.80 class A has [#accountsForEighty()] customers.
    ///
    /// @return the split; empty where X is not positive
    public Optional<AbcSplit> abc(AbcBoundaries boundaries) {
        if (!curve.isDefined()) {
            return Optional.empty();
        }
        var a = customersFor(boundaries.a()).getAsInt();
        var ab = customersFor(boundaries.b()).getAsInt();
        return Optional.of(new AbcSplit(a, ab - a, customers() - ab));
    }

    /// The cumulative curve the measures are read from.
    public CumulativeCurve curve() {
        return curve;
    }

    /// The points of the cumulative curve thinned for a chart, see [CumulativeCurve#points(int)].
    ///
    /// @param atMost the largest number of points, 3 or more
    /// @throws IllegalArgumentException if fewer than 3 points are allowed for more than one customer
    public List<CurvePoint> curve(int atMost) {
        return curve.points(atMost);
    }
}

package mainstay.analytics.concentration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;

/// The running total of customers' values, largest customer first.
///
/// With values v₁ ≥ v₂ ≥ … ≥ vₙ the running total of k customers is R(k) = v₁ + … + v_k, and their share is
/// R(k) / R(n). Concentration measures and the whale curve are read off this one curve. Shares are undefined
/// where R(n) ≤ 0.
///
/// Values are in any one unit. Building takes O(n log n), every question about a single k takes constant time.
public final class CumulativeCurve {

    private final double[] values;
    private final double[] running;

    private CumulativeCurve(double[] values, double[] running) {
        this.values = values;
        this.running = running;
    }

    /// The curve of values given as decimals; running totals are summed with compensation for rounding.
    ///
    /// @param values one value per customer in any order, finite; the array is left untouched
    /// @throws IllegalArgumentException if a value is NaN or infinite
    public static CumulativeCurve of(double... values) {
        var descending = sortedDescending(values);
        var running = new double[descending.length + 1];
        var sum = 0.0;
        var lost = 0.0;
        for (var k = 0; k < descending.length; k++) {
            var next = sum + descending[k];
            lost += Math.abs(sum) >= Math.abs(descending[k]) ? sum - next + descending[k] : descending[k] - next + sum;
            sum = next;
            running[k + 1] = sum + lost;
        }
        return new CumulativeCurve(descending, running);
    }

    /// The curve of values given in the smallest unit of money; running totals are exact.
    ///
    /// @param values one value per customer in any order; the array is left untouched
    /// @throws ArithmeticException if a running total leaves the range of `long`
    public static CumulativeCurve of(long... values) {
        var ascending = values.clone();
        Arrays.sort(ascending);
        var descending = new double[ascending.length];
        var running = new double[ascending.length + 1];
        var sum = 0L;
        for (var k = 0; k < ascending.length; k++) {
            var value = ascending[ascending.length - 1 - k];
            sum = Math.addExact(sum, value);
            descending[k] = value;
            running[k + 1] = sum;
        }
        return new CumulativeCurve(descending, running);
    }

    /// The number of customers n, those with zero and negative values included.
    public int customers() {
        return values.length;
    }

    /// The total R(n) of all values, 0 without customers, in the unit of the values.
    public double total() {
        return running[values.length];
    }

    /// The value v_k of the k-th largest customer, in the unit of the values.
    ///
    /// @param rank k, from 1 (the largest) to n
    /// @throws IllegalArgumentException if the rank is outside that range
    public double value(int rank) {
        if (rank < 1 || rank > values.length) {
            throw new IllegalArgumentException("rank " + rank + " is outside 1 to " + values.length);
        }
        return values[rank - 1];
    }

    /// The running total R(k) of the k largest customers, in the unit of the values.
    ///
    /// @param customers k, not negative; above n it counts as n
    /// @throws IllegalArgumentException if k is negative
    public double runningTotal(int customers) {
        if (customers < 0) {
            throw new IllegalArgumentException("number of customers " + customers + " is negative");
        }
        return running[Math.min(customers, values.length)];
    }

    /// Whether shares exist: the total is positive.
    public boolean isDefined() {
        return total() > 0;
    }

    /// The share R(k) / R(n) of the k largest customers, a fraction; empty where the total is not positive.
    ///
    /// @param customers k, not negative; above n it counts as n
    /// @throws IllegalArgumentException if k is negative
    public OptionalDouble share(int customers) {
        var part = runningTotal(customers);
        return isDefined() ? OptionalDouble.of(part / total()) : OptionalDouble.empty();
    }

    /// The number of customers at the highest point of the curve: those with a value above zero.
    public int customersAtPeak() {
        return countAbove(0);
    }

    /// The number of customers with a value below zero.
    public int negativeCustomers() {
        return values.length - countWhile(value -> value >= 0);
    }

    /// The number of customers whose value is exactly zero.
    public int zeroCustomers() {
        return values.length - customersAtPeak() - negativeCustomers();
    }

    /// All n + 1 points of the curve, from (0, 0, 0) to (n, 1, 1); no points where the total is not positive.
    public List<CurvePoint> points() {
        return points(values.length + 1);
    }

    /// The curve thinned for a chart: at most the given number of points, among them the first, the highest
    /// and the last.
    ///
    /// Points are taken at even steps along the curve's length, counted as the change of `customerShare` plus
    /// the absolute change of `cumulativeShare`; so the steep beginning keeps its shape and the long flat
    /// tail costs few points.
    ///
    /// @param atMost the largest number of points, 3 or more
    /// @return points in order of `customers`; none where the total is not positive
    /// @throws IllegalArgumentException if fewer than 3 points are allowed for more than one customer
    public List<CurvePoint> points(int atMost) {
        if (!isDefined()) {
            return List.of();
        }
        if (atMost > values.length) {
            return everyPoint();
        }
        if (atMost < 3) {
            throw new IllegalArgumentException("a curve needs at least 3 points, not " + atMost);
        }
        return thinned(atMost);
    }

    /// The number of customers whose value is above the bound.
    ///
    /// @param bound in the unit of the values
    public int countAbove(double bound) {
        return countWhile(value -> value > bound);
    }

    private List<CurvePoint> everyPoint() {
        var points = new ArrayList<CurvePoint>(values.length + 1);
        for (var k = 0; k <= values.length; k++) {
            points.add(point(k));
        }
        return List.copyOf(points);
    }

    private List<CurvePoint> thinned(int atMost) {
        var peak = customersAtPeak();
        var length = 1 + (2 * running[peak] - total()) / total();
        var pastPeak = peak < values.length ? 1 : 0;
        var step = length / (atMost - 1 - pastPeak);
        var points = new ArrayList<CurvePoint>(atMost);
        points.add(point(0));
        var walked = 0.0;
        var nextAt = step;
        for (var k = 1; k < values.length; k++) {
            walked += 1.0 / values.length + Math.abs(values[k - 1]) / total();
            if (k == peak || (walked >= nextAt && points.size() < atMost - 1 - (k < peak ? pastPeak : 0))) {
                points.add(point(k));
                nextAt = step * (Math.floor(walked / step) + 1);
            }
        }
        points.add(point(values.length));
        return List.copyOf(points);
    }

    private CurvePoint point(int k) {
        return new CurvePoint(k, (double) k / values.length, running[k] / total());
    }

    private int countWhile(DoublePredicate holds) {
        var low = 0;
        var high = values.length;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (holds.test(values[middle])) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double[] sortedDescending(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        for (int low = 0, high = sorted.length - 1; low < high; low++, high--) {
            var swapped = sorted[low];
            sorted[low] = sorted[high];
            sorted[high] = swapped;
        }
        if (sorted.length > 0 && !(Double.isFinite(sorted[0]) && Double.isFinite(sorted[sorted.length - 1]))) {
            throw new IllegalArgumentException("every value must be finite");
        }
        return sorted;
    }
}

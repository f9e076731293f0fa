package mainstay.analytics.purchase;

import java.util.Arrays;
import java.util.Collection;

/// How often and for how much repeat customers buy: x and m of everybody who came back and whose mean value
/// is known and above 0.
///
/// Plain arrays, one row per customer. All amounts are in one currency.
public final class MeanValues {

    private final int[] counts;
    private final double[] means;

    private MeanValues(int[] counts, double[] means) {
        this.counts = counts;
        this.means = means;
    }

    /// The mean values of customers; those with x = 0, without a known value or with one of 0 or less are
    /// left out.
    public static MeanValues of(Collection<CustomerSummary> customers) {
        var kept = customers.stream()
                .filter(customer ->
                        customer.isRepeatCustomer() && customer.meanValue().orElse(0) > 0)
                .toList();
        return new MeanValues(
                kept.stream().mapToInt(CustomerSummary::repeatPurchases).toArray(),
                kept.stream()
                        .mapToDouble(customer -> customer.meanValue().orElse(0))
                        .toArray());
    }

    /// The mean values of customers given as columns.
    ///
    /// @param repeatPurchases x of each customer, 1 or more
    /// @param meanValues m of each customer, above 0
    /// @throws IllegalArgumentException if the columns differ in length or a value is outside its range
    public static MeanValues of(int[] repeatPurchases, double[] meanValues) {
        if (repeatPurchases.length != meanValues.length) {
            throw new IllegalArgumentException(
                    "columns of " + repeatPurchases.length + " and " + meanValues.length + " rows");
        }
        for (var i = 0; i < meanValues.length; i++) {
            if (repeatPurchases[i] < 1 || !(meanValues[i] > 0 && meanValues[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "row " + i + " has x " + repeatPurchases[i] + " and mean value " + meanValues[i]);
            }
        }
        return new MeanValues(repeatPurchases.clone(), meanValues.clone());
    }

    /// The number of customers.
    public int customers() {
        return means.length;
    }

    /// x of a customer.
    public int repeatPurchases(int customer) {
        return counts[customer];
    }

    /// m of a customer.
    public double meanValue(int customer) {
        return means[customer];
    }

    /// The mean of m over customers; 0 without customers.
    public double average() {
        return Arrays.stream(means).average().orElse(0);
    }

    /// Pearson's correlation between x and m, which the Gamma-Gamma model assumes to be about 0.
    ///
    /// @return NaN where one of the two does not vary
    public double correlation() {
        var meanX = Arrays.stream(counts).average().orElse(0);
        var meanM = average();
        double xx = 0;
        double mm = 0;
        double xm = 0;
        for (var i = 0; i < means.length; i++) {
            var x = counts[i] - meanX;
            var m = means[i] - meanM;
            xx += x * x;
            mm += m * m;
            xm += x * m;
        }
        return xm / Math.sqrt(xx * mm);
    }

    /// Every k-th customer: a small likeness of the whole that shows a search where to begin.
    public MeanValues everyNth(int k) {
        var size = Math.ceilDiv(means.length, k);
        var x = new int[size];
        var m = new double[size];
        for (var i = 0; i < size; i++) {
            x[i] = counts[i * k];
            m[i] = means[i * k];
        }
        return new MeanValues(x, m);
    }
}

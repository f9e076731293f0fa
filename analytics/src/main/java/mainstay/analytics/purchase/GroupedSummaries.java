package mainstay.analytics.purchase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/// Customers counted by their distinct triples (x, t_x, T), all that a model of repeat buying looks at.
///
/// Customers who are equal in the three numbers are one *group* with a weight, so that a million customers
/// observed by the day become some hundred thousand groups in plain arrays. Groups stand in ascending order
/// of x, then T, then t_x: the order in which customers are given changes nothing, not even the last bit of a
/// fit. Mean values are not kept here, see [MeanValues].
public final class GroupedSummaries {

    private final TimeUnit unit;
    private final Dictionary counts;
    private final Dictionary ages;
    private final Dictionary lasts;
    private final double[] weights;

    private GroupedSummaries(TimeUnit unit, Dictionary counts, Dictionary ages, Dictionary lasts, double[] weights) {
        this.unit = unit;
        this.counts = counts;
        this.ages = ages;
        this.lasts = lasts;
        this.weights = weights;
    }

    /// The groups of customers, each of weight 1.
    ///
    /// @param unit the unit of the times; customers in another unit are converted
    /// @param customers in any order, possibly none
    public static GroupedSummaries of(TimeUnit unit, Collection<CustomerSummary> customers) {
        var weighted = new Weighted(unit);
        customers.forEach(customer -> weighted.add(customer, 1));
        return weighted.grouped();
    }

    /// The groups of customers given as columns of whole days, without an object per customer.
    ///
    /// @param repeatPurchases x of each customer, 0 or more
    /// @param daysToLastPurchase t_x in days, from 0 to T, 0 where x = 0
    /// @param daysOfAge T in days
    /// @param unit the unit of the result
    /// @throws IllegalArgumentException if the columns differ in length or a row cannot belong to a customer
    public static GroupedSummaries ofDays(
            int[] repeatPurchases, int[] daysToLastPurchase, int[] daysOfAge, TimeUnit unit) {
        if (repeatPurchases.length != daysToLastPurchase.length || repeatPurchases.length != daysOfAge.length) {
            throw new IllegalArgumentException("columns of " + repeatPurchases.length + ", " + daysToLastPurchase.length
                    + " and " + daysOfAge.length + " rows");
        }
        for (var i = 0; i < repeatPurchases.length; i++) {
            check(i, repeatPurchases[i], daysToLastPurchase[i], daysOfAge[i]);
        }
        return group(
                unit,
                Dictionary.of(repeatPurchases, 1),
                Dictionary.of(daysOfAge, unit.days()),
                Dictionary.of(daysToLastPurchase, unit.days()),
                new double[0]);
    }

    private static void check(int row, int x, int last, int age) {
        if (x < 0 || last < 0 || last > age || (x == 0 && last > 0)) {
            throw new IllegalArgumentException(
                    "row " + row + " cannot belong to a customer: x " + x + ", t_x " + last + ", T " + age);
        }
    }

    /// The unit of all times.
    public TimeUnit unit() {
        return unit;
    }

    /// The number of distinct triples.
    public int groups() {
        return weights.length;
    }

    /// The number of customers, the sum of all weights.
    public double customers() {
        return Arrays.stream(weights).sum();
    }

    /// The number of customers with x > 0.
    public double repeatCustomers() {
        var sum = 0.0;
        for (var i = 0; i < weights.length; i++) {
            sum += repeatPurchases(i) > 0 ? weights[i] : 0;
        }
        return sum;
    }

    /// Σ x over all customers.
    public double totalRepeatPurchases() {
        var sum = 0.0;
        for (var i = 0; i < weights.length; i++) {
            sum += weights[i] * repeatPurchases(i);
        }
        return sum;
    }

    /// Σ T over all customers, in the unit.
    public double totalAge() {
        var sum = 0.0;
        for (var i = 0; i < weights.length; i++) {
            sum += weights[i] * age(i);
        }
        return sum;
    }

    /// x of a group.
    public int repeatPurchases(int group) {
        return (int) counts.values()[counts.index()[group]];
    }

    /// t_x of a group, in the unit.
    public double ageAtLastPurchase(int group) {
        return lasts.values()[lasts.index()[group]];
    }

    /// T of a group, in the unit.
    public double age(int group) {
        return ages.values()[ages.index()[group]];
    }

    /// How many customers are in a group.
    public double weight(int group) {
        return weights[group];
    }

    /// The distinct x in ascending order; [#countIndex(int)] says which one a group has.
    public double[] distinctCounts() {
        return counts.values().clone();
    }

    /// The distinct T in ascending order; [#ageIndex(int)] says which one a group has.
    public double[] distinctAges() {
        return ages.values().clone();
    }

    /// The distinct t_x in ascending order; [#lastIndex(int)] says which one a group has.
    public double[] distinctAgesAtLast() {
        return lasts.values().clone();
    }

    /// The position of a group's x in [#distinctCounts()].
    public int countIndex(int group) {
        return counts.index()[group];
    }

    /// The position of a group's T in [#distinctAges()].
    public int ageIndex(int group) {
        return ages.index()[group];
    }

    /// The position of a group's t_x in [#distinctAgesAtLast()].
    public int lastIndex(int group) {
        return lasts.index()[group];
    }

    /// One group as a customer, without a mean value.
    public CustomerSummary customer(int group) {
        return new CustomerSummary(
                repeatPurchases(group), ageAtLastPurchase(group), age(group), OptionalDouble.empty(), unit);
    }

    /// Every k-th group: a small likeness of the whole that shows a search where to begin.
    public GroupedSummaries everyNth(int k) {
        var size = Math.ceilDiv(weights.length, k);
        var x = new int[size];
        var age = new int[size];
        var last = new int[size];
        var weight = new double[size];
        for (var i = 0; i < size; i++) {
            var from = Math.min(weights.length - 1, i * k + k / 2);
            x[i] = counts.index()[from];
            age[i] = ages.index()[from];
            last[i] = lasts.index()[from];
            weight[i] = weights[from];
        }
        return new GroupedSummaries(
                unit,
                new Dictionary(counts.values(), x),
                new Dictionary(ages.values(), age),
                new Dictionary(lasts.values(), last),
                weight);
    }

    private static GroupedSummaries group(
            TimeUnit unit, Dictionary counts, Dictionary ages, Dictionary lasts, double[] rowWeights) {
        var ageShift = lasts.bits();
        var countShift = ageShift + ages.bits();
        if (countShift + counts.bits() > 63) {
            throw new IllegalArgumentException("more distinct times than fit: " + ages.values().length + " ages and "
                    + lasts.values().length + " ages at the last purchase");
        }
        var rows = counts.index().length;
        var keys = new long[rows];
        for (var i = 0; i < rows; i++) {
            keys[i] =
                    ((long) counts.index()[i] << countShift) | ((long) ages.index()[i] << ageShift) | lasts.index()[i];
        }
        var sorted = keys.clone();
        Arrays.parallelSort(sorted);
        var weights = new double[rows];
        var groups = 0;
        for (var i = 0; i < rows; i++) {
            if (i > 0 && sorted[i] == sorted[i - 1]) {
                weights[groups - 1]++;
            } else {
                sorted[groups] = sorted[i];
                weights[groups++] = 1;
            }
        }
        weights = Arrays.copyOf(weights, groups);
        if (rowWeights.length > 0) {
            Arrays.fill(weights, 0);
            for (var i = 0; i < rows; i++) {
                weights[Arrays.binarySearch(sorted, 0, groups, keys[i])] += rowWeights[i];
            }
        }
        return unpacked(unit, counts, ages, lasts, sorted, weights);
    }

    private static GroupedSummaries unpacked(
            TimeUnit unit, Dictionary counts, Dictionary ages, Dictionary lasts, long[] keys, double[] weights) {
        var groups = weights.length;
        var ageShift = lasts.bits();
        var countShift = ageShift + ages.bits();
        var x = new int[groups];
        var age = new int[groups];
        var last = new int[groups];
        for (var i = 0; i < groups; i++) {
            x[i] = (int) (keys[i] >>> countShift);
            age[i] = (int) (keys[i] >>> ageShift) & ((1 << ages.bits()) - 1);
            last[i] = (int) keys[i] & ((1 << ageShift) - 1);
        }
        return new GroupedSummaries(
                unit,
                new Dictionary(counts.values(), x),
                new Dictionary(ages.values(), age),
                new Dictionary(lasts.values(), last),
                weights);
    }

    /// Collects customers with weights.
    ///
    /// A customer of weight 3 counts like three equal ones. Not safe for use by several threads at once.
    public static final class Weighted {

        private final TimeUnit unit;
        private final List<CustomerSummary> customers = new ArrayList<>();
        private final List<Double> weights = new ArrayList<>();

        /// An empty collection.
        ///
        /// @param unit the unit of the times; customers in another unit are converted
        public Weighted(TimeUnit unit) {
            this.unit = unit;
        }

        /// Adds equal customers.
        ///
        /// @param weight how many there are, above 0, not necessarily whole
        /// @return this
        /// @throws IllegalArgumentException if the weight is not a positive number
        public Weighted add(CustomerSummary customer, double weight) {
            if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("weight " + weight + " is not a positive number");
            }
            customers.add(customer.unit() == unit ? customer : customer.in(unit));
            weights.add(weight);
            return this;
        }

        /// The groups of all customers so far.
        public GroupedSummaries grouped() {
            return group(
                    unit,
                    Dictionary.of(customers.stream()
                            .mapToDouble(CustomerSummary::repeatPurchases)
                            .toArray()),
                    Dictionary.of(
                            customers.stream().mapToDouble(CustomerSummary::age).toArray()),
                    Dictionary.of(customers.stream()
                            .mapToDouble(CustomerSummary::ageAtLastPurchase)
                            .toArray()),
                    weights.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }
}

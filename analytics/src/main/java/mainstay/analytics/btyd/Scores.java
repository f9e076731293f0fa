package mainstay.analytics.btyd;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import mainstay.analytics.numeric.Chunks;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.purchase.TimeUnit;

/// Probability alive and expected purchases of many customers at once, computed on all cores.
public final class Scores {

    private final double[] alive;
    private final double[] expected;

    private Scores(double[] alive, double[] expected) {
        this.alive = alive;
        this.expected = expected;
    }

    /// The scores of customers, in their order.
    public static Scores of(BuyingModel model, List<CustomerSummary> customers, Horizon ahead) {
        return of(model, customers.size(), customers::get, ahead);
    }

    /// The scores of customers given as columns of whole days, in their order.
    ///
    /// @param repeatPurchases x of each customer
    /// @param daysToLastPurchase t_x in days
    /// @param daysOfAge T in days
    public static Scores ofDays(
            BuyingModel model, int[] repeatPurchases, int[] daysToLastPurchase, int[] daysOfAge, Horizon ahead) {
        var days = model.in(TimeUnit.DAY);
        return of(
                days,
                repeatPurchases.length,
                i -> new CustomerSummary(
                        repeatPurchases[i], daysToLastPurchase[i], daysOfAge[i], OptionalDouble.empty(), TimeUnit.DAY),
                ahead);
    }

    private static Scores of(BuyingModel model, int size, IntFunction<CustomerSummary> customers, Horizon ahead) {
        var alive = new double[size];
        var expected = new double[size];
        Chunks.work(size, (from, to) -> {
            for (var i = from; i < to; i++) {
                var customer = customers.apply(i);
                var probability = model.probabilityAlive(customer);
                alive[i] = probability;
                expected[i] = probability * model.expectedPurchasesIfAlive(customer, ahead);
            }
        });
        return new Scores(alive, expected);
    }

    /// The number of customers.
    public int customers() {
        return alive.length;
    }

    /// The probability that a customer is still one.
    public double probabilityAlive(int customer) {
        return alive[customer];
    }

    /// The expected purchases of a customer in the horizon.
    public double expectedPurchases(int customer) {
        return expected[customer];
    }

    /// The expected purchases of all customers together.
    public double totalExpectedPurchases() {
        var sum = 0.0;
        for (var value : expected) {
            sum += value;
        }
        return sum;
    }
}

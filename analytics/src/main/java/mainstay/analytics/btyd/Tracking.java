package mainstay.analytics.btyd;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import mainstay.analytics.purchase.PurchaseHistory;
import mainstay.analytics.purchase.TimeUnit;

/// Repeat purchases of a whole base over time: what a model expects beside what happened.
///
/// The expected number up to the end of a day sums E(X(t)) over the customers, t being the time since the
/// first purchase of each. The model should have been fitted to an earlier part; where the two curves part
/// afterwards it fails.
///
/// Source: P. S. Fader, B. G. S. Hardie and K. L. Lee, "Counting Your Customers the Easy Way", Marketing
/// Science 24, 2005, draw both curves in this way.
public final class Tracking {

    /// One step of time.
    ///
    /// @param end its last day
    /// @param expected repeat purchases expected up to that day, of all customers
    /// @param actual repeat purchases up to that day
    /// @param expectedInStep expected repeat purchases of the step alone
    /// @param actualInStep repeat purchases of the step alone
    public record Step(LocalDate end, double expected, long actual, double expectedInStep, long actualInStep) {}

    private Tracking() {}

    /// The curve of customers.
    ///
    /// @param customers their purchases, those after the last step included or not
    /// @param first last day of the first step
    /// @param daysPerStep length of each further step, 1 or more
    /// @param steps number of steps, 0 or more
    /// @throws IllegalArgumentException if a step has no day
    public static List<Step> of(
            BuyingModel model, Collection<PurchaseHistory> customers, LocalDate first, int daysPerStep, int steps) {
        if (daysPerStep < 1) {
            throw new IllegalArgumentException("days per step " + daysPerStep + " are below 1");
        }
        var curve = new ArrayList<Step>();
        var expectedBefore = 0.0;
        var actualBefore = 0L;
        var starts = starts(customers);
        var repeats = repeats(customers);
        var actual = 0;
        for (var i = 0; i < steps; i++) {
            var end = first.plusDays((long) i * daysPerStep);
            var expected = 0.0;
            for (var start : starts.entrySet()) {
                expected += start.getValue() * expected(model, start.getKey(), end);
            }
            while (actual < repeats.length && repeats[actual] <= end.toEpochDay()) {
                actual++;
            }
            curve.add(new Step(end, expected, actual, expected - expectedBefore, actual - actualBefore));
            expectedBefore = expected;
            actualBefore = actual;
        }
        return List.copyOf(curve);
    }

    /// How many customers began on each day: those who began together are expected to buy alike.
    private static SortedMap<LocalDate, Integer> starts(Collection<PurchaseHistory> customers) {
        var starts = new TreeMap<LocalDate, Integer>();
        customers.forEach(customer -> starts.merge(customer.first(), 1, Integer::sum));
        return starts;
    }

    private static double expected(BuyingModel model, LocalDate start, LocalDate end) {
        var age = TimeUnit.DAY.between(start, end);
        return age <= 0 ? 0 : model.expectedRepeatPurchases(Horizon.days(age));
    }

    private static long[] repeats(Collection<PurchaseHistory> customers) {
        return customers.stream()
                .flatMap(customer -> customer.days().stream().skip(1))
                .mapToLong(day -> day.date().toEpochDay())
                .sorted()
                .toArray();
    }
}

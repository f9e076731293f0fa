package mainstay.analytics.value;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;

/// The equity of a customer base: the sum of the lifetime values of its customers.
///
/// Source: R. C. Blattberg and J. Deighton, "Manage Marketing by the Customer Equity Test", Harvard Business
/// Review, 1996. It counts today's customers only; those still to be won are a plan, not an asset.
///
/// @param total the sum in the smallest unit of money
/// @param customers number of customers with a value above 0
public record CustomerEquity(long total, int customers) {

    /// The equity of customers.
    ///
    /// @param values lifetime value by customer in the smallest unit of money
    /// @throws ArithmeticException if the sum leaves the range of `long`
    public static CustomerEquity of(Map<?, Long> values) {
        var total = 0L;
        var customers = 0;
        for (var value : values.values()) {
            total = Math.addExact(total, value);
            customers += value > 0 ? 1 : 0;
        }
        return new CustomerEquity(total, customers);
    }

    /// The equity by segment (tier, region, manager), in the order in which segments first appear.
    ///
    /// The parts add up to the equity of all.
    ///
    /// @param values lifetime value by customer in the smallest unit of money
    /// @param segment the segment of a customer
    public static <C, S> SequencedMap<S, CustomerEquity> by(Map<C, Long> values, Function<C, S> segment) {
        var groups = new LinkedHashMap<S, Map<C, Long>>();
        values.forEach(
                (customer, value) -> groups.computeIfAbsent(segment.apply(customer), first -> new LinkedHashMap<>())
                        .put(customer, value));
        var equities = new LinkedHashMap<S, CustomerEquity>();
        groups.forEach((name, members) -> equities.put(name, of(members)));
        return equities;
    }
}

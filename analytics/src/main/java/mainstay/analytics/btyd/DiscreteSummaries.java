package mainstay.analytics.btyd;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/// Customers at fixed occasions, counted by their distinct patterns.
///
/// Not safe for use by several threads at once.
public final class DiscreteSummaries {

    private final TreeMap<DiscreteSummary, Double> weights =
            new TreeMap<>(Comparator.comparingInt(DiscreteSummary::occasions)
                    .thenComparingInt(DiscreteSummary::lastPurchase)
                    .thenComparingInt(DiscreteSummary::purchases));

    /// Creates an empty collection.
    public DiscreteSummaries() {}

    /// Adds equal customers.
    ///
    /// @param weight how many there are, above 0
    /// @return this
    /// @throws IllegalArgumentException if the weight is not a positive number
    public DiscreteSummaries add(DiscreteSummary customer, double weight) {
        Parameters.positive("weight", weight);
        weights.merge(customer, weight, Double::sum);
        return this;
    }

    /// The patterns and how many customers show each, in a fixed order.
    public SequencedMap<DiscreteSummary, Double> patterns() {
        return Collections.unmodifiableSequencedMap(weights);
    }

    /// The number of customers.
    public double customers() {
        return weights.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /// The number of customers with x > 0.
    public double repeatCustomers() {
        return weights.entrySet().stream()
                .filter(pattern -> pattern.getKey().purchases() > 0)
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
